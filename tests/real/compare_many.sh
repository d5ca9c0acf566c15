#!/usr/bin/env bash
# Every pair of roles of a large framework: as a stream, in memory that does not grow with the pairs; and one role, one
# person, against all of them at once.
source "${BASH_SOURCE%/*}/common.bash"

command -v python3 >/dev/null || skip 'no python3 to generate frameworks with'
make=${BASH_SOURCE%/*}/../oracle/make_framework.py
python3 "$make" few --roles 500 --people 1
python3 "$make" many --roles 1000 --people 1

for format in csv jsonl; do
    limited 10 102400 compare-roles --framework few --format "$format"
    expect_code 0
    few_peak=$peak
    limited 20 102400 compare-roles --framework many --format "$format"
    expect_code 0
    rows=$(wc -l <"$out")
    [[ $format == csv ]] && ((rows--))
    ((rows == 1000 * 999)) || fault "$ran: $rows pairs, not 999000"
    printf '%s: %d KiB for 500 roles, %d KiB for 1000; %d pairs in %d ms: %d a second\n' "$format" "$few_peak" "$peak" \
        "$rows" "$milliseconds" $((rows * 1000 / (milliseconds + 1)))
    # Twice the roles are four times the pairs. What may grow is what is known of a role: a few KiB each.
    ((peak < few_peak + 4000)) || fault "$ran: $peak KiB for 1000 roles, $few_peak KiB for 500"
done

# What follows is asked for by hand, and answers at once.
for arguments in 'compare-roles role-0001' 'compare-roles role-0001 role-0002' 'compare-roles --levels' \
    'fit many-people/p-1.yaml' 'fit many-people/p-1.yaml --format json'; do
    read -ra words <<<"$arguments"
    limited 1 102400 "${words[@]}" --framework many
    expect_code 0
    printf 'hcf %s: %d ms, %d KiB\n' "$arguments" "$milliseconds" "$peak"
done

finish
