import Laboratory

extension ReplEntry {
  static let compare = ReplEntry(
    "compare", "compare [concept ...]",
    "the game and its solutions by absolute and by relative gains, side by side", group: .ask,
    example: ["matrix pd 3,3 0,5 ; 5,0 1,1", "relative snidal r=1", "compare", "compare security"],
    completes: [.concepts]
  ) { words, session in
    let concepts = try concepts(words)
    let game = try session.game()
    let setting = try session.setting()
    guard setting.relativeGains.rule != .none else {
      throw UsageError(
        "the game counts absolute gains only, so there is nothing to compare: relative snidal r=1/4"
      )
    }
    let absolute = try Setting(
      game.scenario, set: game.set,
      relativeGains: .absolute(actors: game.scenario.actors.count))
    return try Comparison(
      absolute, setting,
      concepts.isEmpty ? [Concept.byDefault(for: game.scenario)] : concepts
    ).text(style: session.style)
  }
}
