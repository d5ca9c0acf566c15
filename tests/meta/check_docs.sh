#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the documentation says is what the program does.
#   tests/meta/check_docs.sh BINARY                 complains of every difference
#   HCF_UPDATE=1 tests/meta/check_docs.sh BINARY    also rewrites docs/rules.md, and outputs that Markdown shows in full
#
# Runnable examples stand in fenced blocks of ```console in Markdown, and in `.Bd -literal` blocks of the man pages. A
# block is read like a terminal: a line that begins with "$ " is run, in a folder that looks like the repository's root;
# the lines under it, if any, are what it prints on both streams, where a line "..." stands for lines left out.
# A command ends with 0, unless `$ echo $?` follows and shows something else. A block (```yaml in Markdown) that begins
# with "hcf: " is a document, and must be one without errors.
set -uo pipefail
export LC_ALL=C.UTF-8
unset HCF_FRAMEWORK NO_COLOR CLICOLOR_FORCE

(($# == 1)) || {
    echo "usage: $0 BINARY" >&2
    exit 2
}
binary=$(readlink -f "$1")
root=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
cd "$root" || exit 2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
faults=0
examples=0
documents_shown=0

# fault PLACE TEXT...: one complaint.
fault() {
    printf '%s: %s\n' "$1" "${*:2}"
    faults=$((faults + 1))
}

# --- options and commands: --help against the man pages --------------------------------------------------------------

# The long options that the help defines, each at the beginning of its line.
help_options() {
    awk '$1 ~ /^-/ {
        gsub(/,/, " ")
        for (i = 1; i <= NF && $i ~ /^-/; i++) if ($i ~ /^--[a-z]/) print $i
    }' | sort -u
}

# The long options that a man page defines, each in an .It line.
page_options() {
    awk '$1 == ".It" {
        for (i = 2; i < NF; i++) if ($i == "Fl" && $(i + 1) ~ /^-[a-z]/) print "-" $(i + 1)
    }' "$1" | sort -u
}

# all_help ARGUMENT...: `hcf ARGUMENT... --help`, and that of the commands below it, which share its page.
all_help() {
    local word
    "$binary" "$@" --help
    (($# == 0)) || ! "$binary" "$@" --help | grep -q "^Usage: hcf $* COMMAND" ||
        while read -r word; do
            ! "$binary" "$@" "$word" --help | grep -q "^Usage: hcf $* $word" || all_help "$@" "$word"
        done < <("$binary" "$@" --help | awk '$1 ~ /^[a-z][a-z-]*$/ && NF > 1 { print $1 }') 2>/dev/null
}

# compare_options PAGE ARGUMENT...: the options of `hcf ARGUMENT... --help` are those of the page.
compare_options() {
    local page=$1 option
    all_help "${@:2}" | help_options | sort -u >"$scratch/help"
    page_options "$page" >"$scratch/page"
    [[ -s $scratch/help ]] || fault "$page" "'hcf ${*:2} --help' names no option"
    while read -r option; do fault "$page" "does not describe $option"; done \
        < <(comm -23 "$scratch/help" "$scratch/page")
    while read -r option; do fault "$page" "describes $option, which --help does not know"; done \
        < <(comm -13 "$scratch/help" "$scratch/page")
}

# The commands that the help lists: words at the beginning of a line that have a help of their own.
list_commands() {
    local word
    while read -r word; do
        ! "$binary" "$word" --help 2>/dev/null | grep -q "^Usage: hcf $word" || echo "$word"
    done < <("$binary" --help | awk '$1 ~ /^[a-z][a-z-]*$/ && NF > 1 { print $1 }') | sort -u
}

check_options() {
    local command page
    compare_options man/hcf.1
    list_commands >"$scratch/commands"
    [[ -s $scratch/commands ]] || fault man/hcf.1 "'hcf --help' lists no command"
    while read -r command; do
        page=man/hcf-$command.1
        grep -q "^\.It Xr hcf-$command 1" man/hcf.1 || fault man/hcf.1 "does not list the command $command"
        if [[ -e $page ]]; then compare_options "$page" "$command"; else fault "$page" "is missing"; fi
    done <"$scratch/commands"
    for page in man/hcf-*.1; do
        command=${page#man/hcf-}
        grep -qx "${command%.1}" "$scratch/commands" || fault "$page" "describes no command that --help lists"
    done
}

# --- examples --------------------------------------------------------------------------------------------------------

# A folder that looks like the repository's root, with hcf in it and on the path, where examples may write files.
make_stage() {
    local entry
    rm -rf "${scratch:?}/stage" "${scratch:?}/bin"
    mkdir "$scratch/stage" "$scratch/bin"
    for entry in CHANGELOG.md LICENSE README.md docs examples framework man tests; do
        ln -s "$root/$entry" "$scratch/stage/$entry"
    done
    # The members of the teams that are shown.
    mkdir -p "$scratch/stage/people/north"
    cp "$root/examples/alice.yaml" "$scratch/stage/people/alice.yaml"
    cp "$root/examples/ben.yaml" "$scratch/stage/people/north/ben.yaml"
    ln -s "$binary" "$scratch/stage/run"
    ln -s "$binary" "$scratch/bin/hcf"
}

# fits EXPECTED ACTUAL: the same lines; a line "..." of the first stands for any number of lines.
fits() {
    awk '
        function same(at, i) {
            for (i = 1; i <= size; i++) if (part[i] != actual[at + i - 1]) return 0
            return 1
        }
        # Places the part at the first line from `next_line` on where it fits; at once, or at the end, where it must.
        function place(is_first, is_last, at, last) {
            last = lines - size + 1
            at = is_last && !is_first ? last : next_line
            if (is_first) last = is_last && lines != size ? 0 : at
            for (; at >= next_line && at <= last; at++) {
                if (!same(at)) continue
                next_line = at + size
                size = 0
                return 1
            }
            return 0
        }
        FILENAME == ARGV[1] { wanted[++count] = $0; next }
        { actual[++lines] = $0 }
        END {
            next_line = 1
            is_first = 1
            for (i = 1; i <= count; i++) {
                if (wanted[i] != "...") { part[++size] = wanted[i]; continue }
                if (!place(is_first, 0)) exit 1
                is_first = 0
            }
            exit !place(is_first, 1)
        }' "$1" "$2"
}

without_blank_end() { sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }

# run_example COMMAND: leaves what it printed in $scratch/actual; `status` becomes its exit code.
run_example() {
    example=$1
    if [[ $1 == 'echo $?' ]]; then
        echo "$status" >"$scratch/actual"
        status=0
        return
    fi
    ((status == 0)) || fault "$place" "the command before this one ended with $status"
    (cd "$scratch/stage" && PATH=$scratch/bin:$PATH timeout 60 bash -c "$1") </dev/null >"$scratch/output" 2>&1
    status=$?
    examples=$((examples + 1))
    tr -d '\r' <"$scratch/output" | without_blank_end >"$scratch/actual"
}

# is_block_start FILE LINE, is_block_end FILE LINE: in the file's own markup.
is_block_start() {
    if [[ $1 == *.md ]]; then [[ $2 == '```console' || $2 == '```yaml' ]]; else [[ $2 == '.Bd -literal'* ]]; fi
}
is_block_end() { if [[ $1 == *.md ]]; then [[ $2 == '```' ]]; else [[ $2 == '.Ed' ]]; fi; }

# plain FILE: lines of a block of the file, as a terminal shows them.
plain() {
    if [[ $1 == *.md ]]; then cat; else sed -e 's/\\-/-/g' -e "s/\\\\(aq/'/g" -e 's/\\&//g' -e 's/\\e/\\/g'; fi
}

# The state of check_examples: the example that was run last, where it stands and how it ended, what the document shows
# of it, and the lines of the document, as they shall be.
example='' place='' status=0
shown=() kept=()

# Compares what the document shows of the last example with what was printed.
check_shown() {
    local file=$1
    without_blank_end < <(((${#shown[@]} == 0)) || printf '%s\n' "${shown[@]}" | plain "$file") >"$scratch/expected"
    if [[ -s $scratch/expected ]] && ! fits "$scratch/expected" "$scratch/actual"; then
        diff -u --label shown --label printed "$scratch/expected" "$scratch/actual" >"$scratch/diff"
        if grep -qxF ... "$scratch/expected"; then
            fault "$place" "does not print these lines, or not there:"
            grep '^-[^-]' "$scratch/diff" | grep -vxF -- -... | sed 's/^-/    /'
        elif [[ ${HCF_UPDATE-} == 1 && $file == *.md && $example != 'echo $?' ]]; then
            mapfile -t shown <"$scratch/actual"
            echo "$place: updated"
        else
            fault "$place" "prints something else than the document shows:"
            sed 's/^/    /' "$scratch/diff"
        fi
    fi
    kept+=("${shown[@]}")
    shown=()
}

# judge_document FILE: what stands on standard input must have no errors.
judge_document() {
    (cd "$scratch/stage" && exec "$binary" validate - --stdin-filename "${1##*/}" --as-of 2026-11-22) \
        >"$scratch/output" 2>&1 && return
    fault "$place" "the document shown is not right:"
    sed 's/^/    /' "$scratch/output"
}

# A document that is shown must be one without errors. Those of a framework are one framework, which is judged when the
# page has been read.
check_document() {
    local file=$1
    printf '%s\n' "${shown[@]}" | plain "$file" >"$scratch/document"
    if [[ ${shown[0]} =~ ^'hcf: '(levels|competences|roles|scales)/ ]]; then
        { echo ---; cat "$scratch/document"; } >>"$scratch/framework"
    else
        judge_document "$file" <"$scratch/document"
    fi
    documents_shown=$((documents_shown + 1))
    kept+=("${shown[@]}")
    shown=()
}

# check_examples FILE: runs its blocks from top to bottom.
check_examples() {
    local file=$1 number state=outside line
    local -a lines
    mapfile -t lines <"$file"
    kept=()
    rm -f "$scratch/framework"
    make_stage
    for ((number = 1; number <= ${#lines[@]}; number++)); do
        line=${lines[number - 1]}
        if [[ $state == outside ]]; then
            ! is_block_start "$file" "$line" || state=block
        elif is_block_end "$file" "$line"; then
            [[ $state != example ]] || check_shown "$file"
            [[ $state != document ]] || check_document "$file"
            ((status == 0)) || fault "$place" "ends with $status, and the document does not say so"
            status=0 state=outside
        elif [[ $line == '$ '* ]]; then
            [[ $state != example ]] || check_shown "$file"
            place=$file:$number state=example
            run_example "$(plain "$file" <<<"${line#'$ '}")"
        elif [[ $state == block && $line == 'hcf: '* ]]; then
            place=$file:$number state=document
            shown+=("$line")
            continue
        elif [[ $state != block ]]; then
            shown+=("$line")
            continue
        fi
        kept+=("$line")
    done
    [[ ! -s $scratch/framework ]] || judge_document "$file" <"$scratch/framework"
    [[ ${HCF_UPDATE-} != 1 ]] || printf '%s\n' "${kept[@]}" | cmp -s - "$file" || printf '%s\n' "${kept[@]}" >"$file"
}

# --- links -----------------------------------------------------------------------------------------------------------

# The anchors of a Markdown file's headings.
anchors() {
    # shellcheck disable=SC2016
    sed -n -e '/^```/,/^```/d' -e 's/^##* //p' "$1" |
        tr '[:upper:]' '[:lower:]' | sed -e 's/[^a-z0-9 _-]//g' -e 's/ /-/g'
}

# check_links FILE: links to other files of the repository, and to headings, lead somewhere.
check_links() {
    local file=$1 target path anchor
    # shellcheck disable=SC2016
    while read -r target; do
        [[ $target != *://* && $target != mailto:* ]] || continue
        path=${target%%#*}
        anchor=${target#"$path"}
        path=${path:+$(dirname "$file")/$path}
        path=${path:-$file}
        if [[ ! -e $path ]]; then
            fault "$file" "the link to $target leads nowhere"
        elif [[ -n $anchor ]] && ! anchors "$path" | grep -qxF -- "${anchor#'#'}"; then
            fault "$file" "the link to $target names no heading"
        fi
    done < <(sed '/^```/,/^```/d' "$file" | grep -oE '\]\([^) ]+\)' | sed -e 's/^](//' -e 's/)$//')
}

# --- the whole -------------------------------------------------------------------------------------------------------

check_rules() {
    "$binary" explain --all --format markdown >"$scratch/rules" || fault docs/rules.md "hcf explain failed"
    cmp -s "$scratch/rules" docs/rules.md && return
    if [[ ${HCF_UPDATE-} == 1 ]]; then
        cp "$scratch/rules" docs/rules.md
        echo "docs/rules.md: updated"
    else
        fault docs/rules.md "is not what 'hcf explain --all --format markdown' prints; HCF_UPDATE=1 $0 writes it anew"
    fi
}

check_pages() {
    if ! command -v mandoc >/dev/null; then
        echo "mandoc is not installed: the man pages are not linted"
        return
    fi
    mandoc -T lint -W warning man/*.[1-8] || fault man "mandoc complains, see above"
}

mapfile -t pages < <(find README.md CHANGELOG.md docs examples man \( -name '*.md' -o -name '*.[1-8]' \) | sort)
check_options
check_rules
for page in "${pages[@]}"; do
    check_examples "$page"
    [[ $page != *.md ]] || check_links "$page"
done
check_pages

echo "${#pages[@]} pages, $examples examples run, $documents_shown documents checked: $faults faults"
((faults == 0 && examples > 0))
