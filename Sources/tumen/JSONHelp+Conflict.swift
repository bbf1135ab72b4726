// What the concepts of conflicts add to a solution.
extension JSONHelp {
  static let conflict = """
      A state is the name that the file gives it or its pattern, "YNY"; in a strategic game it is a
      profile, {"Row": "C", "Col": "D"}. STEPS: [{"actor", "state"}], who moves and where to.
      conflict
        "states": [{"state", "recorded": false, "equilibrium": ["gmr", "smr"],
                    "stableFor": {"nash": ["Row"], "gmr": [...], "smr", "seq", "sim"},
                    "stronglyStableFor": {"gmr", "smr", "seq"}}]
        The last key is there where the file says what is much better.
      nash-stability, gmr, smr, seq, sim
        "equilibria": [STATE], "verdicts": [{"state", "actor", "stable": true,
          "strength": "strongly" | "weakly" | null, "because": "a sentence",
          "improvements": [{"to": STATE, "sanction": STEPS | null}]}]
        Of sim the last step is where all end who moved at once. Above 60 states only equilibria
        are judged, or the one of --state.
      status-quo
        "from": STATE, "states": [{"state", "equilibrium": ["seq"],
          "byImprovements": STEPS | null, "byAnyMoves": STEPS | null}]
      coalition-stability
        "equilibria": {"nash": [STATE], "gmr", "smr", "seq"},
        "broken": [{"state", "stability": "seq", "coalition": ["a", "b"], "improvement": STATE}]
      stability-conditions
        "state", "actors": [{"actor", "stability": "nash" | "gmr" | "smr" | "seq", "met": true,
          "conditions": [{"move": STATE, "met": true, "noneBetter": [[STATE, ...], ...]}]}]
        For each move one of the lists must hold no state better than "state".
      show of a conflict has "options": {"a": {"act": "..."}}, "infeasible": [{"pattern",
        "because"}], "irreversible": {"act": "Y"}, "statusQuo", "states": [{"state", "pattern",
        "meaning", "ranks": {"a": 3}, "moves": {"a": [STATE]}}]; rank 0 is worst.

    """
}
