"""Makes the recorded answers about repeated games, dynamics and tournaments.

    pip install quantecon==0.11.4 scipy==1.17.1 axelrod==4.14.0
    python3 make_repeated_fixtures.py

Writes subgame-perfect-payoffs.txt, axelrod-matches.txt and axelrod-first-field.txt
and dynamics.txt beside itself. Every random game has its own seed; a game on
which QuantEcon and the full operator in this script disagree is printed and left out.
"""

import os
import random
from fractions import Fraction

import axelrod
import numpy
from quantecon.game_theory import NormalFormGame, Player, RepeatedGame
from scipy.integrate import solve_ivp

HERE = os.path.dirname(os.path.abspath(__file__))


def random_game(seed, shape, high):
    draw = random.Random(seed)
    return [[(draw.randint(0, high), draw.randint(0, high)) for _ in range(shape[1])]
            for _ in range(shape[0])]


def corners(game, delta):
    rows = numpy.array([[float(cell[0]) for cell in row] for row in game])
    columns = numpy.array([[float(cell[1]) for cell in row] for row in game])
    stage = NormalFormGame((Player(rows), Player(columns.T)))
    try:
        hull = RepeatedGame(stage, float(delta)).equilibrium_payoffs(
            options={"max_iter": 20000, "tol": 1e-13})
    except ValueError as error:
        assert "no incentive-compatible" in str(error), error
        return "none"
    except Exception as error:  # qhull wants an area
        return "flat"
    points = sorted((float(x), float(y)) for x, y in hull.points[hull.vertices])
    return " ".join(f"{x:.12g} {y:.12g}" for x, y in points)


def hull(points):
    points = sorted({(round(x, 11), round(y, 11)) for x, y in points})
    if len(points) < 3:
        return points

    def chain(points):
        found = []
        for p in points:
            while len(found) > 1 and ((found[-1][0] - found[-2][0]) * (p[1] - found[-2][1])
                                      - (found[-1][1] - found[-2][1]) * (p[0] - found[-2][0])) <= 1e-12:
                found.pop()
            found.append(p)
        return found
    return chain(points)[:-1] + chain(points[::-1])[:-1]


def clipped(polygon, actor, bound):
    kept = []
    for p, q in zip(polygon, polygon[1:] + polygon[:1]):
        if p[actor] >= bound - 1e-10:
            kept.append(p)
        if (p[actor] - bound) * (q[actor] - bound) < 0 and abs(p[actor] - q[actor]) > 1e-10:
            share = (p[actor] - bound) / (p[actor] - q[actor])
            kept.append(tuple(p[i] + share * (q[i] - p[i]) for i in (0, 1)))
    return hull(kept)


def by_self_generation(game, delta):
    """The operator of Abreu, Pearce and Stacchetti 1990 in full, until it rests."""
    rows, columns = range(len(game)), range(len(game[0]))
    gains = {(i, j): (max(game[k][j][0] for k in rows) - game[i][j][0],
                      max(game[i][k][1] for k in columns) - game[i][j][1])
             for i in rows for j in columns}
    found = hull([game[i][j] for i in rows for j in columns])
    for _ in range(3000):
        if not found:
            break
        least = [min(p[actor] for p in found) for actor in (0, 1)]
        points = []
        for (i, j), gain in gains.items():
            willing = found
            for actor in (0, 1):
                willing = clipped(willing, actor, least[actor] + (1 - delta) / delta * gain[actor])
            points += [tuple((1 - delta) * game[i][j][k] + delta * w[k] for k in (0, 1))
                       for w in willing]
        before, found = found, hull(points)
        if found == before:
            break
    return found


def agree(recorded, points):
    """Whether the two sets have the same largest value in 64 directions."""
    if recorded == "none" or not points:
        return recorded == "none" and not points
    numbers = [float(word) for word in recorded.split()]
    others = list(zip(numbers[::2], numbers[1::2]))
    for k in range(64):
        x, y = numpy.cos(k * numpy.pi / 32), numpy.sin(k * numpy.pi / 32)
        if abs(max(x * a + y * b for a, b in points) - max(x * a + y * b for a, b in others)) > 1e-6:
            return False
    return True


def subgame_perfect_payoffs():
    lines = ["# game | shape | payoffs of each profile, the column's strategy fastest | discount "
             "factor | corners in ascending order, or none; QuantEcon 0.11.4, Abreu-Sannikov"]
    prisoners = [[(9, 9), (1, 10)], [(10, 1), (3, 3)]]
    cases = [("prisoners", prisoners, delta) for delta in ("3/4", "1/2", "1/5", "9/10", "1/7")]
    for seed in range(1100):
        shape = [(2, 2), (2, 3), (3, 3), (3, 4)][seed % 4]
        delta = ["1/4", "1/3", "2/5", "1/2", "3/5", "2/3", "3/4", "9/10"][seed // 4 % 8]
        cases.append((f"random {seed}", random_game(seed, shape, 9 if seed % 3 else 99), delta))
    for name, game, delta in cases:
        found = corners(game, Fraction(delta))
        if found == "flat":
            continue
        if not agree(found, by_self_generation(game, float(Fraction(delta)))):
            print(name, delta, "left out: QuantEcon", found)
            continue
        shape = f"{len(game)}x{len(game[0])}"
        payoffs = " ".join(f"{a} {b}" for row in game for a, b in row)
        lines.append(f"{name} | {shape} | {payoffs} | {delta} | {found}")
    with open(os.path.join(HERE, "subgame-perfect-payoffs.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines) - 1, "sets of subgame-perfect payoffs")


FIRST_FIELD = [
    ("tit-for-tat", axelrod.TitForTat), ("tideman-chieruzzi", axelrod.FirstByTidemanAndChieruzzi),
    ("nydegger", axelrod.FirstByNydegger), ("grofman", axelrod.FirstByGrofman),
    ("shubik", axelrod.FirstByShubik), ("stein-rapoport", axelrod.FirstBySteinAndRapoport),
    ("grim", axelrod.Grudger), ("davis", axelrod.FirstByDavis),
    ("graaskamp", axelrod.FirstByGraaskamp), ("downing", axelrod.FirstByDowning),
    ("feld", axelrod.FirstByFeld), ("joss", axelrod.FirstByJoss),
    ("tullock", axelrod.FirstByTullock), ("anonymous", axelrod.FirstByAnonymous),
    ("random", axelrod.Random)]

CERTAIN = [pair for pair in FIRST_FIELD if pair[0] in (
    "tit-for-tat", "tideman-chieruzzi", "nydegger", "shubik", "stein-rapoport", "grim", "davis",
    "downing")] + [
    ("always-cooperate", axelrod.Cooperator), ("always-defect", axelrod.Defector),
    ("suspicious-tit-for-tat", axelrod.SuspiciousTitForTat),
    ("tit-for-two-tats", axelrod.TitFor2Tats), ("pavlov", axelrod.WinStayLoseShift)]


def certain_matches():
    lines = ["# strategy | strategy | scores after 200 rounds of 5, 3, 1, 0; Axelrod 4.14.0"]
    for i, (name, player) in enumerate(CERTAIN):
        for other, opponent in CERTAIN[i + 1:]:
            match = axelrod.Match((player(), opponent()), turns=200)
            match.play()
            lines.append(f"{name} | {other} | " + " ".join(map(str, match.final_score())))
    with open(os.path.join(HERE, "axelrod-matches.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines) - 1, "matches")


def first_field(repetitions=60):
    """Mean payoff a round of each strategy, with the standard error of the difference of two such
    means, at least what a rare event in one match of a hundred would make."""
    tournament = axelrod.Tournament([player() for _, player in FIRST_FIELD], turns=200,
                                    repetitions=repetitions, seed=1)
    results = tournament.play(progress_bar=False)
    lines = ["# strategy | payoff a round and standard error of a difference; Axelrod 4.14.0"]
    for (name, _), scores in zip(FIRST_FIELD, results.scores):
        means = numpy.array(scores) / (200 * (len(FIRST_FIELD) - 1))
        error = max(means.std(ddof=1) * (2 / repetitions) ** 0.5, 0.002)
        lines.append(f"{name} | {means.mean():.6f} {error:.6f}")
    with open(os.path.join(HERE, "axelrod-first-field.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines) - 1, "strategies of the first field")


def velocity(process, game, x, sides):
    """The right-hand side, written down from its definition, population by population."""
    rows = numpy.array([[cell[0] for cell in row] for row in game], float)
    columns = numpy.array([[cell[1] for cell in row] for row in game], float)
    if sides == 1:
        shares, values = [x], [rows @ x]
    else:
        m = len(game)
        shares, values = [x[:m], x[m:]], [rows @ x[m:], columns.T @ x[:m]]
    result = []
    for share, value in zip(shares, values):
        if process == "replicator":
            result.append(share * (value - share @ value))
        else:
            weights = numpy.exp(value - value.max())
            result.append(weights / weights.sum() - share)
    return numpy.concatenate(result)


def dynamics():
    lines = ["# game | shape | payoffs of each profile | populations | process | start | time | "
             "state then; scipy 1.17.1 DOP853 at 1e-12 | eigenvalues of the Jacobian by central "
             "differences at the start along the simplices, real and imaginary parts, sorted"]
    for seed in range(60):
        draw = random.Random(9000 + seed)
        shape = [(2, 2), (3, 3), (2, 3), (4, 2)][seed % 4]
        game = random_game(9000 + seed, shape, 6)
        sides = 2
        if shape == (3, 3) and seed % 8 == 1:
            sides = 1
            game = [[(game[i][j][0], game[j][i][0]) for j in range(3)] for i in range(3)]
        process = ["replicator", "logit"][seed // 4 % 2]
        start = []
        for count in shape[:sides]:
            weights = [draw.randint(1, 9) for _ in range(count)]
            start += [weight / sum(weights) for weight in weights]
        time = [1, 5, 12][seed % 3]
        solved = solve_ivp(lambda t, x: velocity(process, game, x, sides), (0, time), start,
                           method="DOP853", rtol=1e-12, atol=1e-13)
        counts, places = shape[:sides], []
        offset = 0
        for count in counts:
            places += [(offset + k, offset + count - 1) for k in range(count - 1)]
            offset += count
        step = 1e-5
        matrix = numpy.empty((len(places), len(places)))
        for column, (up, down) in enumerate(places):
            shift = numpy.zeros(len(start))
            shift[up], shift[down] = step, -step
            change = (velocity(process, game, numpy.array(start) + shift, sides)
                      - velocity(process, game, numpy.array(start) - shift, sides)) / (2 * step)
            matrix[:, column] = [change[place] for place, _ in places]
        values = sorted(numpy.linalg.eigvals(matrix), key=lambda v: (-v.real, -v.imag))
        lines.append(" | ".join([
            f"dynamics {seed}", f"{shape[0]}x{shape[1]}",
            " ".join(f"{a} {b}" for row in game for a, b in row), str(sides), process,
            " ".join(repr(float(v)) for v in start), str(time),
            " ".join(f"{v:.12g}" for v in solved.y[:, -1]),
            " ".join(f"{v.real:.9g} {v.imag:.9g}" for v in values)]))
    with open(os.path.join(HERE, "dynamics.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines) - 1, "ways of dynamics")


if __name__ == "__main__":
    subgame_perfect_payoffs()
    certain_matches()
    first_field()
    dynamics()
