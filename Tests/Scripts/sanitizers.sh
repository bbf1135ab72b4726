#!/bin/bash
# The tests under a sanitizer, or the program under valgrind where the C libraries begin.
#   usage: Tests/Scripts/sanitizers.sh address|thread [FILTER]
#          Tests/Scripts/sanitizers.sh valgrind
# A sanitizer's build is a release build, without which the tests on hundreds of games would take a
# day; it is kept in .build-KIND, or in the folder that TUMEN_SANITIZER_BUILD names. FILTER is that of
# swift test. Valgrind takes the release build, or the program that TUMEN names.
set -euo pipefail
kind=${1:?address, thread or valgrind}
case $kind in
  address | thread)
    cd "$(dirname "$0")/../.."
    build=${TUMEN_SANITIZER_BUILD:-.build-$kind}
    options=(-c release -Xswiftc -enable-testing --sanitize "$kind" --scratch-path "$build")
    swift build --build-tests "${options[@]}"
    # Leaks are looked for by leaks.sh: Swift keeps what it makes once for the life of the process.
    export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=halt_on_error=0
    swift test --skip-build "${options[@]}" ${2:+--filter "$2"}
    ;;
  valgrind)
    source "$(dirname "$0")/common.sh"
    # What is read (libyaml), shown and solved: GSL's curves, GLPK's programs, GMP's fractions.
    # Leaks are left to leaks.sh: the thread that worked may still be letting go when the program ends.
    while read -r words; do
      status=0
      # shellcheck disable=SC2086
      valgrind --error-exitcode=9 --leak-check=no --log-file="$work/log" \
        "$tumen" ${words//@/$work} > /dev/null || status=$?
      echo "$words: $(sed -n 's/.*ERROR SUMMARY: \([0-9]* errors\).*/\1/p' "$work/log")"
      [ $status = 0 ] || { cat "$work/log" >&2; exit 1; }
    done << 'COMMANDS'
show zarubino-lease
solve stag-hunt --concept qre
solve stag-hunt --concept tracing
solve chicken --concept nash
solve zarubino-lease --concept correlated
solve police --concept feasible-payoffs
solve bluff --concept sequence-form
solve membership --concept core
solve membership --concept nucleolus
solve zarubino-terms --concept nash-bargaining
solve environment
thresholds stag-hunt --svg @/plot.svg
convert chicken @/chicken.nfg
convert bluff @/bluff.efg
COMMANDS
    ;;
  *) echo "usage: $0 address|thread|valgrind" >&2; exit 2 ;;
esac
