#!/bin/bash
# Kills a run twenty times at random moments (SIGKILL) and resumes it each time: the bytes must be
# those of a run that nothing disturbed. Then once with SIGTERM, which must end in order.
#   usage: Tests/Scripts/kills.sh [rows] [seed]
source "$(dirname "$0")/common.sh"
rows=${1:-100000}
RANDOM=${2:-1}
write_spec "$rows" "$work/spec.yaml"

begin=$(date +%s%N)
"$tumen" sweep "$work/spec.yaml" --out "$work/whole" --quiet
length=$((($(date +%s%N) - begin) / 1000000))
echo "an undisturbed run takes $length ms"

kills=0
while [ $kills -lt 20 ]; do
  "$tumen" sweep "$work/spec.yaml" --out "$work/killed" --quiet --resume &
  process=$!
  # Early moments come often, so that twenty kills fit into one run.
  sleep "0.$(printf %03d $((RANDOM * RANDOM % (length / 8 + 20) % 1000)))"
  if kill -KILL $process 2>/dev/null; then
    kills=$((kills + 1))
    wait $process 2>/dev/null || true
    # Now and then something is damaged as well.
    if [ $((kills % 5)) = 0 ]; then
      part=$(ls "$work"/killed/parts/part-* 2>/dev/null | sed -n 3p || true)
      [ -z "$part" ] || truncate -s -7 "$part"
    fi
  else
    wait $process
    # It was done before it could be killed: start over.
    rm -rf "$work/killed"
  fi
done
"$tumen" sweep "$work/spec.yaml" --out "$work/killed" --quiet --resume &
process=$!
sleep 0.2
kill -TERM $process 2>/dev/null || true
status=0
wait $process || status=$?
# 143: it was ended before it could listen.
[ $status = 130 ] || [ $status = 143 ] || [ $status = 0 ] || { echo "SIGTERM: status $status" >&2; exit 1; }
"$tumen" sweep "$work/spec.yaml" --out "$work/killed" --quiet --resume
cmp "$work/whole/results.csv" "$work/killed/results.csv"
[ "$(ls "$work/killed" | tr '\n' ' ')" = "manifest.json results.csv " ]
echo "20 kills: equal bytes"
