#!/usr/bin/env python3
"""Record answers of independent computations on zero-sum games and refinements of equilibria of two players.

Needs: numpy and scipy. Run: python3 make_refinements.py [DIRECTORY]      (the same seeds give the same files)
"""

import random
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import linprog

flat = lambda M: " ".join(str(x) for row in M for x in row)


def matrix(rng, m, n, low, high):
    return [[rng.randint(low, high) for _ in range(n)] for _ in range(m)]


def write(folder, name, header, lines):
    (folder / name).write_text(header + "\n".join(lines) + "\n")
    print(name, len(lines), "games")


# --- zero-sum games: linear programs by HiGHS ---------------------------------------------------------------------


def value(A):
    m, n = len(A), len(A[0])
    rows = np.c_[-np.array(A, float).T, np.ones(n)]
    r = linprog(np.r_[np.zeros(m), -1], A_ub=rows, b_ub=np.zeros(n), A_eq=[[1.0] * m + [0.0]], b_eq=[1],
                bounds=[(0, None)] * m + [(None, None)])
    assert r.status == 0
    return -r.fun


def write_zero_sum(folder):
    rng = random.Random(1928)
    lines = []
    for index in range(120):
        m, n = rng.randint(1, 12), rng.randint(1, 12)
        high = (1, 9, 999)[index % 3]
        A = matrix(rng, m, n, -high, high)
        lines.append(f"zero-sum-{index + 1} | {m}x{n} | {flat(A)} | {value(A) + 0.0:.7f}")
    write(folder, "zero-sum.txt",
          "# Values of zero-sum games: scipy's linprog (HiGHS, floating).\n"
          "# name | rows x columns | payoffs of the row player, row by row | value\n", lines)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    write_zero_sum(target)
