#!/usr/bin/env python3
"""Record logit quantal response equilibria as pygambit computes them.

Needs: from PyPI pygambit and numpy.
Run:   python3 make_qre_fixtures.py [DIRECTORY]      (the same seeds give the same file)

For each game: the points of the principal branch at a few values of lambda, the end of the branch where regret has
fallen to 1e-8 of the spread of payoffs, and the maximum-likelihood estimate of lambda from drawn frequencies.
"""

import multiprocessing
import random
import sys
from pathlib import Path

import numpy as np
import pygambit

SHAPES = [(2, 2), (2, 3), (3, 3), (4, 4), (3, 5), (5, 5), (8, 8), (2, 2, 2), (2, 3, 2), (3, 3, 3), (2, 2, 2, 2),
          (3, 3, 3, 3), (4, 4, 4), (2, 2, 2, 2, 2)]
LAMBDAS = [0.01, 0.05, 0.2]


def text(profile, game):
    return " ".join(repr(float(profile[s])) for p in game.players for s in p.strategies)


def record(name, shape, payoffs, draw):
    tables = [np.array([row[i] for row in payoffs]).reshape(shape) for i in range(len(shape))]
    game = pygambit.Game.from_arrays(*tables)
    points = pygambit.qre.logit_solve_lambda(game, LAMBDAS)
    limit = pygambit.qre.logit_solve_branch(game)[-1]
    data = game.mixed_strategy_profile()
    counts = []
    for p in game.players:
        for s in p.strategies:
            counts.append(draw.randint(1, 40))
            data[s] = counts[-1]
    fit = pygambit.qre.logit_estimate(data)
    return " | ".join(
        [name, "x".join(map(str, shape)), " ".join(str(v) for row in payoffs for v in row)]
        + [" ; ".join(f"{float(l)!r} : {text(q.profile, game)}" for l, q in zip(LAMBDAS, points)),
           text(limit.profile, game), " ".join(map(str, counts)),
           f"{float(fit.lam)!r} {float(fit.log_like)!r}"])


def record_index(index):
    draw = random.Random(f"qre {index}")
    shape = SHAPES[index % len(SHAPES)]
    payoffs = [[draw.randint(0, 99) for _ in shape] for _ in range(int(np.prod(shape)))]
    return record(f"{'x'.join(map(str, shape))} number {index}", shape, payoffs, draw)


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    lines = []
    pool = multiprocessing.Pool(1)
    for index in range(150):
        # pygambit does not always end: such a game is told, and left out.
        try:
            lines.append(pool.apply_async(record_index, (index,)).get(timeout=20))
        except Exception as error:
            print(f"number {index}: {error!r}", file=sys.stderr)
            pool.terminate()
            pool = multiprocessing.Pool(1)
    pool.terminate()
    (folder / "logit-branches.txt").write_text(
        f"# Logit quantal response equilibria by pygambit {pygambit.__version__}.\n"
        "# name | shape | payoffs, profile by profile (last player fastest), all players of a profile together\n"
        "#   | lambda : probabilities ; ... | end of the principal branch, regret 1e-8 of the spread\n"
        "#   | observed frequencies | lambda of maximum likelihood, log-likelihood\n"
        + "".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
