import Laboratory

extension ReplEntry {
  static let solve = ReplEntry(
    "solve", "solve [concept ...]", "ask several concepts, or the usual one", group: .ask,
    example: ["load chicken", "solve", "solve nash security pareto"], completes: [.concepts]
  ) { words, session in
    let names = words.split { $0.isWhitespace || $0 == "," }.map(String.init)
    let concepts = try names.map(Concept.named)
    return try answer(
      concepts.isEmpty ? [Concept.byDefault(for: try session.game().scenario)] : concepts,
      Concept.Options(), session)
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
