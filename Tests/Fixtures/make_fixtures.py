#!/usr/bin/env python3
"""Record answers of independent programs, so that the Swift tests have something to disagree with.

Needs: Debian's lrslib (lrsnash), and from PyPI pygambit, quantecon, numpy and scipy.
Run:   python3 make_fixtures.py [DIRECTORY]      (the same seeds give the same files)

Every list of two-player equilibria is recorded only if pygambit's enummixed (rational) and lrsnash return the same
set; disagreements are printed and the game is left out. Pure equilibria come from pygambit's enumpure and are checked
by a brute force of this script. Survivors of iterated dominance come from this script's own brute force in exact
integers (dominance by pure strategies) and from scipy's linear programs (dominance by mixed strategies). Extreme values
over the correlated equilibria come from scipy's linear programs.
"""

import itertools
import random
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction as F
from pathlib import Path

import numpy as np
import pygambit
import quantecon
from scipy.optimize import linprog

# --- two independent enumerations of extreme equilibria ---------------------------------------------------------


def by_gambit(A, B):
    game = pygambit.Game.from_arrays(np.array(A), np.array(B))
    found = set()
    for e in pygambit.nash.enummixed_solve(game, rational=True).equilibria:
        found.add(tuple(tuple(F(str(e[s])) for s in p.strategies) for p in game.players))
    return found


def by_lrsnash(A, B):
    m, n = len(A), len(A[0])
    lines = lambda M: "\n".join(" ".join(map(str, row)) for row in M)
    with tempfile.NamedTemporaryFile("w", suffix=".lrs") as f:
        f.write(f"{m} {n}\n\n{lines(A)}\n\n{lines(B)}\n")
        f.flush()
        out = subprocess.run(["lrsnash", f.name], capture_output=True, text=True, timeout=600).stdout
    found, columns = set(), []
    for line in out.splitlines():
        w = line.split()
        if not w:
            columns = []
        elif w[0] == "2":
            columns.append(tuple(map(F, w[1 : n + 1])))
        elif w[0] == "1":
            row = tuple(map(F, w[1 : m + 1]))
            found.update((row, column) for column in columns)
    return found


def is_equilibrium(A, B, x, y):
    rows = [sum(F(a) * q for a, q in zip(row, y)) for row in A]
    cols = [sum(F(B[i][j]) * x[i] for i in range(len(A))) for j in range(len(A[0]))]
    return sum(x) == 1 == sum(y) and all(rows[i] == max(rows) for i, p in enumerate(x) if p) and all(
        cols[j] == max(cols) for j, q in enumerate(y) if q
    )


def subsets_and_components(equilibria):
    """Numbers of maximal Nash subsets (maximal bicliques) and of connected components."""
    rows, cols = sorted({e[0] for e in equilibria}), sorted({e[1] for e in equilibria})
    near = {x: frozenset(y for y in cols if (x, y) in equilibria) for x in rows}
    closed = {frozenset(near[x]) for x in rows}
    grown = True
    while grown:  # all intersections of neighbourhoods
        more = {a & b for a in closed for b in closed} - closed - {frozenset()}
        grown = bool(more)
        closed |= more
    subsets = {(frozenset(x for x in rows if c <= near[x]), c) for c in closed}
    subsets = {s for s in subsets if not any(s != t and s[0] <= t[0] and s[1] <= t[1] for t in subsets)}
    left, components = set(equilibria), 0
    while left:
        components += 1
        stack = [left.pop()]
        while stack:
            x, y = stack.pop()
            linked = {e for e in left if e[0] == x or e[1] == y}
            left -= linked
            stack += linked
    return len(subsets), components


# --- random games ------------------------------------------------------------------------------------------------


def matrix(rng, m, n, low, high):
    return [[rng.randint(low, high) for _ in range(n)] for _ in range(m)]


def degenerate(rng, m, n):
    """Ties on purpose: copied rows, copied columns, indifference, rank one, or blocks of zeros."""
    A, B = matrix(rng, m, n, -4, 4), matrix(rng, m, n, -4, 4)
    for _ in range(rng.randint(1, 3)):
        trick = rng.randrange(6)
        i, k, j, l = rng.randrange(m), rng.randrange(m), rng.randrange(n), rng.randrange(n)
        if trick == 0:
            A[i], B[i] = A[k][:], B[k][:]
        elif trick == 1:
            for row in A + B:
                row[j] = row[l]
        elif trick == 2:
            B[i] = [rng.randint(-4, 4)] * n
        elif trick == 3:
            c = rng.randint(-4, 4)
            for row in A:
                row[j] = c
        elif trick == 4:
            u, v = [rng.randint(-2, 2) for _ in range(m)], [rng.randint(-2, 2) for _ in range(n)]
            A = [[a * b for b in v] for a in u]
        else:
            for r in range(m // 2, m):
                for c in range(n // 2, n):
                    A[r][c] = B[r][c] = 0
    return A, B


SHAPES = [(m, n) for m in range(2, 8) for n in range(2, 7)]


def random_bimatrix_games():
    rng = random.Random(20030149)
    for index in range(300):
        m, n = SHAPES[index // 3 % len(SHAPES)]
        kind = ("wide", "narrow", "degenerate")[index % 3]
        if kind == "wide":
            A, B = matrix(rng, m, n, -1000, 1000), matrix(rng, m, n, -1000, 1000)
        elif kind == "narrow":
            A, B = matrix(rng, m, n, 0, 3), matrix(rng, m, n, 0, 3)
        else:
            A, B = degenerate(rng, m, n)
        yield f"{kind}-{index + 1}", A, B


def rows(text):
    return [[F(x) for x in row.split()] for row in text.split(";")]


def integral(A, B):
    """The same game in integers: lrsnash and numpy would both rather not see fractions."""
    scale = lambda M: int(np.lcm.reduce([x.denominator for row in M for x in row]))
    a, b = scale(A), scale(B)
    return [[int(x * a) for x in row] for row in A], [[int(x * b) for x in row] for row in B]


def known_games():
    """Name, A, B, expected (E, S, C; None where not stated), equilibria that must be among them."""
    identity = lambda n: [[F(int(i == j)) for j in range(n)] for i in range(n)]
    negative = lambda M: [[-x for x in row] for row in M]
    yield "von-stengel-3x2", rows("3 3;2 5;0 6"), rows("3 2;2 6;3 1"), (3, None, None), [
        "1 0 0 , 1 0", "4/5 1/5 0 , 2/3 1/3", "0 1/3 2/3 , 1/3 2/3"]
    yield "von-stengel-degenerate", rows("3 3;2 5;0 6"), rows("3 3;2 6;3 1"), (3, None, None), [
        "1 0 0 , 1 0", "1 0 0 , 2/3 1/3", "0 1/3 2/3 , 1/3 2/3"]
    yield "degenerate-3x2", rows("1 -1;-1 1;0 0"), rows("1 0;0 0;0 0"), (4, None, None), [
        "1 0 0 , 1 0", "0 1 0 , 0 1", "0 1 0 , 1/2 1/2", "0 0 1 , 1/2 1/2"]
    yield "cycling", rows("0 0 0;0 1 1;1 1 0"), rows("1 0 1;1 1 0;0 0 2"), (None,) * 3, ["0 2/3 1/3 , 0 1 0"]
    yield "all-zero", rows("0 0;0 0"), rows("0 0;0 0"), (4, 1, 1), []
    for n in range(2, 7):
        uniform = " ".join([f"1/{n}"] * n)
        yield f"identity-{n}", identity(n), identity(n), (2**n - 1,) * 3, [f"{uniform} , {uniform}"]
    yield "one-component-two-subsets", rows("1 1;0 1"), rows("1 1;0 1"), (3, 2, 1), []
    yield "two-components", rows("1 1;0 1;1 0"), rows("2 1;0 1;0 1"), (4, None, 2), []
    upper = rows("-1 1 1;-1 -1 1;-1 -1 -1")
    yield "upper-triangle", upper, negative(upper), (None, None, 1), []
    yield "inspection", rows("0 -10;-1 -6"), rows("0 10;0 -90"), (1, 1, 1), ["9/10 1/10 , 4/5 1/5"]
    biased = rows("0 -1/4 1/2;1/4 0 -1/20;-1/2 1/20 0")
    yield "biased-rock-paper-scissors", biased, negative(biased), (1, 1, 1), [
        "1/16 10/16 5/16 , 1/16 10/16 5/16"]
    dove = rows("-1/2 2;0 1")
    yield "hawk-dove", dove, [list(c) for c in zip(*dove)], (3, 3, 3), ["2/3 1/3 , 2/3 1/3"]
    penny = rows("1 -1;-1 1")
    yield "matching-pennies", penny, negative(penny), (1, 1, 1), ["1/2 1/2 , 1/2 1/2"]


def hard_games():
    """Families that are hard for somebody: many equilibria, long paths, ties, one equilibrium of half size."""
    # Savani and von Stengel, Econometrica 74 (2006), after von Stengel, Discrete Comput. Geom. 21 (1999): 75 equilibria
    A = rows("-81 36 -126 126 -36 90;-180 72 -333 297 -153 270;20 -3 42 -33 17 -30;-30 17 -33 42 -3 20;270 -153 297 -333 72 -180;90 -36 126 -126 36 -81")
    B = rows("72 36 17 -3 -36 -153;-180 -81 -30 20 90 270;297 126 42 -33 -126 -333;-333 -126 -33 42 126 297;270 90 20 -30 -81 -180;-153 -36 -3 17 36 72")
    yield "von-stengel-6x6", A, B, (75, 75, 75)
    rng = random.Random(75)
    for index, rho in enumerate((-0.9, -0.5, 0.5, 0.9)):  # covariant payoffs
        A, B = [], []
        for _ in range(8):
            x, z = [rng.gauss(0, 1000) for _ in range(8)], [rng.gauss(0, 1000) for _ in range(8)]
            A.append([round(v) for v in x])
            B.append([round(rho * v + (1 - rho * rho) ** 0.5 * w) for v, w in zip(x, z)])
        yield f"covariant-8x8-rho{rho:+}", A, B
    for n in (6, 7, 8):  # A has one 1 in each column, placed at random: unit vectors
        ones = [rng.randrange(n) for _ in range(n)]
        yield f"unit-vector-{n}x{n}", [[int(ones[j] == i) for j in range(n)] for i in range(n)], matrix(rng, n, n, 0, 999)
    for k in (2, 3):  # SGC: one equilibrium, supports of about half the strategies
        g = quantecon.game_theory.game_generators.bimatrix_generators.sgc_game(k)
        arrays = [g.players[0].payoff_array, g.players[1].payoff_array.T]
        n = 4 * k - 1
        if n <= 8:
            yield f"sgc-{n}x{n}", *([[int(round(4 * x)) for x in row] for row in a] for a in arrays)
    for n in (5, 6, 7):  # win, lose, draw: zero-sum with ties
        A = [[0] * n for _ in range(n)]
        for i in range(n):
            for j in range(i):
                A[i][j] = rng.choice((-1, 0, 1))
                A[j][i] = -A[i][j]
        yield f"tournament-{n}x{n}", A, [[-x for x in row] for row in A]
    yield "wide-8x8", matrix(rng, 8, 8, -1000, 1000), matrix(rng, 8, 8, -1000, 1000)
    yield "narrow-8x8", matrix(rng, 8, 8, 0, 2), matrix(rng, 8, 8, 0, 2)
    huge = 10**9  # pygambit loses the equilibrium of the same game at 10**17; lrsnash finds it
    yield "huge-payoffs-5x5", matrix(rng, 5, 5, -huge, huge), matrix(rng, 5, 5, -huge, huge)


# --- writing -------------------------------------------------------------------------------------------------------

flat = lambda M: " ".join(str(x) for row in M for x in row)
listed = lambda es: " ; ".join(sorted(" ".join(map(str, x)) + " , " + " ".join(map(str, y)) for x, y in es))
point = lambda text: tuple(tuple(map(F, part.split())) for part in text.split(","))

BIMATRIX_HEADER = """\
# All extreme equilibria of two-player games, exact. pygambit {v} enummixed and lrsnash 7.1 agree on every line.
# name | rows x columns | payoffs of the row player, row by row | payoffs of the column player, row by row | E S C | equilibria
# E extreme equilibria, S maximal convex subsets, C connected components. An equilibrium is `row probabilities , column
# probabilities`; equilibria are separated by ` ; ` and sorted as text.
"""


def bimatrix_line(name, A, B, expected=(None,) * 3, members=()):
    a, b = integral(A, B)
    one, two = by_gambit(a, b), by_lrsnash(a, b)
    if one != two:
        print(f"{name}: pygambit {len(one)} and lrsnash {len(two)} equilibria; left out\n  {a}\n  {b}", file=sys.stderr)
        for e in sorted(one ^ two):
            print("   ", "pygambit only" if e in one else "lrsnash only", e, is_equilibrium(a, b, *e), file=sys.stderr)
        return None
    assert all(is_equilibrium(A, B, *e) for e in one), name
    counts = (len(one), *subsets_and_components(one))
    for found, wanted in zip(counts, expected):
        assert wanted is None or found == wanted, (name, counts, expected)
    for text in members:
        assert point(text) in one, (name, text, listed(one))
    return f"{name} | {len(A)}x{len(A[0])} | {flat(A)} | {flat(B)} | {counts[0]} {counts[1]} {counts[2]} | {listed(one)}"


def write_bimatrix(folder):
    header = BIMATRIX_HEADER.format(v=pygambit.__version__)
    for file, games in (("known-games.txt", known_games()), ("random-bimatrix.txt", random_bimatrix_games()),
                        ("hard-bimatrix.txt", hard_games())):
        lines = [line for line in (bimatrix_line(*g) for g in games) if line]
        (folder / file).write_text(header + "\n".join(lines) + "\n")
        print(file, len(lines), "games", Counter(len(l.split(";")) for l in lines).most_common(4))


def write_pure(folder):
    rng = random.Random(615)
    lines = []
    for index in range(100):
        n = 3 + index % 3
        shape = [rng.randint(2, (5, 4, 3)[n - 3]) for _ in range(n)]
        high = (2, 5, 99)[index // 3 % 3]  # many ties, some, hardly any
        profiles = list(itertools.product(*map(range, shape)))
        payoffs = {p: [rng.randint(0, high) for _ in range(n)] for p in profiles}
        arrays = []
        for i in range(n):
            a = np.zeros(shape, dtype=int)
            for p in profiles:
                a[p] = payoffs[p][i]
            arrays.append(a)
        game = pygambit.Game.from_arrays(*arrays)
        found = set()
        for e in pygambit.nash.enumpure_solve(game).equilibria:
            found.add(tuple(next(k for k, s in enumerate(p.strategies) if e[s] == 1) for p in game.players))
        brute = {
            p for p in profiles
            if all(payoffs[p][i] >= payoffs[p[:i] + (s,) + p[i + 1 :]][i] for i in range(n) for s in range(shape[i]))
        }
        assert found == brute, index
        text = " ".join(str(v) for p in profiles for v in payoffs[p])
        answer = " ; ".join(" ".join(map(str, p)) for p in sorted(found))
        lines.append(f"pure-{index + 1} | {'x'.join(map(str, shape))} | {text} | {len(found)} | {answer}")
    (folder / "pure-equilibria.txt").write_text(
        f"# Pure equilibria of games of three to five players: pygambit {pygambit.__version__} enumpure and a brute force agree.\n"
        "# name | shape | payoffs, profile by profile (last player fastest), all players of a profile together | count | profiles\n"
        "# A profile lists each player's strategy counted from 0; profiles are separated by ` ; `, in lexicographic order.\n"
        + "\n".join(lines) + "\n")
    print("pure-equilibria.txt", len(lines), "games")


# --- iterated dominance ----------------------------------------------------------------------------------------------


def payoff_rows(payoffs, shape_left, i):
    others = list(itertools.product(*(s for k, s in enumerate(shape_left) if k != i)))
    return {s: [payoffs[o[:i] + (s,) + o[i:]][i] for o in others] for s in shape_left[i]}


def dominated_by_pure(table, s, weak):
    mine = table[s]
    for t, other in table.items():
        if t != s and all(b >= a if weak else b > a for a, b in zip(mine, other)) and other != mine:
            return True
    return False


def dominated_by_mixed(table, s, weak):
    """Integers below 10 and at most 5 strategies: an optimum that is not 0 is far above the 1e-7 asked for."""
    rivals = [t for t in table if t != s]
    if not rivals:
        return False
    mine = np.array(table[s], float)
    M = np.array([table[t] for t in rivals], float).T
    k, c = len(rivals), len(mine)
    if weak:  # most total slack over the columns, nowhere worse
        r = linprog(-(M.sum(0)), A_ub=-M, b_ub=-mine, A_eq=np.ones((1, k)), b_eq=[1], bounds=[(0, None)] * k)
        return r.status == 0 and -r.fun - mine.sum() > 1e-7
    r = linprog(np.r_[np.zeros(k), -1], A_ub=np.c_[-M, np.ones(c)], b_ub=-mine, A_eq=np.r_[np.ones(k), 0][None, :],
                b_eq=[1], bounds=[(0, None)] * k + [(None, None)])
    assert r.status == 0
    return -r.fun > 1e-7


def survivors(payoffs, shape, weak, mixed):
    left = [tuple(range(k)) for k in shape]
    test = dominated_by_mixed if mixed else dominated_by_pure
    rounds = 0
    while True:
        nxt = []
        for i in range(len(shape)):
            table = payoff_rows(payoffs, left, i)
            nxt.append(tuple(s for s in left[i] if not test(table, s, weak)))
        if nxt == left:
            return rounds, left
        left, rounds = nxt, rounds + 1


def write_dominance(folder):
    rng = random.Random(1991)
    lines = []
    while len(lines) < 100:
        n = 2 if len(lines) % 4 else 3
        shape = [rng.randint(2, 5 if n == 2 else 3) for _ in range(n)]
        profiles = list(itertools.product(*map(range, shape)))
        high = rng.choice((2, 4, 9))
        payoffs = {p: [rng.randint(0, high) + (p[i] if rng.random() < 0.6 else 0) for i in range(n)] for p in profiles}
        answers = []
        for weak, mixed in ((False, False), (False, True), (True, False), (True, True)):
            rounds, left = survivors(payoffs, shape, weak, mixed)
            answers.append(f"{rounds} : " + " / ".join(" ".join(map(str, l)) for l in left))
        if len(set(answers)) == 1 and rng.random() < 0.8:
            continue  # nothing happens in most random games; keep the telling ones
        text = " ".join(str(v) for p in profiles for v in payoffs[p])
        lines.append(f"dominance-{len(lines) + 1} | {'x'.join(map(str, shape))} | {text} | " + " | ".join(answers))
    (folder / "iterated-dominance.txt").write_text(
        "# Strategies that survive iterated dominance. In each round every dominated strategy of every player goes at once.\n"
        "# name | shape | payoffs as in pure-equilibria.txt | strict by pure | strict by mixed | weak by pure | weak by mixed\n"
        "# An answer is `rounds : survivors of player 1 / of player 2 / ...`, strategies counted from 0.\n"
        + "\n".join(lines) + "\n")
    print("iterated-dominance.txt", len(lines), "games")


# --- correlated equilibria -------------------------------------------------------------------------------------------


def correlated_values(payoffs, shape, coarse):
    """The largest welfare, the largest least utility and each player's best, over the (coarse) correlated equilibria.

    Variables are the probabilities of the profiles and a level that no utility is below.
    """
    profiles = list(itertools.product(*map(range, shape)))
    n = len(shape)
    rows = []
    for i in range(n):
        for told in [None] if coarse else range(shape[i]):
            for other in range(shape[i]):
                if other != told:
                    rows.append([payoffs[p[:i] + (other,) + p[i + 1 :]][i] - payoffs[p][i]
                                 if told is None or p[i] == told else 0 for p in profiles] + [0])
    rows += [[-payoffs[p][i] for p in profiles] + [1] for i in range(n)]
    goals = [[sum(payoffs[p]) for p in profiles] + [0], [0] * len(profiles) + [1]]
    goals += [[payoffs[p][i] for p in profiles] + [0] for i in range(n)]
    bounds = [(0, None)] * len(profiles) + [(None, None)]
    for goal in goals:
        r = linprog(-np.array(goal, float), A_ub=np.array(rows, float), b_ub=np.zeros(len(rows)),
                    A_eq=np.array([[1.0] * len(profiles) + [0.0]]), b_eq=[1], bounds=bounds)
        assert r.status == 0
        yield -r.fun


def write_correlated(folder):
    rng = random.Random(1974)
    lines = []
    for index in range(100):
        n = 3 if index % 3 == 2 else 2
        shape = [rng.randint(2, 5 if n == 2 else 3) for _ in range(n)]
        high = (3, 9, 99)[index // 3 % 3]
        profiles = list(itertools.product(*map(range, shape)))
        payoffs = {p: [rng.randint(-high, high) for _ in range(n)] for p in profiles}
        text = " ".join(str(v) for p in profiles for v in payoffs[p])
        answers = [" ".join(f"{v + 0.0:.7f}" for v in correlated_values(payoffs, shape, coarse))
                   for coarse in (False, True)]
        lines.append(f"correlated-{index + 1} | {'x'.join(map(str, shape))} | {text} | " + " | ".join(answers))
    (folder / "correlated.txt").write_text(
        "# Extreme values over correlated and over coarse correlated equilibria: scipy's linprog (HiGHS, floating).\n"
        "# name | shape | payoffs as in pure-equilibria.txt | values, correlated | values, coarse correlated\n"
        "# Values are the largest sum of payoffs, the largest least payoff, then the largest payoff of each player.\n"
        + "\n".join(lines) + "\n")
    print("correlated.txt", len(lines), "games")


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    write_bimatrix(target)
    write_pure(target)
    write_dominance(target)
    write_correlated(target)
