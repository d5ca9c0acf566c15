#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The site of hcf in a browser: Debian's Chromium, driven by playwright-core, and checked by axe, both from npm.
#   site.sh BINARY [PICTURES [PAGE...]]     77: skipped, where there is no browser, no npm, or its registry cannot be reached
# PICTURES: a directory for what the pages look like at three widths, light and dark.
set -uo pipefail

binary=$(readlink -f "${1:?the path of the binary}")
pictures=${2:+$(readlink -f "$2")}
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
cp "$here"/site.mjs .

cat >hostile.yaml <<'YAML'
hcf: overlay/1
overlay: {id: hostile, version: "1", title: "</title><script>alert(1)</script>"}
competences:
  - {id: hostile-competence, title: "<svg onload=alert(6)>", kind: role, theme: "\"><script>alert(7)</script>", description: "</script><script>alert(8)</script> Verylongwordwithoutanybreakthatwouldpushthetableoutofthepageifitwerenotbrokensomewhereatall"}
roles:
  - {id: hostile-role, title: "<script>alert(2)</script>\" onmouseover=\"alert(3) محمد 日本語の名前", levels: [autonomous], family: "<b>family", summary: "</script><script>alert(4)</script>", competences: [hostile-competence]}
YAML
refresh=$root/examples/overlays/refresh.yaml
"$binary" site -q plain && "$binary" site -q --overlay "$refresh" overlaid && "$binary" site -q --overlay hostile.yaml hostile ||
    exit 1
"$binary" compare-roles --format json >plain.json && "$binary" compare-roles --overlay "$refresh" --format json >overlaid.json ||
    exit 1
HCF_BROWSER=$browser HCF_PICTURES=$pictures node site.mjs "${@:3}"
