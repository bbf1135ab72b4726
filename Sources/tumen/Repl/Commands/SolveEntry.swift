import Laboratory

extension ReplEntry {
  static let solve = ReplEntry(
    "solve", "solve [concept ...]", "ask several concepts, or the usual one", group: .ask,
    example: ["load chicken", "solve", "solve nash security pareto"], completes: [.concepts]
  ) { words, session in
    let concepts = try concepts(words)
    return try answer(
      concepts.isEmpty ? [Concept.byDefault(for: try session.game().scenario)] : concepts,
      Concept.Options(), session)
  }

  /// The concepts named; the shell's `--concept` before them is no mistake.
  static func concepts(_ words: String) throws -> [Concept] {
    try words.split { $0.isWhitespace || $0 == "," }.filter { $0 != "--concept" }
      .map { try Concept.named(String($0)) }
  }

  static func answer(
    _ concepts: [Concept], _ options: Concept.Options, _ session: Session
  ) throws -> String {
    let setting = try session.setting()
    var options = options
    if session.isInteractive, options.seconds == nil { options.seconds = session.patience }
    let solutions = try concepts.map { try $0.solution(of: setting, options: options) }
    return SolutionReport(setting, solutions).text(style: session.style)
  }
}
