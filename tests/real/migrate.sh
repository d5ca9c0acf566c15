#!/usr/bin/env bash
# migrate on real files: a plan writes nothing; --write keeps permissions, links, comments and every other byte, leaves
# nothing behind, and nothing half written; done twice, it changes nothing.
source "${BASH_SOURCE%/*}/common.bash"

as_of=(--as-of 2026-11-22)
cp -r "$tree/framework" next
sed -i -e 's/^  version: "4\.5"$/  version: "5.0"/' next/levels.yaml
sed -i -e 's/^  - id: communicate-effectively$/  - id: communicate-well/' \
    -e 's/^  - id: filing-systems$/  - id: keep-records\n    same_as: [clinical-homecare\/filing-systems]/' next/competences.yaml
mkdir people
cp "$tree"/examples/{alice,ben,chi,pseudonymous}.yaml people
mv people/ben.yaml ben.yaml
ln -s ../ben.yaml people/ben.yaml
chmod 640 people/alice.yaml
cp -rL people before
for name in alice ben chi pseudonymous; do
    "$hcf" gap "people/$name.yaml" "${as_of[@]}" --totals --format csv >"$name.csv"
done

run framework diff embedded next --format csv
expect_code 0
expect_text "$out" 'competence,renamed,communicate-effectively,communicate-well,'
run migrate people --to next "${as_of[@]}"
expect_code 0
diff -r before people >/dev/null || fault 'a plan changed a file'
run migrate people --to next --diff --show-values "${as_of[@]}"
expect_code 0
cp "$out" all.patch
run migrate people --to next --write "${as_of[@]}"
expect_code 0
[[ $(stat -c %a people/alice.yaml) == 640 ]] || fault "mode $(stat -c %a people/alice.yaml)"
[[ -L people/ben.yaml ]] || fault 'the link is gone'
[[ $(find people -type f | wc -l) == 3 ]] || fault 'something was left behind'
for name in alice ben chi pseudonymous; do
    sed -e 's/clinical-homecare 4\.5/clinical-homecare 5.0/' -e 's/communicate-effectively/communicate-well/' \
        -e 's/filing-systems/keep-records/' "before/$name.yaml" | cmp -s - "people/$name.yaml" ||
        fault "$name: more than names changed"
    "$hcf" gap "people/$name.yaml" --framework next "${as_of[@]}" --totals --format csv | cmp -s - "$name.csv" ||
        fault "$name: other figures"
done
if command -v patch >/dev/null; then
    (cd before && patch -p2 <../all.patch >/dev/null) && diff -r before people >/dev/null || fault 'the diff is no patch'
fi
cp -rL people moved
run migrate people --to next --write "${as_of[@]}"
expect_code 0
diff -r moved people >/dev/null || fault 'the second time changed something'

# And back: the very bytes that were there.
run migrate people --framework next --to embedded --write "${as_of[@]}"
expect_code 0
for name in alice ben chi pseudonymous; do
    cmp -s "people/$name.yaml" "$tree/examples/$name.yaml" || fault "$name: not the same bytes after both ways"
done

# A file that may not be written stays, and the exit code says so.
if can_be_nobody && [[ $(id -u) == 0 ]]; then
    cp -r next locked-next && chmod -R a+rX locked-next
    mkdir locked && cp "$tree/examples/alice.yaml" locked/a.yaml
    chmod 755 locked && chmod 644 locked/a.yaml
    as_nobody "$hcf" migrate locked/a.yaml --to locked-next --write >"$out" 2>"$err"
    code=$?
    ran='hcf migrate --write as nobody'
    expect_code 2
    cmp -s locked/a.yaml "$tree/examples/alice.yaml" || fault 'a file was changed that may not be'
fi

finish
