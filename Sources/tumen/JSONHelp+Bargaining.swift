// What the concepts of bargaining add to a solution.
extension JSONHelp {
  static let bargaining = """
      Agreements are written as the file writes them: {"years": "long"} by issue, or the name of an
      outcome. "space" is "outcomes" or "lotteries": what could be agreed on.
      nash-bargaining, kalai-smorodinsky, egalitarian, utilitarian, leximin, equal-gains
        "space", "agreement": true, "values": {"a": "3/5", "b": "2/5"}, "gains": {...},
        "outcome": {"years": "long"} | null, "lottery": [{"outcome", "probability": "1/2"}],
        "objective": "6/25", "gap": null, "alsoBest": []
        Values are utilities; without an agreement those of disagreement. "outcome" is null where a
        lottery is best; "gap" bounds the error of a floating-point answer.
      zone-of-agreement, pareto-frontier
        "space", "corners": [{"values", "gains", "lottery"}] | null, "accepted": 4,
        "outcomes": [{"outcome", "utilities": {}, "accepted": true, "efficient": true,
                      "refusedBy": ["a"], "notRatifiedBy": ["Parliament"]}]
      rubinstein
        "agreement": true,
        "proposals": [{"proposer": "a", "values": {}, "gains": {}, "outcome", "lottery"}],
        "acceptsFrom": {"a": "9/19"} | null
      war-of-attrition
        "concession": {"a": "1/3"}, "givesWay": {...}, "bothGiveWay": "1/7", "rounds": "8/7",
        "values": {}, "pure": [{"givesWay": "a", "outcome", "values": {}}]
      win-sets
        "space", "agreement", "sides": {"a": {"winSet": [], "tiedHands": "1/10" | null,
        "valuesUntied": {} | null, "blocks": false}}, "intersection": [], "outcome", "values"
      side-payments
        "refused": [{"outcome", "refusedBy": ["a"], "total": "1/3" | null,
                     "payments": [{"from", "to", "amount"}] | null}]
      proposal-distance
        "proposal", "space", "distances": [{"solution": "nash-bargaining", "outcome",
                                            "differences": {}, "distance": "1"}]

    """
}
