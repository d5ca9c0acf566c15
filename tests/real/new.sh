#!/usr/bin/env bash
# What `hcf new` writes is right as soon as its ids are filled in, for every kind, level, role and person: no error, and no
# warning but that nothing is assessed yet.
source "${BASH_SOURCE%/*}/common.bash"

# clean PATH...: no finding but the one that may be.
clean() {
    run validate "$@" --as-of 2026-11-22 --strict --ignore required-not-assessed
    expect_code 0
    expect_empty "$out"
}

# filled KIND FILE OPTION...: a starter file with its ids filled in.
filled() {
    local kind=$1 file=$2
    run new "$kind" "${@:3}"
    expect_code 0
    sed -e 's/REPLACE-ME/EX-0001/' -e 's/our-/north-/g' -e 's/first-/home-/g' "$out" >"$file"
    cmp -s "$out" "$file" || return 0
    [[ $kind == config || $kind == scales || " ${*:3}" == *' --person'* || " ${*:3}" == *' --from'* ]] || fault "$kind: no id to fill in"
}

mkdir framework
for kind in levels competences roles scales; do filled "$kind" "framework/$kind.yaml"; done
clean framework
for kind in overlay assessment team service catalogue; do
    filled "$kind" "$kind.yaml"
    clean "$kind.yaml"
done
# A framework of one's own: what names its levels and competences comes out of it.
run new assessment --framework framework -o own.yaml
expect_text own.yaml 'level: home-level'

"$hcf" show levels --format csv >levels.csv && "$hcf" show roles --format csv >roles.csv || fault 'no levels, no roles'
mkdir people
number=0
for level in supportive associate autonomous enhanced advanced; do
    for kind in assessment team service; do
        filled "$kind" "people/$kind-$level.yaml" --level "$level"
        clean "people/$kind-$level.yaml"
    done
done
while read -r role; do
    number=$((number + 1))
    filled assessment "people/$role.yaml" --role "$role" --person "$role" --name "Somebody: no. $number" --organisation 'Yes' --team 'no'
    clean "people/$role.yaml"
done < <(tail -n +2 roles.csv | cut -d, -f1 | tr -d '\r' | awk 'NR % 5 == 1')
((number > 5)) || fault 'no roles were tried'

# From an earlier assessment: who it is, and nothing that was said.
for name in alice ben chi pseudonymous; do
    filled assessment "$name.yaml" --from "$tree/examples/$name.yaml"
    clean "$name.yaml"
    run gap "$tree/examples/$name.yaml" --totals --format csv --as-of 2026-11-22
    cut -d, -f1-9 "$out" >before
    run gap "$name.yaml" --totals --format csv --as-of 2026-11-22
    cut -d, -f1-9 "$out" | cmp -s - before || fault "$name: another person, or asked for something else"
    tail -n 1 "$out" | cut -d, -f12 | grep -qx 0 || fault "$name: something is claimed"
done
expect_text alice.yaml '# hand-hygiene: VALUE'
expect_text alice.yaml 'was met on 2026-09-12'

# A comment stays one.
run new scales --schema $'a\nhcf: b'
expect_code 0
[[ $(grep -c '^hcf:' "$out") == 1 ]] || fault 'a line break ended a comment'

# What is recorded in a fresh file is all there is in it.
run record alice.yaml --competence hand-hygiene --value met --as-of 2026-11-22 -q
expect_code 0
run gap alice.yaml --totals --format csv --as-of 2026-11-22
tail -n 1 "$out" | cut -d, -f12 | grep -qx 1 || fault 'the recorded rating does not count'

finish
