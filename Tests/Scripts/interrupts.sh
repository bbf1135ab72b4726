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

# A coalition game of $2 actors with worths that look drawn, more for more.
write_coalitions() {
  awk -v n="$2" 'BEGIN {
    printf "format: 1\nid: long\ntitle: Long\nform: coalitional\nactors: {"
    for (k = 0; k < n; k++) printf "a%d: A%d%s", k, k, k < n - 1 ? ", " : "}\n"
    printf "worths:\n  order: binary\n  values: ["
    x = 1
    for (bits = 1; bits < 2 ^ n; bits++) {
      size = 0
      for (rest = bits; rest > 0; rest = int(rest / 2)) size += rest % 2
      x = (x * 16807) % 2147483647
      printf "%d%s", size * size * 50 + x % 1000, bits < 2 ^ n - 1 ? ", " : "]\n"
    }
  }' > "$1"
}

# interrupted FILE CONCEPT SECONDS: asks and interrupts after so many.
interrupted() {
  "$tumen" solve "$1" --concept "$2" --seconds 99999 > "$work/out" 2> "$work/err" &
  local process=$! status=0 begin
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
write_table "$work/many.nfg" "7 7 7 7 7"
write_coalitions "$work/coalitions.yaml" 18
for concept in nash perfect best degeneracy; do interrupted "$work/wide.nfg" $concept 2; done
interrupted "$work/several.nfg" nash 2
for concept in simplicial correlated; do interrupted "$work/many.nfg" $concept 2; done
for concept in nucleolus prenucleolus core convexity kernel; do interrupted "$work/coalitions.yaml" $concept 4; done
echo "every interrupt was heard"
