#!/usr/bin/env bash
# An output file appears when it is whole, readable for its owner alone, and leaves no temporary file in any case.
source "${BASH_SOURCE%/*}/common.bash"

mkdir in to
for i in {1..100}; do assessment "P-$i" >"in/$i.yaml"; done

# only NAMES: what stands in the directory `to`.
only() {
    [[ $(ls -A to) == "$1" ]] || fault "$ran: left $(ls -A to | tr '\n' ' ') in the directory, not '$1'"
}

umask 022
run gap in --format json -o to/report.json
expect_code 0
only report.json
[[ $(stat -c %a to/report.json) == 600 ]] || fault "mode $(stat -c %a to/report.json), not 600"
tail -c 2 to/report.json | grep -q '}' || fault 'the file is not whole'

cp to/report.json first.json
run gap in --format json -o to/report.json --force
expect_code 0
only report.json
cmp -s first.json to/report.json || fault 'replaced by something else'
[[ $(stat -c %a to/report.json) == 600 ]] || fault 'replaced with another mode'

run gap in --format json -o to/report.json
expect_code 2
only report.json

# A link is replaced, and what it leads to stays.
echo precious >elsewhere.json
ln -s ../elsewhere.json to/link.json
run gap in --format json -o to/link.json
expect_code 2
run gap in --format json -o to/link.json --force
expect_code 0
[[ ! -L to/link.json ]] || fault 'the link is still one'
cmp -s first.json to/link.json || fault 'the link is not replaced by the report'
[[ $(cat elsewhere.json) == precious ]] || fault 'the report went where the link leads'
rm to/link.json

# Errors of use, and files left out: the first leaves nothing, the second a report.
rm to/report.json
run gap in --level autonomus -o to/report.json
expect_code 2
only ''
run gap in missing.yaml -o to/report.json
expect_code 2
only report.json
rm to/report.json

# A limit on the size of files stands for a disk that is full: the old file stays.
echo precious >to/report.json
ran='hcf gap with a limit of 8 KiB on files'
(trap '' XFSZ; ulimit -f 8; exec timeout 30 "$hcf" gap in --format json -o to/report.json --force) >"$out" 2>"$err"
code=$?
expect_code 2
expect_text "$err" "cannot write 'to/report.json'"
only report.json
[[ $(cat to/report.json) == precious ]] || fault 'the old file is gone'

# Stopped by a signal while it waits for its input.
for signal in TERM HUP; do
    mkfifo input
    "$hcf" gap - --format csv -o to/stopped.csv <input >/dev/null 2>&1 &
    job=$!
    exec 3>input
    sleep 0.3
    kill -"$signal" "$job"
    exec 3>&-
    wait "$job" 2>/dev/null
    ran="hcf gap, stopped by $signal"
    [[ ! -e to/stopped.csv ]] || rm to/stopped.csv
    only report.json
    rm -f input to/stopped.csv.*
done

finish
