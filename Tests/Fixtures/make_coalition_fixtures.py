"""Makes coalition-answers.txt: nucleoli and values of random games by coopgame-py (MIT).

Run: pip install coopgame-py && python3 make_coalition_fixtures.py > coalition-answers.txt
Exact rational nucleoli come from coopgame.nucleolus_exact; Shapley and Banzhaf values are floating
there and are recorded over n! and 2^(n-1) as fractions.
"""

import math
import random
from fractions import Fraction

import coopgame


def text(values):
    return " ".join(str(Fraction(value)) for value in values)


def over(values, denominator):
    return text(Fraction(round(value * denominator), denominator) for value in values)


print("# name | actors | worths in binary order, the empty coalition left out | nucleolus or - |")
print("# prenucleolus | Shapley value | Banzhaf value; made by make_coalition_fixtures.py")
for seed in range(40):
    random.seed(seed)
    actors = 3 + seed % 4
    high = [1, 3, 9, 99][seed % 4 if seed % 3 else 3]
    worths = [random.randint(0, high) for _ in range(2**actors - 1)]
    if seed % 2:
        worths[-1] += high
    game = coopgame.Game([float(worth) for worth in worths], order="binary")
    exact = [Fraction(worth) for worth in worths]
    alone = sum(worths[(1 << i) - 1] for i in range(actors))
    nucleolus = "-"
    if alone <= worths[-1]:
        nucleolus = text(coopgame.nucleolus_exact(exact, "imputation", "binary")["allocation"])
    prenucleolus = text(coopgame.nucleolus_exact(exact, "preimputation", "binary")["allocation"])
    print(
        f"seed {seed} | {actors} | {text(worths)} | {nucleolus} | {prenucleolus} | "
        f"{over(coopgame.shapley(game), math.factorial(actors))} | "
        f"{over(coopgame.banzhaf(game), 2 ** (actors - 1))}"
    )
