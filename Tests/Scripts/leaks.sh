#!/bin/bash
# Looks for leaks: valgrind over answers of every library underneath, and the memory of a million
# solves, which must not grow with their number.
#   usage: Tests/Scripts/leaks.sh [solves]
source "$(dirname "$0")/common.sh"
solves=${1:-1000000}

if command -v valgrind > /dev/null; then
  # One conversation: a question is over when the next is asked, so nothing is lost at the end alone.
  printf '%s\n' "load stag-hunt" "qre" "nash" "load zarubino-lease" "correlated" "load membership" \
    "nucleolus" "core" "load police" "feasible-payoffs" "load port-site" "gmr" "load benzene" \
    "sequence-form" "load zarubino-terms" "nash-bargaining" "quit" > "$work/lines"
  status=0
  valgrind --leak-check=full --show-leak-kinds=definite,indirect \
    --errors-for-leak-kinds=definite,indirect --error-exitcode=99 \
    "$tumen" repl "$work/lines" > /dev/null 2> "$work/valgrind" || status=$?
  [ $status = 0 ] || { cat "$work/valgrind" >&2; exit 1; }
  echo "a conversation over every library: $(sed -n 's/.*definitely lost: //p' "$work/valgrind") definitely lost"
else
  echo "skipped: valgrind is not installed"
fi

# The most memory that a sweep of $1 rows had, in kB; each row solves three linear programs.
most() {
  cat > "$work/spec.yaml" <<SPEC
format: 1
id: leaks
question: Does memory grow with the number of solves?
game: $PWD/Games/textbook/stag-hunt.yaml
vary:
  - {parameter: r, from: 0, to: 1, count: $1}
measure:
  - {name: equilibria, of: nash, value: count}
  - {name: welfare, of: correlated, value: value(points.0.value)}
SPEC
  rm -rf "$work/run"
  "$tumen" sweep "$work/spec.yaml" --out "$work/run" --jobs 1 --quiet &
  local process=$! most=0 now
  while kill -0 $process 2> /dev/null; do
    now=$(sed -n 's/VmHWM:[[:space:]]*\([0-9]*\) kB/\1/p' /proc/$process/status 2> /dev/null || true)
    [ -z "$now" ] || most=$now
    sleep 0.05
  done
  wait $process
  echo "$most"
}
few=$(most $((solves / 20)))
many=$(most "$solves")
echo "memory of $((solves / 20)) rows: $few kB; of $solves rows: $many kB"
[ "$few" -gt 0 ] || { echo "the memory was not seen: take more solves" >&2; exit 1; }
[ "$many" -le $((few + few / 4 + 2048)) ] || { echo "memory grows with the number of solves" >&2; exit 1; }
