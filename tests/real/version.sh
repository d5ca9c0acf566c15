#!/usr/bin/env bash
# The binary starts, says what it is, and reads the framework that it holds.
source "${BASH_SOURCE%/*}/common.bash"

run --version
expect_code 0
grep -qE '^hcf [0-9]+\.[0-9]+\.[0-9]+$' "$out" || fault "--version says $(cat "$out")"
expect_empty "$err"

run --help
expect_code 0
expect_text "$out" 'Usage: hcf'

run show matrix --format csv
expect_code 0
[[ $(grep -o ',x' "$out" | wc -l) == 90 ]] || fault 'the matrix has not 90 marks'

run gap "$tree/examples/alice.yaml" --as-of 2026-11-22
expect_code 0
expect_text "$out" '16 of 20 met'

finish
