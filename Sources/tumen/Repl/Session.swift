import Arithmetic
import Laboratory
import RelativeGains
import Scenarios

/// What a REPL remembers between lines: games, what was changed about each, and how to go back.
struct Session {
  /// A game with the values set and the rule chosen since.
  struct Game {
    let name: String
    var scenario: Scenario
    var set: [Setting.ParameterValue] = []
    var relativeGains: RelativeGainsBlock?
  }

  /// The games, and which of them is spoken of.
  private struct State {
    var games: [Game] = []
    var current: Int?
  }

  private var state = State()
  /// What was before each change, the last one last.
  private var past: [State] = []
  let style: TextStyle
  /// Whether a person waits for the answer.
  let isInteractive: Bool
  /// Seconds that a question may take where a person waits.
  let patience: Double
  let library = GameLibrary()

  /// Most changes that can be taken back.
  private static let mostChanges = 200

  init(style: TextStyle = .plain, isInteractive: Bool = false, patience: Double = 60) {
    self.style = style
    self.isInteractive = isInteractive
    self.patience = patience
  }

  /// The games, in the order in which they came.
  var games: [Game] { state.games }

  /// The game that commands are about.
  func game() throws(UsageError) -> Game {
    guard let current = state.current else {
      throw UsageError("there is no game yet: \(MatrixSyntax.example), or load prisoners-dilemma")
    }
    return state.games[current]
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
    remember()
    let game = Game(name: name, scenario: scenario)
    if let place = state.games.firstIndex(where: { $0.name == name }) {
      state.games[place] = game
      state.current = place
    } else {
      state.games.append(game)
      state.current = state.games.count - 1
    }
  }

  /// Makes the game of this name current again; false if there is none.
  mutating func turn(to name: String) -> Bool {
    guard let place = state.games.firstIndex(where: { $0.name == name }) else { return false }
    remember()
    state.current = place
    return true
  }

  /// Changes the current game, if it can still be evaluated afterwards.
  mutating func change(_ change: (inout Game) throws -> Void) throws {
    var game = try game()
    try change(&game)
    _ = try Setting(game.scenario, set: game.set, relativeGains: game.relativeGains)
    remember()
    if let current = state.current { state.games[current] = game }
  }

  /// Takes the last change back.
  mutating func undo() throws(UsageError) {
    guard let before = past.popLast() else {
      throw UsageError("nothing was changed yet, so there is nothing to undo: show shows the game")
    }
    state = before
  }

  private mutating func remember() {
    past.append(state)
    if past.count > Self.mostChanges { past.removeFirst() }
  }
}
