#!/usr/bin/env bash
# The guard of instructions.sh itself: it passes at its budget, fails above it with both numbers, and where the budget is
# of another corpus or lacks a line.
source "${BASH_SOURCE%/*}/common.bash"

is_release || skip 'no release build'
command -v valgrind >/dev/null || skip 'valgrind is not installed'

# guard: runs it on the budget `mine`, for the cheapest line of it.
guard() {
    ran='instructions.sh'
    HCF_BUDGET=$work/mine HCF_ONLY=version bash "$tree/tests/real/instructions.sh" "$hcf" >"$out" 2>&1
    code=$?
}

HCF_UPDATE=1 guard
expect_code 0
counted=$(awk '$1 == "version" { print $2 }' mine)
[[ $counted -gt 1000 ]] || fault "no instructions were counted: $(cat mine)"
cp mine right

guard
expect_code 0

# 12 % more than the budget fails, and says how many there are and how many there may be.
small=$((counted * 100 / 112))
sed "s/^version .*/version $small/" right >mine
guard
expect_code 1
expect_text "$out" "instructions, +1"
expect_text "$out" "over the budget of $small"

# 8 % more is let pass.
sed "s/^version .*/version $((counted * 100 / 108))/" right >mine
guard
expect_code 0

# A budget far above is told, since it would guard nothing.
sed "s/^version .*/version $((counted * 2))/" right >mine
guard
expect_code 0
expect_text "$out" 'well below its budget'

sed 's/^corpus .*/corpus 0000000000000000/' right >mine
guard
expect_code 1
expect_text "$out" 'the corpus is another one'

grep -v '^version' right >mine
guard
expect_code 1
expect_text "$out" 'version: no line in'

rm mine
guard
expect_code 1
expect_text "$out" 'no budget'

finish
