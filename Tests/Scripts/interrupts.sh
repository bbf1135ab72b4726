#!/bin/bash
# Interrupts long work of one concept after another as Ctrl-C does: each must end within three
# seconds, say so, and with status 3 (what there is) or 130 (nothing to show).
#   usage: Tests/Scripts/interrupts.sh
source "$(dirname "$0")/common.sh"

# A table of $2 with payoffs that look drawn.
write_table() {
  local players=${2//[^ ]/} count=1 names="" k
  for k in $2; do count=$((count * k)) names="$names \"p$k\""; done
  players=$((${#players} + 1))
  { printf 'NFG 1 R "long" {%s } { %s }\n\n' "$names" "$2"
    awk -v n=$((count * players)) 'BEGIN { x = 1; for (k = 0; k < n; k++) { x = (x * 16807) % 2147483647; printf "%d ", x % 1000 } }'
  } > "$1"
}

# A vote of 20 with weights that look drawn.
write_vote() {
  awk 'BEGIN {
    printf "format: 1\nid: long\ntitle: Long\nform: coalitional\nactors: {"
    for (k = 0; k < 20; k++) { weight = (k * k * 7 + k * 13) % 37 + 3; all += weight
      names = names sprintf("a%d: A%d%s", k, k, k < 19 ? ", " : "}\n")
      weights = weights sprintf("a%d: %d%s", k, weight, k < 19 ? ", " : "}") }
    printf "%svotes: {weights: {%s, quota: %d}\n", names, weights, all * 3 / 5
  }' > "$1"
}

# interrupted FILE CONCEPT SECONDS: asks and interrupts after so many.
interrupted() {
  "$tumen" solve "$1" --concept "$2" --seconds 99999 > "$work/out" 2> "$work/err" &
  local process=$! status=0 begin
  # Signal 2 is caught once the game is read; before that a script's background ignores it.
  until grep -q '^SigCgt:.*[2367abef]$' /proc/$process/status 2>/dev/null; do
    kill -0 $process 2>/dev/null || break
    sleep 0.05
  done
  sleep "$3"
  if ! kill -INT $process 2>/dev/null; then
    echo "$2: done before it could be interrupted"
    wait $process
    return
  fi
  begin=$(date +%s%N)
  wait $process || status=$?
  local length=$((($(date +%s%N) - begin) / 1000000))
  [ $length -lt 3000 ] || { echo "$2: went on for $length ms" >&2; exit 1; }
  [ $status = 3 ] || [ $status = 130 ] || { echo "$2: status $status" >&2; cat "$work/err" >&2; exit 1; }
  grep -q "interrupt" "$work/out" "$work/err" || { echo "$2: does not say so" >&2; exit 1; }
  echo "$2: status $status after $length ms"
}

write_table "$work/wide.nfg" "26 26"
write_table "$work/several.nfg" "5 5 5 5"
write_table "$work/many.nfg" "6 6 6 6 6"
write_vote "$work/vote.yaml"
for concept in nash perfect best; do interrupted "$work/wide.nfg" $concept 2; done
interrupted "$work/several.nfg" nash 2
for concept in simplicial correlated; do interrupted "$work/many.nfg" $concept 1; done
for concept in nucleolus prenucleolus core convexity; do interrupted "$work/vote.yaml" $concept 1; done
echo "every interrupt was heard"
