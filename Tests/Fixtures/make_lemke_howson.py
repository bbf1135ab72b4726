#!/usr/bin/env python3
"""Record where the paths of Lemke and Howson end, label by label, by two independent programs.

Needs: from PyPI quantecon, nashpy, pygambit and numpy.
Run:   python3 make_lemke_howson.py > lemke-howson.txt      (the same seeds give the same file)

QuantEcon's lemke_howson and nashpy's integer-pivoting lemke_howson must end at the same point from every label, and each
end must be among the equilibria of pygambit's enummixed (rational), whose fractions are written. Games on which they
differ (nashpy overflows on some, and never ends on others) are left out and named on standard error.
Fields: name | size | payoffs of the row actor | of the column actor | equilibria reached | the one from each label
"""

import random
import signal
import sys
import warnings
from fractions import Fraction as F

import nashpy
import numpy as np
import pygambit
from quantecon.game_theory import NormalFormGame, Player, lemke_howson

warnings.simplefilter("ignore")


def stop(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, stop)


def all_equilibria(A, B):
    game = pygambit.Game.from_arrays(np.array(A), np.array(B))
    found = pygambit.nash.enummixed_solve(game, rational=True).equilibria
    return [tuple(tuple(F(str(e[s])) for s in p.strategies) for p in game.players) for e in found]


def near(exact, floats):
    flat = [p for side in exact for p in side]
    return max(abs(float(p) - q) for p, q in zip(flat, np.concatenate(floats))) < 1e-6


def paths(A, B):
    m, n = len(A), len(A[0])
    equilibria = all_equilibria(A, B)
    peer = NormalFormGame((Player(np.array(A, float)), Player(np.array(B, float).T.copy())))
    game = nashpy.Game(np.array(A), np.array(B))
    ends = []
    for label in range(m + n):
        one = lemke_howson(peer, init_pivot=label)
        two = game.lemke_howson(initial_dropped_label=label)
        end = [i for i, e in enumerate(equilibria) if near(e, one) and near(e, [np.array(s, float) for s in two])]
        if len(end) != 1:
            return None
        ends.append(end[0])
    reached = list(dict.fromkeys(ends))
    return [equilibria[i] for i in reached], [reached.index(i) for i in ends]


print("# Made by make_lemke_howson.py with QuantEcon, nashpy and pygambit, who agree on every line.")
print("# name | size | payoffs of rows | of columns | equilibria reached | which of them from each label")
generator = random.Random(1964)
for number in range(80):
    m, n = generator.randint(2, 6), generator.randint(2, 6)
    A, B = ([[generator.randint(-50, 50) for _ in range(n)] for _ in range(m)] for _ in range(2))
    signal.alarm(5)
    try:
        result = paths(A, B)
    except Exception:
        result = None
    signal.alarm(0)
    if result is None:
        print(f"random {number} ({m}x{n}) left out", file=sys.stderr)
        continue
    lists = [" ".join(str(p) for row in M for p in row) for M in (A, B)]
    points = "; ".join(", ".join(" ".join(map(str, side)) for side in e) for e in result[0])
    print(f"random {number} | {m}x{n} | {lists[0]} | {lists[1]} | {points} | {' '.join(map(str, result[1]))}")
