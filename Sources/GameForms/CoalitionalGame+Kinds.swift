import Arithmetic

// The kinds of games that are told in fewer words than a worth for each coalition.
extension CoalitionalGame {
  /// What the pairs within a coalition are worth, added up; `base` is what each brings by itself.
  ///
  /// - Source: Deng and Papadimitriou 1994.
  /// - Precondition: `pairs` is square, as large as `alone`; only entries above the diagonal count.
  public init(pairs: [[Rational]], alone: [Rational]) {
    precondition(pairs.allSatisfy { $0.count == alone.count } && pairs.count == alone.count)
    self.init(actors: alone.count) { coalition in
      let members = coalition.members
      return members.enumerated().reduce(.zero) { worth, place in
        members[(place.offset + 1)...].reduce(worth + alone[place.element]) {
          $0 + pairs[place.element][$1]
        }
      }
    }
  }

  /// Worth 1 where the weights of the members reach the quota, 0 elsewhere.
  ///
  /// - Source: von Neumann and Morgenstern 1944, weighted majority games.
  /// - Precondition: the quota is positive, so that nobody is worth nothing.
  public init(weights: [Rational], quota: Rational) {
    precondition(quota.signum > 0, "a quota is positive")
    self.init(actors: weights.count) { Self.total(weights, of: $0) >= quota ? .one : .zero }
  }

  /// What is left of the estate when all others have had their claims, but not less than nothing.
  ///
  /// - Source: O'Neill 1982.
  public init(estate: Rational, claims: [Rational]) {
    self.init(actors: claims.count) { coalition in
      let others = coalition.complement(of: claims.count)
      return max(.zero, estate - Self.total(claims, of: others))
    }
  }

  /// The cost of what the most demanding member needs, as a loss.
  ///
  /// - Source: Littlechild and Owen 1973, the airport game.
  public init(largestCostOf costs: [Rational]) {
    self.init(actors: costs.count) { coalition in
      -coalition.members.reduce(Rational.zero) { max($0, costs[$1]) }
    }
  }

  /// The game in which coalition `S` is worth `worth(S)` more.
  public func adding(_ worth: (Coalition) -> Rational) -> CoalitionalGame {
    CoalitionalGame(actors: actors) { self[$0] + worth($0) }
  }

  /// Whether worths are 0 and 1 only, a coalition of worth 1 keeps it when actors join, and
  /// everyone together is worth 1.
  public var isSimple: Bool {
    (1..<coalitions).allSatisfy { bits in
      let coalition = Coalition(rawValue: bits)
      let worth = self[coalition]
      guard worth.isZero || worth == .one else { return false }
      return worth == .one
        || coalition.members.allSatisfy { self[coalition.subtracting(Coalition(of: $0))].isZero }
    } && self[everyone] == .one
  }
}
