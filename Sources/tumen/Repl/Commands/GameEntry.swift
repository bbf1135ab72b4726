import Laboratory
import Scenarios

extension ReplEntry {
  static let game = ReplEntry(
    "game", "game [yaml | json | nfg | efg]:",
    "make a game of any form, written as in a file, up to a line end", group: .make,
    block: .document,
    example: [
      "game nfg:", "NFG 1 R \"Chicken\" { \"Row\" \"Col\" } { 2 2 }", "3 3 4 2 2 4 1 1", "end",
      "pure",
    ], completes: [.words(ScenarioFormat.allCases.map { "\($0.rawValue):" })]
  ) { words, session in
    let parts = words.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let word = trimmed(parts.first ?? "")
    guard let format = word.isEmpty ? .yaml : ScenarioFormat(rawValue: word) else {
      throw UsageError(
        "there is no format \(quoted(word)): write game yaml:, json:, nfg: or efg: and then the game"
      )
    }
    guard parts.count == 2, !trimmed(parts[1]).isEmpty else {
      throw UsageError(
        "game needs a game below it: end the line with a colon, write it as in a file, and then end"
      )
    }
    let scenario = try ScenarioReader.read(text: String(parts[1]), format: format, file: "game")
    try session.add(scenario, named: scenario.id)
    return try page(session, brief: true)
  }
}
