#!/usr/bin/env bash
# The formats of code hosts and CI servers as their readers read them; and 10,000 files with an error each, all said, in
# order, in constant memory.
source "${BASH_SOURCE%/*}/common.bash"

python=/usr/bin/python3
"$python" -c 'import junitparser' 2>/dev/null || skip 'python3-junitparser is not installed'
check() {
    "$python" "$tree/tests/readers/check_findings.py" "$1" "$out" reference.json >.faults ||
        fault "$ran: $(head -n 5 .faults)"
}

# check_all FILES...: every format says of the files what JSON says of them.
check_all() {
    local format
    run validate -q --format json "$@"
    cp "$out" reference.json
    for format in sarif github gitlab junit; do
        run validate -q --format "$format" "$@"
        check "$format"
    done
}

check_all "$tree"/examples/*.yaml

# Names and texts that would be something else to the reader of each format.
mkdir -p 'odd/a b%20,c:d' $'odd/line\nbreak' 'odd/::error::' 'odd/&<">]]>' odd/ärger
i=0
for folder in odd/*; do
    ((++i))
    printf 'hcf: assessment/1\n"k\\n::stop-commands::x": 1\n"[a](http://b)": 2\n"\\x01]]>&<": 3\nperson: {id: P-%d, level: autonomus}\nratings: {}\n' \
        "$i" >"$folder/x,y:z%0A.yaml"
    printf 'hcf: assessment/1\nperson: {id: P-%d, level: advanced}\nratings: {}\n' "$i" >"$folder/twice.yaml"
    printf 'hcf: assessment/1\nperson: {id: P-%d, level: advanced}\nratings: {}\n' "$i" >"$folder/twice-too.yaml"
done
check_all ./odd odd/missing.yaml
! grep -v '^::\(error\|warning\|notice\) ' <("$hcf" validate -q --format github odd) || fault 'a line that is no annotation'

mkdir few many
for ((i = 1; i <= 10000; i++)); do
    printf -v name 'many/%05d.yaml' "$i"
    printf 'hcf: assessment/1\nperson: {id: P-%d, level: suportive}\nratings: {}\n' "$i" >"$name"
done
cp many/000[0-9][0-9].yaml few
limited 60 102400 validate -q --format json many
cp "$out" reference.json
for format in text concise csv jsonl sarif github gitlab; do
    limited 60 102400 validate -q --format "$format" few
    few_peak=$peak
    limited 60 102400 validate -q --format "$format" many
    expect_code 1
    ((peak < few_peak + 6000)) || fault "$ran: $peak KiB for 10,000 files, $few_peak KiB for 99"
    printf '%s: %d KiB for 99 files, %d KiB for 10,000, %d ms\n' "$format" "$few_peak" "$peak" "$milliseconds"
    case $format in
        sarif | github | gitlab) check "$format" ;;
        *)
            [[ $(grep -c 'unknown-level' "$out") == 10000 ]] || fault "$ran: not every error was said"
            grep -o 'many/[0-9]*\.yaml' "$out" | sort -C || fault "$ran: not in order"
            ;;
    esac
done
limited 60 204800 validate -q --format junit many
check junit

finish
