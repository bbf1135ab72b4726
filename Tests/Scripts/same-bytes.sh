#!/bin/bash
# The same input gives the same bytes: from a debug and a release build, on one core or two.
#   usage: Tests/Scripts/same-bytes.sh [a build] [another]
source "$(dirname "$0")/common.sh"
one=$(realpath "${1:-.build/debug/tumen}")
two=$(realpath "${2:-.build/release/tumen}")

# Runs a command with both builds and compares what they print, and how they end.
same() {
  local status=0 other=0
  "$one" "$@" >"$work/one" 2>&1 || status=$?
  "$two" "$@" >"$work/two" 2>&1 || other=$?
  if [ $status != $other ] || ! cmp -s "$work/one" "$work/two"; then
    echo "tumen $*: status $status and $other" >&2
    diff "$work/one" "$work/two" | head -5 >&2
    exit 1
  fi
}

games=0
for game in Games/*/*.yaml; do
  for command in show solve why; do same $command "$game" --format json; done
  games=$((games + 1))
done
echo "$games games shown, solved and explained: the same bytes from both builds"

# What is rounded must be rounded alike: homotopies, least squares, differential equations.
for concept in qre tracing simplicial correlated ess proper; do
  same solve stag-hunt --concept $concept --format json
done
same dynamics stag-hunt --format json
for game in zarubino-lease land-lease primorye-demarcation; do
  same thresholds "$game" --format json
done
echo "rounded answers and thresholds: the same bytes from both builds"

for spec in Experiments/*.yaml; do
  "$one" sweep "$spec" --out "$work/debug" --jobs 2 --quiet
  "$two" sweep "$spec" --out "$work/single" --jobs 1 --quiet
  "$two" sweep "$spec" --out "$work/double" --jobs 2 --quiet
  for run in single double; do cmp "$work/debug/results.csv" "$work/$run/results.csv"; done
  rm -rf "$work/debug" "$work/single" "$work/double"
done
echo "sweeps: the same bytes from both builds, on one core and on two"
