#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SARIF of hcf, held against the schema and the rules of @microsoft/sarif-multitool, which comes from npm.
#   sarif_multitool.sh BINARY     77: skipped, where npm or its registry cannot be had
set -uo pipefail

binary=$(readlink -f "${1:?the path of the binary}")
root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
version=${HCF_SARIF_MULTITOOL_VERSION:-5.7.0}

skip() {
    echo "$*"
    exit 77
}

command -v npm >/dev/null || skip "npm is not installed"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
npm install --no-audit --no-fund --ignore-scripts "@microsoft/sarif-multitool@$version" >npm.log 2>&1 ||
    skip "npm cannot install @microsoft/sarif-multitool@$version"
# The package's script would make this executable.
tool=$(find node_modules/@microsoft -type f -name Sarif.Multitool | head -n 1)
[[ -n $tool ]] || skip "the package has no program for this machine"
chmod +x "$tool"

cp -r "$root/examples" .
printf 'hcf: assessment/1\nperson: {id: P-1, level: autonomus}\nratings: {}\n' >'examples/a b%,c:d ä.yaml'
printf 'hcf: assessment/1\nperson: {id: P-1, level: advanced}\nratings: {}\n' >examples/fine.yaml
"$binary" validate -q examples --format sarif >findings.sarif
"$binary" validate -q examples/fine.yaml --format sarif >clean.sarif
faults=0
for file in findings clean; do
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "./$tool" validate "$file.sarif" --output "$file.report" \
        --level 'Error;Warning' >"$file.log" 2>&1
    status=$?
    [[ -s $file.report ]] || {
        cat "$file.log"
        skip "the program does not run here"
    }
    python3 - "$file.report" <<'END' || faults=1
import json, sys
with open(sys.argv[1], encoding="utf-8-sig") as stream:
    results = [r for run in json.load(stream)["runs"] for r in run.get("results", [])]
bad = [r for r in results if r.get("level", "warning") == "error"]
for result in results:
    print(result.get("level", "warning"), result["ruleId"], result["message"].get("text") or result["message"].get("arguments"))
sys.exit(bool(bad))
END
    echo "$file.sarif: exit $status"
done
exit "$faults"
