// What the concepts of repeated games add to a solution, and tournaments.
extension JSONHelp {
  static let repeated = """
      subgame-perfect-payoffs
        "discount": {"Row": "3/4"}, "periods": null,
        "corners": [{"utilities": {"Row": "39/4"}, "first": {"Row": "D", "Col": "C"},
                     "stationary": false}]
        Averages per period, the corners of a convex set, counterclockwise; "first" is played in the
        first period, for ever where "stationary". No corners: there is no such equilibrium.
      feasible-payoffs
        "pureMinimax": {"Row": "3"}, "mixedMinimax": {"Row": "3"},
        "feasible": [{"Row": "9", "Col": "9"}], "abovePureMinimax": [], "aboveMixedMinimax": []
      hypergame
        "expected": {"Row": [{"Row": {"C": "1"}, "Col": {"C": "1"}}], "Col": [...]},
        "outcomes": [{"profile": {"Row": {"C": "1"}, ...}, "gains": {}, "utilities": {},
                      "hoped": {}, "regret": {}, "surprised": ["Row"],
                      "expectations": {"Row": [0], "Col": [0, 1]}, "trueEquilibrium": false}]
        "expected" lists the equilibria of the game that each perceives; "expectations" counts in
        it; gains, utilities and regret are those of the true game.

    """
  static let tournament = """

    tournament GAME --format json
      {"format": 1, "game": {...}, "rounds": 200, "repetitions": 5, "noise": 0, "seed": "1",
       "field": ["tit-for-tat", ...],
       "ranking": [{"strategy", "place": 0, "score": "2500", "perRound": "5/2",
                    "cooperation": "1", "scores": ["2500", ...],
                    "against": [null, {"perRound": "3", "cooperation": "1"}]}]}
      "place" is the strategy's in "field", which "against" follows; "score" is the average over
      the repetitions of "scores", meetings with a twin left out.

    dynamics GAME --format json
      {"format": 1, "game": {...}, "process": "replicator", "onePopulation": false,
       "arithmetic": "floating", "labels": ["Row: C", ...],
       "restPoints": [{"shares": [["1", "0"], ["1/2", "1/2"]], "kind": "saddle",
                       "equilibrium": true, "eigenvalues": [[0.5, 0], [-0.5, 0]]}] | null,
       "facesOfRestPoints": 0 | null, "restPointsComplete": true | null,
       "trajectories": [{"times": [0, 1], "states": [[0.5, 0.5, 0.5, 0.5], ...], "regret": 0.1}]}
      Shares stand in the order of "labels"; rest points are exact, those of the replicator process;
      kinds are stable, source, saddle, centre, undecided; eigenvalues are real and imaginary parts.
      "regret" is what the best strategy earns above the average at the end.

    """
}
