#!/usr/bin/env bash
# Every pair of roles of a large framework: as a stream, in memory that does not grow with the pairs; and one role, one
# person, against all of them at once.
source "${BASH_SOURCE%/*}/common.bash"

command -v python3 >/dev/null || skip 'no python3 to generate frameworks with'
make=$tree/tests/oracle/make_framework.py
python3 "$make" few --roles 500
python3 "$make" many --roles 1000 --people 1

# stream FORMAT ROLES FRAMEWORK LIMIT: all pairs of a framework; sets $rows.
stream() {
    limited "$4" 102400 compare-roles --framework "$3" --format "$1"
    expect_code 0
    rows=$(wc -l <"$out")
    [[ $1 != csv ]] || ((rows--))
    ((rows == $2 * ($2 - 1))) || fault "$ran: $rows pairs, not $(($2 * ($2 - 1)))"
    printf '%s: %d roles, %d pairs in %d ms: %d a second; %d KiB\n' "$1" "$2" "$rows" "$milliseconds" \
        $((rows * 1000 / (milliseconds + 1))) "$peak"
}

# Twice the roles are four times the pairs. What may grow is what is known of a role: a few KiB each.
stream csv 500 few 10
few_peak=$peak
stream csv 1000 many 25
((peak < few_peak + 6000)) || fault "$ran: $peak KiB for 1000 roles, $few_peak KiB for 500"

# An element of JSON says ten times as much as a row of CSV.
python3 "$make" fewer --roles 125
python3 "$make" more --roles 250
stream jsonl 125 fewer 10
few_peak=$peak
stream jsonl 250 more 25
((peak < few_peak + 2000)) || fault "$ran: $peak KiB for 250 roles, $few_peak KiB for 125"

# What follows is asked for by hand, and answers in under a second: the fastest of three, for other work may be going on.
for arguments in 'compare-roles role-0001' 'compare-roles role-0001 role-0002' 'compare-roles --levels' \
    'fit many-people/p-1.yaml' 'fit many-people/p-1.yaml --format json'; do
    read -ra words <<<"$arguments"
    fastest=
    for _ in 1 2 3; do
        limited 10 102400 "${words[@]}" --framework many
        expect_code 0
        [[ -n $fastest ]] && ((fastest <= milliseconds)) || fastest=$milliseconds
    done
    printf 'hcf %s: %d ms, %d KiB\n' "$arguments" "$fastest" "$peak"
    ! is_release || ((fastest < 1000)) || fault "$ran: took $fastest ms"
done

finish
