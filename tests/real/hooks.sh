#!/usr/bin/env bash
# In other people's repositories: a real commit that the hook refuses, what the GitHub action runs, and that its problem
# matcher reads what hcf prints.
source "${BASH_SOURCE%/*}/common.bash"

command -v git >/dev/null || skip 'git is not installed'
python=/usr/bin/python3
"$python" -c 'import yaml' 2>/dev/null || skip 'python3-yaml is not installed'
mkdir bin && ln -s "$hcf" bin/hcf
export PATH=$work/bin:$PATH HOME=$work GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@example.org

# field FILE EXPRESSION: of a YAML file, read as Python.
field() { "$python" -c "import sys, yaml; d = yaml.safe_load(open(sys.argv[1])); print(eval(sys.argv[2]))" "$1" "$2"; }
hook() { field "$tree/.pre-commit-hooks.yaml" "next(h for h in d if h['id'] == '$1')$2"; }

# The ten lines of the documentation, as they stand there.
sed -n '/^```sh$/,/^```$/p' "$tree/docs/ci.md" | sed '1d;/^```$/,$d' >ten-lines
[[ $(wc -l <ten-lines) == 10 ]] || fault 'the ten lines are no ten lines'
(bash -e ./ten-lines) >log 2>&1 || { fault 'the ten lines fail' && cat log; }
cd records || exit 1
[[ $(git log --oneline | wc -l) == 1 ]] || fault 'the first commit is not there'

# The hook of the documentation, then each of pre-commit's, called as it would: with the names of the changed files, if any.
cp .git/hooks/pre-commit ../plain
printf '#!/bin/sh\nexec %s\n' "$(hook hcf-validate "['entry']")" >../whole
# shellcheck disable=SC2016
printf '#!/bin/sh\nexec %s $(git diff --cached --name-only --diff-filter=d -- people | grep yaml)\n' \
    "$(hook hcf-validate-changed "['entry']")" >../changed
for kind in plain whole changed; do
    cp "../$kind" .git/hooks/pre-commit
    chmod +x .git/hooks/pre-commit
    printf 'hcf: assessment/1\nperson: {id: %s, level: autonomus}\nratings: {}\n' "$kind" >"people/$kind.yaml"
    git add .
    before=$(git rev-parse HEAD)
    git commit -qm 'a mistake' >../log 2>&1 && fault "$kind: the commit was not refused"
    [[ $(git rev-parse HEAD) == "$before" ]] || fault "$kind: a commit was made"
    grep -q "^people/$kind.yaml:2:[0-9]*: error: unknown level 'autonomus'" ../log ||
        { fault "$kind: the place is not said" && cat ../log; }
    sed -i 's/autonomus/autonomous/' "people/$kind.yaml"
    git add .
    git commit -qm 'mended' >../log 2>&1 || { fault "$kind: the right one was refused" && cat ../log; }
done
[[ $(hook hcf-validate "['pass_filenames']") == False && $(hook hcf-validate-changed "['require_serial']") == True ]] ||
    fault 'the hooks take other names than this test gives them'

# The action's own steps.
printf 'hcf: assessment/1\nperson: {id: P-1, level: autonomus}\nratings: {}\n' >people/bad.yaml
export GITHUB_ENV=$work/github.env HCF_SOURCE=$tree
step() { field "$tree/action.yml" "d['runs']['steps'][$1]['run']" >"$work/step.sh" && bash "$work/step.sh"; }
: >"$GITHUB_ENV"
HCF_GIVEN='' step 0 >../log 2>&1 || fault 'the first step fails'
HCF_EXECUTABLE=$(sed -n 's/^HCF_EXECUTABLE=//p' "$GITHUB_ENV")
export HCF_EXECUTABLE
HCF_PATHS=$'people\nhcf-missing.yaml\n' HCF_ARGS='--strict' HCF_FORMAT=github HCF_SARIF=out.sarif step 1 >../log 2>&1
[[ $? == 2 ]] || fault 'a path that is missing is 2'
HCF_PATHS=people HCF_ARGS='' HCF_FORMAT=github HCF_SARIF=out.sarif step 1 >../log 2>&1
[[ $? == 1 ]] || fault "errors are 1: $(cat ../log)"
grep -q '^::error file=people/bad.yaml,line=2,' ../log || fault 'no annotation'
"$python" -c 'import json; assert [r["ruleId"] for r in json.load(open("out.sarif"))["runs"][0]["results"] if r["level"] == "error"] == ["unknown-level"]' || fault 'no SARIF'
HCF_PATHS=people HCF_ARGS='' HCF_FORMAT=concise HCF_SARIF='' step 1 >../log 2>&1
"$python" - "$tree/ci/problem-matcher.json" ../log <<'END' || fault 'the problem matcher does not read what hcf prints'
import json, re, sys
pattern = json.load(open(sys.argv[1]))["problemMatcher"][0]["pattern"][0]
lines = open(sys.argv[2]).read().splitlines()
assert lines[0].startswith("::add-matcher::") and "::remove-matcher owner=hcf::" in lines, lines
found = [m for m in (re.match(pattern["regexp"], line) for line in lines) if m and m[pattern["severity"]] == "error"]
assert len(found) == 1, lines
values = {key: found[0][pattern[key]] for key in ("file", "line", "column", "severity", "message", "code")}
assert values == {"file": "people/bad.yaml", "line": "2", "column": "26", "severity": "error",
                  "message": "unknown level 'autonomus'", "code": "unknown-level"}, values
END
for input in paths args format sarif hcf; do
    [[ $(field "$tree/action.yml" "'inputs.$input' in str(d['runs'])") == True ]] || fault "the action does not use $input"
done

# Vim's quickfix list, where there is Vim.
if command -v vim >/dev/null; then
    grep '^set errorformat' "$tree/docs/ci.md" >errorformat.vim
    "$hcf" validate people --select unknown-level --format concise >errors.txt 2>/dev/null
    vim -es -u NONE -S errorformat.vim -c 'cgetfile errors.txt' \
        -c 'call writefile(map(getqflist(), {_, q -> bufname(q.bufnr).":".q.lnum.":".q.col.":".q.type}), "quickfix.txt")' -c q
    [[ $(cat quickfix.txt) == people/bad.yaml:2:26:e ]] || fault "Vim reads: $(cat quickfix.txt)"
fi

finish
