"""Writes Kuhn poker (1950) as a Gambit tree: python3 make_kuhn.py > efg/kuhn.efg"""
from itertools import permutations

CARDS = "JQK"
lines = ['EFG 2 R "Kuhn poker" { "First" "Second" }', '"Kuhn 1950; value -1/18"', ""]
sets = [{}, {}]
outcomes = {}


def outcome(first):
    number = outcomes.setdefault(first, len(outcomes) + 1)
    lines.append(f't "" {number} "{first}" {{ {first}, {-first} }}')


def grow(cards, history):
    if history in ("pp", "bp", "bb", "pbp", "pbb"):
        better = 1 if CARDS.index(cards[0]) > CARDS.index(cards[1]) else -1
        outcome({"pp": better, "bp": 1, "bb": 2 * better, "pbp": -1, "pbb": 2 * better}[history])
        return
    player = len(history) % 2
    name = cards[player] + history
    number = sets[player].setdefault(name, len(sets[player]) + 1)
    lines.append(f'p "" {player + 1} {number} "{name}" {{ "pass" "bet" }} 0')
    grow(cards, history + "p")
    grow(cards, history + "b")


deals = ["".join(deal) for deal in permutations(CARDS, 2)]
lines.append('c "" 1 "deal" { ' + " ".join(f'"{deal}" 1/6' for deal in deals) + " } 0")
for deal in deals:
    grow(deal, "")
print("\n".join(lines))
