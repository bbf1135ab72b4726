#!/bin/bash
# Feeds every parser with what libFuzzer makes of the corpus.
#
#   Tests/Fuzz/fuzz.sh SECONDS [INPUT...]     INPUT: yaml json nfg efg expression experiment
#                                             repl request
#
# What breaks a parser is left as crash-*, timeout-* or oom-* in the folder that is printed;
# TUMEN_FUZZ_BUILD names a folder for the build.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?how many seconds each}
shift
# libFuzzer keeps what broke only if it sees the signal first.
export TUMEN_FUZZ=1 SWIFT_BACKTRACE=enable=no TUMEN_HOME=$PWD
build=${TUMEN_FUZZ_BUILD:-.build-fuzz}
swift build -c release --sanitize fuzzer --product tumen-fuzz --scratch-path "$build"
work=$(mktemp -d)
echo "findings: $work"
for input in ${@:-yaml json nfg efg expression experiment repl request}; do
  mkdir -p "$work/$input"
  case $input in
    yaml) cp Games/*/*.yaml "$work/$input" ;;
    efg) cp Tests/Fixtures/efg/*.efg "$work/$input" ;;
    experiment) cp Experiments/*.yaml Experiments/*/*.yaml "$work/$input" ;;
  esac
  echo "== $input"
  TUMEN_FUZZ_INPUT=$input "$build/release/tumen-fuzz" "$work/$input" "$PWD/Tests/Fuzz/corpus/$input" \
    -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=4096 \
    -artifact_prefix="$work/$input-" -print_final_stats=1 2>&1 |
    grep -E 'ERROR|SUMMARY|written|DONE|executed|slow' || true
done
ls "$work" | grep -E 'crash|oom|timeout' && exit 1 || echo "nothing broke"
