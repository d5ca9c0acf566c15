#!/usr/bin/env bash
# A reader that goes away, and streams that were never there: no crash, no words about it, no hanging.
source "${BASH_SOURCE%/*}/common.bash"

for i in {1..200}; do assessment "P-$i" >"$i.yaml"; done

# quiet_end CODE WHAT: 2 is "not wholly written"; 0 where all of it fitted into the pipe first.
quiet_end() {
    [[ $1 == 0 || $1 == 2 ]] || fault "$2: exit $1"
    expect_empty "$err"
}

for format in text csv markdown json jsonl; do
    ran="gap --format $format | head -c 10"
    timeout 30 "$hcf" gap . --format "$format" 2>"$err" | head -c 10 >/dev/null
    quiet_end "${PIPESTATUS[0]}" "$ran"
done
ran='show levels | true'
timeout 30 "$hcf" show levels 2>"$err" | true
quiet_end "${PIPESTATUS[0]}" "$ran"

# More than a pipe holds, so the reader is gone before the end: that is no success.
timeout 30 "$hcf" gap . --format json 2>"$err" | head -c 10 >/dev/null
[[ ${PIPESTATUS[0]} == 2 ]] || fault 'a report that was cut off is exit 2'

# validate finds errors for more than a pipe holds.
for i in {1..500}; do printf 'hcf: assessment/1\nperson: {id: P-%d, level: suportive}\nratings: {hand-hygiene: mett}\n' "$i" >"bad-$i.yaml"; done
ran='validate | head -c 10'
timeout 30 "$hcf" validate -q . 2>"$err" | head -c 10 >/dev/null
quiet_end "${PIPESTATUS[0]}" "$ran"

ran='gap with stdout closed'
timeout 30 "$hcf" gap 1.yaml >&- 2>"$err"
code=$?
expect_code 2

ran='gap with stderr closed'
timeout 30 "$hcf" gap 1.yaml bad-1.yaml >"$out" 2>&-
code=$?
expect_code 2
expect_text "$out" 'P-1'

ran='gap - with stdin closed'
timeout 30 "$hcf" gap - >"$out" 2>"$err" <&-
code=$?
expect_code 2

finish
