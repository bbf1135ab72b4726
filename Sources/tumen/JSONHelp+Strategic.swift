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
          the index of each component, together 1; null where it is not known;
        "joins": [{"maximalSubsets": [0, 1], "equilibria": [1]}]
          which maximal sets of a component touch, and the extreme equilibria they share.
        Of more than two actors nash is exact where equilibria are pure; of others probabilities,
        gains, utilities and regret are JSON numbers. It adds to each equilibrium
        "radius": 2.2e-16
          proved: an exact equilibrium with these supports, and no other, is so near; then
        "undecided": [{"Row": ["C", "D"], ...}]
          the supports on which a degenerate game may have others.
      correlated, coarse-correlated
        "points": [{"objective": "welfare" | "egalitarian" | "actor", "actor": "Row" | null,
                    "value": "21/2",
                    "distribution": [{"profile": {"Row": "C", "Col": "D"}, "probability": "1/4"}],
                    "gains": {"Row": "21/4"}, "utilities": {"Row": "21/4"},
                    "proof": {"largestGain": "0", "weights": {"Row": "1"},
                              "prices": [{"actor", "told": "C" | null, "turnsTo", "price"}]}}]
        One best point an objective, the actors last; others may be as good. Profiles of
        probability 0 are left out. No way to disobey gains more than largestGain, which is not
        above 0; in every profile the weighted utilities are at most the value plus the prices
        times what each way to disobey gains there, so that no such equilibrium is better.
      zero-sum
        "sum": "0", "values": {"Row": "1/2", "Col": "-1/2"}, "bounds": {"Row": ["1/2", "1/2"], ...},
        "strategies": {"Row": {"C": "1/3", "D": "2/3"}, ...}, "unique": true
        Each strategy secures its actor's value; unique is false where others may do so too. Of
        large games the strategies are near the optimum and "arithmetic" is "floating": values are
        what they secure, and bounds hold the true value between two proved numbers.
      simplicial, ipa
        "equilibria" as of nash of more than two actors, one of them; "radius" is null where nothing
        could be proved, as in degenerate games: then look at "regret".
        Of ipa the list is empty where its approximations wander; the status is then "limit".
      lemke-howson
        "equilibria" as of pure,
        "paths": [{"label": 1, "actor": "Row", "strategy": "C", "pivots": 4, "equilibrium": 0}]
          labels count from 1, the first actor's strategies first; null where a limit cut it;
        "unreached": the other extreme equilibria; null where they are not known.
      qre
        "normalisation", "points": [POINT], "limits": [{"profile", "gains", "utilities", "regret",
        "refined": true}], "folds": [POINT], "bifurcations": [POINT], and with --frequencies
        "estimate": POINT with "logLikelihood", "maxima": [{"lambda", "logLikelihood"}],
                    "risingAtEnd": false
        POINT: {"lambda": 1, "profile", "gains", "utilities", "regret", "residual"}. With --lambda
        the point, without it the limit, with --points every point of the branch in its order. A
        branch turns back in lambda at folds; others cross it near bifurcations. All are JSON
        numbers; residual is the error of the equations, in log-probabilities or payoffs.
      tracing
        "equilibria": [{"profile", "gains", "utilities", "regret", "refined": true}],
        "prior": {"Row": {"C": 0.5}}, "priorsTried": 1
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
      perfect, proper
        "equilibria" as of pure, "verdicts": [{"perfect": true | false, "proof": PROOF}]
          PROOF: for each actor {"belief": {"D": "1"}}, which rules nothing out and to which the
          strategy is a best reply, or {"dominatedBy": {"C": "1"}};
        perfect adds the sets of nash and "perfectSubsets", those perfect throughout;
        proper has "proper" and "rankings": {"Row": [["C"], ["D"]]}, classes from the best down,
          which prove it, or null; "proper" is null where it is not decided.
      symmetric, ess
        "equilibria" as of pure; symmetric adds
        "maximalSets": [[0, 1]]
          every mixture of the members, the same for both, is an equilibrium.
      degeneracy
        "degenerate": true | false | null,
        "witness": {"actor", "strategy": {"C": "1"}, "replies": ["C", "D"]} | null
      best
        "equilibria" as of pure, "best": [{"objective": "welfare" | "egalitarian" | "actor",
                                           "actor", "value", "equilibria": [0]}]
      rationalizable
        "strategies": {"Row": [{"strategy", "belief": [{"against": {"Col": "D"}, "probability"}]}]},
        "rounds": 1
      critical-discount
        "cooperation": {}, "punishment": {},
        "gains": {"grim": {"actors": {"Row": "1/2"}, "overall": "1/2"},
                  "titForTat": {...} | null,
                  "penance": [{"periods": 1, "factor": {"actors", "overall"}}]}, "utilities": {...}
        A factor is null where no patience is enough, and {"above": "1/2", "atMost": "3/4"} where
        it is a root that is no short fraction. Tit for tat is null where an actor has more
        strategies than the two.

    """
}
