import Arithmetic
import GameForms
import LinearPrograms

/// Walks the paths of one game, from any labels, and verifies their ends.
struct PathWalker {
  /// The two bases at which a path ended.
  private struct Bases: Hashable {
    let supports: [[Int]]
    let replies: [[Int]]
  }

  private let game: StrategicGame
  private let matrices: [ReplyMatrix]
  private let dictionaries: [GuidingDictionary]
  private let deadline: Deadline
  /// Many labels lead to one equilibrium: each pair of bases is solved for once.
  private var known: [Bases: Equilibrium?] = [:]

  /// A walker that stops so many seconds from now.
  init(_ game: StrategicGame, seconds: Double?) {
    self.game = game
    deadline = Deadline(seconds: seconds)
    matrices = ReplyMatrix.both(in: game)
    dictionaries = matrices.map(GuidingDictionary.init)
  }

  /// Whether the time is over.
  var isOutOfTime: Bool { deadline.isOver }

  /// The path from the artificial equilibrium that drops `label`.
  ///
  /// - Parameter anyEnd: whether an equilibrium will do that another label's path may lead to:
  ///   otherwise a path that met ties is walked again exactly where the game is small enough.
  mutating func path(from label: Int, limit: Int, anyEnd: Bool) -> LemkeHowson.Path {
    var walk = ComplementaryPath(dictionaries[0], dictionaries[1])
    let end = walk.walk(dropping: label, limit: limit) { isOutOfTime }
    var found: LemkeHowson.Path?
    switch end {
    case .complementary:
      found = equilibrium(at: walk.sides).map {
        .init(label: label, length: walk.length, equilibrium: $0, limit: nil)
      }
    case .lost: break
    case .tooLong, .outOfTime: return cut(label, walk.length, end)
    }
    let isSure = !walk.sides.contains { $0.wasTied }
    if let found, isSure || anyEnd { return found }
    guard game.shape[0] + game.shape[1] <= LabelSet.capacity else {
      return found
        ?? .init(
          label: label, length: walk.length, equilibrium: nil,
          limit: "the precision of doubles, \(LabelSet.capacity) strategies for an exact path")
    }
    return exactPath(from: label, limit: min(limit, LemkeHowson.longestExactPath))
  }

  /// The same path in exact arithmetic.
  private mutating func exactPath(from label: Int, limit: Int) -> LemkeHowson.Path {
    let start = [0, 1].map { LexicographicDictionary(BestResponsePolytope(of: $0, in: game)) }
    var walk = ComplementaryPath(start[0], start[1])
    let end = walk.walk(dropping: label, limit: limit) { isOutOfTime }
    guard case .complementary = end else { return cut(label, walk.length, end) }
    guard let equilibrium = equilibrium(at: walk.sides) else {
      preconditionFailure("an exact path ends in an equilibrium")
    }
    return .init(label: label, length: walk.length, equilibrium: equilibrium, limit: nil)
  }

  private func cut<Side>(
    _ label: Int, _ length: Int, _ end: ComplementaryPath<Side>.End
  ) -> LemkeHowson.Path {
    var limit = "\(length) pivots"
    if case .outOfTime = end { limit = deadline.limit }
    return .init(label: label, length: length, equilibrium: nil, limit: limit)
  }

  /// The profile that a pair of bases determines, if it is an equilibrium.
  private mutating func equilibrium(at sides: [some PathDictionary]) -> Equilibrium? {
    let bases = Bases(supports: sides.map(\.support), replies: sides.map(\.replies))
    if let found = known[bases] { return found }
    let strategies = [0, 1].compactMap {
      matrices[$0].mixedStrategy(support: bases.supports[$0], replies: bases.replies[$0])
    }
    let equilibrium =
      strategies.count == 2 ? Equilibrium(verifying: MixedProfile(strategies), in: game) : nil
    known[bases] = .some(equilibrium)
    return equilibrium
  }
}
