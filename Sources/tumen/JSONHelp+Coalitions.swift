// What the concepts of coalitions add to a solution.
extension JSONHelp {
  static let coalitions = """
      A coalition is a list of actors, ["a", "b"]; a structure a list of coalitions; a collection is
      [{"coalition": ["a", "b"], "weight": "1/2"}]. Where worths are costs, values are what is paid.
      shapley, deegan-packel, owen, myerson, aumann-dreze
        "values": {"a": "2/3"}
        shapley of more than 24 actors: floating values, "standardErrors": {}, "orders": 20000
      banzhaf
        "values": shares of all differences made, "raw": {}, "average": {}
      tau
        "values", "utopia": {}, "minimum": {}
      core, least-core
        "empty": false, "epsilon": "0", "division": {}, "collection", "claimed": "3/2",
        "available": "1"; epsilon is the smallest largest excess, the division has it, and the
        collection proves it; core adds "extremes": {"a": {"least", "most"}} | null,
        "vertices": [{}] | null, "subsidy": the least payment from outside that keeps everyone,
        "weights": {"least", "most"} | null: Snidal's r, the same for all, for which the core is
        not empty
      nucleolus, prenucleolus
        "values", "levels": [{"excess", "collection", "heldAtWorthAlone": ["a"]}]
      blocking (--division)
        "division", "blocked": true, "blocking": [{"coalition", "excess"}], "payments": {},
        "cost", "claims": collection
      kernel (--division)
        "inKernel", "inPrekernel", "imputation", "surpluses": {"a": {"b": "1"}},
        "imbalances": [{"stronger": "a", "weaker": "b", "difference"}]
      convexity
        "convex", "convexityViolation": {"first", "second", "amount"} | null,
        "superadditive": true | null, "superadditivityViolation", "balanced", "collection",
        "claimed", "available"
      stability (--sharing)
        "sharing": "equal" | "transfers", "agreements": [{"coalition", "internallyStable",
        "externallyStable", "leaving": {"a": "1"}, "joining": {}}]
      coalition-structure
        "structures": [{"structure", "worths": [], "noMovePays", "holds"}], "path": [structure]

    """
}
