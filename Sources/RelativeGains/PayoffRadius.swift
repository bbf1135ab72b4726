public import Arithmetic
import Equilibria
public import GameForms

/// By how much every payoff may be wrong at once before something can cease to hold.
public struct PayoffRadius: Hashable, Sendable {
  /// The largest error of each absolute gain that changes nothing: nil where no error does.
  public let radius: Rational?
  /// The actor whose choice tips first.
  public let actor: Int?
  /// The profile that it leaves, then the one it turns to.
  public let turns: [Int]

  /// How far the profile's being an equilibrium, or its being none, stands from the opposite.
  ///
  /// If every gain is off by at most `t`, the difference of two utilities of an actor is off by at
  /// most `2 t s`, where `s` adds up what the rule makes of one unit of each gain; both extremes are
  /// reached together. An equilibrium stays one while no temptation can reach zero, and another
  /// profile stays none while its largest temptation cannot. Ours.
  ///
  /// - Parameters:
  ///   - profile: the profile's index.
  ///   - utilities: the game after the rule.
  ///   - slopes: ``RelativeGains/slopes(actors:)`` of the rule.
  public init(of profile: Int, in utilities: StrategicGame, slopes: [Rational]) {
    let isEquilibrium = utilities.isPureEquilibrium(profile)
    var nearest: (radius: Rational, actor: Int, turns: [Int])?
    for actor in 0..<utilities.actors {
      for strategy in 0..<utilities.shape[actor]
      where strategy != utilities.strategy(of: actor, at: profile) {
        let other = utilities.deviation(from: profile, of: actor, to: strategy)
        let gain =
          utilities.payoff(at: other, of: actor) - utilities.payoff(at: profile, of: actor)
        guard isEquilibrium || gain.signum > 0 else { continue }
        let radius = (isEquilibrium ? -gain : gain) / (Rational(2) * slopes[actor])
        // The first temptation ends an equilibrium; only the last to go makes one.
        if nearest.map({ isEquilibrium ? radius < $0.radius : radius > $0.radius }) ?? true {
          nearest = (radius, actor, [profile, other])
        }
      }
    }
    radius = nearest?.radius
    actor = nearest?.actor
    turns = nearest?.turns ?? []
  }
}

extension RelativeGains where Number == Rational {
  /// For each actor the sum of what its utility changes by, at most, with a unit of each actor's
  /// gain; nil for rules under which that has no bound.
  public func slopes(actors: Int) -> [Rational]? {
    func sums(_ matrix: [[Rational]], _ sum: ([Rational]) -> Rational) -> [Rational] {
      (0..<actors).map { actor in
        sum((0..<actors).filter { $0 != actor }.map { matrix[actor][$0] })
      }
    }
    func total(_ row: [Rational]) -> Rational { row.reduce(.zero, +) }
    func size(_ row: [Rational]) -> Rational { row.reduce(.zero) { $0 + $1.magnitude } }
    return switch self {
    case .none: Array(repeating: .one, count: actors)
    case .grieco(let k): sums(k) { (Rational.one + total($0)).magnitude + size($0) }
    case .snidal(let w): sums(w) { .one + size($0) }
    case .ally(let e): sums(e) { .one + size($0) }
    // Behind, the gap counts; ahead, nothing: the steeper side bounds both.
    case .lead(let k): sums(k) { .one + Rational(2) * size($0) }
    case .convex, .power: nil
    }
  }
}
