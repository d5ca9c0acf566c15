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

# Several at once: one waits for the other, and nothing is lost.
values=(not-met partial met) ids=(hand-hygiene safeguarding uphold-rights)
for ((i = 0; i < 10; i++)); do
    printf 'hcf: assessment/1\nperson: {id: P-1, level: supportive}\nratings: {}\n' >many.yaml
    pids=()
    for id in "${ids[@]}"; do
        "$hcf" record many.yaml --competence "$id" --value "${values[i % 3]}" --as-of 2026-11-22 -q >/dev/null 2>>many.err &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do wait "$pid" || fault "round $i: one of several at once: exit $?"; done
    for id in "${ids[@]}"; do
        grep -q "$id: {value: ${values[i % 3]}," many.yaml || fault "round $i: the rating of $id is lost"
    done
done

# What a killed process left beside the file goes with the next change, and nothing else does.
cp old.yaml alice.yaml
sleep 100 &
alive=$!
"$hcf" --version >/dev/null &
dead=$!
wait "$dead"
keeps=("alice.yaml.$alive-0" "alice.yaml.$dead" "alice.yaml.$dead-x" "alice.yaml.x$dead-0" "alice.yaml.-0" "other.yaml.$dead-0")
for name in "${keeps[@]}" "alice.yaml.$dead-0" "alice.yaml.$dead-12"; do cp old.yaml "$name"; done
ln -s old.yaml "alice.yaml.$dead-1"
mkdir "alice.yaml.$dead-2"
run "${record[@]}" --diff
[[ -e alice.yaml.$dead-0 ]] || fault '--diff removed a file'
run "${record[@]}"
expect_code 0
[[ ! -e alice.yaml.$dead-0 && ! -e alice.yaml.$dead-12 ]] || fault 'a copy of a killed process is still there'
for name in "${keeps[@]}" "alice.yaml.$dead-2"; do [[ -e $name ]] || fault "$name is gone"; done
[[ -L alice.yaml.$dead-1 ]] || fault 'a link is gone'
kill "$alive"
wait "$alive" 2>/dev/null

# A file with two names would be parted from the other one.
cp old.yaml alice.yaml
ln alice.yaml second.yaml
run "${record[@]}"
expect_code 2
expect_text "$err" 'hard links'
cmp -s old.yaml alice.yaml && [[ alice.yaml -ef second.yaml ]] || fault 'a hard link was parted'
rm second.yaml

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
    # What a group shares stays shared; where that cannot be, the file stays as it is.
    mkdir shared && chmod 777 shared
    cp old.yaml shared/alice.yaml && chown 0:65534 shared/alice.yaml && chmod 660 shared/alice.yaml
    as_nobody "$hcf" record shared/alice.yaml "${record[@]:2}" >"$out" 2>"$err"
    code=$? ran='hcf record as a member of the group'
    expect_code 0
    [[ $(stat -c '%a %g' shared/alice.yaml) == '660 65534' ]] || fault "the group has $(stat -c '%a %g' shared/alice.yaml)"
    cp old.yaml shared/ours.yaml && chown 65534:0 shared/ours.yaml && chmod 640 shared/ours.yaml
    as_nobody "$hcf" record shared/ours.yaml "${record[@]:2}" >"$out" 2>"$err"
    code=$? ran='hcf record, where the group would lose its access'
    expect_code 2
    expect_text "$err" 'its group cannot be kept'
    [[ $(stat -c '%a %g' shared/ours.yaml) == '640 0' ]] && cmp -s old.yaml shared/ours.yaml || fault 'the file was changed'
    [[ $(ls shared) == $'alice.yaml\nours.yaml' ]] || fault "left: $(ls shared)"
fi
# No room for the new one: the old one stays.
{ bash -c 'ulimit -f 1 && exec "$@"' limited "$hcf" "${record[@]}"; } >"$out" 2>"$err"
cmp -s old.yaml alice.yaml || fault 'not the old file where there was no room for a new one'

finish
