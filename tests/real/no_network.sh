#!/usr/bin/env bash
# No network, ever; and no other program is started.
source "${BASH_SOURCE%/*}/common.bash"

strace -o trace -e trace=network true 2>/dev/null || skip 'no strace that works here'
cp -r "$tree/examples" .

for arguments in 'gap examples --as-of 2026-11-22' 'validate examples' 'show matrix' 'explain' 'gap examples/alice.yaml -o out.csv' '--help'; do
    ran="hcf $arguments"
    # shellcheck disable=SC2086
    timeout 30 strace -f -o trace -e trace=network,process "$hcf" $arguments >"$out" 2>"$err" </dev/null
    grep -qE '\b(socket|connect|bind|sendto|getaddrinfo)\(' trace && fault "$ran: uses the network"
    (($(grep -c 'execve(' trace) == 1)) || fault "$ran: starts another program"
done

finish
