import Arithmetic
import Laboratory
import RelativeGains
import Scenarios

/// What a REPL remembers between lines: games, and what was changed about each.
struct Session {
  /// A game with the values set and the rule chosen since.
  struct Game {
    let name: String
    var scenario: Scenario
    var set: [Setting.ParameterValue] = []
    var relativeGains: RelativeGainsBlock?
  }

  /// The games, in the order in which they came.
  private(set) var games: [Game] = []
  private var current: Int?
  let style: TextStyle
  let library = GameLibrary()

  init(style: TextStyle = .plain) { self.style = style }

  /// The game that commands are about.
  func game() throws(UsageError) -> Game {
    guard let current else {
      throw UsageError("there is no game yet: \(MatrixSyntax.example), or load prisoners-dilemma")
    }
    return games[current]
  }

  /// The game that commands are about, at its values and under its rule.
  func setting() throws -> Setting {
    let game = try game()
    return try Setting(game.scenario, set: game.set, relativeGains: game.relativeGains)
  }

  /// Makes `scenario` the current game, in place of one of the same name.
  mutating func add(_ scenario: Scenario, named name: String) throws {
    // A game that cannot be evaluated would make every later line fail.
    _ = try Setting(scenario)
    let game = Game(name: name, scenario: scenario)
    if let place = games.firstIndex(where: { $0.name == name }) {
      games[place] = game
      current = place
    } else {
      games.append(game)
      current = games.count - 1
    }
  }

  /// Makes the game of this name current again; false if there is none.
  mutating func turn(to name: String) -> Bool {
    guard let place = games.firstIndex(where: { $0.name == name }) else { return false }
    current = place
    return true
  }

  /// Changes the current game, if it can still be evaluated afterwards.
  mutating func change(_ change: (inout Game) throws -> Void) throws {
    var game = try game()
    try change(&game)
    _ = try Setting(game.scenario, set: game.set, relativeGains: game.relativeGains)
    if let current { games[current] = game }
  }
}
