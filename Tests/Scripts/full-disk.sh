#!/bin/bash
# Runs into a small tmpfs until the disk is full, gives it more room, resumes: the bytes must be
# those of a run that nothing disturbed. Mounting takes root.
#   usage: Tests/Scripts/full-disk.sh [rows]
source "$(dirname "$0")/common.sh"
rows=${1:-100000}
write_spec "$rows" "$work/spec.yaml"
mkdir "$work/disk"
if ! mount -t tmpfs -o size=600k tmpfs "$work/disk" 2>/dev/null; then
  echo "skipped: no tmpfs can be mounted here"
  exit 0
fi
clean+=("umount '$work/disk'")
"$tumen" sweep "$work/spec.yaml" --out "$work/whole" --quiet
fulls=0
for room in 900k 2m 3m 200m; do
  status=0
  "$tumen" sweep "$work/spec.yaml" --out "$work/disk/run" --quiet --resume 2> "$work/message" || status=$?
  if [ $status != 0 ]; then
    grep -q "No space left on device; free some room" "$work/message" || { cat "$work/message"; exit 1; }
    [ ! -e "$work/disk/run/manifest.json" ]
    fulls=$((fulls + 1))
  fi
  mount -o "remount,size=$room" "$work/disk"
done
"$tumen" sweep "$work/spec.yaml" --out "$work/disk/run" --quiet --resume
cmp "$work/whole/results.csv" "$work/disk/run/results.csv"
[ $fulls -gt 0 ]
echo "the disk was full $fulls times: equal bytes"
