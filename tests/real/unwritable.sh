#!/usr/bin/env bash
# An output that cannot be written is said with exit 2, before anything is judged, and nothing is left behind.
source "${BASH_SOURCE%/*}/common.bash"

assessment P-1 >a.yaml

run gap a.yaml -o a.yaml/out.csv
expect_code 2
expect_text "$err" "cannot write 'a.yaml/out.csv': not a directory"
expect_empty "$out"

run gap a.yaml -o nowhere/out.csv
expect_code 2
expect_text "$err" "cannot write 'nowhere/out.csv': no such file or directory"

mkdir folder.csv
run gap a.yaml -o folder.csv --force
expect_code 2
expect_text "$err" 'it is a directory'

run gap a.yaml -o "$(printf 'x%.0s' {1..300}).csv"
expect_code 2
expect_text "$err" 'file name too long'

run gap a.yaml -o a.yaml --format csv --force
expect_code 2
expect_text "$err" 'is also an input'
cmp -s a.yaml <(assessment P-1) || fault 'the input was changed'

echo precious >out.csv
run gap a.yaml -o out.csv
expect_code 2
expect_text "$err" 'it exists'
[[ $(cat out.csv) == precious ]] || fault 'an existing file was changed without --force'

if can_be_nobody; then
    mkdir locked
    chmod 555 locked
    chmod 644 a.yaml
    ran='hcf gap -o locked/out.csv'
    as_nobody timeout 30 "$hcf" gap a.yaml -o locked/out.csv >"$out" 2>"$err"
    code=$?
    expect_code 2
    expect_text "$err" "cannot write 'locked/out.csv': permission denied"
    [[ -z $(ls -A locked) ]] || fault 'something was left in the locked directory'
else
    echo 'not checked: a directory without permission (nobody cannot be had here)'
fi

finish
