#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The assessment form in a browser: Debian's Chromium, driven by playwright-core, and checked by axe, both from npm.
#   form.sh BINARY [SITE]     SITE: a directory that `hcf site` wrote; else the form is put together for the test
#   77: skipped, where there is no browser, no npm, or its registry cannot be reached
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
site=$work/site
if [[ -n ${2:-} ]]; then
    site=$(readlink -f "$2")
else
    python3 "$root/tests/site/form_page.py" "$site" || exit 1
fi
cd "$work" || exit 1
npm install --no-audit --no-fund --ignore-scripts "playwright-core@$playwright" "axe-core@$axe" >npm.log 2>&1 ||
    skip "npm cannot install playwright-core@$playwright and axe-core@$axe"
cp "$here/form.mjs" .
people=("$root"/examples/{alice,ben,chi,pseudonymous}.yaml)

HCF_BROWSER=$browser HCF=$binary node form.mjs "$site/form.html" "${people[@]}"
