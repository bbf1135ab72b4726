"""Coalitions, bargaining, division and conflicts, against coopgame-py, scipy and plain definitions."""

import itertools
import math
import sys
from fractions import Fraction as F
from pathlib import Path

from laboratory import Comparison, numbers, require, require_near

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Fixtures"))


def named(count):
    return [f"p{i}" for i in range(count)]


def coalitional(worths, actors):
    """Worths in binary order, the empty coalition left out."""
    return {
        "form": "coalitional", "actors": {a: {"name": a} for a in named(actors)},
        "worths": {"order": "binary", "values": [str(w) for w in worths]}}


def worths(rng, actors):
    spread = rng.choice([1, 3, 9, 99])
    drawn = [rng.randint(0, spread) for _ in range(2**actors - 1)]
    if rng.random() < 0.6:
        drawn[-1] += rng.randint(0, spread * actors)
    return drawn


def values(laboratory, rng):
    import coopgame

    n = rng.randint(2, 6)
    drawn = worths(rng, n)
    answer = laboratory.solutions(coalitional(drawn, n), "shapley,prenucleolus")
    game = coopgame.Game([float(w) for w in drawn], order="binary")
    for mine, theirs in zip(numbers(answer["shapley"]["values"], named(n)), coopgame.shapley(game)):
        require_near(mine, theirs, "Shapley value", drawn, 1e-9)
    exact = coopgame.nucleolus_exact([F(w) for w in drawn], "preimputation", "binary")["allocation"]
    require(numbers(answer["prenucleolus"]["values"], named(n)) == [F(v) for v in exact], "prenucleolus", drawn)
    if sum(drawn[(1 << i) - 1] for i in range(n)) <= drawn[-1]:
        mine = laboratory.solutions(coalitional(drawn, n), "nucleolus")["nucleolus"]
        exact = coopgame.nucleolus_exact([F(w) for w in drawn], "imputation", "binary")["allocation"]
        require(numbers(mine["values"], named(n)) == [F(v) for v in exact], "nucleolus", drawn)


def core(laboratory, rng):
    from scipy.optimize import linprog

    n = rng.randint(2, 6)
    drawn = worths(rng, n)
    answer = laboratory.solutions(coalitional(drawn, n), "core,least-core")
    proper = range(1, 2**n - 1)
    rows = [[-float(s >> i & 1) for i in range(n)] + [-1.0] for s in proper]
    best = linprog(
        [0] * n + [1], A_ub=rows, b_ub=[-drawn[s - 1] for s in proper], A_eq=[[1] * n + [0]], b_eq=[drawn[-1]],
        bounds=[(None, None)] * (n + 1))
    require_near(answer["least-core"]["epsilon"], best.fun, "least core", drawn)
    require(answer["core"]["empty"] == (F(answer["least-core"]["epsilon"]) > 0), "emptiness", drawn)
    if answer["core"]["vertices"]:
        for vertex in answer["core"]["vertices"]:
            x = numbers(vertex, named(n))
            require(sum(x) == drawn[-1], "a vertex divides something else", drawn)
            tight = [s for s in proper if sum(x[i] for i in range(n) if s >> i & 1) == drawn[s - 1]]
            require(
                all(sum(x[i] for i in range(n) if s >> i & 1) >= drawn[s - 1] for s in proper),
                "a vertex is blocked", drawn)
            require(rank([[s >> i & 1 for i in range(n)] for s in tight + [2**n - 1]]) == n, "no vertex", drawn)


def rank(rows):
    rows, result = [[F(v) for v in row] for row in rows], 0
    for column in range(len(rows[0])):
        pivot = next((r for r in range(result, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[result], rows[pivot] = rows[pivot], rows[result]
        for r in range(result + 1, len(rows)):
            factor = rows[r][column] / rows[result][column]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[result])]
        result += 1
    return result


def relative_core(laboratory, rng):
    """The core under Snidal's rule, by its definition: who leaves keeps its worth, the rest theirs."""
    from scipy.optimize import linprog

    n = rng.randint(2, 4)
    drawn = worths(rng, n)
    r = F(rng.randint(0, 8), 8)
    game = coalitional(drawn, n) | {"relative-gains": {"rule": "snidal", "weights": str(r)}}
    answer = laboratory.solutions(game, "core")["core"]
    rho = r / (n - 1)
    everyone = 2**n - 1
    worth = lambda s: F(drawn[s - 1]) if s else F(0)
    rows, limits = [], []
    for s in range(1, everyone):
        members = [i for i in range(n) if s >> i & 1]
        # Sum over members of what each would have, x_i (1 + rho) - rho X, before and after.
        after = worth(s) * (1 + rho) - len(members) * rho * (worth(s) + worth(everyone ^ s))
        rows.append([-float(1 + rho) if i in members else 0.0 for i in range(n)] + [-1.0])
        limits.append(-float(after + len(members) * rho * worth(everyone)))
    best = linprog(
        [0] * n + [1], A_ub=rows, b_ub=limits, A_eq=[[1] * n + [0]], b_eq=[float(worth(everyone))],
        bounds=[(None, None)] * (n + 1))
    if abs(best.fun) > 1e-9:
        require(answer["empty"] == (best.fun > 0), f"the core at r = {r}", drawn)


def bargaining(laboratory, rng):
    n = rng.choice([2, 2, 3])
    count = rng.randint(2, 8)
    spread = rng.choice([3, 9, 99])
    points = [[rng.randint(0, spread) for _ in range(n)] for _ in range(count)]
    floor = [rng.randint(0, spread // 3) for _ in range(n)]
    game = {
        "form": "bargaining", "actors": {a: {"name": a} for a in named(n)},
        "outcomes": {f"o{i}": {"gains": p} for i, p in enumerate(points)}, "disagreement": {"gains": floor}}
    answer = laboratory.solutions(game, "nash-bargaining,egalitarian,utilitarian,zone-of-agreement")
    accepted = [p for p in points if all(u >= d for u, d in zip(p, floor))]
    zone = answer["zone-of-agreement"]
    require(zone["accepted"] == len(accepted), "accepted outcomes", (points, floor))
    if not accepted:
        require(not answer["egalitarian"]["agreement"], "an agreement nobody wants", (points, floor))
        return
    gains = lambda p: [u - d for u, d in zip(p, floor)]
    chosen = lambda name: gains(numbers(answer[name]["values"], named(n)))
    require(min(chosen("egalitarian")) == max(min(gains(p)) for p in accepted), "egalitarian", (points, floor))
    require(sum(chosen("utilitarian")) == max(sum(gains(p)) for p in accepted), "utilitarian", (points, floor))
    best = max(math.prod(gains(p)) for p in accepted)
    require(math.prod(chosen("nash-bargaining")) == best, "Nash product", (points, floor))
    efficient = [
        i for i, p in enumerate(points)
        if not any(all(a >= b for a, b in zip(q, p)) and q != p for q in points)]
    mine = [i for i, o in enumerate(zone["outcomes"]) if o["efficient"]]
    require(mine == efficient, "efficient outcomes", (points, floor))


def lotteries(laboratory, rng):
    from scipy.optimize import linprog

    count = rng.randint(2, 7)
    points = [[rng.randint(0, 20) for _ in range(2)] for _ in range(count)]
    floor = [0, 0]
    game = {
        "form": "bargaining", "actors": {a: {"name": a} for a in named(2)}, "lotteries": True,
        "outcomes": {f"o{i}": {"gains": p} for i, p in enumerate(points)}, "disagreement": {"gains": floor}}
    answer = laboratory.solutions(game, "egalitarian,utilitarian,kalai-smorodinsky,nash-bargaining")
    ideal = [max(p[i] for p in points) for i in range(2)]
    for name, scale in (("egalitarian", [1, 1]), ("kalai-smorodinsky", ideal)):
        if not all(scale):
            continue
        rows = [[-float(p[i]) / scale[i] for p in points] + [1.0] for i in range(2)]
        best = linprog(
            [0] * count + [-1], A_ub=rows, b_ub=[0, 0], A_eq=[[1] * count + [0]], b_eq=[1],
            bounds=[(0, None)] * count + [(None, None)])
        mine = numbers(answer[name]["values"], named(2))
        require_near(min(m / F(s) for m, s in zip(mine, scale)), -best.fun, name, points)
    mine = numbers(answer["nash-bargaining"]["values"], named(2))
    # No mixture of any two outcomes has a larger product.
    for p, q in itertools.product(points, repeat=2):
        for t in range(0, 41):
            mixture = [F(t, 40) * a + F(40 - t, 40) * b for a, b in zip(p, q)]
            require(mixture[0] * mixture[1] <= mine[0] * mine[1], "Nash product", points)


def divisions(laboratory, rng):
    """Adjusted winner: as many points for both, efficient, at most one parcel cut."""
    count = rng.randint(1, 6)
    points = []
    for _ in range(2):
        cuts = sorted(rng.randint(0, 100) for _ in range(count - 1))
        points.append([b - a for a, b in zip([0] + cuts, cuts + [100])])
    game = {
        "form": "division", "actors": {a: {"name": a} for a in named(2)},
        "parcels": {f"c{i}": {"gains": [points[0][i], points[1][i]]} for i in range(count)}}
    if any(points[0][i] + points[1][i] == 0 for i in range(count)):
        return
    answer = laboratory.solutions(game, "adjusted-winner")["adjusted-winner"]
    shares = [[F(answer["outcome"][f"c{i}"][p]) for i in range(count)] for p in named(2)]
    totals = [sum(s * F(v) for s, v in zip(shares[k], points[k])) for k in range(2)]
    require(totals[0] == totals[1] and totals[0] >= 50, f"totals {totals}", points)
    require(sum(0 < s < 1 for s in shares[0]) <= 1, "cuts", points)
    for i, j in itertools.permutations(range(count), 2):
        # An exchange would help both only if shares stood against the order of the ratios.
        if shares[0][i] > 0 and shares[1][j] > 0:
            require(points[0][i] * points[1][j] >= points[0][j] * points[1][i], "not efficient", points)


def conflicts(laboratory, rng):
    """Stabilities of a strategic game by sets built from the definitions."""
    from make_conflict_fixtures import Conflict

    from noncooperative import ROWS, strategic

    shape = tuple(rng.randint(2, 3) for _ in range(rng.choice([2, 2, 3])))
    states = list(itertools.product(*map(range, shape)))
    spread = rng.choice([2, 4, 20])
    gains = {s: [rng.randint(0, spread) for _ in shape] for s in states}
    moves = [
        [{t for t, d in enumerate(states) if t != s and all(c[j] == d[j] for j in range(len(shape)) if j != i)}
         for s, c in enumerate(states)] for i in range(len(shape))]
    peer = Conflict(
        len(shape), len(states), moves, [[gains[s][i] for s in states] for i in range(len(shape))],
        [[0] * len(states) for _ in shape], states)
    answer = laboratory.solutions(strategic(shape, gains), "conflict")["conflict"]
    for place, state in enumerate(answer["states"]):
        index = states.index(tuple(ROWS.index(state["state"][f"p{i}"]) for i in range(len(shape))))
        for kind in ("nash", "gmr", "smr", "seq", "sim"):
            theirs = [f"p{i}" for i in range(len(shape)) if getattr(peer, kind)(i, index)]
            require(state["stableFor"][kind] == theirs, f"{kind} at {states[index]}", gains)


COMPARISONS = [
    Comparison("values", "coopgame-py", 6, values, ["coopgame"]),
    Comparison("core", "scipy's HiGHS and the definition", 5, core, ["scipy"]),
    Comparison("relative-core", "scipy's HiGHS and the definition", 3, relative_core, ["scipy"]),
    Comparison("bargaining", "the definitions", 6, bargaining),
    Comparison("lotteries", "scipy's HiGHS", 3, lotteries, ["scipy"]),
    Comparison("divisions", "the definition", 3, divisions),
    Comparison("conflicts", "sets built from the definitions", 5, conflicts),
]
