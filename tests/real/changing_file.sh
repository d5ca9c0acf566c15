#!/usr/bin/env bash
# A file that changes while it is read is said to have changed, in bounded time, and is no success.
source "${BASH_SOURCE%/*}/common.bash"

assessment P-0 >moving.yaml
for ((i = 1; i <= 20000; i++)); do printf -- '---\n' && assessment "P-$i"; done >>moving.yaml

# grows COMMAND...: while the program reads, the file does not stop growing.
grows() {
    while :; do printf '# more\n' >>moving.yaml; done &
    local writer=$!
    run "$@" moving.yaml
    kill "$writer" && wait "$writer" 2>/dev/null
    [[ $code == 2 ]] || fault "$ran: exit $code for a file that grows"
    cat "$out" "$err" >all
    expect_text all '[file-changed]'
}
grows gap --totals --format csv
grows validate -q

# Cut off while it is read.
cp moving.yaml whole.yaml
(sleep 0.02; : >moving.yaml) &
run gap --totals --format csv moving.yaml
wait
[[ $code == 0 || $code == 2 ]] || fault "$ran: exit $code for a file that is cut off"
if [[ $code == 0 && $(wc -l <"$out") -lt 20002 ]]; then fault 'half a file was reported as a whole one'; fi

finish
