public import Arithmetic
import Equilibria
import GameForms

/// All equilibria of a game of two actors followed along a parameter, for payoffs that are affine in
/// it, or piecewise affine.
///
/// For each pair of supports of one size the strategies that leave the other side indifferent are
/// ratios of polynomials in the parameter (Cramer's rule); the pair is an equilibrium where they are
/// positive and no other strategy does better, between roots of polynomials that are isolated by
/// Sturm's theorem. Between any two events all equilibria of the game at a rational point are
/// enumerated as well: where there are others than the branches, ties last, and the map says so.
/// Ours.
public enum EquilibriumBranches {
  /// The most pairs of supports.
  public static let mostPairs = 3_500

  /// How many pairs of supports of one size there are.
  public static func pairs(shape: [Int]) -> Double {
    // The sum of C(m, k) C(n, k) is C(m + n, m).
    var count = 1.0
    for k in 0..<shape[0] { count *= Double(shape[1] + k + 1) / Double(k + 1) }
    return count - 1
  }

  /// The map over the closed range from `lower` to `upper`.
  ///
  /// - Parameters:
  ///   - shape: strategies of both actors.
  ///   - affine: the payoffs, laid out as in `StrategicGame.payoffs`, on an open interval of the
  ///     parameter.
  /// - Throws: what the closure throws, `QuantityError.notAffine` among it.
  /// - Precondition: two actors, at most ``mostPairs`` pairs, `lower` below `upper`.
  public static func solve(
    shape: [Int], from lower: Rational, to upper: Rational,
    affine: (AffineForm) throws -> [AffineForm]
  ) throws -> BranchMap {
    precondition(shape.count == 2 && pairs(shape: shape) <= Double(mostPairs))
    var branches: [EquilibriumBranch] = []
    let pieces = try PureThresholds.pieces(from: lower, to: upper, affine)
      .sorted { $0.interval.lower < $1.interval.lower }
    let supports = shape.map(Self.supports)
    for (interval, payoffs) in pieces {
      let matrices = (0..<2).map { actor in
        (0..<shape[0]).map { row in
          (0..<shape[1]).map { column in
            let form = payoffs[2 * (row * shape[1] + column) + actor]
            return Polynomial([form.intercept, form.slope])
          }
        }
      }
      for rows in supports[0] {
        for columns in supports[1] where columns.count == rows.count {
          branches += BranchFollowing(
            payoffs: matrices, supports: [rows, columns], from: interval.lower, to: interval.upper
          ).branches()
        }
      }
    }
    branches.sort { a, b in
      a.from != b.from
        ? a.from < b.from
        : a.supports[0] != b.supports[0]
          ? a.supports[0].lexicographicallyPrecedes(b.supports[0])
          : a.supports[1].lexicographicallyPrecedes(b.supports[1])
    }
    let ends = [AlgebraicNumber(lower), AlgebraicNumber(upper)]
    let events = Self.events(branches, inside: ends)
    return BranchMap(
      branches: branches, events: events,
      degenerate: try degenerate(shape, branches, [ends[0]] + events.map(\.at) + [ends[1]]) {
        value in
        guard let piece = pieces.first(where: { $0.interval.upper >= value }) else { return [] }
        return piece.payoffs.map { $0.value(at: value) }
      })
  }

  /// All nonempty sets of strategies, small ones first.
  private static func supports(_ count: Int) -> [[Int]] {
    (1..<(1 << count)).map { mask in (0..<count).filter { mask & 1 << $0 != 0 } }
      .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  private static func events(
    _ branches: [EquilibriumBranch], inside ends: [AlgebraicNumber]
  ) -> [BranchEvent] {
    var places: [AlgebraicNumber] = []
    for place in branches.flatMap({ [$0.from, $0.to] }).sorted()
    where ends[0] < place && place < ends[1] && places.last != place {
      places.append(place)
    }
    return places.map { place in
      BranchEvent(
        at: place, ending: branches.indices.filter { branches[$0].to == place },
        beginning: branches.indices.filter { branches[$0].from == place })
    }
  }

  /// The stretches in which an enumeration of all equilibria finds more than the branches.
  private static func degenerate(
    _ shape: [Int], _ branches: [EquilibriumBranch], _ places: [AlgebraicNumber],
    _ payoffs: (Rational) -> [Rational]
  ) throws -> [BranchMap.Stretch] {
    try zip(places, places.dropFirst()).compactMap { low, high in
      let middle = AlgebraicNumber.between(low, high)
      let here = AlgebraicNumber(middle)
      let followed = branches.filter { $0.from < here && here < $0.to }
        .map { $0.profile(at: middle, shape: shape) }
      let game = StrategicGame(shape: shape, payoffs: payoffs(middle))
      let found = try EquilibriumEnumeration(seconds: 60).solve(game).extreme
        .map(\.profile.probabilities)
      precondition(
        followed.allSatisfy { Equilibrium(verifying: MixedProfile($0), in: game) != nil },
        "a branch is no equilibrium")
      return Set(followed) == Set(found) ? nil : BranchMap.Stretch(from: low, to: high)
    }
  }
}
