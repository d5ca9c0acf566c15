#!/usr/bin/env bash
# Files and directories that may not be read: said, and the others are read all the same.
source "${BASH_SOURCE%/*}/common.bash"

can_be_nobody || skip 'everything is readable for root, and nobody cannot be had here'

mkdir people people/locked
assessment P-1 >people/a.yaml
assessment P-2 >people/b.yaml
assessment P-3 >people/locked/c.yaml
chmod 644 people/a.yaml
chmod 000 people/b.yaml people/locked

ran='hcf gap people/a.yaml people/b.yaml'
as_nobody timeout 30 "$hcf" gap --totals --format csv people/b.yaml people/a.yaml >"$out" 2>"$err"
code=$?
expect_code 2
expect_text "$out" 'P-1,'
expect_text "$err" 'people/b.yaml:1:1: error: cannot be opened: permission denied [unreadable-file]'
expect_text "$err" '1 of 2 assessments read'

ran='hcf gap people'
as_nobody timeout 30 "$hcf" gap --totals --format csv people >"$out" 2>"$err"
code=$?
expect_code 2
expect_text "$out" 'P-1,'
expect_text "$err" 'people/b.yaml'
expect_text "$err" 'people/locked'

ran='hcf validate people'
as_nobody timeout 30 "$hcf" validate people >"$out" 2>"$err"
code=$?
expect_code 2
expect_text "$out" 'permission denied [unreadable-file]'

ran='hcf gap --overlay people/b.yaml'
as_nobody timeout 30 "$hcf" gap people/a.yaml --overlay people/b.yaml >"$out" 2>"$err"
code=$?
expect_code 2
expect_empty "$out"
expect_text "$err" 'permission denied'

finish
