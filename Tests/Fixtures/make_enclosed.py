#!/usr/bin/env python3
"""Record all equilibria of small games of more than two players, by two independent ways.

Needs: from PyPI pygambit, numpy and scipy.
Run:   python3 make_enclosed.py > enclosed-equilibria.txt      (the same seeds give the same file)

A game is recorded only if pygambit's enumpoly and this script's own search (scipy's fsolve on every combination of
supports from many starting points) find the same equilibria, and an odd number of them; games on which they differ
are named on standard error.
Fields: name | size | payoffs, by profile and then player, the last player's strategy fastest | equilibria
"""

import itertools
import random
import sys
import warnings

import numpy as np
import pygambit
from scipy.optimize import fsolve

warnings.simplefilter("ignore")


def values(U, x):
    """values[i][s]: what player i's strategy s earns against the others' part of x."""
    result = []
    for i, table in enumerate(U):
        table = np.moveaxis(table, i, 0)
        for k in reversed([k for k in range(len(U)) if k != i]):
            table = table @ x[k]
        result.append(table)
    return result


def by_gambit(U):
    game = pygambit.Game.from_arrays(*U)
    found = pygambit.nash.enumpoly_solve(game).equilibria
    return [[np.array([float(e[s]) for s in p.strategies]) for p in game.players] for e in found]


def by_search(U, draw):
    shape, found = U[0].shape, []
    subsets = [[c for k in range(1, m + 1) for c in itertools.combinations(range(m), k)] for m in shape]
    for supports in itertools.product(*subsets):
        sizes = [len(s) for s in supports]

        def spread(z):
            x, at = [], 0
            for m, s in zip(shape, supports):
                p = np.zeros(m)
                p[list(s[:-1])] = z[at : at + len(s) - 1]
                p[s[-1]] = 1 - p.sum()
                x.append(p)
                at += len(s) - 1
            return x

        def equations(z):
            v = values(U, spread(z))
            return [v[i][s] - v[i][support[0]] for i, support in enumerate(supports) for s in support[1:]]

        unknowns = sum(sizes) - len(sizes)
        for _ in range(60 if unknowns else 1):
            start = np.concatenate([draw.dirichlet(np.ones(m))[:-1] for m in sizes])
            z = start
            if unknowns:
                z, _, status, _ = fsolve(equations, start, full_output=True, xtol=1e-14)
                if np.max(np.abs(equations(z))) > 1e-9:
                    continue
            x = spread(z)
            v = values(U, x)
            if any(p.min() < -1e-9 for p in x) or any(w.max() - w @ p > 1e-7 for w, p in zip(v, x)):
                continue
            if all(distance(x, y) > 1e-6 for y in found):
                found.append(x)
    return found


def distance(x, y):
    return max(np.max(np.abs(p - q)) for p, q in zip(x, y))


print("# Made by make_enclosed.py with pygambit and scipy, which agree on every line.")
print("# name | size | payoffs by profile and player | equilibria, player by player")
generator, draw = random.Random(1967), np.random.default_rng(1967)
for number in range(45):
    shape = (2, 2, 2) if number < 25 else (3, 2, 2) if number < 35 else (2, 2, 2, 2) if number < 40 else (3, 3, 2)
    U = [np.array([float(generator.randint(-99, 99)) for _ in range(int(np.prod(shape)))]).reshape(shape) for _ in shape]
    one, two = by_gambit(U), by_search(U, draw)
    same = len(one) == len(two) and all(min(distance(x, y) for y in two) < 1e-5 for x in one)
    if not same or len(two) % 2 == 0:
        print(f"random {number}: {len(one)} and {len(two)} equilibria, left out", file=sys.stderr)
        continue
    payoffs = " ".join(str(int(t[p])) for p in np.ndindex(*shape) for t in U)
    points = "; ".join(", ".join(" ".join(f"{abs(q):.9f}" for q in p) for p in x) for x in two)
    print(f"random {number} | {'x'.join(map(str, shape))} | {payoffs} | {points}", flush=True)
