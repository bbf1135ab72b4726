#!/usr/bin/env python3
"""Draws random games of every form and compares tumen's answers with independent programs.

    python3 -m venv peers && peers/bin/pip install pygambit quantecon coopgame-py scipy
    peers/bin/python Tests/Differential/compare.py --tumen .build/release/tumen --games 10000

Each comparison draws its games from a seed of its own, so that a difference is found again with
--only NAME --seed SEED. A peer that is not installed is skipped, with a word. The exit status is 1 where there is
a difference.

Left out as peers, since their faults would drown ours: nashpy's Lemke-Howson, which shifts the second actor's
strategies in games that are not square, and pygambit's enumpoly as a complete list, which misses equilibria.
"""

import argparse
import importlib
import random
import sys
import time
import warnings

import cooperative
import noncooperative
from laboratory import Difference, Laboratory

COMPARISONS = noncooperative.COMPARISONS + cooperative.COMPARISONS


def missing(modules):
    absent = []
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError:
            absent.append(module)
    return absent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tumen", default="tumen", help="the program to test")
    parser.add_argument("--games", type=int, default=1000, help="games in all")
    parser.add_argument("--seed", type=int, default=1, help="where each comparison's seeds begin")
    parser.add_argument("--only", help="one comparison by name")
    arguments = parser.parse_args()

    chosen = [c for c in COMPARISONS if arguments.only in (None, c.name)]
    if not chosen:
        parser.error("--only takes " + ", ".join(c.name for c in COMPARISONS))
    share = sum(c.weight for c in chosen)
    # What peers print of their own divisions by zero is not ours to show.
    warnings.simplefilter("ignore")
    laboratory = Laboratory(arguments.tumen)
    total = differences = 0
    for comparison in chosen:
        absent = missing(comparison.needs)
        if absent:
            print(f"{comparison.name}: skipped, {', '.join(absent)} not installed")
            continue
        count = max(1, round(arguments.games * comparison.weight / share))
        start = time.monotonic()
        found = 0
        for seed in range(arguments.seed, arguments.seed + count):
            try:
                comparison.compare(laboratory, random.Random(f"{comparison.name} {seed}"))
            except Difference as difference:
                found += 1
                print(f"{comparison.name}: seed {seed}: {difference}", flush=True)
        total += count
        differences += found
        seconds = time.monotonic() - start
        print(
            f"{comparison.name}: {count} games against {comparison.peer}, "
            f"{found} differences, {seconds:.0f} s", flush=True)
    print(f"{total} games, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
