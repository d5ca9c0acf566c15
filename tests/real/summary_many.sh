#!/usr/bin/env bash
# A whole workforce in one stream: memory that grows by 24 bytes a person at the most, and nothing else. With
# HCF_PEOPLE=100000 (./test --all), the number that the limit of 64 MiB is meant for; HCF_PEOPLE=1000000 takes minutes.
source "${BASH_SOURCE%/*}/common.bash"

many=${HCF_PEOPLE:-20000}

# people COUNT: a stream of assessments in twenty organisations and three hundred teams.
people() {
    awk -v count="$1" 'BEGIN {
        split("health-care-assistant registered-nurse-adult homecare-pharmacist nurse-educator", role)
        for (i = 0; i < count; i++) {
            if (i) print "---"
            printf "hcf: assessment/1\nperson: {id: EHC-%07d, organisation: Org %d, team: t%d, role: %s}\n", \
                i, i % 20, i % 300, role[i % 4 + 1]
            printf "ratings: {hand-hygiene: met, safeguarding: %s}\n", i % 3 ? "met" : "not-met"
        }
    }'
}

people 1000 >few.yaml
people "$many" >many.yaml
seconds=$((30 + many / 2000))
summary() {
    ran="hcf summary $*"
    timeout $((seconds * 10)) /usr/bin/time -q -f '%M %e' -o .peak "$hcf" summary --as-of 2026-11-22 "$@" >"$out" 2>"$err" </dev/null
    code=$?
    read -r peak elapsed <.peak
    expect_code 0
}
[[ -x /usr/bin/time ]] || skip 'no /usr/bin/time'

for format in csv json text; do
    summary --format $format few.yaml
    few_peak=$peak
    summary --format $format many.yaml
    printf '%s: %d KiB for 1000 people, %d KiB for %d in %s s\n' "$format" "$few_peak" "$peak" "$many" "$elapsed"
    ((peak < 65536 + many * 24 / 1024)) || fault "$ran: $peak KiB of memory"
    # A mebibyte for what the system rounds.
    ((peak < few_peak + 1024 + many * 24 / 1024)) || fault "$ran: $peak KiB for $many people, $few_peak KiB for 1000"
done
expect_text "$out" "People  $many"

# Halves of the stream, merged; the same person in both is found.
people "$many" | awk -v half=$((many / 2)) '/^---$/ { n++; if (n == half) { file = 1; next } } { print > (file ? "b.yaml" : "a.yaml") }'
for part in a b; do
    summary --partial $part.yaml
    mv "$out" $part.json
done
summary many.yaml --format json
mv "$out" whole.json
run summary --merge b.json a.json --format json
expect_code 0
cmp -s whole.json "$out" || fault 'two halves of a stream do not make the whole'
run summary --merge a.json a.json b.json few.yaml
expect_code 2
expect_empty "$out"

# Withholding over many groups, all teams among them, ends in time.
run summary --merge a.json b.json --suppress-below $((many / 300 + 100)) --format csv
expect_code 0
expect_text "$out" 'team,Org 0/t0,,,,,,,,'

finish
