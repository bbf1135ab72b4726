// One constant a family of forms: what each concept adds to a solution.
extension JSONHelp {
  static let strategic = """
      pure, nash
        "equilibria": [{"profile": {"Row": {"C": "1/2", "D": "1/2"}, ...},
                        "gains": {"Row": "3/2"}, "utilities": {"Row": "3/2"}, "regret": "0"}]
        Strategies of probability 0 are left out. Gains are absolute, utilities what the rule makes
        of them. nash lists the extreme equilibria and adds
        "maximalSubsets": [{"vertices": {"Row": [{"C": "1"}], "Col": [...]}, "equilibria": [0, 1]}]
          any mixture of an actor's vertices is in equilibrium with any mixture of the other's;
        "components": [[0], [1, 2]]
          the connected sets of equilibria, as indices into maximalSubsets;
        "indices": [1, 0]
          the index of each component, together 1; null where it is not known.
      dominance
        "variants": [{"kind": "strict" | "weak", "by": "pure" | "mixed",
                      "steps": [{"round": 1, "actor", "strategy", "by": {"D": "1"}}],
                      "remaining": {"Row": ["D"]}}]
      security
        "levels": {"Row": {"maximin": {"pure", "pureStrategies": [], "mixed", "strategy": {}},
                           "minimax": {"pure", "mixed"}}}
      pareto
        "gains": [{"Row": "C", "Col": "C"}], "utilities": [...]
      best-replies
        "replies": [{"actor", "against": {"Col": "C"}, "replies": ["D"], "utility"}]
      class
        "gains": {"class", "cooperate": {"Row": "C", "Col": "C"} | null}, "utilities": {...}
      selection
        "strictEquilibria": [{"profile": {}, "deviationLosses"}],
        "payoffDominant": {} | null, "riskDominant": {} | null
      critical-discount
        "cooperation": {}, "punishment": {},
        "gains": {"grim": {"actors": {"Row": "1/2"}, "overall": "1/2"},
                  "titForTat": {...} | null}, "utilities": {...}
        A factor is null where no patience is enough.

    """
}
