#!/usr/bin/env bash
# How many instructions the work takes, held against bench/budget.txt: a change that costs a tenth fails, with both
# numbers. They do not depend on how busy the machine is.
#   HCF_UPDATE=1 instructions.sh BINARY    writes the budget anew
# For the test of this test: HCF_BUDGET names another budget, HCF_ONLY one line of it.
source "${BASH_SOURCE%/*}/common.bash"

budget=${HCF_BUDGET:-$tree/bench/budget.txt}
documents=200
margin=10 # per cent

is_release || skip 'no release build, and the budget is one of the build that users run'
command -v valgrind >/dev/null || skip 'valgrind is not installed'
command -v python3 >/dev/null || skip 'python3 is not installed'

python3 "$tree/bench/corpus.py" --count "$documents" --files people || fault 'no corpus'
cp "$tree/examples/alice.yaml" .
corpus=$(cat people/*.yaml | sha256sum | cut -c 1-16)

# count NAME EXPECTED-EXIT ARGS...: instructions of one run, from start to end and in all threads, as a line of the budget.
count() {
    local name=$1 expected=$2 counted code=0
    shift 2
    [[ -z ${HCF_ONLY-} || $HCF_ONLY == "$name" ]] || return 0
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$hcf" "$@" >/dev/null 2>"$err" </dev/null || code=$?
    counted=$(sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$err")
    if [[ $code != "$expected" || -z $counted ]]; then
        fault "$name: exit $code under valgrind, or nothing counted: hcf $*"
        tail -n 5 "$err"
        return
    fi
    printf '%s %s\n' "$name" "$counted" >>counted
}

jobs=()
"$hcf" gap --help | grep -q -- --jobs && jobs=(--jobs 1)
: >counted
count version 0 --version
count gap-one-file 0 gap alice.yaml --as-of 2026-11-22
count validate 0 validate people --jobs 1 --as-of 2026-11-22
count gap 0 gap people "${jobs[@]}" --format csv --as-of 2026-11-22
((faults == 0)) || finish

if [[ ${HCF_UPDATE-} == 1 ]]; then
    {
        printf '# Instructions by callgrind of the release build, and the corpus of %s documents (bench/corpus.py) they hold for.\n' $documents
        printf '# Not more than %s %% above passes. Made by: HCF_UPDATE=1 tests/real/instructions.sh build/release/hcf\n' $margin
        printf 'corpus %s\n' "$corpus"
        cat counted
    } >"$budget"
    cat "$budget"
    finish
fi

[[ -r $budget ]] || { fault "no budget at $budget"; finish; }
grep -qx "corpus $corpus" "$budget" || fault "the corpus is another one ($corpus) than that of the budget; HCF_UPDATE=1 measures anew"
while read -r name counted; do
    allowed=$(awk -v name="$name" '$1 == name { print $2 }' "$budget")
    [[ $allowed =~ ^[0-9]+$ ]] || { fault "$name: no line in $budget"; continue; }
    change=$(awk -v now="$counted" -v then="$allowed" 'BEGIN { printf "%+.1f %%", (now / then - 1) * 100 }')
    printf '%-14s %13d instructions, budget %13d: %s\n' "$name" "$counted" "$allowed" "$change"
    if ((counted * 100 > allowed * (100 + margin))); then
        fault "$name: $counted instructions, $change over the budget of $allowed; the limit is $margin %"
    elif ((counted * 100 < allowed * (100 - margin))); then
        printf '%s: well below its budget, which guards little then; HCF_UPDATE=1 %s lowers it\n' "$name" "$0"
    fi
done <counted

finish
