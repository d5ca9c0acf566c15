#!/usr/bin/env bash
# hcf.yaml: found by walking up to the repository's root, and no further.
source "${BASH_SOURCE%/*}/common.bash"

mkdir -p repo/.git repo/people/north/drafts
printf 'exclude: [people/north/drafts/]\nwarnings: {unused-suppression: error}\n' >repo/hcf.yaml
assessment P-1 >repo/people/north/a.yaml
assessment P-2 >repo/people/north/drafts/b.yaml
printf '# hcf: ignore nope -- why\n' >>repo/people/north/a.yaml

# origin FOLDER: where hcf.yaml was found from there.
origin() { (cd "$1" && "$hcf" info --format csv | tr -d '\r' | sed -n 's/^config,//p'); }
[[ $(origin repo) == hcf.yaml,found ]] || fault "at the root: $(origin repo)"
[[ $(origin repo/people/north) == ../../hcf.yaml,found ]] || fault "below: $(origin repo/people/north)"

# Its patterns hold from where it stands, wherever hcf is started and however the path is written.
cd repo/people || exit 1
for path in north . ../people/north "$PWD"; do
    run validate "$path" --format concise
    expect_code 1
    expect_text "$err" '1 file checked: 1 error, 2 warnings'
done
run validate . --no-config
expect_code 0
expect_text "$err" '2 files checked: 0 errors, 5 warnings'
cd "$work" || exit 1

# A file of somebody else above the repository, or in a folder above where there is none, has no say.
printf 'nonsense: true\n' >hcf.yaml
[[ $(origin repo) == hcf.yaml,found ]] || fault 'the nearest one counts'
mkdir -p bare/.git bare/below plain/below
for folder in bare bare/below plain plain/below; do
    [[ $(origin "$folder") == ',not found' ]] || fault "$folder: $(origin "$folder")"
done
# A worktree has a file of that name.
mkdir tree && printf 'gitdir: elsewhere\n' >tree/.git
[[ $(origin tree) == ',not found' ]] || fault 'a worktree is a repository'
run info
expect_code 2
expect_text "$err" "unknown key 'nonsense'"

finish
