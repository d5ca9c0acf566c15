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
# A person with nothing assessed, and teams of one, of 40 who are asked 38 competences, and of 300.
member() {
    printf '  - person: {id: T-%03d, name: Person %d %s, role: %s}\n    assessed: 2026-10-01\n    assessor: Bola\n' \
        "$1" "$1" "$2" "$3"
    printf '    basis: assessor\n    ratings:\n      hand-hygiene: met\n      professional-networks: not-met\n'
}
team() {
    printf 'hcf: team/1\nteam: {id: t-%d}\nmembers:\n' "$1"
    for ((i = 1; i <= $1; i++)); do member "$i" "$2" "$3"; done
}
{
    printf 'hcf: assessment/1\nperson: {id: N-1, role: Registered Nurse - Adult}\n'
    printf 'assessed: 2026-10-01\nratings: {}\n'
} >nothing.yaml
team 1 "محمد بن سلمان" "Registered Nurse - Adult" >one.yaml
team 300 "日本語の名前" "Registered Nurse - Adult" >many.yaml
team 40 "of a rather long name" wide >forty.yaml
{
    printf 'hcf: overlay/1\noverlay: {id: wide, title: Wide, version: "1"}\ncompetences:\n'
    for ((i = 1; i <= 18; i++)); do
        printf '  - {id: more-%d, kind: role, title: Something more that is asked of everybody here %d}\n' "$i" "$i"
    done
    printf 'roles:\n  - id: wide\n    title: Wide\n    levels: [autonomous]\n    competences:\n'
    for ((i = 1; i <= 18; i++)); do printf '      - more-%d\n' "$i"; done
} >wide.yaml
page person 0 gap examples/alice.yaml --level autonomous
page people 0 gap examples/alice.yaml examples/ben.yaml examples/chi.yaml
page totals 0 gap examples/alice.yaml examples/ben.yaml --totals
page hostile 0 gap hostile.yaml
page fit 0 fit examples/alice.yaml
page team 0 team examples/team.yaml
page roles 0 compare-roles
page matrix 0 show matrix
page levels 0 show levels
page nothing 0 gap nothing.yaml
page team-of-one 0 team one.yaml
page team-of-300 0 team many.yaml
page team-of-40 0 team forty.yaml --overlay wide.yaml
page progress 0 progress examples/progress
page review 0 review examples/alice.yaml --since examples/progress/alice-2025.yaml
page portfolio 0 portfolio examples/alice.yaml
page staffing 0 staffing examples/services/opat.yaml --team examples/teams/nursing.yaml
page pathway 0 pathways --from support-worker --to nurse-educator
size=$(stat -c %s team-of-40.html)
((size < 400000)) || { echo "the page of 40 people by 38 competences has $size bytes"; exit 1; }
page findings 1 validate examples/broken.yaml

HCF_BROWSER=$browser node reports.mjs ./*.html
