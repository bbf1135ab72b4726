import Arithmetic
public import GameForms

/// Why no path of Lemke and Howson is walked.
public enum LemkeHowsonRefusal: Error, Hashable, Sendable {
  /// The method takes games of two actors; this one has `actors`.
  case needsTwoActors(actors: Int)
  /// A label that the game does not have: it has `labels`, counted from 0.
  case labelOutOfRange(label: Int, labels: Int)
}

/// One equilibrium of a game of two actors, at the end of a path of best-response pairs.
///
/// Labels are the pure strategies of both actors, the row actor's first. From the artificial
/// equilibrium, which has every label, one is dropped; the path of pairs that miss at most this
/// label ends in an equilibrium. Ties are broken lexicographically, so that no path cycles.
///
/// The path is walked in doubles (`GuidingDictionary`). Its end is then solved for in exact
/// arithmetic and verified; where that fails or ties were met, the path is walked again exactly if
/// the game has at most 128 strategies. An equilibrium returned is always exact; in larger games
/// with ties it may be another than the exact path from its label ends in.
///
/// - Source: Lemke and Howson 1964; von Stengel 2002, Computing equilibria for two-person games,
///   sections 2.3 and 2.6, for the lexicographic ratio test.
public struct LemkeHowson: Sendable {
  /// The label that is dropped, counted from 0: rows, then columns.
  public var label: Int
  /// Seconds after which to stop; nil for no limit.
  public var seconds: Double?
  /// The longest path walked.
  public var pivots: Int

  /// The longest path walked unless something else is said.
  public static let longestPath = 1_000_000
  /// The longest path walked in exact arithmetic, whose pivots take a thousand times as long.
  static let longestExactPath = 20_000

  /// The method from this label.
  public init(label: Int, seconds: Double? = nil, pivots: Int = longestPath) {
    self.label = label
    self.seconds = seconds
    self.pivots = pivots
  }

  /// What the path of one label came to.
  public struct Path: Hashable, Sendable {
    /// The label that was dropped, counted from 0.
    public let label: Int
    /// How many pivots were done.
    public let length: Int
    /// The equilibrium at the end, verified exactly; nil where a limit was met before.
    public let equilibrium: Equilibrium?
    /// The limit that was met, nil where there is an equilibrium.
    public let limit: String?
  }

  /// The equilibrium at the end of the path.
  ///
  /// - Throws: ``LemkeHowsonRefusal`` before any work is done.
  public func solve(_ game: StrategicGame) throws(LemkeHowsonRefusal) -> Path {
    try Self.refuse(game)
    let labels = game.shape[0] + game.shape[1]
    guard (0..<labels).contains(label) else {
      throw .labelOutOfRange(label: label, labels: labels)
    }
    var walker = PathWalker(game, seconds: seconds)
    return walker.path(from: label, limit: pivots, anyEnd: false)
  }

  static func refuse(_ game: StrategicGame) throws(LemkeHowsonRefusal) {
    guard game.actors == 2 else { throw .needsTwoActors(actors: game.actors) }
  }
}
