#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The HTML of hcf in a browser: Debian's Chromium, driven by playwright-core, and checked by axe, both from npm.
#   reports.sh BINARY     77: skipped, where there is no browser, no npm, or its registry cannot be reached
set -uo pipefail

binary=$(readlink -f "${1:?the path of the binary}")
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
root=$(dirname "$(dirname "$here")")
playwright=${HCF_PLAYWRIGHT_VERSION:-1.48.2} # runs on Debian's Node.js 18
axe=${HCF_AXE_VERSION:-4.10.2}

skip() {
    echo "$*"
    exit 77
}

command -v npm >/dev/null || skip "npm is not installed"
browser=$(command -v chromium) || skip "chromium is not installed"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
npm install --no-audit --no-fund --ignore-scripts "playwright-core@$playwright" "axe-core@$axe" >npm.log 2>&1 ||
    skip "npm cannot install playwright-core@$playwright and axe-core@$axe"
cp -r "$root/examples" .
cp "$here"/*.mjs "$here"/*.yaml .

# page NAME EXIT ARGS...: a report as a page.
page() {
    local name=$1 expected=$2 status=0
    shift 2
    "$binary" "$@" --as-of 2026-11-22 -q -o "$name.html" 2>"$name.log" || status=$?
    ((status == expected)) && return 0
    cat "$name.log"
    echo "hcf $*: exit $status, expected $expected"
    exit 1
}
page person 0 gap examples/alice.yaml --level autonomous
page people 0 gap examples/alice.yaml examples/ben.yaml examples/chi.yaml
page totals 0 gap examples/alice.yaml examples/ben.yaml --totals
page hostile 0 gap hostile.yaml
page fit 0 fit examples/alice.yaml
page team 0 team examples/team.yaml
page roles 0 compare-roles
page matrix 0 show matrix
page levels 0 show levels
page findings 1 validate examples/broken.yaml

HCF_BROWSER=$browser node reports.mjs ./*.html
