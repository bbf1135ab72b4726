#!/bin/bash
# The lines of the README for GNU parallel and make; what is not installed is skipped with a word.
#   usage: Tests/Scripts/schedulers.sh [rows]
source "$(dirname "$0")/common.sh"
write_spec "${1:-20000}" "$work/spec.yaml"
"$tumen" sweep "$work/spec.yaml" --out "$work/whole" --quiet
cd "$work"
mkdir bin && ln -s "$tumen" bin/tumen
export PATH=$work/bin:$PATH
if command -v parallel > /dev/null; then
  parallel --will-cite tumen sweep spec.yaml --shard {}/8 --out shards/{} --resume --quiet ::: $(seq 8)
  tumen merge shards/* --out parallel --quiet
  cmp whole/results.csv parallel/results.csv
  # A deleted part is made again: the shard's own files are looked at, not a log.
  rm shards/5/parts/part-0000004
  parallel --will-cite tumen sweep spec.yaml --shard {}/8 --out shards/{} --resume --quiet ::: $(seq 8)
  tumen merge shards/* --out parallel --quiet
  cmp whole/results.csv parallel/results.csv
  echo "GNU parallel: equal bytes"
else
  echo "skipped: GNU parallel is not installed"
fi
if command -v make > /dev/null; then
  cat > Makefile <<'MAKE'
N = 8
SHARDS = $(shell seq $(N))
results/manifest.json: $(SHARDS:%=shard-%)
	tumen merge $(SHARDS:%=made/%) --out results --quiet
$(SHARDS:%=shard-%): shard-%:
	tumen sweep spec.yaml --shard $*/$(N) --out made/$* --resume --quiet
.PHONY: $(SHARDS:%=shard-%)
MAKE
  make -s -j 2
  cmp whole/results.csv results/results.csv
  echo "make: equal bytes"
else
  echo "skipped: make is not installed"
fi
