// What concepts for trees add to a solution, and what show says of a tree.
extension JSONHelp {
  static let extensive = """
      subgame-perfect, sequential, perfect-bayesian, sequence-form
        "actors": {"asked": "china"}
          who moves at each information set;
        "plans": [{"sets": {"asked": {"concede": "1"}}, "free": ["passed-over"],
                   "paths": [{"path": "support, concede", "probability": "1/2"}],
                   "gains": {}, "utilities": {}, "regret": "0"}]
        At the sets in free any action will do. sequential and perfect-bayesian add, for each set of
        several nodes, "beliefs": {"asked": [{"after": "support", "belief": "1/2"}]}; perfect-bayesian
        adds "kind": "pooling" | "separating" | "semi-separating", with ", one of many alike" where
        the same supports have others. The regret of sequence-form is the gap between what each secures.
      bayesian-nash
        "equilibria": [{"types": [{"actor", "type", "plays", "expects": {"fight": "1/2"} | null}],
                        "gains": {}, "utilities": {}}]
        What a type expects of each action once it knows itself; null for one that never occurs.

    """

  static let extensivePage = """
      show GAME --format json, of a tree, has in place of strategies and payoffs
         "sets": {"asked": {"actor", "actions": [], "meaning"}},
         "nodes": [{"path": [], ...}]; a node holds "actor" and "set", or "chance": {"sun": "1/2"},
         or "end", "gains", "utilities", "expressions", "because", "source".

    """
}
