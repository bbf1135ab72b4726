#!/usr/bin/env python3
"""Asks every concept about every degenerate game of the forms it takes, and looks that nothing crashes, hangs or lies.

    Tests/Scripts/hostile_games.py --tumen .build/release/tumen [--only CONCEPT] [--jobs N]

Each question gets --seconds 2 and is ended after 20. Wrong are: a status other than 0, 2 and 3; more on standard error
than notes and one line; an answer beside an error; JSON that cannot be read; a regret that is not 0; and of strategic
games an equilibrium that, by the definition and in fractions, is none. The exit status is 1 where something is wrong.
"""

import argparse
import concurrent.futures
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction as F

# What some concepts ask for, or what changes their course.
WORDS = {
    "qre": [[], ["--lambda", "1"], ["--lambda", "1e6"], ["--points"]],
    "subgame-perfect-payoffs": [[], ["--delta", "1/2"], ["--delta", "0"], ["--delta", "1"], ["--periods", "3"]],
    "critical-discount": [[], ["--penance", "2"]],
    "nash-bargaining": [[], ["--space", "lotteries"]],
    "kalai-smorodinsky": [[], ["--space", "lotteries"]],
    "proposal-distance": [["--proposal", "o0"]],
    "lemke-howson": [[], ["--label", "1"]],
    "owen": [["--unions", "p0"]], "aumann-dreze": [["--unions", "p0"]], "myerson": [[], ["--links", "p0+p1"]],
    "stability": [[], ["--sharing", "transfers"]],
    "status-quo": [[], ["--state", "NN"]], "stability-conditions": [["--state", "NN"]],
    "best": [[], ["--objective", "p0"]],
}
# Answers in floating point are held to this share of the largest payoff.
TOLERANCE = 1e-7


def actors(count):
    return [f"p{i}" for i in range(count)]


def named(form, count, **more):
    return {"format": 1, "id": "hostile", "title": "Hostile", "form": form,
            "actors": {a: {"name": a} for a in actors(count)}} | more


def strategic(shape, payoff, form="strategic", **more):
    """A table whose gains are payoff(profile, player)."""
    names = actors(len(shape))
    payoffs = [
        {a: f"s{s}" for a, s in zip(names, profile)} | {
            "gains": [str(payoff(profile, i)) for i in range(len(shape))]}
        for profile in itertools.product(*map(range, shape))]
    return named(
        form, len(shape), strategies={a: [f"s{k}" for k in range(n)] for a, n in zip(names, shape)},
        payoffs=payoffs, **more)


def tables():
    """Name, shape and payoffs of degenerate tables."""
    rng = random.Random(7)
    drawn = lambda spread: lambda profile, i: rng.randint(-spread, spread)
    yield "one strategy each", (1, 1), drawn(9)
    yield "one strategy of one", (1, 3), drawn(9)
    yield "a single actor", (3,), drawn(2)
    yield "all zero", (2, 2), lambda p, i: 0
    yield "all zero, large", (6, 6), lambda p, i: 0
    yield "all zero, three", (3, 3, 3), lambda p, i: 0
    yield "all zero, seven", (2,) * 7, lambda p, i: 0
    yield "huge", (3, 3), lambda p, i: rng.randint(-9, 9) * 10**300
    yield "past doubles", (2, 3), lambda p, i: rng.randint(-9, 9) * 10**400
    yield "past doubles, three", (2, 2, 2), lambda p, i: rng.randint(-9, 9) * 10**400
    yield "tiny", (3, 3), lambda p, i: F(rng.randint(-9, 9), 10**300)
    yield "fine fractions", (3, 3), lambda p, i: F(rng.randint(1, 10**40), rng.randint(1, 10**40))
    yield "large and near", (3, 3), lambda p, i: 10**40 + rng.randint(0, 2)
    yield "huge beside tiny", (2, 2, 2), lambda p, i: rng.choice([10**300, F(1, 10**300), 0, 1])
    yield "huge, three", (3, 2, 2), lambda p, i: rng.randint(-9, 9) * 10**300
    yield "duplicates", (4, 4), lambda p, i: (p[0] // 2 + 2 * (p[1] // 2)) * (1 - 2 * i)
    yield "coordination", (5, 5), lambda p, i: int(p[0] == p[1])
    yield "coordination of three", (3, 3, 3), lambda p, i: int(len(set(p)) == 1)
    yield "seven", (2,) * 7, drawn(9)
    yield "seven of ties", (2,) * 7, drawn(1)
    yield "ties", (5, 5), drawn(1)
    yield "ties of three", (3, 3, 3), drawn(1)
    yield "rock, paper, scissors", (3, 3), lambda p, i: ((p[i] - p[1 - i] + 1) % 3) - 1
    yield "zero sum, all alike", (4, 2), lambda p, i: 5 - 10 * i
    yield "one cares", (3, 3), lambda p, i: p[0] * i
    yield "long", (1, 40), drawn(3)
    yield "cyclic dominance", (3, 3, 3), lambda p, i: (p[i] - p[(i + 1) % 3]) % 3
    yield "unanimity of five", (2,) * 5, lambda p, i: int(sum(p) in (0, 5))
    yield "twelve alike", (12, 12), lambda p, i: (p[0] * p[1]) % 2


def games():
    """Every hostile game: its form, its name, itself, and of tables shape and payoffs."""
    for name, shape, payoff in tables():
        record = {}

        def keep(profile, i, payoff=payoff, record=record):
            return record.setdefault((profile, i), payoff(profile, i))

        yield "strategic", name, strategic(shape, keep), (shape, record)
    for name, shape, payoff in tables():
        if len(shape) < 4:
            for discount in ("0", "1/2", "999999/1000000", "1"):
                ends = [{}, {"periods": 2}] if discount == "1/2" else [{}]
                for end in ends:
                    yield "repeated", f"{name}, {discount} {end}", strategic(
                        shape, payoff, "repeated", discount=discount, **end), None
            yield "hypergame", name, strategic(
                shape, payoff, "hypergame", perceived={"p0": [
                    {a: "s0" for a in actors(len(shape))} | {"gains": {"p0": "7"}}]}), None
            types = {a: ["t", "u"] for a in actors(len(shape))}
            prior = [
                {a: t for a, t in zip(types, profile)} | {"probability": str(F(int(k == 0)))}
                for k, profile in enumerate(itertools.product("tu", repeat=len(shape)))]
            base = strategic(shape, payoff)
            if 2 <= len(shape) < 4 and len(base["payoffs"]) < 30:
                yield "bayesian", f"{name}, one state certain", base | {
                    "form": "bayesian", "types": types, "prior": prior,
                    "payoffs": [
                        entry | {"types": dict(zip(types, profile))}
                        for profile in itertools.product("tu", repeat=len(shape)) for entry in base["payoffs"]]}, None
    yield from trees()
    yield from agreements()
    yield from coalitions()
    yield from conflicts()


def trees():
    end = lambda *gains: {"end": f"e{next(numbers)}", "gains": [str(g) for g in gains]}
    numbers = itertools.count()
    move = lambda actor, name, **actions: {"actor": actor, "set": name, "actions": actions}
    chance = lambda odds, **actions: {"chance": odds, "actions": actions}
    deep = end(1, 1)
    for k in range(14):
        deep = move(f"p{k % 2}", f"d{k}", stop=end(k, k + 1), go=deep)
    one = lambda tree, count=2: ("extensive", named("extensive", count, tree=tree))
    shapes = {
        "an end alone": one(end(1, 2)),
        "one action": one(move("p0", "a", only=end(1, 2))),
        "all zero": one(move("p0", "a", l=move("p1", "b", l=end(0, 0), r=end(0, 0)),
                             r=move("p1", "b", l=end(0, 0), r=end(0, 0)))),
        "impossible chance": one(chance({"x": 1, "y": 0}, x=move("p0", "a", l=end(1, 0), r=end(0, 1)),
                                        y=move("p1", "b", l=end(0, 0), r=end(5, 5)))),
        "chance alone": one(chance({"x": "1/3", "y": "2/3"}, x=end(1, 0), y=end(0, 1))),
        "unlikely chance": one(chance({"x": "1/10^40", "y": "1 - 1/10^40"},
                                      x=move("p0", "a", l=end(10**40, 0), r=end(0, 1)),
                                      y=move("p0", "a", l=end(0, 3), r=end(1, 3)))),
        "fourteen moves": one(deep),
        "huge": one(move("p0", "a", l=move("p1", "b", l=end(10**300, 1), r=end(-10**300, 2)), r=end(0, 10**400))),
        "an actor who never moves": one(move("p0", "a", l=end(1, 2), r=end(1, 2))),
        "absent-minded": one(move("p0", "a", l=move("p0", "a", l=end(1, 1), r=end(2, 2)), r=end(0, 0))),
        "forgetful": one(move("p0", "a", l=move("p0", "b", l=end(1, 1), r=end(2, 2)),
                              r=move("p0", "b", l=end(0, 0), r=end(3, 3)))),
        "wide": one(move("p0", "a", **{
            f"x{k}": move("p1", "b", **{f"y{j}": end((k * j) % 3, (k + j) % 2) for j in range(6)}) for k in range(6)})),
        "seven actors": one(move("p0", "a0", l=end(*range(7)), r=move("p1", "a1", l=end(*[0] * 7), r=move(
            "p2", "a2", l=end(*[1] * 7), r=move("p3", "a3", l=end(*[2] * 7), r=move("p4", "a4", l=end(*[3] * 7), r=move(
                "p5", "a5", l=end(*[4] * 7), r=move("p6", "a6", l=end(*[5] * 7), r=end(*[6] * 7)))))))), 7),
        "a horse without gain": one(move("p0", "a", l=move("p2", "c", l=end(1, 1, 1), r=end(1, 1, 1)), r=move(
            "p1", "b", l=move("p2", "c", l=end(1, 1, 1), r=end(1, 1, 1)), r=end(1, 1, 1))), 3),
    }
    for name, (form, game) in shapes.items():
        yield form, name, game, None


def agreements():
    def outcomes(*gains, floor=None, **more):
        count = len(gains[0])
        return named("bargaining", count, outcomes={f"o{k}": {"gains": [str(g) for g in each]} for k, each in enumerate(gains)},
                     disagreement={"gains": [str(g) for g in floor or [0] * count]}, **more)

    rng = random.Random(8)
    attrition = {"attrition": {"favourites": {"p0": "o0", "p1": "o1"}, "round": {"gains": [-1, -1]}}}
    factors = {"discounts": {"p0": "9/10", "p1": "9/10"}}
    piles = {
        "one outcome": outcomes((1, 2)),
        "one outcome nobody wants": outcomes((-1, -2)),
        "one outcome, the disagreement": outcomes((0, 0)),
        "all alike": outcomes(*[(3, 3)] * 5),
        "a single actor": outcomes((1,), (2,)),
        "nothing to gain": outcomes((5, 0), (0, 5), floor=(5, 5)),
        "huge": outcomes((10**300, 1), (1, 10**300), (10**400, 0)),
        "tiny": outcomes((F(1, 10**300), 1), (0, F(1, 10**40))),
        "on a line": outcomes(*[(k, 9 - k) for k in range(10)]),
        "on a line, lotteries": outcomes(*[(k, 9 - k) for k in range(10)], lotteries=True),
        "one gains, lotteries": outcomes((5, 0), (3, 0), lotteries=True),
        "five actors": outcomes(*[[rng.randint(0, 3) for _ in range(5)] for _ in range(12)]),
        "five actors, lotteries": outcomes(*[[rng.randint(0, 3) for _ in range(5)] for _ in range(12)], lotteries=True),
        "impatient": outcomes((2, 1), (1, 2), discounts={"p0": "0", "p1": "0"}),
        "patient for ever": outcomes((2, 1), (1, 2), discounts={"p0": "1", "p1": "1"}),
        "discounted": outcomes((2, 1), (1, 2), **factors),
        "attrition": outcomes((2, 1), (1, 2), **attrition, **factors),
        "attrition without a loser": outcomes((1, 1), (1, 1), **attrition, **factors),
        "floors that exclude": outcomes((2, 1), (1, 2), ratifiers={"p0": [{"name": "x", "floor": "9"}]}),
    }
    for name, game in piles.items():
        yield "bargaining", name, game, None
    parcels = lambda *gains: named("division", len(gains[0]), parcels={
        f"c{k}": {"gains": [str(g) for g in each]} for k, each in enumerate(gains)})
    piles = {
        "one parcel": parcels((100, 100)), "worth nothing": parcels((0, 0), (0, 0)),
        "worth nothing to one": parcels((100, 0)), "a burden": parcels((-5, -7), (3, 2)),
        "alike": parcels(*[(1, 1)] * 6), "huge": parcels((10**300, 1), (1, 10**300)),
        "tiny": parcels((F(1, 10**300), 1), (1, 1)), "three": parcels((1, 2, 3), (3, 2, 1), (2, 2, 2)),
        "three, nothing": parcels((0, 0, 0)), "two alike": parcels((1, 1)),
        "whole parcels": named("division", 2, parcels={
            f"c{k}": {"gains": [k, 5 - k], "divisible": False} for k in range(6)}),
        "one whole parcel": named("division", 2, parcels={"c": {"gains": [1, 1], "divisible": False}}),
    }
    for name, game in piles.items():
        yield "division", name, game, None


def coalitions():
    worths = lambda count, worth: named("coalitional", count, worths={"order": "binary", "values": [
        str(worth([i for i in range(count) if bits >> i & 1])) for bits in range(1, 2**count)]})
    rng = random.Random(9)
    piles = {
        "all zero": worths(3, lambda s: 0), "a single actor": worths(1, lambda s: 5),
        "negative": worths(3, lambda s: -len(s)), "worse together": worths(4, lambda s: -len(s) ** 2),
        "only alone": worths(3, lambda s: int(len(s) == 1)), "majority": worths(5, lambda s: int(len(s) > 2)),
        "a dictator": worths(4, lambda s: int(0 in s)), "unanimity": worths(6, lambda s: int(len(s) == 6)),
        "huge": worths(4, lambda s: 10 ** (100 * len(s))), "tiny": worths(3, lambda s: F(len(s) ** 2, 10**300)),
        "fractions": worths(4, lambda s: F(rng.randint(1, 10**30), rng.randint(1, 10**30))),
        "drawn": worths(7, lambda s: rng.randint(-9, 9)), "additive": worths(6, lambda s: sum(s)),
        "zero of eleven": worths(11, lambda s: 0), "ties of ten": worths(10, lambda s: rng.randint(0, 1)),
        "no votes": named("coalitional", 3, votes={"weights": {a: 0 for a in actors(3)}, "quota": 1}),
        "bankrupt of nothing": named("coalitional", 3, bankruptcy={"claims": {a: 0 for a in actors(3)}, "estate": 0}),
        "costs of nothing": named("coalitional", 3, costs={"largest-of": {a: 0 for a in actors(3)}}),
        "a harm": named("coalitional", 3, projects=[{"together": ["p0", "p1"], "gains": {"p0": 1, "p1": 1, "p2": -9}}]),
    }
    for name, game in piles.items():
        yield "coalitional", name, game, None


def conflicts():
    def conflict(options, ranking, **more):
        count = len(options)
        return named("conflict", count, options=dict(zip(actors(count), options)),
                     preferences=dict(zip(actors(count), ranking)), **{"status-quo": "N" * sum(map(len, options))}, **more)

    both = [{"a": "A"}, {"b": "B"}]
    piles = {
        "indifferent": conflict(both, [{"ranking": [["NN", "NY", "YN", "YY"]]}] * 2),
        "no way back": conflict(both, [{"ranking": ["YY", "NY", "YN", "NN"]}] * 2, irreversible={"a": "Y", "b": "Y"}),
        "one state": conflict(both, [{"ranking": ["NN"]}] * 2, infeasible=["NY", "YN", "YY"]),
        "a single actor": conflict([{"a": "A", "b": "B"}], [{"ranking": ["YY", "NN", "YN", "NY"]}]),
        "seven options": conflict(
            [{f"o{k}{j}": "O" for j in range(k + 1)} for k in range(3)] + [{"z": "Z"}],
            [{"statements": ["z", "not o00"]}] * 4),
        "contradictions": conflict(both, [{"statements": ["a", "not a"]}] * 2),
    }
    for name, game in piles.items():
        yield "conflict", name, game, None


def ask(tumen, concept, words, game):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(game, file)
        file.flush()
        line = [tumen, "solve", file.name, "--concept", concept, "--seconds", "2", "--format", "json", *words]
        try:
            run = subprocess.run(
                line, capture_output=True, text=True, timeout=20, env=os.environ | {"SWIFT_BACKTRACE": "enable=no"})
        except subprocess.TimeoutExpired:
            return None, "", ""
        return run.returncode, run.stdout, run.stderr


def faults(concept, answer, table):
    """What is wrong with an answer."""
    status, text, remarks = answer
    if status is None:
        return ["hangs"]
    if status not in (0, 2, 3):
        return [f"status {status}: " + " ".join(remarks.split())[:200]]
    lines = [line for line in remarks.splitlines() if not line.startswith("tumen: note:")]
    if len(lines) > 1:
        return [f"{len(lines)} lines on standard error: {remarks[:300]}"]
    if lines and text:
        return ["an answer beside an error"]
    if lines and "please report" in lines[0]:
        return [lines[0]]
    if not text:
        return [] if lines else ["says nothing"]
    try:
        solutions = json.loads(text)["solutions"]
    except ValueError as error:
        return [f"JSON: {error}"]
    found = []
    for solution in solutions:
        if solution["status"] == "limit":
            continue
        for e in solution.get("equilibria", []):
            found += wrong(e, table, concept)
    return found


def wrong(e, table, concept):
    if not isinstance(e, dict):
        return []
    regret = e.get("regret", "0")
    if isinstance(regret, str) and F(regret) != 0:
        return [f"a regret of {regret}"]
    profile = e.get("profile")
    if table is None or not isinstance(profile, dict):
        return []
    shape, payoff = table
    mixed = []
    for i, count in enumerate(shape):
        own = profile.get(f"p{i}")
        if not isinstance(own, dict):
            own = {own: "1"}
        mixed.append([F(own.get(f"s{k}", 0)) for k in range(count)])
    isExact = isinstance(regret, str)
    for row in mixed:
        if abs(sum(row) - 1) > (0 if isExact else F(1, 10**9)) or min(row) < 0:
            return [f"no probabilities: {profile}"]
    profiles = list(itertools.product(*map(range, shape)))
    for i, count in enumerate(shape):
        values = []
        for s in range(count):
            value = F(0)
            for p in profiles:
                if p[i] != s:
                    continue
                weight = F(1)
                for j, k in enumerate(p):
                    if j != i:
                        weight *= mixed[j][k]
                if weight:
                    value += weight * F(payoff[p, i])
            values.append(value)
        gain = max(values) - sum(x * v for x, v in zip(mixed[i], values))
        largest = max(abs(F(v)) for v in payoff.values())
        if gain > (0 if isExact else F(TOLERANCE) * largest):
            return [f"p{i} would gain {float(gain / (largest or 1)):.3g} of the largest payoff: {profile}"]
    return []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tumen", default="tumen", help="the program to test")
    parser.add_argument("--only", help="one concept")
    parser.add_argument("--jobs", type=int, default=1, help="questions at a time")
    arguments = parser.parse_args()
    concepts = json.loads(subprocess.check_output([arguments.tumen, "concepts", "--format", "json"]))
    pile = list(games())
    questions = []
    for concept in concepts:
        if arguments.only in (None, concept["name"]):
            for form, name, game, table in pile:
                # A game of another form is seen as a table where that can be.
                asTable = "strategic" in concept["forms"] and form in ("extensive", "bayesian", "bargaining", "conflict")
                if form in concept["forms"] or asTable:
                    for words in WORDS.get(concept["name"], [[]]):
                        questions.append((concept["name"], words, form, name, game, table))

    def work(question):
        concept, words, form, name, game, table = question
        return faults(concept, ask(arguments.tumen, concept, words, game), table)

    count = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for question, found in zip(questions, pool.map(work, questions)):
            for fault in found:
                concept, words, form, name = question[:4]
                print(f"{' '.join([concept, *words])}, {form} ({name}): {fault}", flush=True)
                count += 1
    print(f"{len(questions)} questions, {count} faults")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
