#!/usr/bin/env python3
"""Makes conflict-graphs.txt: stabilities of 300 random conflicts by brute force over sets.

Written from the definitions alone (Fang, Hipel and Kilgour 1993; strength of preference Hamouda,
Kilgour and Hipel 2006; coalitions Inohara and Hipel 2008; simultaneity Fraser and Hipel 1984) and
sharing nothing with the solver: sets are built by repetition until nothing changes.

    python3 Tests/Fixtures/make_conflict_fixtures.py > Tests/Fixtures/conflict-graphs.txt
"""
import itertools
import random


class Conflict:
    def __init__(self, actors, states, moves, values, levels, choices=None):
        self.N, self.S = range(actors), range(states)
        self.moves, self.values, self.levels, self.choices = moves, values, levels, choices
        self.better = [
            [{t for t in self.S if values[i][t] > values[i][s]} for s in self.S] for i in self.N]
        self.much_worse = [
            [{t for t in self.S if levels[i][t] < levels[i][s]} for s in self.S] for i in self.N]
        self.improving = [
            [moves[i][s] & self.better[i][s] for s in self.S] for i in self.N]

    @staticmethod
    def reach(movers, moves, s):
        """R_H(s) with the sets of last movers, until nothing changes."""
        last = {}
        for j in movers:
            for t in moves[j][s]:
                last.setdefault(t, set()).add(j)
        changed = True
        while changed:
            changed = False
            for t in list(last):
                for j in movers:
                    if last[t] == {j}:
                        continue
                    for u in moves[j][t]:
                        if j not in last.setdefault(u, set()):
                            last[u].add(j)
                            changed = True
        return set(last)

    def others(self, i):
        return [j for j in self.N if j != i]

    def nash(self, i, s):
        return not self.improving[i][s]

    def gmr(self, i, s, bad=None):
        bad = bad if bad is not None else set(self.S) - self.better[i][s]
        return all(self.reach(self.others(i), self.moves, t) & bad for t in self.improving[i][s])

    def smr(self, i, s, bad=None):
        bad = bad if bad is not None else set(self.S) - self.better[i][s]
        return all(
            any(u in bad and self.moves[i][u] <= bad
                for u in self.reach(self.others(i), self.moves, t))
            for t in self.improving[i][s])

    def seq(self, i, s, bad=None):
        bad = bad if bad is not None else set(self.S) - self.better[i][s]
        return all(
            self.reach(self.others(i), self.improving, t) & bad for t in self.improving[i][s])

    def sim(self, i, s):
        where = {c: t for t, c in enumerate(self.choices)}
        for t in self.improving[i][s]:
            options = [
                [None] + sorted(self.improving[j][s]) if j != i else [t] for j in self.N]
            sanctioned = False
            for joint in itertools.product(*options):
                if sum(u is not None for u in joint) < 2:
                    continue
                end = tuple(
                    self.choices[s if u is None else u][j] for j, u in enumerate(joint))
                if end in where and where[end] not in self.better[i][s]:
                    sanctioned = True
            if not sanctioned:
                return False
        return True

    def coalitions(self):
        self.groups = [
            frozenset(g) for k in self.N for g in itertools.combinations(self.N, k + 1)]
        self.group_improving = {
            h: [{t for t in self.reach(sorted(h), self.moves, s)
                 if all(t in self.better[i][s] for i in h)} for s in self.S]
            for h in self.groups}

    def coalition(self, kind, h, s):
        # Not better for all of h: someone is no better off.
        bad = {t for t in self.S if not all(t in self.better[i][s] for i in h)}
        rest = [j for j in self.N if j not in h]
        for t in self.group_improving[h][s]:
            if kind == "nash":
                return False
            if kind == "seq":
                within = [g for g in self.groups if g <= set(rest)]
                answers = self.reach(within, self.group_improving, t)
            else:
                answers = self.reach(rest, self.moves, t)
            if kind == "smr":
                answers = {
                    u for u in answers if self.reach(sorted(h), self.moves, u) <= bad}
            if not answers & bad:
                return False
        return True


def sparse(rng):
    actors, states = rng.randint(2, 4), rng.randint(2, 7)
    density = rng.choice([0.15, 0.3, 0.5])
    moves = [
        [{t for t in range(states) if t != s and rng.random() < density} for s in range(states)]
        for _ in range(actors)]
    return actors, states, moves, None


def combinations(rng):
    actors = rng.randint(2, 3)
    shape = [rng.randint(2, 3) for _ in range(actors)]
    every = list(itertools.product(*map(range, shape)))
    kept = [c for c in every if rng.random() < 0.85] or every
    moves = [
        [{t for t, d in enumerate(kept)
          if t != s and all(c[j] == d[j] for j in range(actors) if j != i)}
         for s, c in enumerate(kept)]
        for i in range(actors)]
    return actors, len(kept), moves, kept


def marks(flags):
    return "".join("1" if f else "0" for f in flags)


def main():
    rng = random.Random(1993)
    print("# name | actors | states | shape or - | combinations or - | moves, actor; state, target |"
          " values, actor; | levels, actor; | nash, gmr, smr, seq, sim (or -), strong gmr, strong"
          " smr, strong seq: one bit a state, actor after actor | equilibria under all coalitions:"
          " nash, gmr, smr, seq")
    for number in range(300):
        actors, states, moves, choices = (combinations if number % 2 else sparse)(rng)
        spread = rng.choice([2, 4, 20])
        values = [[rng.randint(0, spread) for _ in range(states)] for _ in range(actors)]
        cut = rng.randint(1, spread)
        levels = [[int(v >= cut) for v in row] for row in values]
        c = Conflict(actors, states, moves, values, levels, choices)
        c.coalitions()

        def bits(test):
            return " ".join(marks(test(i, s) for s in c.S) for i in c.N)

        results = [bits(c.nash), bits(c.gmr), bits(c.smr), bits(c.seq)]
        results.append(bits(c.sim) if choices else "-")
        for test in (c.gmr, c.smr, c.seq):
            results.append(bits(lambda i, s: test(i, s, c.much_worse[i][s])))
        together = [
            marks(all(c.coalition(kind, h, s) for h in c.groups) for s in c.S)
            for kind in ("nash", "gmr", "smr", "seq")]
        print(" | ".join([
            f"{'combinations' if choices else 'sparse'} {number}", str(actors), str(states),
            "x".join(str(max(k) + 1) for k in zip(*choices)) if choices else "-",
            " ".join("".join(map(str, k)) for k in choices) if choices else "-",
            "; ".join(",".join(" ".join(map(str, sorted(t))) or "-" for t in row)
                      for row in moves),
            "; ".join(" ".join(map(str, row)) for row in values),
            "; ".join(" ".join(map(str, row)) for row in levels),
            ", ".join(results), " ".join(together)]))


if __name__ == "__main__":
    main()
