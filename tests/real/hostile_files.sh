#!/usr/bin/env bash
# Files that are too large, too deep or no text at all: a clear error in bounded time and memory, and the next file is read.
source "${BASH_SOURCE%/*}/common.bash"

assessment P-1 >good.yaml

# bad NAME TEXT: an error that says TEXT, in less than 5 s and 100 MB; the good file is reported all the same.
bad() {
    limited 5 102400 validate "$1"
    expect_code 1
    expect_text "$out" "$2"
    (($(wc -c <"$out") < 20000)) || fault "$ran: says more than 20,000 bytes"
    limited 5 102400 gap --totals --format csv "$1" good.yaml
    expect_code 2
    expect_text "$out" 'P-1,'
    expect_text "$err" "$2"
    expect_text "$err" '1 of '
    expect_text "$err" 'left out for errors'
}

: >empty.yaml
bad empty.yaml '[empty-document]'

head -c 1000000 /dev/zero >nuls.yaml
bad nuls.yaml '[control-character]'

head -c 1000000 /dev/urandom >random.yaml
bad random.yaml 'error:'

cp "$hcf" binary.yaml
bad binary.yaml 'error:'

head -c 100000 /dev/zero | tr '\0' '[' >brackets.yaml
bad brackets.yaml '[nesting-too-deep]'

head -c 100000 /dev/zero | tr '\0' '{' >braces.yaml
bad braces.yaml '[nesting-too-deep]'

for ((i = 0; i < 3000; i++)); do printf '%*s- \n' "$i" ''; done >indented.yaml
bad indented.yaml '[nesting-too-deep]'

head -c 100000 /dev/zero | sed 's/\x00/- /g' >dashes.yaml
bad dashes.yaml '[nesting-too-deep]'

head -c 100000 /dev/zero | sed 's/\x00/? /g' >questions.yaml
bad questions.yaml 'error:'

# 100 MB in one line, in one quote, of one document in many lines, of comments.
head -c 100000000 /dev/zero | tr '\0' x >line.yaml
bad line.yaml '[document-too-large]'
{ printf 'hcf: "'; cat line.yaml; } >quote.yaml
bad quote.yaml '[document-too-large]'
rm quote.yaml
fold -w 79 line.yaml | sed 's/^/# /' >comments.yaml
bad comments.yaml 'error:'
rm comments.yaml
{ assessment P-2; fold -w 70 line.yaml | sed 's/^x/x-&/; s/$/: 1/'; } >keys.yaml
bad keys.yaml '[document-too-large]'
rm keys.yaml line.yaml

# Many keys, many of them twice; many errors.
{ assessment P-2; for ((i = 0; i < 40000; i++)); do printf 'x-%d: 1\nx-%d: 2\n' "$i" "$i"; done; } >twice.yaml
limited 5 102400 validate twice.yaml
expect_code 1
expect_text "$out" '[duplicate-key]'
{ printf 'hcf: assessment/1\nperson: {id: P-2, level: supportive}\nratings:\n'; for ((i = 0; i < 20000; i++)); do printf '  nothing-%d: met\n' "$i"; done; } >unknown.yaml
limited 5 102400 validate unknown.yaml
expect_code 1
expect_text "$out" '[unknown-competence]'

# A catalogue in which nothing that comes first is there: near names are not looked for without end.
{ printf 'hcf: catalogue/1\ncourses:\n'; for ((i = 0; i < 40000; i++)); do printf '  - {id: course-%d, develops: [safeguarding], after: [corse-%d]}\n' "$i" "$i"; done; } >courses.yaml
limited 10 204800 validate courses.yaml
expect_code 1
expect_text "$out" '[unknown-course]'
expect_text "$out" "did you mean 'course-"

# A value of just under 1 MiB is no reason to say all of it again.
{ printf 'hcf: assessment/1\nperson: {id: P-2, level: '; head -c 1000000 /dev/zero | tr '\0' x; printf '}\nratings: {}\n'; } >value.yaml
bad value.yaml '[unknown-level]'

# A stream of 20 MB in small documents is fine, in the memory of one.
{ printf 'hcf: assessment/1\nperson: {id: P-2, level: supportive}\nratings: {}\n'
  yes -- $'---\nhcf: catalogue/1\nprovider: Example Academy, at length, so that it fills a line of text\ncourses: []' | head -c 20000000; printf '\n'; } >stream.yaml
mkdir many
mv stream.yaml many
limited 20 20480 gap --totals --format csv many
expect_text "$out" 'P-2,'

finish
