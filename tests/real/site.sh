#!/usr/bin/env bash
# hcf site: whole or not at all, nothing of others deleted, every link leads somewhere, data stay text.
source "${BASH_SOURCE%/*}/common.bash"

command -v python3 >/dev/null || skip 'python3 is not installed'

# Every href, id and anchor; no page may ask for anything that is not in the directory.
check_links() {
    python3 "$tree/tests/real/site_links.py" "$1" >"$out" 2>&1 && return
    fault "$1: links"
    head -n 20 "$out"
}

run site one
expect_code 0
expect_empty "$out"
expect_text "$err" "written to 'one'"
check_links one

# The same bytes, whatever the day, the place and the locale.
mkdir elsewhere
(cd elsewhere && TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 "$hcf" site -q two) || fault 'site two'
diff -r one elsewhere/two >"$out" || fault "another place, day zone or locale: $(head -n 3 "$out")"
run site -q one
expect_code 0
expect_empty "$err"
diff -r one elsewhere/two >"$out" || fault "written again: $(head -n 3 "$out")"
run site -q --as-of 2026-11-22 dated
grep -q 'as of 2026-11-22' dated/index.html || fault 'the day that was given is not named'
! grep -rq ', as of ' one || fault 'a day is named that nobody gave'

# What somebody else put there stays, and what hcf made no longer goes.
mkdir one/.git one/images
echo mine >one/notes.txt
echo mine >one/images/logo.svg
sed 's/^  - id: phlebotomist$/  - id: blood-taker/' "$tree/framework/roles.yaml" >roles.yaml
mkdir fw
cp "$tree"/framework/*.yaml fw/
mv roles.yaml fw/
run site --framework fw one
expect_code 0
expect_text "$err" '3 entries beside left alone'
[[ -e one/role-blood-taker.html && ! -e one/role-phlebotomist.html ]] || fault 'pages that were made before'
[[ $(cat one/notes.txt one/images/logo.svg) == $'mine\nmine' && -d one/.git ]] || fault 'something was lost'
check_links one

# What was changed by hand is not replaced without --force.
echo '<!-- mine -->' >>one/index.html
cp one/index.html changed.html
run site one
expect_code 2
expect_text "$err" "cannot write 'one/index.html': it was changed since hcf made it"
cmp -s one/index.html changed.html || fault 'a changed page was replaced'
run site one --force -q
expect_code 0
cmp -s one/index.html elsewhere/two/index.html || fault '--force did not replace it'

# A directory that hcf did not make.
mkdir others
echo mine >others/index.html
echo mine >others/cv.txt
run site others
expect_code 2
expect_text "$err" 'it is not empty, and hcf did not make it'
[[ $(ls others) == $'cv.txt\nindex.html' && $(cat others/index.html) == mine ]] || fault 'it was written into'
run site others --force
expect_code 0
[[ $(cat others/cv.txt) == mine ]] || fault '--force deleted a file of another name'
mkdir -p taken/index.html
run site taken --force
expect_code 2
expect_text "$err" "cannot write 'taken/index.html': it is a directory"
mkdir empty
chmod 750 empty
run site -q empty
expect_code 0
[[ $(stat -c %a empty) == 750 ]] || fault 'the permissions of the directory changed'
echo '{"schema": "hcf.site/1", "files": [{"name": "../notes.txt", "sha256": ""}]}' >empty/hcf-site.json
run site empty
expect_code 2

for target in fw/roles.yaml one/notes.txt; do
    run site "$target"
    expect_code 2
    expect_text "$err" 'it is a regular file, not a directory'
done
run site nowhere/site
expect_code 2
expect_text "$err" "cannot write 'nowhere/site': no such file or directory"
run site .
expect_code 2
run site . --force
expect_code 2
expect_text "$err" 'it holds the working directory'

# Where it cannot be written whole, the old one stays as it is, and nothing is left beside it.
cp -r elsewhere/two kept
before=$(find . -path './.*' -prune -o -print | sort)
ran='hcf site kept, with files of at most 64 KiB'
(ulimit -f 20 && trap '' XFSZ && exec timeout 30 "$hcf" site --as-of 2026-11-22 kept) >"$out" 2>"$err"
code=$?
expect_code 2
expect_text "$err" "cannot write 'kept'"
diff -r kept elsewhere/two >/dev/null || fault 'the old site was changed'
after=$(find . -path './.*' -prune -o -print | sort)
[[ $before == "$after" ]] || fault "something was left: $(diff <(echo "$before") <(echo "$after") | head -n 3)"
if [[ $(id -u) == 0 ]] && mkdir disk && mount -t tmpfs -o size=256k tmpfs disk 2>/dev/null; then
    run site disk/site
    expect_code 2
    expect_text "$err" 'no space left on device'
    [[ -z $(ls -A disk) ]] || fault 'something was left on the full disk'
    umount disk
else
    echo 'not checked: a full disk (nothing can be mounted here)'
fi
if can_be_nobody; then
    mkdir locked
    chmod 555 locked
    ran='hcf site locked/site'
    as_nobody timeout 30 "$hcf" site locked/site >"$out" 2>"$err"
    code=$?
    expect_code 2
    expect_text "$err" "cannot write 'locked/site': permission denied"
    [[ -z $(ls -A locked) ]] || fault 'something was left in the locked directory'
else
    echo 'not checked: a directory without permission (nobody cannot be had here)'
fi

# Whatever an overlay says is text.
cat >hostile.yaml <<'YAML'
hcf: overlay/1
overlay: {id: hostile, version: "1", title: "</title><script>alert(1)</script>"}
roles:
  - {id: hostile-role, title: "<script>alert(2)</script>\" onmouseover=\"alert(3)", levels: [autonomous], family: "<b>family", summary: "</script><script>alert(4)</script> & <!-- ]]>", aliases: ["'><img src=x onerror=alert(5)>"], competences: [hostile-competence]}
competences:
  - {id: hostile-competence, title: "<svg onload=alert(6)> \u202etxet", kind: role, theme: "\"><script>alert(7)</script>", description: "</script>\u2028<script>alert(8)</script>"}
YAML
run site -q --overlay hostile.yaml hostile
expect_code 0
check_links hostile
! grep -rlE --include='*.html' '<(svg onload|img src|b>family|script>alert)' hostile >"$out" || fault "markup of the overlay in $(cat "$out")"

# The commands that pages name are commands that work.
mkdir -p try/people
cp "$tree"/examples/{alice,ben,chi}.yaml try/people/
cp "$tree"/examples/alice.yaml try/person.yaml
cp "$tree"/examples/{alice,ben,chi,team}.yaml "$tree"/examples/catalogue.yaml try/
cp "$tree"/examples/service.yaml try/service.yaml
sed '/^assessed:/s/:.*/: 2024-01-15/' "$tree"/examples/alice.yaml >try/earlier.yaml
commands=0
while IFS= read -r command; do
    commands=$((commands + 1))
    rm -f try/me.yaml try/plan.ics
    cp "$tree"/examples/alice.yaml try/person.yaml
    ran=$command
    (cd try && eval "timeout 30 \"$hcf\" ${command#hcf }") >"$out" 2>"$err" </dev/null
    code=$?
    ((code < 2)) || { fault "a page says '$command': exit $code"; head -n 3 "$err"; }
done < <(python3 "$tree/tests/real/site_links.py" --commands elsewhere/two)
((commands > 30)) || fault "only $commands commands were found"

finish
