import Laboratory

extension ReplEntry {
  static let why = ReplEntry(
    "why", "why [C,D]", "why a profile, agreement, division, state or path holds or does not",
    group: .ask,
    more: ["Says who would move, to what, and for how much; alone, about the recorded outcome."],
    example: ["load chicken", "why C,C", "why D,C", "load zarubino-terms", "why"],
    completes: [.strategies]
  ) { words, session in
    let explanation = try Explanation(try session.setting(), of: words.isEmpty ? nil : words)
    return explanation.text(style: session.style)
  }
}
