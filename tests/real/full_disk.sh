#!/usr/bin/env bash
# /dev/full as standard output and as output file: said, with exit 2.
source "${BASH_SOURCE%/*}/common.bash"

[[ -c /dev/full ]] || skip 'no /dev/full here'
assessment P-1 >a.yaml
printf 'hcf: assesment/1\n' >bad.yaml

for arguments in 'gap a.yaml' 'gap a.yaml --format json' 'validate bad.yaml' 'show matrix' 'explain' '--version' '--help'; do
    ran="hcf $arguments >/dev/full"
    # shellcheck disable=SC2086
    timeout 30 "$hcf" $arguments >/dev/full 2>"$err"
    code=$?
    expect_code 2
    expect_text "$err" 'no space left on device'
done

for format in text csv markdown json jsonl; do
    run gap a.yaml --format "$format" -o /dev/full
    expect_code 2
    expect_text "$err" "cannot write '/dev/full': no space left on device"
done

ran='hcf gap a.yaml 2>/dev/full'
timeout 30 "$hcf" gap missing.yaml a.yaml >"$out" 2>/dev/full
code=$?
expect_code 2
expect_text "$out" 'P-1'

finish
