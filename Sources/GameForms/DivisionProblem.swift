import Arithmetic

/// Parcels or issues to be divided among actors, who add up what each is worth to them.
///
/// Numbers only. An actor may care who has what it has not: under relative gains a parcel in
/// another's hand is worth less than nothing.
public struct DivisionProblem: Hashable, Sendable {
  /// `worths[parcel][holder][actor]`: what the actor makes of the parcel in the holder's hand.
  public let worths: [[[Rational]]]
  /// Whether each parcel can be cut; its parts are worth their shares.
  public let divisible: [Bool]
  /// What each actor has if they do not agree.
  public let disagreement: [Rational]

  /// Who has how much of each parcel: `shares[parcel][actor]`, each row adding up to 1.
  public typealias Allocation = [[Rational]]

  /// A problem from its parcels.
  ///
  /// - Precondition: there is a parcel; worths fit the actors; one flag a parcel.
  public init(worths: [[[Rational]]], divisible: [Bool], disagreement: [Rational]) {
    let actors = disagreement.count
    precondition(!worths.isEmpty && actors > 0, "something is divided among someone")
    precondition(
      worths.allSatisfy { $0.count == actors && $0.allSatisfy { $0.count == actors } },
      "a parcel has a worth for each holder and actor")
    precondition(divisible.count == worths.count, "one flag a parcel")
    self.worths = worths
    self.divisible = divisible
    self.disagreement = disagreement
  }

  /// A problem between actors who care only for what they have: `points[actor][parcel]`.
  public init(
    points: [[Rational]], divisible: [Bool]? = nil, disagreement: [Rational]? = nil
  ) {
    let parcels = points[0].indices
    self.init(
      worths: parcels.map { parcel in
        points.indices.map { holder in
          points.indices.map { $0 == holder ? points[$0][parcel] : .zero }
        }
      },
      divisible: divisible ?? parcels.map { _ in true },
      disagreement: disagreement ?? points.map { _ in .zero })
  }

  /// How many actors divide.
  public var actors: Int { disagreement.count }
  /// How many parcels there are.
  public var parcels: Int { worths.count }

  /// What an allocation is worth to each actor.
  public func values(of allocation: Allocation) -> [Rational] {
    var values = disagreement.map { _ in Rational.zero }
    for (parcel, shares) in allocation.enumerated() {
      for (holder, share) in shares.enumerated() where !share.isZero {
        for actor in values.indices { values[actor] += share * worths[parcel][holder][actor] }
      }
    }
    return values
  }

  /// The allocation in which each parcel has one holder.
  public func allocation(holders: [Int]) -> Allocation {
    holders.map { holder in (0..<actors).map { $0 == holder ? .one : .zero } }
  }

  /// What it matters to each of two actors to have a parcel rather than to see the other have it,
  /// as points that add up to 100: `[actor][parcel]`; nil where nothing matters to one of them or
  /// it would rather not have a parcel.
  ///
  /// - Precondition: two actors.
  public var points: [[Rational]]? {
    precondition(actors == 2, "points compare two actors")
    var points: [[Rational]] = []
    for actor in 0..<2 {
      let stakes = worths.map { $0[actor][actor] - $0[1 - actor][actor] }
      let sum = stakes.reduce(.zero, +)
      guard sum.signum > 0, stakes.allSatisfy({ $0.signum >= 0 }) else { return nil }
      points.append(stakes.map { $0 * Rational(100) / sum })
    }
    return points
  }

  /// By how much an actor would rather have another's bundle: what it gains if the two exchange
  /// all they have; not positive where it does not envy.
  public func envy(of actor: Int, towards other: Int, in allocation: Allocation) -> Rational {
    let exchanged = allocation.map { shares in
      var shares = shares
      shares.swapAt(actor, other)
      return shares
    }
    return values(of: exchanged)[actor] - values(of: allocation)[actor]
  }

  /// Whether nobody envies anybody.
  public func isEnvyFree(_ allocation: Allocation) -> Bool {
    (0..<actors).allSatisfy { actor in
      (0..<actors).allSatisfy {
        $0 == actor || envy(of: actor, towards: $0, in: allocation).signum <= 0
      }
    }
  }
}
