/// What `tumen help json` prints: the contract of every `--format json`.
enum JSONHelp {
  static let text = """
    JSON of tumen, format 1

    Exact numbers are strings: "3", "-2/3". Floating-point numbers, which come out of games whose
    payoffs needed a root, exponential or logarithm, are JSON numbers. Counts, rounds and indices
    are JSON numbers; indices count from 0. Actors and strategies are called by their keys in the
    file; strategies of a .nfg file that have no name, or the same name twice, are called "1", "2",
    and so on. Keys never change meaning; new ones may be added. What is not known is null.

    solve GAME --format json
      {"format": 1,
       "game": {"id", "title", "form", "actors": ["Row", "Col"], "parameters": {"r": "1/4"},
                "rule": "snidal"},
       "solutions": [SOLUTION, ...]}
      SOLUTION: {"concept", "method", "arithmetic": "exact" | "floating",
                 "status": "complete" | "sample" | "limit", ...}; "limit" names the limit met.
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

    thresholds GAME --format json
      {"format": 1, "game": {...}, "parameter": "r",
       "regions": [{"from": "0", "to": "1/3", "equilibria": [{"Row": "C", "Col": "C"}]}],
       "points": ["1/3"], "atPoints": [{"at": "1/3", "equilibria": [...]}]}
      Regions are open intervals, from low to high; points are the values at which the set of pure
      equilibria changes or differs.

    history --format json
      [{"id", "family", "title", "outcome": {"china": "refuse"}, "rule",
        "equilibriumAtDefaults": true, "share": SHARE,
        "absolute": {"equilibriumAtDefaults": true, "share": SHARE}}]
      SHARE: {"value": "1/3", "method": "exact"}, or {"value": 0.41, "method": "sobol",
      "points": 4096}, or {"value": null, "method": "unknown", "reason"}.

    games --format json
      [{"id", "family", "name", "title", "form", "actors": [], "profiles": 4, "parameters": [],
        "rule", "path"}]

    concepts --format json
      [{"name", "answers", "forms": ["strategic"], "takes", "arithmetic": "exact", "method",
        "source", "limits"}]

    show GAME --format json
      {"format": 1, "game": {...}, "family", "when", "story",
       "actors": [{"key", "name", "wants", "fears"}],
       "parameters": [{"name", "value", "default", "range": ["0", "1"] | null, "meaning",
                       "source"}],
       "strategies": {"Row": {"C": "cooperate"}}, "ordinal": false,
       "payoffs": [{"profile": {}, "gains": {}, "utilities": {}, "bestReplies": ["Row"],
                    "expressions": {}, "because", "source"}],
       "outcome": {"profile": {}, "source", "note"} | null, "contradictions": [], "leavesOut": [],
       "sources": {}}

    """
}
