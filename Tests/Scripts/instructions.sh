#!/bin/bash
# Counts the instructions of the hot paths with callgrind and holds them against
# Tests/instructions.txt: unlike time, they are the same on a busy machine. More than a quarter above
# the reference is a fault (processors differ by less, libraries choose their routines by them); more
# than a quarter below asks for a new reference.
#   usage: Tests/Scripts/instructions.sh           compares
#          Tests/Scripts/instructions.sh --write   writes the reference anew
source "$(dirname "$0")/common.sh"
command -v valgrind > /dev/null || { echo "skipped: valgrind is not installed"; exit 0; }
reference=Tests/instructions.txt
games=Tests/Fixtures/instructions

paths=(
  "start|--version"
  "dilemma|solve prisoners-dilemma"
  "three-actors|solve zarubino-lease"
  "thresholds|thresholds zarubino-lease --parameter k --parameter rajin"
  "all-equilibria-10x10|solve $games/random-10x10.nfg --concept nash"
  "lemke-howson-50x50|solve $games/random-50x50.nfg --concept lemke-howson --label 1"
  "correlated-10x10|solve $games/random-10x10.nfg --concept correlated"
  "quantal-response|solve two-landlords --concept qre"
  "tree|solve gates-rush"
  "repeated|solve police"
  "nucleolus|solve membership --concept nucleolus"
  "conflict|solve port-site"
  "sweep-10000-rows|sweep $games/sweep.yaml --jobs 1 --quiet --out $work/sweep"
)

count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$tumen" "$@" 2>&1 > /dev/null |
    sed -n 's/.*Collected : //p'
}

status=0
for path in "${paths[@]}"; do
  name=${path%%|*}
  # shellcheck disable=SC2086
  found=$(count ${path#*|})
  [ -n "$found" ] || { echo "$name: not counted" >&2; exit 1; }
  echo "$name $found" >> "$work/found"
  [ "${1:-}" = --write ] && continue
  known=$(sed -n "s/^$name //p" "$reference")
  [ -n "$known" ] || { echo "$name: no reference" >&2; status=1; continue; }
  share=$((found * 1000 / known))
  word=ok
  [ $share -le 1250 ] || { word="MORE than $known"; status=1; }
  [ $share -ge 750 ] || word="less than $known: write the reference anew"
  echo "$name: $found instructions, $((share / 10)).$((share % 10)) % of the reference: $word"
done
if [ "${1:-}" = --write ]; then
  cp "$work/found" "$reference"
  cat "$reference"
fi
exit $status
