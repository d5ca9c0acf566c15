#!/usr/bin/env bash
# 3,000 files in one call, past bad ones, in input order and in constant memory.
source "${BASH_SOURCE%/*}/common.bash"

mkdir few many
for ((i = 1; i <= 3000; i++)); do
    name=$(printf 'many/%05d.yaml' "$i")
    if ((i % 100 == 0)); then
        printf 'hcf: assessment/1\nperson: {id: P-%d, level: suportive}\nratings: {}\n' "$i" >"$name"
    else
        assessment "P-$i" >"$name"
    fi
done
cp many/000[0-9][0-9].yaml few

for format in json csv text; do
    limited 30 102400 gap --format "$format" few
    expect_code 0
    few_peak=$peak
    limited 30 102400 gap --format "$format" many
    expect_code 2
    expect_text "$err" '2970 of 3000 assessments read, 30 left out for errors'
    printf '%s: %d KiB for 99 files, %d KiB for 3000, %d ms\n' "$format" "$few_peak" "$peak" "$milliseconds"
    # What outlives a document is its id: some hundred bytes a file, not a report.
    ((peak < few_peak + 3000)) || fault "$ran: $peak KiB for 3000 files, $few_peak KiB for 99"
done

run gap --totals --format csv many/*.yaml
expect_code 2
tail -n +2 "$out" | cut -d, -f1 >ids
for ((i = 1; i <= 3000; i++)); do ((i % 100 == 0)) || printf 'P-%d\n' "$i"; done | cmp -s - ids || fault 'not in input order, or not all'

run validate -q many
expect_code 1
[[ $(grep -c 'unknown-level' "$out") == 30 ]] || fault 'not every error was found'

finish
