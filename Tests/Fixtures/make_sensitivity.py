"""Indices of sensitivity by SALib, for Tests/ExperimentsTests/SensitivityTests.swift.

    python3 -m venv venv && venv/bin/pip install SALib && venv/bin/python make_sensitivity.py

Writes sensitivity.txt: of each case a line `sobol NAME FACTORS`, the values of the function in the
order of a Saltelli design, SALib's first-order and total indices and half the widths of their
intervals; `pairs NAME FACTORS`, the same for a design with the rows of the second order, then the
indices of the pairs (1 2, 1 3, ..., 2 3, ...) and half the widths of theirs; `morris NAME FACTORS`,
the shares of each row with its value, SALib's mu, mu* and sigma.
"""
from importlib.metadata import version

import numpy as np
from SALib.analyze import morris as morris_analyze
from SALib.analyze import sobol as sobol_analyze
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample
from SALib.test_functions import Ishigami


def width(points):
    """The width of the acceptable range, from r1 / (1 + r1) to 1 / (1 + r2)."""
    r1, r2 = points[:, 0], points[:, 1]
    return 1 / (1 + r2) - r1 / (1 + r1)


CASES = [
    ("ishigami", Ishigami.evaluate, [[-np.pi, np.pi]] * 3),
    ("acceptable-range", width, [[0, 1]] * 2),
]


def numbers(values):
    return " ".join(repr(float(value)) for value in values)


with open("sensitivity.txt", "w") as out:
    out.write(f"# SALib {version('SALib')}, numpy {np.__version__}\n")
    for name, function, bounds in CASES:
        names = [f"x{i}" for i in range(len(bounds))]
        problem = {"num_vars": len(bounds), "names": names, "bounds": bounds}
        points = sobol_sample.sample(problem, 64, calc_second_order=False, seed=1)
        values = function(points)
        answer = sobol_analyze.analyze(
            problem, values, calc_second_order=False, num_resamples=1000, seed=1)
        out.write(f"sobol {name} {len(bounds)}\n{numbers(values)}\n")
        for key in ["S1", "ST", "S1_conf", "ST_conf"]:
            out.write(numbers(answer[key]) + "\n")
        points = sobol_sample.sample(problem, 64, calc_second_order=True, seed=1)
        values = function(points)
        answer = sobol_analyze.analyze(
            problem, values, calc_second_order=True, num_resamples=1000, seed=1)
        out.write(f"pairs {name} {len(bounds)}\n{numbers(values)}\n")
        for key in ["S1", "ST"]:
            out.write(numbers(answer[key]) + "\n")
        upper = np.triu_indices(len(bounds), 1)
        for key in ["S2", "S2_conf"]:
            out.write(numbers(answer[key][upper]) + "\n")
        points = morris_sample.sample(problem, 20, num_levels=4, seed=1)
        values = function(points)
        answer = morris_analyze.analyze(
            problem, points, values, num_levels=4, num_resamples=1000, seed=1)
        out.write(f"morris {name} {len(bounds)} {len(values)}\n")
        low, high = np.array(bounds).T
        for point, value in zip((points - low) / (high - low), values):
            out.write(numbers(list(np.round(point * 3) / 3) + [value]) + "\n")
        for key in ["mu", "mu_star", "sigma", "mu_star_conf"]:
            out.write(numbers(answer[key]) + "\n")
