#!/usr/bin/env bash
# validate --fix on real files: permissions and links stay, nothing is left behind, and what a report says stays the same.
source "${BASH_SOURCE%/*}/common.bash"

as_of=(--as-of 2026-11-22)
mkdir people
for name in alice ben chi; do
    sed -e 's/^  level: \(.*\)$/  level: \U\1/; s/^  hand-hygiene:/  HAND-Hygiene:/; s/2026-09-12/2026-9-12/; s/$/\r/' \
        "$tree/examples/$name.yaml" >"people/$name.yaml"
    "$hcf" gap "$tree/examples/$name.yaml" "${as_of[@]}" --format csv >"$name.csv"
done
chmod 640 people/alice.yaml
ln -s people/ben.yaml link.yaml
cp people/chi.yaml chi.before

run validate people/chi.yaml --diff --show-values "${as_of[@]}"
expect_code 1
cmp -s people/chi.yaml chi.before || fault '--diff changed the file'
cp "$out" chi.patch
run validate people/alice.yaml link.yaml people/chi.yaml --fix "${as_of[@]}"
expect_code 0
expect_text "$err" 'in 3 files'
if command -v patch >/dev/null; then
    patch -p1 --binary chi.before <chi.patch >/dev/null && cmp -s chi.before people/chi.yaml || fault 'the diff is no patch of it'
fi
[[ $(stat -c %a people/alice.yaml) == 640 ]] || fault "mode $(stat -c %a people/alice.yaml)"
[[ -L link.yaml ]] || fault 'the link is gone'
[[ $(find people -type f | wc -l) == 3 ]] || fault 'something was left behind'
! grep -lq $'\r' people/*.yaml || fault 'a carriage return is left'
for name in alice ben chi; do
    "$hcf" gap "people/$name.yaml" "${as_of[@]}" --format csv | cmp -s - "$name.csv" || fault "$name: another report"
done
run validate people --fix "${as_of[@]}"
[[ $(cat "$err") != *fix* ]] || fault 'the second time changed something'

# Examples have nothing to mend; a file that may not be written stays.
cp -r "$tree/examples" "$tree/framework" .
run validate examples framework --diff "${as_of[@]}"
expect_code 0
if can_be_nobody; then
    mkdir locked && printf 'hcf: assessment/1\nperson: {id: P-1, level: Supportive}\nratings: {}\n' >locked/a.yaml
    chmod 755 locked && chmod 644 locked/a.yaml
    as_nobody "$hcf" validate locked/a.yaml --fix >"$out" 2>"$err"
    code=$?
    ran='hcf validate --fix as nobody'
    [[ $(id -u) != 0 ]] || expect_code 2
    [[ $(id -u) != 0 ]] || grep -q Supportive locked/a.yaml || fault 'a file was changed that may not be'
fi

finish
