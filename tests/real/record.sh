#!/usr/bin/env bash
# record on real files: permissions and links stay, and whenever it is killed, the file is the old or the new one, whole.
source "${BASH_SOURCE%/*}/common.bash"

record=(record alice.yaml --competence hand-hygiene --value met --by 'Chi Example' --basis assessor --as-of 2026-11-22 -q)

cp "$tree/examples/alice.yaml" old.yaml
cp old.yaml alice.yaml
chmod 640 alice.yaml
mkdir links && ln -s ../alice.yaml links/link.yaml
run "${record[@]}" --diff --show-values
expect_code 0
cmp -s old.yaml alice.yaml || fault '--diff changed the file'
cp "$out" change.patch
run record links/link.yaml "${record[@]:2}"
expect_code 0
expect_empty "$out"
expect_empty "$err"
[[ -L links/link.yaml ]] || fault 'the link is gone'
[[ $(stat -c %a alice.yaml) == 640 ]] || fault "mode $(stat -c %a alice.yaml)"
cp alice.yaml new.yaml
cmp -s old.yaml new.yaml && fault 'nothing was recorded'
if command -v patch >/dev/null; then
    cp old.yaml patched.yaml
    patch patched.yaml <change.patch >/dev/null && cmp -s patched.yaml new.yaml || fault 'the diff is no patch of it'
fi
run validate alice.yaml --as-of 2026-11-22
expect_code 0

# Killed at any moment. A file under another name may be left of a process that had no time, never half a one under its own.
rounds=${HCF_KILL_ROUNDS:-60}
begin=$(date +%s%N)
run "${record[@]}"
pause=$((($(date +%s%N) - begin) / 1000))
olds=0 news=0
for ((i = 0; i < rounds; i++)); do
    cp old.yaml alice.yaml
    "$hcf" "${record[@]}" >/dev/null 2>&1 &
    sleep "0.$(printf '%06d' $(((RANDOM * 32768 + RANDOM) % (pause * 5 / 4 + 1))))"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    if cmp -s alice.yaml old.yaml; then
        olds=$((olds + 1))
    elif cmp -s alice.yaml new.yaml; then
        news=$((news + 1))
    else
        fault "round $i: neither the old file nor the new one"
    fi
done
printf '%d rounds: %d times the old file, %d times the new one\n' "$rounds" "$olds" "$news"

# Files that cannot be changed stay.
cp old.yaml alice.yaml
mkfifo pipe.yaml
for path in pipe.yaml missing.yaml links - /dev/null; do
    run record "$path" "${record[@]:2}"
    expect_code 2
done
if can_be_nobody && [[ $(id -u) == 0 ]]; then
    mkdir locked && cp old.yaml locked/alice.yaml && chmod 755 locked && chmod 644 locked/alice.yaml
    as_nobody "$hcf" record locked/alice.yaml "${record[@]:2}" >"$out" 2>"$err"
    code=$?
    ran='hcf record as nobody'
    expect_code 2
    cmp -s old.yaml locked/alice.yaml || fault 'a file was changed that may not be'
fi
# No room for the new one: the old one stays.
{ bash -c 'ulimit -f 1 && exec "$@"' limited "$hcf" "${record[@]}"; } >"$out" 2>"$err"
cmp -s old.yaml alice.yaml || fault 'not the old file where there was no room for a new one'

finish
