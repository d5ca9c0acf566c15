#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/scale.md with Slurm: a cluster of this machine alone (munged, slurmctld and slurmd, all in a directory of their own)
# runs an array job over shards; one task is killed, its index is submitted again, and the merge is, byte for byte, one run
# over everybody.
#   slurm.sh BINARY     77: skipped, where Slurm is not installed or cannot be started here
source "${BASH_SOURCE%/*}/../real/common.bash"

PATH=$PATH:/usr/sbin:/sbin
for program in munged mungekey slurmctld slurmd sbatch squeue; do
    command -v $program >/dev/null || skip "$program is not installed (Debian: slurm-wlm and munge)"
done
command -v python3 >/dev/null || skip 'python3 is not installed'
[[ $(id -u) == 0 ]] || skip 'slurmd needs root'

# --- a cluster of one --------------------------------------------------------------------------------------------------

cluster=$(mktemp -d /tmp/hcf-slurm-XXXXXX)
chmod 755 "$cluster" "$work"
daemons=()
stop() {
    local daemon
    export SLURM_CONF=$cluster/slurm.conf
    scancel --quiet --user=root 2>/dev/null
    for daemon in slurmd slurmctld munged; do
        [[ -s $cluster/$daemon.pid ]] && kill "$(<"$cluster/$daemon.pid")" 2>/dev/null
    done
    for daemon in "${daemons[@]}"; do
        kill "$daemon" 2>/dev/null
        wait "$daemon" 2>/dev/null
    done
    cd / && rm -rf "$cluster" "$work"
}
trap stop EXIT

host=$(hostname -s)
mkdir -m 700 "$cluster/munge" "$cluster/state" "$cluster/spool"
mkdir -m 755 "$cluster/socket"
mungekey --create --keyfile "$cluster/munge/key" || skip 'mungekey makes no key'
munged --force --key-file "$cluster/munge/key" --socket "$cluster/socket/munge" --pid-file "$cluster/munged.pid" \
    --log-file "$cluster/munge/log" --seed-file "$cluster/munge/seed" >"$cluster/munged.out" 2>&1 ||
    skip "munged cannot start: $(head -n 1 "$cluster/munged.out")"

# Ports that are likely free, so that two of these on one machine do not meet.
port=$((20000 + RANDOM % 20000))
cat >"$cluster/slurm.conf" <<CONF
ClusterName=hcf-test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$cluster/socket/munge
CredType=cred/munge
SlurmctldPort=$port
SlurmdPort=$((port + 1))
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
SlurmctldLogFile=$cluster/slurmctld.log
SlurmdLogFile=$cluster/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MailProg=/bin/true
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:4
CONF
export SLURM_CONF=$cluster/slurm.conf
slurmctld -D -c >"$cluster/slurmctld.out" 2>&1 </dev/null &
daemons+=($!)
slurmd -D >"$cluster/slurmd.out" 2>&1 </dev/null &
daemons+=($!)
for ((i = 0; i < 60; i++)); do
    [[ $(sinfo --noheader --format=%t 2>/dev/null) == idle* ]] && break
    sleep 1
done
[[ $(sinfo --noheader --format=%t 2>/dev/null) == idle* ]] || {
    tail -n 5 "$cluster"/slurm*.out "$cluster"/slurm*.log 2>/dev/null
    skip "Slurm does not come up here: $(grep -hm 1 -i 'error\|fatal' "$cluster"/slurmd.log "$cluster"/slurmctld.log 2>/dev/null)"
}

# --- the work ----------------------------------------------------------------------------------------------------------

people=${HCF_PEOPLE:-200} shards=4
each=$((people / shards))
mkdir bin shards parts logs && ln -s "$hcf" bin/hcf
export PATH=$work/bin:$PATH
python3 "$tree/bench/corpus.py" --count "$people" --stream all.yaml || fault 'no corpus'
for ((shard = 0; shard < shards; shard++)); do
    python3 "$tree/bench/corpus.py" --count "$each" --first $((shard * each)) --stream "shards/$shard.yaml"
done

# As in docs/scale.md, but for shard 2, which is killed at its first try with its input open.
cat >count.sbatch <<'JOB'
#!/bin/bash
#SBATCH --ntasks=1
#SBATCH --output=logs/%A-%a.log
shard=$SLURM_ARRAY_TASK_ID
if [[ $shard == 2 && ! -e tried ]]; then
    touch tried
    mkfifo never-ends
    hcf summary --partial - --as-of 2026-11-22 -o parts/$shard.json <never-ends &
    exec 9>never-ends
    head -c 20000 shards/$shard.yaml >&9
    kill -9 $!
    wait $!
    exit
fi
exec hcf summary --partial shards/$shard.yaml --as-of 2026-11-22 -o parts/$shard.json --force
JOB

# array INDICES: submits them and waits until all are done; sets $code.
array() {
    ran="sbatch --array=$1"
    timeout 120 sbatch --wait --array="$1" count.sbatch >"$out" 2>"$err" </dev/null
    code=$?
}

array 0-$((shards - 1))
[[ $code != 0 && $code != 124 ]] || fault "$ran: exit $code, though a task was killed"
[[ ! -e parts/2.json ]] || fault "$ran: the killed task left a partial behind"
missing=
for ((shard = 0; shard < shards; shard++)); do [[ -e parts/$shard.json ]] || missing+=${missing:+,}$shard; done
[[ $missing == 2 ]] || {
    fault "$ran: missing is '$missing', not 2"
    cat logs/* "$err"
}
array "$missing"
expect_code 0

for format in json csv text; do
    run summary all.yaml --as-of 2026-11-22 --format $format
    expect_code 0
    mv "$out" single
    run summary --merge parts/*.json --as-of 2026-11-22 --format $format
    expect_code 0
    cmp -s single "$out" || fault "the merged tasks are not the single run, in $format"
done

printf 'Slurm %s: %d people in %d tasks\n' "$(sinfo --version | cut -d' ' -f2)" "$people" "$shards"
finish
