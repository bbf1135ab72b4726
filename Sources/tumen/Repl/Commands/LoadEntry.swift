import Laboratory
import Scenarios

extension ReplEntry {
  static let load = ReplEntry(
    "load", "load GAME", "take up a prepared game, a file, or a game made before", group: .take,
    example: ["load zarubino-lease", "show all"], completes: [.games]
  ) { words, session in
    guard !words.isEmpty else {
      throw UsageError("load needs a game: load prisoners-dilemma; games lists them")
    }
    if !session.turn(to: words) {
      let scenario = try ScenarioReader.read(path: try session.library.locate(words))
      try session.add(scenario, named: scenario.id)
    }
    return try page(session, brief: true)
  }
}
