"""Asks tumen, and holds what it says against what others say."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Callable


class Difference(Exception):
    """Two programs do not agree; the text shows the game."""


@dataclass
class Comparison:
    """One kind of game and question."""

    name: str
    peer: str
    weight: int
    compare: Callable
    needs: list = field(default_factory=list)


class Laboratory:
    """Runs the program on a game in a file of its own."""

    def __init__(self, program):
        self.program = program
        handle, self.path = tempfile.mkstemp(suffix=".yaml")
        os.close(handle)

    def __del__(self):
        if os.path.exists(self.path):
            os.unlink(self.path)

    def solutions(self, game, concepts, *words):
        """The solutions of a game, given as a dictionary or as text, by concept."""
        suffix = ".yaml"
        if isinstance(game, dict):
            game = json.dumps({"format": 1, "id": "random", "title": "Random"} | game)
        elif game.startswith("EFG"):
            suffix = ".efg"
        path = self.path.removesuffix(".yaml") + suffix
        with open(path, "w") as file:
            file.write(game)
        run = subprocess.run(
            [self.program, "solve", path, "--concept", concepts, "--format", "json", *words],
            capture_output=True, text=True, timeout=120)
        if suffix != ".yaml":
            os.unlink(path)
        if run.returncode != 0:
            raise Difference(f"status {run.returncode}: {run.stderr.strip()} on {game}")
        return {s["concept"]: s for s in json.loads(run.stdout)["solutions"]}

def require(condition, message, game):
    """Raises the difference unless the condition holds."""
    if not condition:
        raise Difference(f"{message} on {game}")


def require_near(mine, other, what, game, tolerance=1e-6):
    """Raises the difference unless two numbers agree."""
    mine, other = float(Fraction(mine)) if isinstance(mine, str) else float(mine), float(other)
    require(
        abs(mine - other) <= tolerance * max(1, abs(other)), f"{what}: {mine} is not {other}", game)


def numbers(record, keys):
    """Exact numbers of a record in the order of its keys."""
    return [Fraction(record[k]) for k in keys]
