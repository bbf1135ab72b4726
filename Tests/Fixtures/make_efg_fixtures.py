"""Records what pygambit makes of the trees in efg/ and of random ones.

    pip install pygambit==16.7.0
    python3 make_efg_fixtures.py

writes efg-files.txt and random-trees.txt beside itself. Payoffs are listed profile by profile in
sorted order, so that the order of strategies does not matter.
"""
import random
from fractions import Fraction
from itertools import product
from pathlib import Path

import pygambit

HERE = Path(__file__).parent


def text(values):
    return " ".join(str(Fraction(str(v))) for v in values)


def rows(rows):
    return " ; ".join(text(row) for row in sorted(tuple(Fraction(str(v)) for v in r) for r in rows))


def describe(game):
    shape = [len(player.strategies) for player in game.players]
    if not game.is_perfect_recall:
        return ["x".join(map(str, shape)), "imperfect"]
    cells = []
    for profile in product(*(player.strategies for player in game.players)):
        cell = game.mixed_strategy_profile(rational=True)
        for strategy in profile:
            for other in strategy.player.strategies:
                cell[other] = 1 if other == strategy else 0
        cells.append([cell.payoff(player) for player in game.players])
    pure = pygambit.nash.enumpure_solve(game).equilibria
    pure = [[profile.payoff(player) for player in game.players] for profile in pure]
    return ["x".join(map(str, shape)), "perfect",
            rows(cells), rows(pure)]


def random_tree(seed):
    """A tree of two with chance and joined sets, as one line."""
    draw = random.Random(seed)
    nodes, sets, outcomes = [], {}, 0

    def grow(left, past):
        nonlocal outcomes
        kind = draw.random()
        if left == 0 or (kind < 0.1 and left < 3):
            outcomes += 1
            nodes.append(f't "" {outcomes} "" {{ {draw.randint(0, 4)}, {draw.randint(0, 4)} }}')
        elif kind < 0.25:
            weight = draw.randint(1, 3)
            nodes.append(f'c "" {len(nodes) + 1} "" {{ "a" {weight}/4 "b" {4 - weight}/4 }} 0')
            grow(left - 1, past)
            grow(left - 1, past)
        else:
            player = draw.randrange(2)
            known = sets.setdefault((player, past[player]), [])
            if not known or draw.random() < 0.4:
                known.append((sum(len(s) for s in sets.values()) + 1, draw.randint(2, 3)))
            number, actions = draw.choice(known)
            names = " ".join(f'"{k}"' for k in range(actions))
            nodes.append(f'p "" {player + 1} {number} "" {{ {names} }} 0')
            for action in range(actions):
                longer = list(past)
                longer[player] += ((number, action),)
                grow(left - 1, tuple(longer))

    grow(3, ((), ()))
    return f'EFG 2 R "random {seed}" {{ "A" "B" }} ' + " ".join(nodes)


with open(HERE / "efg-files.txt", "w") as out:
    print("# file | strategies | recall | payoffs of all profiles | payoffs of pure equilibria", file=out)
    for path in sorted((HERE / "efg").glob("*.efg")):
        try:
            game = pygambit.read_efg(str(path))
        except ValueError as error:
            print(f"# pygambit does not read {path.stem}: {str(error).splitlines()[-1]}", file=out)
            continue
        print(" | ".join([path.stem] + describe(game)), file=out)

with open(HERE / "random-trees.txt", "w") as out:
    print("# name | file | strategies | recall | payoffs of all profiles | payoffs of pure equilibria", file=out)
    seed = count = 0
    while count < 150:
        seed += 1
        line = random_tree(seed)
        (HERE / "tree.tmp").write_text(line)
        game = pygambit.read_efg(str(HERE / "tree.tmp"))
        size = 1
        for player in game.players:
            size *= len(player.strategies)
        if size <= 120:
            count += 1
            print(" | ".join([f"random {seed}", line] + describe(game)), file=out)
    (HERE / "tree.tmp").unlink()
