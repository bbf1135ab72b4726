#!/usr/bin/env python3
"""Writes the page Conformance.md: each concept with its source, what holds it, and its limits.

    Tests/conformance.py --tumen .build/release/tumen > Sources/Laboratory/Laboratory.docc/Conformance.md

Concepts, sources and limits are those of `tumen concepts`; which tests and recorded answers hold each is in
conformance.txt; tests and recorded games are counted. A concept without an entry, and an entry that names a file,
fixture or comparison that is not there, is an error.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

TESTS = pathlib.Path(__file__).parent
INTRODUCTION = """# Conformance

Each concept with its source, the tests and recorded answers that hold it, and its limits.

## Overview

Made by `Tests/conformance.py` of `tumen concepts` and of `Tests/conformance.txt`. *Tests* counts the test functions of the files named, many of
which run over a table of games; *recorded* the games under `Tests/Fixtures` whose answers were computed by independent programs or by brute force, with
the scripts that made them; *compared* names the comparisons of `Tests/Differential/compare.py`, which draws as many new games as wanted.

"""


def entries():
    """The rows of conformance.txt: concept, test files, fixtures, comparisons."""
    for line in (TESTS / "conformance.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, *lists = [part.strip() for part in line.split("|")]
            yield name, [[item.strip() for item in part.split(",") if item.strip()] for part in lists]


def tests_in(stem, cache={}):
    """How many test functions the files of this name have."""
    if stem not in cache:
        files = list(TESTS.glob(f"*Tests/{stem}.swift"))
        if not files:
            sys.exit(f"conformance.txt names {stem}, and there is no such file")
        cache[stem] = sum(file.read_text().count("@Test") for file in files)
    return cache[stem]


def games_in(fixture, cache={}):
    """How many games a file of recorded answers holds."""
    if fixture not in cache:
        path = TESTS / "Fixtures" / f"{fixture}.txt"
        if not path.exists():
            sys.exit(f"conformance.txt names {fixture}, and there are no such recorded answers")
        cache[fixture] = sum(1 for line in path.read_text().splitlines() if line and not line.startswith("#"))
    return cache[fixture]


def comparisons():
    """The names of the differential comparisons and their peers."""
    text = "".join((TESTS / "Differential" / f"{name}.py").read_text() for name in ("noncooperative", "cooperative"))
    return dict(re.findall(r'Comparison\("([^"]+)", "([^"]+)"', text))


def row(cells):
    """A row of a table; options are code, lest their hyphens become a dash."""
    return "| " + " | ".join(re.sub(r"(?<!`)(--[a-z]+)", r"`\1`", cell).replace("|", "\\|") for cell in cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tumen", default="tumen", help="the program")
    tumen = parser.parse_args().tumen
    concepts = json.loads(subprocess.check_output([tumen, "concepts", "--format", "json"]))
    held = dict(entries())
    known = comparisons()
    names = [concept["name"] for concept in concepts]
    if missing := [name for name in names if name not in held]:
        sys.exit("conformance.txt lacks " + ", ".join(missing))
    if unknown := [name for name in held if name not in names]:
        sys.exit("conformance.txt has an entry for what is no concept: " + ", ".join(unknown))

    files, fixtures = set(), set()
    rows, limits = [], []
    for concept in concepts:
        tests, recorded, compared = held[concept["name"]]
        if unknown := [name for name in compared if name not in known]:
            sys.exit("conformance.txt names what is no comparison: " + ", ".join(unknown))
        files.update(tests)
        fixtures.update(recorded)
        cells = [
            f"`{concept['name']}`", concept["source"],
            ", ".join(f"{stem} ({tests_in(stem)})" for stem in tests),
            ", ".join(f"{name} ({games_in(name)})" for name in recorded) or "-", ", ".join(compared) or "-"]
        rows.append(row(cells))
        limits.append(row([cells[0], concept["takes"], concept["limits"] or "-"]))

    print(INTRODUCTION, end="")
    print(
        f"{len(concepts)} concepts; {sum(map(tests_in, files))} test functions in {len(files)} files; "
        f"{sum(map(games_in, fixtures))} recorded games; {len(known)} comparisons.\n")
    print("| concept | source | tests | recorded | compared |\n|---|---|---|---|---|")
    print("\n".join(rows))
    print("\n## Limits\n\n| concept | takes | limits |\n|---|---|---|")
    print("\n".join(limits))
    print("\n## Comparisons with independent programs\n")
    print("10,000 games drawn from one seed each gave no difference.\n")
    print("| comparison | against |\n|---|---|")
    print("\n".join(f"| {name} | {peer} |" for name, peer in known.items()))
    print(
        "\n`Tests/Fuzz/fuzz.sh SECONDS` feeds every parser with what a fuzzer makes up; <doc:NumbersAndCertificates> has "
        "both commands.")


if __name__ == "__main__":
    main()
