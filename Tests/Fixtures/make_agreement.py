#!/usr/bin/env python3
"""Record what independent programs say of 500 small random games of two, 500 of more and 500 trees.

Needs: numpy, scipy, quantecon, pygambit. Run: python3 make_agreement.py two|many|trees > agreement-NAME.txt
"""

import itertools
import random
import sys
from fractions import Fraction as F

import numpy as np
from scipy.optimize import fsolve, linprog

flat = lambda M: " ".join(str(x) for row in M for x in row)


def program(c, ub, b, eq=None, e=None, free=0):
    """Maximises c; the last `free` variables may be negative."""
    r = linprog(-np.array(c, float), A_ub=np.array(ub, float), b_ub=b, A_eq=eq, b_eq=e,
                bounds=[(0, None)] * (len(c) - free) + [(None, None)] * free)
    assert r.status == 0
    return -r.fun


# --- games of two ----------------------------------------------------------------------------------------------------


def dominated(table, own, others):
    """Rows of `own` that a mixture of the others beats in every column, by HiGHS; integers below 10."""
    gone = []
    for s in own:
        rest = [t for t in own if t != s]
        if not rest:
            continue
        rows = [[table[s][c] - table[t][c] for t in rest] + [1.0] for c in others]
        if program([0.0] * len(rest) + [1.0], rows, [0.0] * len(others), [[1.0] * len(rest) + [0.0]], [1.0], 1) > 1e-7:
            gone.append(s)
    return gone


def survivors(A, B):
    rows, columns = list(range(len(A))), list(range(len(A[0])))
    T = [list(c) for c in zip(*B)]
    while True:
        gone = dominated(A, rows, columns), dominated(T, columns, rows)
        if not gone[0] and not gone[1]:
            return rows, columns
        rows = [r for r in rows if r not in gone[0]]
        columns = [c for c in columns if c not in gone[1]]


def is_undominated(x, table):
    """Whether no mixture does as well as x everywhere and better somewhere."""
    m, n = len(table), len(table[0])
    earns = np.array(x, float) @ np.array(table, float)
    rows = [[-float(table[t][c]) for t in range(m)] + [1.0 if k == c else 0.0 for k in range(n)] for c in range(n)]
    return program([0.0] * m + [1.0] * n, rows, -earns, [[1.0] * m + [0.0] * n], [1.0]) < 1e-7


def correlated(A, B, coarse):
    """The best welfare, floor, row's and column's utility over all (coarse) correlated equilibria."""
    m, n = len(A), len(A[0])
    cells = list(itertools.product(range(m), range(n)))
    ways = []
    for t in range(m):
        if coarse:
            ways.append([A[t][c] - A[r][c] for r, c in cells])
        else:
            ways += [[A[t][c] - A[s][c] if r == s else 0 for r, c in cells] for s in range(m) if s != t]
    for t in range(n):
        if coarse:
            ways.append([B[r][t] - B[r][c] for r, c in cells])
        else:
            ways += [[B[r][t] - B[r][s] if c == s else 0 for r, c in cells] for s in range(n) if s != t]
    if not ways:
        ways = [[0] * len(cells)]
    a, b = ([float(M[r][c]) for r, c in cells] for M in (A, B))
    best = lambda c: program(c, ways, [0.0] * len(ways), [[1.0] * len(cells)], [1.0])
    floor = program([0.0] * len(cells) + [1.0],
                    [w + [0] for w in ways] + [[-x for x in a] + [1.0], [-x for x in b] + [1.0]],
                    [0.0] * (len(ways) + 2), [[1.0] * len(cells) + [0.0]], [1.0], 1)
    return [best([x + y for x, y in zip(a, b)]), floor, best(a), best(b)]


def ends(A, B):
    """Where the paths of QuantEcon's Lemke-Howson end, label by label."""
    from quantecon.game_theory import NormalFormGame, Player, lemke_howson

    game = NormalFormGame((Player(np.array(A, float)), Player(np.array(B, float).T.copy())))
    found = []
    for label in range(len(A) + len(A[0])):
        x, y = lemke_howson(game, init_pivot=label)
        found.append(tuple(tuple(F(float(p)).limit_denominator(100000) for p in side) for side in (x, y)))
    return found


def two():
    import pygambit

    draw = random.Random(500)
    print("# 500 random games of two. Extreme equilibria: pygambit enummixed_solve in fractions. Lemke-Howson: QuantEcon.")
    print("# The rest: linear programs by scipy (HiGHS); survivors of iterated strict dominance, mixtures too.")
    print("# name | shape | payoffs of the row player | of the column player | equilibria | which of them are perfect")
    print("#   | ends of the paths, label by label, as numbers of equilibria | value of the row player's matrix | survivors")
    print("#   | correlated: best welfare, floor, row, column | coarse correlated: the same")
    for index in range(500):
        m, n = draw.randint(1, 4), draw.randint(1, 4)
        high = 3 if index % 4 == 0 else 9
        A, B = ([[draw.randint(0, high) for _ in range(n)] for _ in range(m)] for _ in "AB")
        game = pygambit.Game.from_arrays(np.array(A), np.array(B))
        found = sorted({tuple(tuple(F(str(e[s])) for s in p.strategies) for p in game.players)
                        for e in pygambit.nash.enummixed_solve(game, rational=True).equilibria})
        T = [list(c) for c in zip(*B)]
        perfect = ["1" if is_undominated(x, A) and is_undominated(y, T) else "0" for x, y in found]
        paths = [str(found.index(e)) if e in found else "-" for e in ends(A, B)] if min(m, n) > 1 else ["-"] * (m + n)
        value = program([0.0] * m + [1.0], [[-A[r][c] for r in range(m)] + [1.0] for c in range(n)], [0.0] * n,
                        [[1.0] * m + [0.0]], [1.0], 1)
        number = lambda v: f"{v + 0.0:.6f}".rstrip("0").rstrip(".")
        print(" | ".join([
            f"two {index + 1}", f"{m}x{n}", flat(A), flat(B),
            " ; ".join(" , ".join(" ".join(map(str, side)) for side in e) for e in found), " ".join(perfect),
            " ".join(paths), number(value), " / ".join(" ".join(map(str, s)) for s in survivors(A, B)),
            " ".join(map(number, correlated(A, B, False))), " ".join(map(number, correlated(A, B, True)))]))


# --- games of more ---------------------------------------------------------------------------------------------------


def values(U, x):
    result = []
    for i, table in enumerate(U):
        for k in reversed([k for k in range(len(U)) if k != i]):
            table = np.tensordot(table, x[k], axes=(k, 0))
        result.append(table)
    return result


def searched(U, draw, starts=10):
    """All equilibria by Newton's method from random points of every combination of supports."""
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
        # One mixed strategy alone is never determined in a generic game.
        if sum(size > 1 for size in sizes) == 1:
            continue
        for _ in range(starts if unknowns else 1):
            z = np.concatenate([draw.dirichlet(np.ones(m))[:-1] for m in sizes])
            if unknowns:
                z, _, status, _ = fsolve(equations, z, full_output=True, xtol=1e-14)
                if np.max(np.abs(equations(z))) > 1e-9:
                    continue
            x = spread(z)
            v = values(U, x)
            if any(p.min() < -1e-9 for p in x) or any(w.max() - w @ p > 1e-7 for w, p in zip(v, x)):
                continue
            if all(max(np.abs(p - q).max() for p, q in zip(x, y)) > 1e-6 for y in found):
                found.append(x)
    return found


def record_many(index):
    import pygambit

    draw = random.Random(f"many {index}")
    shape = ((2, 2, 2), (2, 2, 2), (2, 2, 2), (2, 3, 2))[index % 4]
    U = [np.array([draw.randint(-99, 99) for _ in range(int(np.prod(shape)))]).reshape(shape) for _ in shape]
    if any((np.diff(np.sort(table, axis=i), axis=i) == 0).any() for i, table in enumerate(U)):
        return None
    game = pygambit.Game.from_arrays(*U)
    found = []
    for e in pygambit.nash.enumpoly_solve(game).equilibria:
        x = [np.array([float(e[s]) for s in p.strategies]) for p in game.players]
        assert max(w.max() - w @ p for w, p in zip(values(U, x), x)) < 1e-4
        if all(max(np.abs(p - q).max() for p, q in zip(x, y)) > 1e-6 for y in found):
            found.append(x)
    # Where both agree and the number is odd, as in generic games (Harsanyi 1973), none is missed.
    other = searched(U, np.random.default_rng(index))
    near = lambda x, y: max(np.abs(p - q).max() for p, q in zip(x, y)) < 1e-5
    if len(found) % 2 == 0 or len(found) != len(other) or not all(any(near(x, y) for y in other) for x in found):
        return None
    point = pygambit.qre.logit_solve_lambda(game, [0.03])[0].profile
    mask = np.ones(shape, bool)
    for i, table in enumerate(U):
        mask &= table >= table.max(axis=i, keepdims=True)
    text = lambda x: " ".join(f"{abs(float(q)):.7f}".rstrip("0").rstrip(".") for p in x for q in p)
    return " | ".join([
        f"many {index + 1}", "x".join(map(str, shape)),
        " ".join(str(int(t[p])) for p in np.ndindex(*shape) for t in U), " ; ".join(text(x) for x in found),
        " ".join(str(int(k)) for k in np.flatnonzero(mask)) or "-",
        text([[point[s] for s in p.strategies] for p in game.players])])


def many():
    import multiprocessing

    print("# 500 random games of three. All equilibria: pygambit enumpoly_solve, which agrees")
    print("# with Newton's method from random points on every line. Pure ones: a numpy mask. QRE: pygambit logit_solve_lambda.")
    print("# name | shape | payoffs by profile and player | equilibria | pure ones, profiles counted from 0 | logit QRE at lambda 0.03")
    pool, count = multiprocessing.Pool(1), 0
    for index in range(2000):
        if count == 500:
            break
        try:
            line = pool.apply_async(record_many, (index,)).get(timeout=20)
        except Exception as error:
            print(f"many {index + 1}: {error!r}", file=sys.stderr)
            pool.terminate()
            pool = multiprocessing.Pool(1)
            continue
        if line is None:
            print(f"many {index + 1}: they do not agree", file=sys.stderr)
            continue
        print(line, flush=True)
        count += 1
    pool.terminate()


# --- trees -----------------------------------------------------------------------------------------------------------


class Tree:
    """A random tree of two with perfect recall; nodes depth first, as a list of tuples."""

    def __init__(self, draw):
        self.draw, self.nodes, self.sets, self.pasts = draw, [], [], []
        self.grow(draw.randint(2, 3), ((), ()))

    def grow(self, left, past):
        draw, here = self.draw, len(self.nodes)
        kind = draw.randrange(10)
        if left == 0 or (kind == 0 and here):
            self.nodes.append(("end", [draw.randint(0, 9), draw.randint(0, 9)]))
        elif kind <= 2:
            weight = draw.randint(1, 3)
            self.nodes.append(("chance", [F(weight, 4), F(4 - weight, 4)]))
            for _ in range(2):
                self.grow(left - 1, past)
        else:
            actor = draw.randrange(2)
            known = [k for k, (a, _) in enumerate(self.sets) if a == actor and self.pasts[k] == past[actor]]
            if known and draw.random() < 0.5:
                own = known[0]
            else:
                own = len(self.sets)
                self.sets.append((actor, draw.randint(2, 3)))
                self.pasts.append(past[actor])
            self.nodes.append(("move", own))
            for action in range(self.sets[own][1]):
                later = list(past)
                later[actor] = past[actor] + ((own, action),)
                self.grow(left - 1, tuple(later))

    def values(self, plan):
        """What both expect at each node when `plan[set]` is played, and one past its subtree."""
        result = [None] * len(self.nodes)

        def walk(at):
            kind, data = self.nodes[at]
            if kind == "end":
                result[at] = tuple(map(F, data))
                return at + 1
            children, after = [], at + 1
            for _ in range(len(data) if kind == "chance" else self.sets[data][1]):
                children.append(after)
                after = walk(after)
            if kind == "chance":
                result[at] = tuple(sum(p * result[c][i] for p, c in zip(data, children)) for i in range(2))
            else:
                result[at] = result[children[plan[data]]]
            return after

        walk(0)
        return result

    def roots(self):
        """Nodes at which a subgame begins: no set of theirs reaches outside."""
        after = {}

        def walk(at):
            kind, data = self.nodes[at]
            end = at + 1
            for _ in range(0 if kind == "end" else len(data) if kind == "chance" else self.sets[data][1]):
                end = walk(end)
            after[at] = end
            return end

        walk(0)
        members = [[k for k, n in enumerate(self.nodes) if n == ("move", s)] for s in range(len(self.sets))]
        return [at for at, (kind, _) in enumerate(self.nodes) if kind != "end" and all(
            all(at <= k < after[at] for k in own) or not any(at <= k < after[at] for k in own) for own in members)]


def record_tree(index):
    draw = random.Random(f"tree {index}")
    tree = Tree(draw)
    plans = list(itertools.product(*(range(k) for _, k in tree.sets)))
    if not tree.sets or len(plans) > 600:
        return None
    values, roots = {plan: tree.values(plan) for plan in plans}, tree.roots()
    own = [[s for s, (a, _) in enumerate(tree.sets) if a == i] for i in range(2)]

    def stands(plan, starts):
        for i in range(2):
            for change in itertools.product(*(range(tree.sets[s][1]) for s in own[i])):
                other = list(plan)
                for s, action in zip(own[i], change):
                    other[s] = action
                if any(values[tuple(other)][r][i] > values[plan][r][i] for r in starts):
                    return False
        return True

    perfect = [plan for plan in plans if stands(plan, roots)]
    pure = {values[plan][0] for plan in plans if stands(plan, [0])}
    # The first player's payoffs as a zero-sum game, in strategic form.
    sides = [list(itertools.product(*(range(tree.sets[s][1]) for s in own[i]))) for i in range(2)]
    matrix = []
    for a in sides[0]:
        line = []
        for b in sides[1]:
            plan = [0] * len(tree.sets)
            for s, action in list(zip(own[0], a)) + list(zip(own[1], b)):
                plan[s] = action
            line.append(float(values[tuple(plan)][0][0]))
        matrix.append(line)
    m, n = len(matrix), len(matrix[0])
    value = program([0.0] * m + [1.0], [[-matrix[r][c] for r in range(m)] + [1.0] for c in range(n)], [0.0] * n,
                    [[1.0] * m + [0.0]], [1.0], 1)
    word = {"end": lambda d: ",".join(map(str, d)), "chance": lambda d: "c" + ",".join(map(str, d)),
            "move": lambda d: f"s{d}"}
    return " | ".join([
        f"tree {index + 1}", " ".join(f"{a}:{k}" for a, k in tree.sets),
        " ".join(word[kind](data) for kind, data in tree.nodes),
        " ; ".join(" ".join(map(str, plan)) for plan in perfect) or "-",
        " ; ".join(" ".join(map(str, v)) for v in sorted(pure)) or "-", f"{value:.7f}".rstrip("0").rstrip(".")])


def trees():
    print("# 500 random trees of two with perfect recall, by brute force over all pure plans in fractions; value by HiGHS.")
    print("# name | actor:actions of each set | nodes depth first: s a set, c chance, else an end")
    print("#   | subgame-perfect plans, an action a set | payoffs of pure equilibria | value of the first's payoffs, zero-sum")
    count, index = 0, 0
    while count < 500:
        line = record_tree(index)
        index += 1
        if line:
            print(line, flush=True)
            count += 1


if __name__ == "__main__":
    {"two": two, "many": many, "trees": trees}[sys.argv[1]]()
