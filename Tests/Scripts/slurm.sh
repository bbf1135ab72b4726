#!/bin/bash
# Starts a real Slurm of one node (Debian: slurm-wlm, munge), runs a sweep as a job array with a
# dependent merge, compares the bytes with an unsharded run, submits one shard again, stops Slurm.
# Takes root; skipped with a word where Slurm is not installed or does not start.
#   usage: Tests/Scripts/slurm.sh [rows]
source "$(dirname "$0")/common.sh"
for program in slurmctld slurmd munged sbatch; do
  command -v $program > /dev/null || { echo "skipped: $program is not installed"; exit 0; }
done
[ "$(id -u)" = 0 ] || { echo "skipped: starting Slurm takes root"; exit 0; }
chmod 755 "$work"

# A munge of our own: key, socket and log in the folder that goes at the end.
install -d -o munge -g munge -m 755 "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 status=none
chown munge "$work/munge/key" && chmod 400 "$work/munge/key"
if ! setpriv --reuid=munge --regid=munge --clear-groups munged --force \
  --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/log" --seed-file="$work/munge/seed"; then
  echo "skipped: munge does not start here"
  exit 0
fi
clean+=('kill "$(cat "$work/munge/pid")" 2> /dev/null || true')

mkdir "$work/slurm" "$work/slurm/spool" "$work/slurm/state"
node=$(hostname -s)
cat > "$work/slurm/slurm.conf" <<CONF
ClusterName=trial
SlurmctldHost=$node(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
SlurmctldPidFile=$work/slurm/slurmctld.pid
SlurmdPidFile=$work/slurm/slurmd.pid
SlurmdSpoolDir=$work/slurm/spool
StateSaveLocation=$work/slurm/state
SlurmctldLogFile=$work/slurm/slurmctld.log
SlurmdLogFile=$work/slurm/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
ReturnToService=2
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MaxArraySize=101
NodeName=$node NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm/slurm.conf
slurmctld || { echo "skipped: Slurm does not start here"; exit 0; }
clean=('kill "$(cat "$work/slurm/slurmctld.pid")" 2> /dev/null || true; sleep 1' "${clean[@]}")
slurmd || { echo "skipped: Slurm does not start here"; exit 0; }
clean=('kill "$(cat "$work/slurm/slurmd.pid")" 2> /dev/null || true' "${clean[@]}")
for _ in $(seq 60); do
  sinfo -h -o %T 2> /dev/null | grep -q idle && break
  sleep 1
done
if ! sinfo -h -o %T 2> /dev/null | grep -q idle; then
  tail "$work"/slurm/*.log
  echo "skipped: Slurm does not start here"
  exit 0
fi

write_spec "${1:-20000}" "$work/spec.yaml"
"$tumen" sweep "$work/spec.yaml" --out "$work/whole" --quiet
if "$tumen" sweep "$work/spec.yaml" --out "$work/large" --slurm --shards 101 2> "$work/message"; then
  echo "an array past the limit was taken" >&2; exit 1
fi
grep -q "write --shards 100" "$work/message"
"$tumen" sweep "$work/spec.yaml" --out "$work/run" --slurm --shards 7
for _ in $(seq 120); do
  [ -z "$(squeue -h)" ] && break
  sleep 1
done
[ -e "$work/run/manifest.json" ] || { cat "$work"/run/slurm/*.log; echo "no merge" >&2; exit 1; }
cmp "$work/whole/results.csv" "$work/run/results.csv"
echo "7 shards under Slurm: equal bytes"

# One shard lost: its task alone is submitted again, and it knows that there are seven.
rm -rf "$work/run/shards/3" "$work/run/results.csv" "$work/run/manifest.json"
job=$(sbatch --parsable --array=3 "$work/run/slurm/shard.sh")
sbatch --parsable --dependency="afterok:$job" "$work/run/slurm/merge.sh" > /dev/null
for _ in $(seq 120); do
  [ -z "$(squeue -h)" ] && break
  sleep 1
done
cmp "$work/whole/results.csv" "$work/run/results.csv"
echo "one shard submitted again: equal bytes"
