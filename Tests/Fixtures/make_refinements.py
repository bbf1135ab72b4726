#!/usr/bin/env python3
"""Record answers of independent computations on zero-sum games and refinements of equilibria of two players.

Needs: numpy and scipy. Run: python3 make_refinements.py [DIRECTORY]      (the same seeds give the same files)
"""

import itertools
import random
import sys
from fractions import Fraction as F
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


# --- symmetric games: every pair of supports and every invader, in fractions -----------------------------------------


def solve(rows):
    """The one solution of linear equations in fractions, None where there is none or more than one."""
    rows = [[F(x) for x in row] for row in rows]
    n = len(rows[0]) - 1
    for c in range(n):
        k = next((r for r in range(c, len(rows)) if rows[r][c]), None)
        if k is None:
            return None
        rows[c], rows[k] = rows[k], rows[c]
        rows[c] = [x / rows[c][c] for x in rows[c]]
        for r in range(len(rows)):
            if r != c and rows[r][c]:
                rows[r] = [x - rows[r][c] * y for x, y in zip(rows[r], rows[c])]
    return [row[-1] for row in rows[:n]] if not any(row[-1] for row in rows[n:]) else None


def subsets(items):
    return itertools.chain.from_iterable(itertools.combinations(items, k) for k in range(1, len(items) + 1))


def payoff(x, A, y):
    return sum(p * q * A[i][j] for i, p in enumerate(x) if p for j, q in enumerate(y) if q)


def symmetric_points(A):
    """Extreme symmetric equilibria: strategies that the equalities they satisfy determine."""
    n, found = len(A), set()
    for used in subsets(range(n)):
        for best in subsets(range(n)):
            if not set(used) <= set(best):
                continue
            rows = [[A[i][j] for j in used] + [-1, 0] for i in best] + [[1] * len(used) + [0, 1]]
            x = solve(rows)
            if x and all(p > 0 for p in x[:-1]):
                y = [F(0)] * n
                for j, p in zip(used, x):
                    y[j] = p
                if all(sum(A[i][j] * y[j] for j in range(n)) <= x[-1] for i in range(n)):
                    found.add(tuple(y))
    return found


def is_stable(x, A):
    """No critical point of the invaders' advantage on any face of the best replies reaches 0: a search by faces in
    terms of the invader itself (u(x, y) - u(y, y) over the simplex), not by the solver's matrix of losses."""
    n = len(A)
    values = [sum(A[i][j] * x[j] for j in range(n)) for i in range(n)]
    best = [i for i in range(n) if values[i] == max(values)]
    unit = lambda i: [F(int(i == k)) for k in range(n)]
    # Directions from x to the boundary: y on a proper face that does not hold all of x's support, or any pure one.
    support = [i for i in range(n) if x[i]]
    for face in subsets(best):
        if set(support) <= set(face):
            continue  # a ray from x through an inner point meets a smaller face
        # Least of f(y) = (x - y) A y on the face: homogenised with z = y - x, f = -z A z.
        # Critical: d/dy_i [(x - y) A y] equal over the face.
        M = [[-(A[i][j] + A[j][i]) for j in face] for i in face]
        b = [sum(x[k] * A[k][i] for k in range(n)) for i in face]
        rows = [M[r] + [-1, -b[r]] for r in range(len(face))] + [[1] * len(face) + [0, 1]]
        y = solve(rows)
        if y is None:
            continue  # then the least is on a smaller face as well
        if all(p > 0 for p in y[:-1]):
            z = [F(0)] * n
            for i, p in zip(face, y):
                z[i] = p
            if payoff(x, A, z) - payoff(z, A, z) <= 0:
                return False
    return True


def symmetric_games():
    rng = random.Random(1973)
    for index in range(420):
        n = 2 + index % 4
        high = (1, 3, 20)[index // 4 % 3]
        yield f"symmetric-{index + 1}", matrix(rng, n, n, -high, high)
    for index in range(80):  # potential games: many stable strategies
        n = 3 + index % 3
        A = matrix(rng, n, n, 0, 9)
        yield f"partnership-{index + 1}", [[A[min(i, j)][max(i, j)] for j in range(n)] for i in range(n)]


def write_symmetric(folder):
    listed = lambda points: " ; ".join(sorted(" ".join(map(str, x)) for x in points)) or "none"
    lines = []
    for name, A in symmetric_games():
        points = symmetric_points(A)
        stable = [x for x in points if is_stable(x, A)]
        lines.append(f"{name} | {len(A)}x{len(A)} | {flat(A)} | {listed(points)} | {listed(stable)}")
    write(folder, "symmetric.txt",
          "# Extreme symmetric equilibria and evolutionarily stable strategies, by brute force over faces in fractions.\n"
          "# name | strategies | payoffs of the row player, row by row; the column player has the transpose\n"
          "# | extreme symmetric equilibria | evolutionarily stable strategies; separated by ` ; `, sorted as text\n", lines)


# --- perfect and proper equilibria: linear programs with trembles in floating point ---------------------------------


def undominated(x, A):
    """No mixture does at least as well against everything: scipy's largest total advantage is 0."""
    m, n = len(A), len(A[0])
    A = np.array(A, float)
    own = np.array([float(p) for p in x]) @ A
    r = linprog(-A.sum(axis=1), A_ub=-A.T, b_ub=-own + 1e-12, A_eq=np.ones((1, m)), b_eq=[1], bounds=[(0, None)] * m)
    assert r.status == 0, r
    total = -r.fun - own.sum()
    assert total < 1e-7 or total > 1e-5, total  # integers below 10: nothing in between
    return total < 1e-6


def is_proper(x, y, A, B):
    """Whether some completely mixed profile near (x, y) is e-proper for small e, over every ranking of both players'
    strategies: linear programs in fractions at e = 1/10^12 by the simplex method of this script."""
    m, n = len(A), len(A[0])
    rows = [sum(F(A[i][j]) * y[j] for j in range(n)) for i in range(m)]
    cols = [sum(F(B[i][j]) * x[i] for i in range(m)) for j in range(n)]
    transposed = [list(c) for c in zip(*B)]
    for R in rankings(list(range(m))):
        if not agrees(R, rows, x):
            continue
        for C in rankings(list(range(n))):
            if agrees(C, cols, y) and reaches(R, C, x, transposed) and reaches(C, R, y, A):
                return True
    return False


def rankings(items):
    if not items:
        yield []
        return
    for first in subsets(items):
        for rest in rankings([i for i in items if i not in first]):
            yield [list(first)] + rest


def agrees(ranking, values, point):
    level = {i: k for k, members in enumerate(ranking) for i in members}
    return all(level[i] < level[j] for i in level for j in level if values[i] > values[j]) and all(
        level[i] == 0 for i in level if point[i])


def reaches(own, others, point, payoffs):
    """Maximal t with x >= t * point, and maximal least probability, given both rankings: payoffs has a row for each of
    the other's strategies."""
    e, n = F(1, 10**12), len(point)
    rows = []
    for upper, lower in itertools.combinations(own, 2):
        for a in upper:
            for b in lower:
                rows.append([F(k == b) - e * F(k == a) for k in range(n)])
    for members in others:
        for a in members:
            for b in members:
                if a != b:
                    rows.append([F(p - q) for p, q in zip(payoffs[a], payoffs[b])])
    for upper, lower in itertools.combinations(others, 2):
        for a in upper:
            for b in lower:
                rows.append([F(p - q) for p, q in zip(payoffs[b], payoffs[a])])
    least = simplex([row + [F(0)] for row in rows] + [[-F(k == i) for k in range(n)] + [F(1)] for i in range(n)], n)
    near = simplex([row + [F(0)] for row in rows]
                   + [[-F(k == i) for k in range(n)] + [point[i]] for i in range(n) if point[i]], n)
    return least > 0 and near > 1 - F(1, 10**5)


def simplex(rows, n):
    """Largest last variable with rows * z <= 0, sum of the first n at most 1, z >= 0: Bland's rule in fractions."""
    m, width = len(rows) + 1, n + 1
    table = [row + [F(i == k) for k in range(m)] + [F(0)] for i, row in enumerate(rows)]
    table.append([F(1)] * n + [F(0)] + [F(k == m - 1) for k in range(m)] + [F(1)])
    costs = [F(0)] * n + [F(1)] + [F(0)] * (m + 1)
    basis = list(range(width, width + m))
    while True:
        c = next((k for k in range(width + m) if costs[k] > 0), None)
        if c is None:
            return -costs[-1]
        ratios = [(table[r][-1] / table[r][c], basis[r], r) for r in range(m) if table[r][c] > 0]
        r = min(ratios)[2]
        table[r] = [v / table[r][c] for v in table[r]]
        for k in range(m):
            if k != r and table[k][c]:
                table[k] = [v - table[k][c] * w for v, w in zip(table[k], table[r])]
        costs = [v - costs[c] * w for v, w in zip(costs, table[r])]
        basis[r] = c


def extreme(A, B):
    """Extreme equilibria: pairs of vertices, each determined by its equalities."""
    m, n = len(A), len(A[0])

    def points(P, k, l):  # P: l rows of the replier against k strategies
        found = set()
        for used in subsets(range(k)):
            for best in subsets(range(l)):
                z = solve([[P[j][i] for i in used] + [-1, 0] for j in best] + [[1] * len(used) + [0, 1]])
                if z and all(p > 0 for p in z[:-1]):
                    full = [F(0)] * k
                    for i, p in zip(used, z):
                        full[i] = p
                    if all(sum(P[j][i] * full[i] for i in range(k)) <= z[-1] for j in range(l)):
                        found.add(tuple(full))
        return found

    def best(P, z):
        values = [sum(a * b for a, b in zip(row, z)) for row in P]
        return {i for i, v in enumerate(values) if v == max(values)}

    T = [list(c) for c in zip(*B)]
    return [(x, y) for x in points(T, m, n) for y in points(A, n, m)
            if {i for i in range(m) if x[i]} <= best(A, y) and {j for j in range(n) if y[j]} <= best(T, x)]


def write_refined(folder):
    rng = random.Random(1978)
    lines = []
    for index in range(500):
        m, n = rng.choice([(2, 2), (2, 3), (3, 2), (3, 3), (3, 3)])
        high = (1, 2, 9)[index % 3]
        A, B = matrix(rng, m, n, 0, high), matrix(rng, m, n, 0, high)
        answers = []
        for x, y in sorted(extreme(A, B)):
            perfect = undominated(x, A) and undominated(y, [list(c) for c in zip(*B)])
            proper = is_proper(x, y, A, B)
            assert perfect or not proper, (A, B, x, y)
            text = " ".join(map(str, x)) + " , " + " ".join(map(str, y))
            answers.append(f"{text} , {int(perfect)} {int(proper)}")
        lines.append(f"refined-{index + 1} | {m}x{n} | {flat(A)} | {flat(B)} | {' ; '.join(answers)}")
    write(folder, "refined.txt",
          "# Which extreme equilibria of two players are perfect (scipy's linear programs) and proper (every ranking of\n"
          "# mistakes, linear programs in fractions at e = 1/10^12).\n"
          "# name | rows x columns | payoffs of the row player | payoffs of the column player | equilibria\n"
          "# An equilibrium is `row probabilities , column probabilities , perfect proper` with 1 for yes.\n", lines)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    write_zero_sum(target)
    write_symmetric(target)
    write_refined(target)
