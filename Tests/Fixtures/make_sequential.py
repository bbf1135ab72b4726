#!/usr/bin/env python3
"""Records which assessments of random trees are sequential equilibria, by the definition and with Gambit.

    python3 make_sequential.py > sequential.txt      # needs numpy, scipy and pygambit

Of each tree every pure plan is taken with every choice, at each information set, of one node for certain, of all nodes
alike, or, where the plan leads there, of Bayes' rule. Rationality: every other plan of the actor from there on.
Consistency: orders of smallness of the mistakes by scipy's HiGHS, then their weights by least squares in logarithms.
The limit of Gambit's agent logit branch, where all it plays and believes is among these, must be one that holds.
"""

import io
import itertools
import random
from fractions import Fraction as F

import numpy as np
import pygambit
from make_agreement import Tree
from scipy.optimize import linprog


class Assessed:
    """A tree with what its assessments need."""

    def __init__(self, tree):
        self.nodes, self.sets = tree.nodes, tree.sets
        self.members = [[k for k, n in enumerate(self.nodes) if n == ("move", s)] for s in range(len(self.sets))]
        self.paths = [None] * len(self.nodes)
        self.parents = [None] * len(self.nodes)
        self.walk(0, (), None)
        self.plans = list(itertools.product(*(range(k) for _, k in self.sets)))
        self.values = {plan: tree.values(plan) for plan in self.plans}

    def walk(self, at, path, parent):
        """Steps to each node: (set, action), or (None, probability) for chance; returns one past the subtree."""
        self.paths[at], self.parents[at] = path, parent
        kind, data = self.nodes[at]
        after = at + 1
        if kind != "end":
            for k in range(len(data) if kind == "chance" else self.sets[data][1]):
                after = self.walk(after, path + ((None, data[k]) if kind == "chance" else (data, k),), at)
        return after

    def beliefs(self, plan):
        """The beliefs looked at, by sets."""
        for own in self.members:
            reach = [
                np.prod([F(1)] + [(x if s is None else F(plan[s] == x)) for s, x in self.paths[node]]) for node in own]
            units = [tuple(F(j == k) for j in range(len(own))) for k in range(len(own))]
            yield dict.fromkeys(
                units + [tuple([F(1, len(own))] * len(own))]
                + ([tuple(F(r) / sum(reach) for r in reach)] if sum(reach) else []))

    def is_rational(self, plan, beliefs):
        for (actor, _), nodes, belief in zip(self.sets, self.members, beliefs):
            own = [s for s, (a, _) in enumerate(self.sets) if a == actor]

            def worth(plan):
                return sum(b * self.values[plan][node][actor] for b, node in zip(belief, nodes) if b)

            now = worth(plan)
            for change in itertools.product(*(range(self.sets[s][1]) for s in own)):
                other = list(plan)
                for s, action in zip(own, change):
                    other[s] = action
                if worth(tuple(other)) > now:
                    return False
        return True

    def is_consistent(self, plan, beliefs):
        mistakes = [(s, a) for s, (_, k) in enumerate(self.sets) for a in range(k) if plan[s] != a]

        def count(node):
            return np.array([sum(step == mistake for step in self.paths[node]) for mistake in mistakes], float)

        def chance(node):
            return np.prod([1.0] + [float(x) for s, x in self.paths[node] if s is None])

        more, same, weights = [], [], []
        for nodes, belief in zip(self.members, beliefs):
            first = next(k for k, b in enumerate(belief) if b)
            for k, node in enumerate(nodes):
                gap = count(node) - count(nodes[first])
                if not belief[k]:
                    more.append(gap)
                elif k != first:
                    same.append(gap)
                    weights.append(np.log(
                        float(belief[k]) / float(belief[first]) * chance(nodes[first]) / chance(node)))
        n = len(mistakes)
        rows = [[-float(j == k) for j in range(n)] + [1] for k in range(n)] + [list(-gap) + [1] for gap in more]
        best = linprog(
            [0] * n + [-1], A_ub=rows or None, b_ub=[0] * len(rows) or None,
            A_eq=[list(gap) + [0] for gap in same] or None, b_eq=[0] * len(same) or None,
            bounds=[(0, 1000)] * n + [(0, 1)])
        if best.status != 0 or -best.fun < 0.5:
            return False
        if not same:
            return True
        A, b = np.array(same).reshape(len(same), n), np.array(weights)
        if n == 0:
            return bool(np.abs(b).max() < 1e-9)
        found = np.linalg.lstsq(A, b, rcond=None)[0]
        return bool(np.abs(A @ found - b).max() < 1e-9)

    def efg(self):
        lines = ['EFG 2 R "tree" { "P1" "P2" }']
        for k, (kind, data) in enumerate(self.nodes):
            if kind == "end":
                lines.append(f't "" {k + 1} "" {{ {data[0]}, {data[1]} }}')
            elif kind == "chance":
                lines.append(f'c "" {k + 1} "" {{ ' + " ".join(f'"{j}" {p}' for j, p in enumerate(data)) + " } 0")
            else:
                actor, actions = self.sets[data]
                lines.append(
                    f'p "" {actor + 1} {data + 1} "" {{ ' + " ".join(f'"{j}"' for j in range(actions)) + " } 0")
        return "\n".join(lines) + "\n"

    def logit_limit(self):
        """The plan and the beliefs at the end of Gambit's agent branch, rounded; None where they are not near."""
        game = pygambit.read_efg(io.StringIO(self.efg()))
        last = pygambit.nash.logit_solve(game, use_strategic=False, maxregret=1e-9).equilibria[0]
        nodes = [game.root]
        for node in nodes:
            nodes.extend(node.children)
        order = sorted(nodes, key=lambda node: self.place(node))
        plan = []
        for own in self.members:
            odds = [float(last[action]) for action in order[own[0]].infoset.actions]
            plan.append(int(np.argmax(odds)))
            if max(odds) < 0.999:
                return None
        beliefs = []
        for own, choices in zip(self.members, self.beliefs(tuple(plan))):
            belief = [float(last.belief(order[node])) for node in own]
            near = [c for c in choices if max(abs(float(p) - q) for p, q in zip(c, belief)) < 1e-3]
            if not near:
                return None
            beliefs.append(near[0])
        return tuple(plan), tuple(beliefs)

    def place(self, node):
        """Where a node of Gambit's stands depth first."""
        path = []
        while node.parent is not None:
            path.append(list(node.parent.children).index(node))
            node = node.parent
        at = 0
        for k in reversed(path):
            at = [child for child, parent in enumerate(self.parents) if parent == at][k]
        return at


def record(index):
    tree = Tree(random.Random(f"sequential {index}"))
    if not any(len([n for n in tree.nodes if n == ("move", s)]) > 1 for s in range(len(tree.sets))):
        return None
    assessed = Assessed(tree)
    every = [
        (plan, beliefs) for plan in assessed.plans for beliefs in itertools.product(*assessed.beliefs(plan))]
    if len(every) > 1500 or len({a for a, _ in tree.sets}) < 2:
        return None
    holds = []
    consistent = 0
    for plan, beliefs in every:
        if assessed.is_consistent(plan, beliefs):
            consistent += 1
            if assessed.is_rational(plan, beliefs):
                holds.append((plan, beliefs))
    limit = assessed.logit_limit()
    # A limit that is not exact enough may have been rounded to what does not hold.
    assert limit is None or limit in holds, (index, limit)
    word = {"end": lambda d: ",".join(map(str, d)), "chance": lambda d: "c" + ",".join(map(str, d)),
            "move": lambda d: f"s{d}"}
    text = lambda one: " ".join(map(str, one[0])) + " : " + " , ".join(" ".join(map(str, b)) for b in one[1])
    return " | ".join([
        f"sequential {index + 1}", " ".join(f"{a}:{k}" for a, k in tree.sets),
        " ".join(word[kind](data) for kind, data in tree.nodes), f"{len(every)} {consistent}",
        " ; ".join(map(text, holds)) or "-", text(limit) if limit else "-"])


if __name__ == "__main__":
    print("# 500 random trees of two with perfect recall: which assessments are sequential equilibria, by the definition, with")
    print("# HiGHS for orders of smallness; and the limit of pygambit's agent logit branch, which is one of them.")
    print("# name | actor:actions of each set | nodes depth first: s a set, c chance, else an end | assessments looked at and how")
    print("#   many are consistent | those that hold, an action a set : beliefs by sets | the limit, - where it is not in that list's terms")
    count = index = 0
    while count < 500:
        line = record(index)
        index += 1
        if line:
            print(line, flush=True)
            count += 1
