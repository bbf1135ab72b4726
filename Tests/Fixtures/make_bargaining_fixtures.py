"""Makes bargaining.txt: answers of NegMAS over outcomes and of SciPy over lotteries.

pip install negmas scipy; python3 make_bargaining_fixtures.py > bargaining.txt
"""

import random

import numpy as np
from negmas import MappingUtilityFunction, make_issue
from negmas.preferences import ops
from scipy.optimize import linprog, minimize

random.seed(20261121)
print("# name | utilities, outcome after outcome | disagreement | discount factors (two actors)")
print("# | outcomes, NegMAS: product of gains, least gain, sum of gains; - where nobody is satisfied")
print("# | lotteries, SciPy: product, least gain, least share of the best, sum of gains")
print("# | lotteries, SciPy: utilities of the first proposal in alternating offers")


def negmas(points, disagreement):
    kept = [p for p in points if all(u >= d for u, d in zip(p, disagreement))]
    if not kept:
        return None
    issue = make_issue([str(i) for i in range(len(kept))], "outcome")
    functions = [
        MappingUtilityFunction(
            {(str(i),): float(p[k]) for i, p in enumerate(kept)}, issues=[issue],
            reserved_value=float(disagreement[k]))
        for k in range(len(disagreement))
    ]
    outcomes = [(str(i),) for i in range(len(kept))]
    frontier, _ = ops.pareto_frontier(functions, outcomes=outcomes, issues=[issue])
    gains = lambda u: [a - b for a, b in zip(u, disagreement)]
    # Without ranges NegMAS counts from the worst outcome where that is above the reserved value.
    ranges = [(float(d), float(max(p[k] for p in kept))) for k, d in enumerate(disagreement)]
    nash = ops.nash_points(functions, frontier, ranges=ranges)
    kalai = ops.kalai_points(functions, frontier, ranges=ranges)
    welfare = ops.max_welfare_points(functions, frontier, outcomes=outcomes, issues=[issue])
    if not (nash and kalai and welfare):
        return None
    return [
        float(np.prod(gains(nash[0][0]))), float(min(gains(kalai[0][0]))),
        float(sum(gains(welfare[0][0]))),
    ]


def best(points, disagreement, objective):
    """The largest objective . utilities over acceptable lotteries, or None."""
    v = np.array(points, float)
    answer = linprog(
        -(v @ objective), A_ub=-v.T, b_ub=-np.array(disagreement, float),
        A_eq=np.ones((1, len(v))), b_eq=[1], bounds=(0, None))
    return -answer.fun if answer.status == 0 else None


def level(points, disagreement, scale):
    v = np.array(points, float)
    m, n = v.shape
    rows = np.hstack([-v.T, np.array(scale, float).reshape(n, 1)])
    floors = np.hstack([-v.T, np.zeros((n, 1))])
    d = -np.array(disagreement, float)
    answer = linprog(
        [0] * m + [-1], A_ub=np.vstack([rows, floors]), b_ub=np.hstack([d, d]),
        A_eq=[[1] * m + [0]], b_eq=[1], bounds=[(0, None)] * m + [(None, None)])
    return -answer.fun


def product(points, disagreement):
    v = np.array(points, float) - np.array(disagreement, float)
    m = len(v)
    found = 0
    for _ in range(4):
        start = np.random.default_rng(random.randrange(10**6)).dirichlet(np.ones(m))
        answer = minimize(
            lambda w: -np.sum(np.log(np.maximum(v.T @ w, 1e-12))), start, method="SLSQP",
            bounds=[(0, 1)] * m, tol=1e-14, options={"maxiter": 2000},
            constraints=[{"type": "eq", "fun": lambda w: np.sum(w) - 1}])
        w = np.clip(answer.x, 0, None)
        found = max(found, float(np.prod(np.maximum(v.T @ (w / w.sum()), 0))))
    return found


def frontier(points, disagreement, of, given, value):
    """The most the other can have while `given` has at least value."""
    v = np.array(points, float)
    floor = np.array(disagreement, float)
    floor[given] = max(floor[given], value)
    answer = linprog(
        -v[:, of], A_ub=-v.T, b_ub=-floor, A_eq=np.ones((1, len(v))), b_eq=[1], bounds=(0, None))
    return -answer.fun


def offers(points, d, delta):
    x = best(points, d, np.array([1.0, 0.0])), 0.0
    y = 0.0, best(points, d, np.array([0.0, 1.0]))
    first, second = x[0], y[1]
    for _ in range(3000):
        need = d[0] + delta[0] * (first - d[0])
        second = frontier(points, d, 1, 0, need)
        need = d[1] + delta[1] * (second - d[1])
        update = frontier(points, d, 0, 1, need)
        if abs(update - first) < 1e-13:
            break
        first = update
    return first, frontier(points, d, 1, 0, first - 1e-12)


def text(values):
    return " ".join("%.12g" % v for v in values)


for number in range(120):
    n = random.choice([2, 2, 3, 4])
    m = random.randint(2, 7)
    points = [[random.randint(0, 20) for _ in range(n)] for _ in range(m)]
    d = [random.randint(0, 6) for _ in range(n)]
    delta = [random.choice([0.5, 0.6, 0.75, 0.8, 0.9]) for _ in range(2)]
    ideal = [best(points, d, np.eye(n)[k]) for k in range(n)]
    if None in ideal or any(i - e < 1e-9 for i, e in zip(ideal, d)):
        continue
    outcomes = negmas(points, d)
    lotteries = [
        product(points, d), level(points, d, [1] * n),
        level(points, d, [i - e for i, e in zip(ideal, d)]),
        best(points, d, np.ones(n)) - sum(d),
    ]
    print(
        f"b{number} | " + " ".join(str(u) for p in points for u in p)
        + " | " + text(d) + " | " + text(delta)
        + " | " + (text(outcomes) if outcomes else "-") + " | " + text(lotteries)
        + " | " + (text(offers(points, d, delta)) if n == 2 else "-"))
