"""Strategic and extensive games, against lrsnash, pygambit, QuantEcon, scipy and plain definitions."""

import itertools
import subprocess
import tempfile
from fractions import Fraction as F

from laboratory import Comparison, require, require_near

ROWS = "abcdefghij"


def bimatrix(rng, least=1, most=5):
    """Integer payoffs; narrow ranges make ties and sets of equilibria."""
    m, n = rng.randint(least, most), rng.randint(least, most)
    spread = rng.choice([1, 2, 5, 99])
    return [[[rng.randint(0, spread) for _ in range(n)] for _ in range(m)] for _ in range(2)]


def strategic(shape, gains, **more):
    """A scenario of the form strategic with gains by profile."""
    actors = [f"p{i}" for i in range(len(shape))]
    payoffs = []
    for profile in itertools.product(*map(range, shape)):
        entry = {a: ROWS[s] for a, s in zip(actors, profile)}
        payoffs.append(entry | {"gains": [str(g) for g in gains[profile]], "because": "drawn", "source": "assumed"})
    return {
        "form": "strategic", "actors": {a: {"name": a} for a in actors},
        "strategies": {a: {ROWS[s]: ROWS[s] for s in range(k)} for a, k in zip(actors, shape)},
        "payoffs": payoffs} | more


def of_bimatrix(A, B, **more):
    m, n = len(A), len(A[0])
    return strategic((m, n), {(i, j): (A[i][j], B[i][j]) for i in range(m) for j in range(n)}, **more)


def mixed(profile, shape):
    return tuple(
        tuple(F(profile[f"p{i}"].get(ROWS[s], 0)) for s in range(k)) for i, k in enumerate(shape))


def lrsnash(A, B):
    m, n = len(A), len(A[0])
    text = lambda M: "\n".join(" ".join(map(str, row)) for row in M)
    with tempfile.NamedTemporaryFile("w", suffix=".lrs") as file:
        file.write(f"{m} {n}\n\n{text(A)}\n\n{text(B)}\n")
        file.flush()
        lines = subprocess.run(["lrsnash", file.name], capture_output=True, text=True, timeout=120).stdout.splitlines()
    found, columns = set(), []
    for words in map(str.split, lines):
        if not words:
            columns = []
        elif words[0] == "2":
            columns.append(tuple(map(F, words[1 : n + 1])))
        elif words[0] == "1":
            found.update((tuple(map(F, words[1 : m + 1])), column) for column in columns)
    return found


def all_equilibria(laboratory, rng):
    A, B = bimatrix(rng)
    shape = len(A), len(A[0])
    answer = laboratory.solutions(of_bimatrix(A, B), "nash")["nash"]
    mine = {mixed(e["profile"], shape) for e in answer["equilibria"]}
    require(mine == lrsnash(A, B), "extreme equilibria", (A, B))
    if None not in answer["indices"]:
        require(sum(answer["indices"]) == 1, "the indices do not add up to 1", (A, B))


def maximal_subsets(laboratory, rng):
    import numpy
    import pygambit

    A, B = bimatrix(rng, 2, 4)
    shape = len(A), len(A[0])
    answer = laboratory.solutions(of_bimatrix(A, B), "nash")["nash"]
    game = pygambit.Game.from_arrays(numpy.array(A), numpy.array(B))
    theirs = {
        tuple(tuple(F(str(e[s])) for s in p.strategies) for p in game.players)
        for e in pygambit.nash.enummixed_solve(game, rational=True).equilibria}
    mine = [mixed(e["profile"], shape) for e in answer["equilibria"]]
    require(set(mine) == theirs, "extreme equilibria", (A, B))
    # Each subset is a product of sets that can be exchanged, and none can be made larger.
    exchangeable = {(x, y) for x, y in mine}
    for subset in answer["maximalSubsets"]:
        members = {mine[i] for i in subset["equilibria"]}
        rows, columns = {x for x, _ in members}, {y for _, y in members}
        require(set(itertools.product(rows, columns)) == members, "a subset is no product", (A, B))
        for x in {x for x, _ in mine} - rows:
            require(not all((x, y) in exchangeable for y in columns), "a subset can grow", (A, B))
        for y in {y for _, y in mine} - columns:
            require(not all((x, y) in exchangeable for x in rows), "a subset can grow", (A, B))


def transformed(gains, actors, rule, weight):
    """Utilities by the rules' definitions: what each has less a weight on the others'."""
    if rule == "snidal":
        return [
            (1 - weight) * gains[i] + weight * (gains[i] - sum(gains[j] for j in range(actors) if j != i) / F(actors - 1))
            for i in range(actors)]
    return [gains[i] - weight * sum(gains[j] - gains[i] for j in range(actors) if j != i) for i in range(actors)]


def pure_under_rules(laboratory, rng):
    shape = tuple(rng.randint(1, 4) for _ in range(rng.randint(2, 4)))
    spread = rng.choice([1, 2, 9])
    gains = {
        p: [F(rng.randint(-spread, spread), rng.choice([1, 1, 2, 3])) for _ in shape]
        for p in itertools.product(*map(range, shape))}
    rule = rng.choice(["none", "snidal", "grieco"])
    weight = F(rng.randint(0, 4), 4)
    more = {} if rule == "none" else {"relative-gains": {"rule": rule, "weights": str(weight)}}
    answer = laboratory.solutions(strategic(shape, gains, **more), "pure")["pure"]
    use = (lambda g: g) if rule == "none" else (lambda g: transformed(g, len(shape), rule, weight))
    utilities = {p: use(g) for p, g in gains.items()}

    def is_equilibrium(profile):
        return all(
            utilities[profile][i] >= utilities[profile[:i] + (s,) + profile[i + 1 :]][i]
            for i, k in enumerate(shape) for s in range(k))

    mine = {
        tuple(ROWS.index(next(iter(e["profile"][f"p{i}"]))) for i in range(len(shape)))
        for e in answer["equilibria"]}
    require(mine == {p for p in gains if is_equilibrium(p)}, f"pure equilibria under {rule} {weight}", gains)
    for e in answer["equilibria"]:
        profile = tuple(ROWS.index(next(iter(e["profile"][f"p{i}"]))) for i in range(len(shape)))
        require(
            [F(e["utilities"][f"p{i}"]) for i in range(len(shape))] == list(utilities[profile]), "utilities", gains)


def zero_sum(laboratory, rng):
    import numpy
    from scipy.optimize import linprog

    A, _ = bimatrix(rng, 1, 6)
    B = [[-a for a in row] for row in A]
    m, n = len(A), len(A[0])
    answer = laboratory.solutions(of_bimatrix(A, B), "zero-sum")["zero-sum"]
    top = numpy.zeros(m + 1)
    top[-1] = -1
    best = linprog(
        top, A_ub=numpy.hstack([-numpy.array(A).T, numpy.ones((n, 1))]), b_ub=numpy.zeros(n),
        A_eq=[[1] * m + [0]], b_eq=[1], bounds=[(0, None)] * m + [(None, None)])
    require_near(answer["values"]["p0"], -best.fun, "value", A)
    x, y = mixed(answer["strategies"], (m, n))
    value = F(answer["values"]["p0"])
    require(all(sum(x[i] * A[i][j] for i in range(m)) >= value for j in range(n)), "the row's strategy", A)
    require(all(sum(y[j] * A[i][j] for j in range(n)) <= value for i in range(m)), "the column's strategy", A)


def correlated(laboratory, rng):
    from scipy.optimize import linprog

    shape = tuple(rng.randint(1, 3) for _ in range(rng.choice([2, 2, 3])))
    gains = {p: [rng.randint(0, 9) for _ in shape] for p in itertools.product(*map(range, shape))}
    answers = laboratory.solutions(strategic(shape, gains), "correlated,coarse-correlated")
    profiles = list(gains)
    for kind, answer in answers.items():
        rows = []
        for i, k in enumerate(shape):
            for other in range(k):
                turn = {p: p[:i] + (other,) + p[i + 1 :] for p in profiles}
                row = {p: gains[turn[p]][i] - gains[p][i] for p in profiles}
                if kind == "coarse-correlated":
                    rows.append([row[p] for p in profiles])
                else:
                    rows += [[row[p] if p[i] == told else 0 for p in profiles] for told in range(k)]
        welfare = [-sum(gains[p]) for p in profiles]
        best = linprog(welfare, A_ub=rows, b_ub=[0] * len(rows), A_eq=[[1] * len(profiles)], b_eq=[1])
        mine = next(p for p in answer["points"] if p["objective"] == "welfare")
        require_near(mine["value"], -best.fun, kind, gains)


def lemke_howson(laboratory, rng):
    import numpy
    import quantecon.game_theory as peer

    A, B = bimatrix(rng, 2, 5)
    shape = len(A), len(A[0])
    answer = laboratory.solutions(of_bimatrix(A, B), "lemke-howson")["lemke-howson"]
    reached = {mixed(e["profile"], shape) for e in answer["equilibria"]}
    every = lrsnash(A, B)
    require(reached <= every, "an equilibrium that is none", (A, B))
    if not is_nondegenerate(A, B, every):
        return
    game = peer.NormalFormGame([peer.Player(numpy.array(A, float)), peer.Player(numpy.array(B, float).T)])
    for path in answer["paths"]:
        theirs, work = peer.lemke_howson(game, init_pivot=path["label"] - 1, full_output=True)
        mine = mixed(answer["equilibria"][path["equilibrium"]]["profile"], shape)
        near = all(abs(float(a) - b) < 1e-9 for u, v in zip(mine, theirs) for a, b in zip(u, v))
        require(near and work.num_iter == path["pivots"], f"the path of label {path['label']}", (A, B))


def is_nondegenerate(A, B, equilibria):
    """No strategy in equilibrium has more best replies than it mixes, as far as equilibria show."""
    for x, y in equilibria:
        rows = [sum(F(a) * q for a, q in zip(row, y)) for row in A]
        columns = [sum(x[i] * B[i][j] for i in range(len(x))) for j in range(len(y))]
        if rows.count(max(rows)) != sum(p > 0 for p in y) or columns.count(max(columns)) != sum(p > 0 for p in x):
            return False
    # A tie against a pure strategy is degenerate too.
    return all(
        max(column) not in sorted(column)[:-1] for column in zip(*A)) and all(
        max(row) not in sorted(row)[:-1] for row in B)


def survivors(laboratory, rng):
    """Iterated strict dominance by mixed strategies, which order does not matter to."""
    import numpy
    from scipy.optimize import linprog

    A, B = bimatrix(rng, 1, 4)
    variants = laboratory.solutions(of_bimatrix(A, B), "dominance")["dominance"]["variants"]
    rest = [list(range(len(A))), list(range(len(A[0])))]
    changed = True
    while changed:
        changed = False
        for actor in range(2):
            for s in list(rest[actor]):
                own = [t for t in rest[actor] if t != s]
                if not own:
                    continue
                pay = lambda a, b: A[a][b] if actor == 0 else B[b][a]
                gaps = [[-(pay(t, o) - pay(s, o)) for t in own] + [1] for o in rest[1 - actor]]
                best = linprog(
                    [0] * len(own) + [-1], A_ub=numpy.array(gaps, float), b_ub=[0] * len(gaps),
                    A_eq=[[1] * len(own) + [0]], b_eq=[1], bounds=[(0, None)] * len(own) + [(None, None)])
                if -best.fun > 1e-9:
                    rest[actor].remove(s)
                    changed = True
    found = next(v for v in variants if v["kind"] == "strict" and v["by"] == "mixed")["remaining"]
    require(
        [[ROWS.index(s) for s in found[p]] for p in ("p0", "p1")] == rest, "strict dominance", (A, B))


def several_actors(laboratory, rng):
    """Every equilibrium that Gambit's polynomial systems give is one of ours, and ours are equilibria."""
    import numpy
    import pygambit

    shape = rng.choice([(2, 2, 2), (2, 2, 2), (2, 3, 2)])
    gains = {p: [rng.randint(0, 99) for _ in shape] for p in itertools.product(*map(range, shape))}
    answer = laboratory.solutions(strategic(shape, gains), "nash")["nash"]
    arrays = [
        numpy.array([gains[p][i] for p in itertools.product(*map(range, shape))]).reshape(shape) for i in range(3)]
    game = pygambit.Game.from_arrays(*arrays)
    mine = [
        [[float(e["profile"][f"p{i}"].get(ROWS[s], 0)) for s in range(k)] for i, k in enumerate(shape)]
        for e in answer["equilibria"]]
    for e in pygambit.nash.enumpoly_solve(game).equilibria:
        theirs = [[float(e[s]) for s in p.strategies] for p in game.players]
        near = any(
            all(abs(a - b) < 1e-5 for u, v in zip(one, theirs) for a, b in zip(u, v)) for one in mine)
        require(near, f"missed {theirs}", gains)
    for one in mine:
        for i, k in enumerate(shape):
            value = lambda s: sum(
                gains[p][i] * product(one[j][p[j]] for j in range(3) if j != i)
                for p in gains if p[i] == s)
            values = [value(s) for s in range(k)]
            for s in range(k):
                if one[i][s] > 1e-6:
                    require_near(values[s], max(values), "a used strategy is no best reply", gains, 1e-7)


def one_equilibrium(laboratory, rng):
    """Polymatrix approximation, tracing and simplicial subdivision: no actor gains by turning away."""
    shape = rng.choice([(3, 3, 3), (2, 4, 3), (3, 3, 3, 3), (2, 2, 2, 2, 2), (4, 4)])
    spread = rng.choice([1, 9, 999])
    gains = {p: [rng.randint(0, spread) for _ in shape] for p in itertools.product(*map(range, shape))}
    for concept, answer in laboratory.solutions(strategic(shape, gains), "ipa,tracing,simplicial").items():
        (e,) = answer["equilibria"]
        mine = [[float(e["profile"][f"p{i}"].get(ROWS[s], 0)) for s in range(k)] for i, k in enumerate(shape)]
        for i, k in enumerate(shape):
            values = [
                sum(
                    gains[p][i] * product(mine[j][p[j]] for j in range(len(shape)) if j != i)
                    for p in gains if p[i] == s)
                for s in range(k)]
            own = sum(x * v for x, v in zip(mine[i], values))
            require_near(own, max(values), f"{concept}: a better reply", gains, 1e-7 * spread)


def product(values):
    result = 1
    for value in values:
        result *= value
    return result


def tree(rng, depth, players, counter, zero):
    """A random tree of perfect information as Gambit's .efg, with what backward induction gives."""
    if depth == 0 or rng.random() < 0.15:
        gains = [rng.randint(0, 99) for _ in range(players)]
        if zero:
            gains[1] = -gains[0]
        counter[0] += 1
        return f't "" {counter[0]} "" {{ {" ".join(map(str, gains))} }}\n', [gains]
    count = rng.randint(2, 3)
    children = [tree(rng, depth - 1, players, counter, zero) for _ in range(count)]
    below = "".join(text for text, _ in children)
    if rng.random() < 0.2:
        odds = [rng.randint(1, 4) for _ in range(count)]
        counter[1] += 1
        words = " ".join(f'"{i}" {o}/{sum(odds)}' for i, o in enumerate(odds))
        # All combinations of what may follow.
        values = [
            [sum(F(o, sum(odds)) * v[i] for o, v in zip(odds, chosen)) for i in range(players)]
            for chosen in itertools.product(*(v for _, v in children))]
        return f'c "" {counter[1]} "" {{ {words} }} 0\n' + below, values
    mover = rng.randrange(players)
    counter[2] += 1
    words = " ".join(f'"{i}"' for i in range(count))
    values = []
    for chosen in itertools.product(*(v for _, v in children)):
        best = max(v[mover] for v in chosen)
        values += [v for v in chosen if v[mover] == best]
    return f'p "" {mover + 1} {counter[2]} "" {{ {words} }} 0\n' + below, values


def backward_induction(laboratory, rng):
    players = rng.choice([2, 2, 3])
    body, values = tree(rng, 3, players, [0, 0, 0], False)
    names = " ".join(f'"P{i + 1}"' for i in range(players))
    if body.startswith("t"):
        return
    game = f'EFG 2 R "random" {{ {names} }}\n""\n\n{body}'
    answer = laboratory.solutions(game, "subgame-perfect")["subgame-perfect"]
    mine = {tuple(F(plan["utilities"][f"P{i + 1}"]) for i in range(players)) for plan in answer["plans"]}
    require(mine == {tuple(map(F, v)) for v in values}, "subgame-perfect payoffs", game)


def zero_sum_trees(laboratory, rng):
    import io

    import pygambit

    body, _ = tree(rng, 3, 2, [0, 0, 0], True)
    if body.startswith("t") or "p" not in body:
        return
    game = f'EFG 2 R "random" {{ "P1" "P2" }}\n""\n\n{body}'
    if ' 1 1 "' not in game and 'p "" 1' not in game or 'p "" 2' not in game:
        return
    answer = laboratory.solutions(game, "sequence-form")["sequence-form"]["plans"][0]
    theirs = pygambit.nash.lp_solve(pygambit.read_efg(io.StringIO(game)), rational=False).equilibria[0]
    players = list(theirs.game.players)
    require_near(answer["utilities"]["P1"], theirs.payoff(players[0]), "value", game)


def quantal_response(laboratory, rng):
    """At lambda 0 all is even; the fixed point's equations hold at any lambda."""
    import math

    A, B = bimatrix(rng, 2, 4)
    m, n = len(A), len(A[0])
    strength = rng.choice([0.1, 0.5, 1, 2])
    scale = max(max(map(max, A)), max(map(max, B)), 1)
    game = of_bimatrix([[F(a, scale) for a in row] for row in A], [[F(b, scale) for b in row] for row in B])
    point = laboratory.solutions(game, "qre", "--lambda", str(strength))["qre"]["points"][0]
    x, y = ([float(point["profile"][p].get(ROWS[s], 0)) for s in range(k)] for p, k in (("p0", m), ("p1", n)))
    rows = [sum(A[i][j] / scale * y[j] for j in range(n)) for i in range(m)]
    columns = [sum(B[i][j] / scale * x[i] for i in range(m)) for j in range(n)]
    for own, values in ((x, rows), (y, columns)):
        total = sum(math.exp(strength * v) for v in values)
        for p, v in zip(own, values):
            require_near(p, math.exp(strength * v) / total, "logit response", (A, B), 1e-8)


COMPARISONS = [
    Comparison("all-equilibria", "lrsnash", 22, all_equilibria),
    Comparison("maximal-subsets", "pygambit enummixed and the definition", 5, maximal_subsets, ["pygambit"]),
    Comparison("pure-under-rules", "the definitions", 12, pure_under_rules),
    Comparison("zero-sum", "scipy's HiGHS", 8, zero_sum, ["scipy"]),
    Comparison("correlated", "scipy's HiGHS", 6, correlated, ["scipy"]),
    Comparison("lemke-howson", "lrsnash and QuantEcon", 6, lemke_howson, ["quantecon"]),
    Comparison("dominance", "scipy's HiGHS", 5, survivors, ["scipy"]),
    Comparison("several-actors", "pygambit enumpoly", 2, several_actors, ["pygambit"]),
    Comparison("one-equilibrium", "the definition", 3, one_equilibrium),
    Comparison("backward-induction", "the definition", 5, backward_induction),
    Comparison("zero-sum-trees", "pygambit lp", 4, zero_sum_trees, ["pygambit"]),
    Comparison("quantal-response", "the fixed point's equations", 3, quantal_response),
]
