import Equilibria
import GameForms

/// What the concepts that solve one linear program a strategy or an actor would cost, so that a
/// game out of reach is refused before work starts.
///
/// Measured on random games, whose work differs threefold and more from one to the next.
struct WorkEstimate {
  /// Expected seconds.
  private(set) var seconds = 0.0
  /// Entries of the largest exact tableau.
  private(set) var entries = 0.0

  static let mostSeconds = 60.0
  /// Some 32 bytes each.
  static let mostEntries = 1e7

  /// One linear program an actor, with a step for each entry in each pivot.
  static func security(_ game: StrategicGame) -> WorkEstimate {
    var work = WorkEstimate()
    for actor in 0..<game.actors {
      let pivots = Double(min(game.shape[actor], game.profiles / game.shape[actor]))
      work.addProgram(game, actor, seconds: 1.5e-8 * pivots)
    }
    return work
  }

  /// In two variants one linear program a strategy, most of them settled in a few pivots.
  static func dominance(_ game: StrategicGame) -> WorkEstimate {
    var work = WorkEstimate()
    // Of two strategies only one can mix: comparing them has said all.
    for actor in 0..<game.actors where game.shape[actor] > 2 {
      work.addProgram(game, actor, seconds: 2e-7 * 2 * Double(game.shape[actor]))
    }
    return work
  }

  /// One linear program in doubles, whose work was measured at 2e8 entries a second; the exact part
  /// is bounded.
  static func zeroSum(_ game: StrategicGame) -> WorkEstimate {
    var work = WorkEstimate()
    work.entries = Double(game.profiles)
    work.seconds = Double(game.profiles) * Double(game.shape.min() ?? 1) / 2e8
    return work
  }

  /// One linear program an objective, a column a profile and a row a way to disobey.
  static func correlated(
    _ game: StrategicGame, _ kind: CorrelatedEquilibria.Kind
  ) -> WorkEstimate {
    var work = WorkEstimate()
    let ways = game.shape.reduce(0.0) {
      $0 + Double($1) * (kind == .told ? Double($1 - 1) : 1)
    }
    let rows = ways + Double(game.actors) + 1
    let columns = Double(game.profiles) + 1
    work.entries = rows * (rows + columns)
    work.seconds = Double(game.actors + 2) * 4e-7 * rows * columns
    return work
  }

  /// Some 200 steps along a curve, each with three multiplications a payoff and two eliminations.
  static func path(_ game: StrategicGame) -> WorkEstimate {
    var work = WorkEstimate()
    let strategies = game.shape.reduce(0.0) { $0 + Double($1) }
    let payoffs = Double(game.profiles * game.actors)
    work.seconds = 200 * (3 * payoffs + strategies * strategies * strategies) / 1e9
    return work
  }

  /// Measured on random games of three to five actors, with the proof at the end.
  static func simplicial(_ game: StrategicGame) -> WorkEstimate {
    var work = WorkEstimate()
    let strategies = game.shape.reduce(0.0) { $0 + Double($1) }
    let payoffs = Double(game.profiles * game.actors)
    work.seconds = 1.2e-7 * payoffs * strategies * strategies
    return work
  }

  /// Programs with a column a strategy and a row a profile of the others, at so many seconds an
  /// entry of that matrix.
  private mutating func addProgram(_ game: StrategicGame, _ actor: Int, seconds: Double) {
    let columns = Double(game.shape[actor])
    let rows = Double(game.profiles) / columns
    entries = max(entries, rows * (rows + columns))
    self.seconds += seconds * rows * columns
  }

  /// Refuses what would take too long, unless a limit ends it, or too much memory.
  func refuse(
    _ concept: String, of setting: Setting, options: Concept.Options = .init()
  ) throws(LaboratoryError) {
    let isTooLarge = entries > Self.mostEntries
    guard isTooLarge || (seconds > Self.mostSeconds && options.seconds == nil) else {
      return options.announce("linear programs, or comparisons of payoffs", seconds: seconds)
    }
    let size = setting.utilities.shape.map(String.init).joined(separator: " x ")
    throw .tooLarge(
      concept: concept,
      size: isTooLarge
        ? "\(size), a linear program of \(entries.text(digits: 2)) entries"
        : "\(size), about \(seconds.durationText) of work",
      limit: isTooLarge
        ? "\(Int(Self.mostEntries)) entries" : "\(Int(Self.mostSeconds)) seconds",
      instead: "use --concept pure or best-replies")
  }
}
