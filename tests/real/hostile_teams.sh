#!/usr/bin/env bash
# Teams that point where they should not, or at very many: clear errors in bounded time, and the others are reported.
source "${BASH_SOURCE%/*}/common.bash"

mkdir -p t/people
assessment P-1 >t/good.yaml

# team NAME MEMBER...: a team file of these members and of one that is good.
team() {
    local name=$1 member
    shift
    {
        printf 'hcf: team/1\nteam: {id: t}\nmembers:\n'
        for member in "$@" good.yaml; do printf -- '  - %s\n' "$member"; done
    } >"t/$name.yaml"
}

# bad NAME TEXT [PLACE]: the error says TEXT, at the first member if nowhere else; the good one is reported, and the pack
# says that it is incomplete.
bad() {
    limited 2 102400 team "t/$1.yaml" --format csv
    expect_code 2
    expect_text "$out" 'P-1,'
    expect_text "$err" "$2"
    expect_text "$err" "${3:-t/$1.yaml:4:5}: error:"
    limited 2 102400 team "t/$1.yaml" --assurance
    expect_code 2
    expect_text "$out" 'INCOMPLETE: 1 member is left out'
    limited 2 102400 gap "t/$1.yaml" --totals --format csv
    expect_code 2
    expect_text "$out" 'P-1,'
    limited 2 102400 validate "t/$1.yaml"
    expect_code 1
    expect_text "$out" "$2"
    ! grep -q root: "$out" "$err" || fault "$1: what stands outside is shown"
}

team above ../../etc/passwd
bad above '[member-outside-tree]'
team absolute /etc/passwd
bad absolute '[member-outside-tree]'
ln -s /etc/passwd t/link.yaml
team link link.yaml
bad link '[member-outside-tree]'
ln -s /etc t/away
team away away
bad away '[member-outside-tree]'
team around people/../../.out
bad around '[member-outside-tree]'
team globbed '"../../etc/pass*"'
bad globbed '[member-outside-tree]'

team itself itself.yaml
bad itself '[member-not-assessment]'
team one two.yaml
team two one.yaml
bad one '[member-not-assessment]' t/two.yaml:1:6

mkfifo t/pipe.yaml
team fifo pipe.yaml
bad fifo 'FIFO'
ln -s pipe.yaml t/link-to-pipe.yaml
team piped link-to-pipe.yaml
bad piped 'FIFO'
ln -s /dev/zero t/zero.yaml
team device zero.yaml --allow-outside
limited 2 102400 team t/device.yaml --allow-outside
expect_code 2
expect_text "$err" 'device'
ln -s loop-b.yaml t/loop-a.yaml
ln -s loop-a.yaml t/loop-b.yaml
team circle loop-a.yaml
bad circle 'error:'
team nothing '"none*.yaml"'
bad nothing '[empty-member-pattern]'

# A directory that leads into itself: each file is read once.
mkdir -p t/people/deep
assessment P-2 >t/people/deep/b.yaml
ln -s . t/people/self
ln -s .. t/people/deep/up
team loop people people/self 'people/deep/up/deep'
limited 2 102400 team t/loop.yaml --format csv
expect_code 0
[[ $(grep -c 'P-2,' "$out") == 14 ]] || fault "$ran: P-2 is to be read once"
team globs '"people/**/*.yaml"'
limited 2 102400 team t/globs.yaml --format csv
((code != 124 && code < 128)) || fault "$ran: stopped"

# 10,000 members, each in a file, in a directory, behind a glob, and in the team file; fewer where the build is slow.
mkdir t/many
count=10000
is_release || count=1000
ids=$(seq -w "$count")
for id in $ids; do assessment "M-$id" >"t/many/$id.yaml"; done
head() { printf 'hcf: team/1\nteam: {id: many}\nmembers:\n'; }
{ head; for id in $ids; do printf -- '  - many/%s.yaml\n' "$id"; done; } >t/paths.yaml
{ head; printf -- '  - many\n'; } >t/directory.yaml
{ head; printf -- '  - many/*.yaml\n'; } >t/glob.yaml
{ head; for id in $ids; do printf -- '  - {person: {id: M-%s, level: supportive}, ratings: {hand-hygiene: met}}\n' "$id"; done; } >t/inline.yaml
for form in paths directory glob inline; do
    limited 6 262144 team "t/$form.yaml" --format csv
    expect_code 0
    (($(wc -l <"$out") == 14 * count + 1)) || fault "$ran: $(wc -l <"$out") lines"
    printf '%s: %d ms, %d KiB\n' "$form" "$milliseconds" "$peak"
done
limited 10 262144 team t/paths.yaml --assurance --format csv
expect_code 0
printf 'pack: %d ms, %d KiB\n' "$milliseconds" "$peak"
limited 10 262144 team t/inline.yaml
expect_code 0

# All of them once more, and as many who are not there: one message each, and no more than a few seconds.
{ cat t/paths.yaml; for id in $ids; do printf -- '  - many/%s.yaml\n' "$id"; done; } >t/twice.yaml
limited 10 262144 team t/twice.yaml --format csv
expect_code 0
(($(wc -l <"$out") == 14 * count + 1)) || fault "$ran: $(wc -l <"$out") lines"
{ head; printf -- '  - good.yaml\n'; for id in $ids; do printf -- '  - lost/%s.yaml\n' "$id"; done; } >t/lost.yaml
limited 10 262144 team t/lost.yaml --format csv
expect_code 2
expect_text "$out" 'P-1,'
[[ $(grep -c '\[missing-member\]' "$err") == "$count" ]] || fault "$ran: $(grep -c missing-member "$err") messages"

finish
