#!/usr/bin/env bash
# Thousands of people over three years: what is kept of an assessment until all are read is what was judged, not the
# document. A round of appraisals holds the earlier assessments, and one of the others at a time.
source "${BASH_SOURCE%/*}/common.bash"

# year FILE YEAR PEOPLE: an assessment of each in one stream, with evidence and notes that nothing may keep.
year() {
    local i
    for ((i = 1; i <= $3; i++)); do
        printf -- '---\nhcf: assessment/1\nperson: {id: P-%d, role: registered-nurse-adult}\nassessed: %d-06-01\nratings:\n' "$i" "$2"
        printf '  %s: {value: met, note: Long enough to be missed where it is kept, evidence: [Seen, Heard, Read, Told]}\n' \
            hand-hygiene safeguarding confidentiality uphold-rights filing-systems manage-own-time
        printf '  team-effectiveness: {value: partial, plan: {action: Give the handover, due: %d-12-31}}\n' "$2"
    done >"$1"
}
mkdir few many
for which in few:200 many:3000; do
    for ((y = 2024; y <= 2026; y++)); do year "${which%:*}/$y.yaml" "$y" "${which#*:}"; done
done

for format in json csv text; do
    limited 30 102400 progress few --format "$format" --as-of 2026-11-22
    expect_code 0
    few_peak=$peak
    limited 30 102400 progress many --format "$format" --as-of 2026-11-22
    expect_code 0
    printf '%s: %d KiB for 600 assessments, %d KiB for 9000, %d ms\n' "$format" "$few_peak" "$peak" "$milliseconds"
    # At most 1,200 bytes an assessment, the person and what the index holds included.
    ((peak < few_peak + 8400 * 1200 / 1024)) || fault "$ran: $peak KiB for 9000 assessments, $few_peak KiB for 600"
done

for format in csv text; do
    limited 30 102400 review few/2026.yaml --format "$format" --as-of 2026-11-22
    expect_code 0
    few_peak=$peak
    limited 30 102400 review many/2026.yaml --format "$format" --as-of 2026-11-22
    expect_code 0
    ((peak < few_peak + 2000)) || fault "$ran: $peak KiB for 3000 forms, $few_peak KiB for 200"
    limited 30 102400 portfolio many/2026.yaml --format "$format" --as-of 2026-11-22
    expect_code 0
    ((peak < few_peak + 2000)) || fault "$ran: $peak KiB for 3000 portfolios"
done
limited 30 102400 review many/2026.yaml --since many/2024.yaml --since many/2025.yaml --format csv --as-of 2026-11-22
expect_code 0
printf 'review: %d KiB for 3000 forms with 6000 earlier assessments, %d ms\n' "$peak" "$milliseconds"

finish
