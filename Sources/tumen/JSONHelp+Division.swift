// What the concepts of fair division add to a solution.
extension JSONHelp {
  static let division = """
      adjusted-winner, nash-division, maximin-division, equitable-division, envy-free,
      cut-and-choose
        "agreement": true, "values": {"a": "65"}, "outcome": {"island": {"a": "1", "b": "0"}},
        "divisions": [{"division": null | "A cuts", "shares": {"island": {"a": "1", "b": "0"}},
                       "values": {}, "gains": {}, "points": {} | null, "envyFree": true,
                       "refusedBy": ["a"], "payments": [{"from", "to", "amount"}] | null}]
        Values are utilities, points what matters to each side with 100 in all; payments are the
        least that make everybody accept, null where nothing does. "values" and "outcome" are those
        of the first division.

    """
}
