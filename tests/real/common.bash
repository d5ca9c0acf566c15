# What the scripts of this folder share. Each gets the path of the binary, works in a directory of its own, and ends with
# `finish`: 0, or 1 after saying what is wrong; 77 skips it.
#   source "${BASH_SOURCE%/*}/common.bash"
set -u

hcf=$(realpath "${1:?the path of the binary}")
tree=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd)
work=$(mktemp -d)
trap 'cd / && chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
out=$work/.out err=$work/.err
faults=0

fault() {
    printf 'FAILED: %s\n' "$*"
    faults=$((faults + 1))
}

skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

finish() {
    ((faults == 0))
    exit
}

# Limits on time are meant for the build that users run.
is_release() { [[ ${HCF_BUILD_TYPE:-Release} == Release ]]; }

# run ARGS...: sets $code, fills $out and $err; never longer than half a minute.
run() {
    ran="hcf $*"
    timeout 30 "$hcf" "$@" >"$out" 2>"$err" </dev/null
    code=$?
}

# A program that was stopped by the clock (124) or by a signal (128 and more) has failed, whatever was expected.
expect_code() {
    [[ $code == "$1" ]] && return
    fault "$ran: exit $code, not $1"
    head -n 5 "$err" | sed 's/^/    /'
}

# expect_text FILE TEXT: the file holds the text.
expect_text() {
    grep -qF -- "$2" "$1" && return
    fault "$ran: no '$2' in:"
    head -n 5 "$1" | cut -c 1-200 | sed 's/^/    /'
}

expect_empty() {
    [[ ! -s $1 ]] && return
    fault "$ran: expected nothing, got:"
    head -n 5 "$1" | cut -c 1-200 | sed 's/^/    /'
}

# assessment ID: one that is right.
assessment() {
    printf 'hcf: assessment/1\nperson: {id: %s, level: supportive}\nratings: {hand-hygiene: met}\n' "$1"
}

# limited SECONDS KIBIBYTES ARGS...: as run, and holds the time and the memory against limits.
limited() {
    local seconds=$1 limit=$2 begin end
    shift 2
    is_release || seconds=$((seconds * 10))
    ran="hcf $*"
    begin=$(date +%s%N)
    if [[ -x /usr/bin/time ]]; then
        timeout 30 /usr/bin/time -q -f '%M' -o "$work/.peak" "$hcf" "$@" >"$out" 2>"$err" </dev/null
        code=$?
    else
        (ulimit -v $((limit * 4)) && exec timeout 30 "$hcf" "$@") >"$out" 2>"$err" </dev/null
        code=$?
        printf '0\n' >"$work/.peak"
    fi
    end=$(date +%s%N)
    peak=$(tail -n 1 "$work/.peak")
    milliseconds=$(((end - begin) / 1000000))
    ((milliseconds < seconds * 1000)) || fault "$ran: took $milliseconds ms, more than $seconds s"
    ((peak < limit)) || fault "$ran: took $peak KiB of memory, more than $limit"
}

# as_nobody COMMAND...: as a user to whom permissions apply; false where that cannot be had.
can_be_nobody() {
    [[ $(id -u) != 0 ]] || { chmod 755 "$work" && as_nobody "$hcf" --version >/dev/null 2>&1; }
}
as_nobody() {
    if [[ $(id -u) != 0 ]]; then
        "$@"
    else
        setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
    fi
}
