#!/bin/bash
# Builds tumen with Swift's libraries inside and runs it on a Debian 12 that was never used: what it
# prints there must be what the usual build prints here. Needs root, debootstrap and a network.
#   usage: Tests/Scripts/one-file.sh [a Debian mirror]
source "$(dirname "$0")/common.sh"
mirror=${1:-http://deb.debian.org/debian}
build=${TUMEN_STATIC_BUILD:-.build-static}
swift build -c release --static-swift-stdlib --product tumen --scratch-path "$build"

bare=$work/bare
clean+=("umount '$bare/proc' 2>/dev/null")
debootstrap --variant=minbase --include=libgsl27,libgmp10,libyaml-0-2,libglpk40 bookworm \
  "$bare" "$mirror" >/dev/null
# Swift learns the arguments of a program from there.
mount -t proc proc "$bare/proc"
strip -o "$bare/usr/local/bin/tumen" "$build/release/tumen"
cp -r Games Experiments "$bare/srv"

there() { chroot "$bare" sh -c 'cd /srv && exec tumen "$@"' tumen "$@"; }
for game in Games/*/*.yaml; do
  for command in show solve; do
    cmp <(there $command "$game" --format json) <("$tumen" $command "$game" --format json)
  done
done
there sweep relative-gains-threshold --out /tmp/run --quiet
"$tumen" sweep relative-gains-threshold --out "$work/run" --quiet
cmp "$bare/tmp/run/results.csv" "$work/run/results.csv"
echo "one file of $(($(stat -c %s "$bare/usr/local/bin/tumen") / 1000000)) MB: the same bytes on a bare Debian 12"
