import Arithmetic
import GameForms

extension Nucleolus {
  /// A division and what proves that it is the nucleolus, or the prenucleolus.
  ///
  /// At each level a balanced collection of coalitions shows that no division, of those that do as
  /// well on the levels above, makes the largest complaint smaller: where one member of the
  /// collection gains another loses.
  ///
  /// - Source: Kohlberg 1971; Sobolev 1975 for the prenucleolus.
  public struct Certificate: Sendable {
    /// Among which divisions it was looked for.
    public let domain: Domain
    /// What each actor has.
    public let division: [Rational]
    /// The complaints from the largest down, each with its proof.
    public let levels: [Level]

    /// Whether the certificate holds, computed anew from the game alone.
    public func proves(_ game: CoalitionalGame) -> Bool {
      check(game, as: Int.self) ?? check(game, as: Int128.self)
        ?? check(game, as: Rational.self) ?? false
    }

    /// The check in one kind of number; nil if its numbers do not fit.
    private func check<Number: ExactNumber>(_ game: CoalitionalGame, as: Number.Type) -> Bool? {
      guard division.count == game.actors,
        division.reduce(.zero, +) == game[game.everyone],
        domain == .all || zip(division, game.alone).allSatisfy({ $0 >= $1 })
      else { return false }
      guard let excesses = Excesses<Number>(game, division, levels: levels.map(\.excess)) else {
        return nil
      }
      var span = Span(width: game.actors)
      span.insert([WeightedCoalition(game.everyone, .one)].members(of: game.actors))
      var open = Array(1..<(game.coalitions - 1))
      for (level, excess) in zip(levels, excesses.levels) {
        guard level.isBalanced(within: span),
          level.coalitions.allSatisfy({ excesses[$0.coalition.rawValue] == excess }),
          level.floors.allSatisfy({
            domain == .imputations && division[$0.actor] == game[Coalition(of: $0.actor)]
          }),
          open.allSatisfy({ excesses[$0] <= excess })
        else { return false }
        for bits in level.settles {
          span.insert(
            [WeightedCoalition(Coalition(rawValue: bits), .one)].members(of: game.actors))
        }
        guard let outside = Self.outside(span, of: open, as: Number.self) else { return nil }
        open = outside
      }
      return span.rank == game.actors
    }

    /// Those of the coalitions that are not in the space.
    private static func outside<Number: ExactNumber>(
      _ span: Span, of open: [Int], as: Number.Type
    ) -> [Int]? {
      var inside = open
      var outside: [Int] = []
      for normal in span.complement {
        guard let (entries, _) = Number.together(normal, over: 1) else { return nil }
        let sums = HalfSums(entries)
        outside += inside.filter { sums[$0] != .zero }
        inside = inside.filter { sums[$0] == .zero }
      }
      return outside
    }
  }
}

extension Nucleolus.Level {
  /// Whether the weights are positive, those of coalitions add up to 1, and the weighted sum of
  /// members lies in `span`.
  fileprivate func isBalanced(within span: Span) -> Bool {
    let held = coalitions + floors.map { WeightedCoalition(Coalition(of: $0.actor), $0.weight) }
    return held.allSatisfy { $0.weight.signum > 0 }
      && coalitions.reduce(.zero) { $0 + $1.weight } == .one
      && span.contains(held.members(of: span.width))
  }
}
