import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@testable import RelativeGains

@Suite struct `The error of payoffs that changes nothing` {
  /// The gains moved by `size` against, or for, the profile's being an equilibrium.
  private func moved(
    _ gains: StrategicGame, _ profile: Int, _ other: Int, _ actor: Int,
    by size: Rational, _ rule: RelativeGains<Rational>
  ) throws -> StrategicGame {
    var payoffs = gains.payoffs
    // Each gain goes where it widens the difference of the two utilities most.
    for (index, sign) in [(other, 1), (profile, -1)] {
      for moving in 0..<gains.actors {
        var unit = Array(repeating: Rational.zero, count: gains.actors)
        unit[moving] = .one
        let slope = try rule.utilities(of: unit)[actor]
        payoffs[index * gains.actors + moving] += size * Rational(sign * slope.signum)
      }
    }
    return try rule.applied(to: StrategicGame(shape: gains.shape, payoffs: payoffs))
  }

  @Test(arguments: [[2, 2], [3, 2], [2, 2, 2]])
  func `is exact: a little more ends an equilibrium`(shape: [Int]) throws {
    var generator = SplitMix64(seed: 5)
    let third = Rational(1, 3)
    let row = Array(repeating: third, count: shape.count)
    let matrix = Array(repeating: row, count: shape.count)
    for rule in [RelativeGains<Rational>.none, .grieco(matrix), .snidal(matrix), .ally(matrix)] {
      let slopes = try #require(rule.slopes(actors: shape.count))
      for _ in 0..<40 {
        let gains = StrategicGame.random(shape: shape, payoffs: -9...9, using: &generator)
        let utilities = try rule.applied(to: gains)
        for profile in PureEquilibria.solve(utilities) {
          let found = PayoffRadius(of: profile, in: utilities, slopes: slopes)
          let (size, actor) = try (#require(found.radius), #require(found.actor))
          let other = found.turns[1]
          #expect(
            try moved(gains, profile, other, actor, by: size, rule).isPureEquilibrium(profile))
          let more = size + Rational(1, 1000)
          #expect(
            try !moved(gains, profile, other, actor, by: more, rule).isPureEquilibrium(profile))
        }
      }
    }
  }

  @Test func `of a profile that is none is what makes it one`() {
    // Both are tempted, by 1 and by 3: only when both errors reach 3/2 is nobody.
    let game = StrategicGame(shape: [2, 2], payoffs: [0, 0, 5, 3, 1, 5, 2, 2])
    let found = PayoffRadius(of: 0, in: game, slopes: [1, 1])
    #expect(found.radius == Rational(3, 2))
    #expect(found.actor == 1)
    #expect(found.turns == [0, 1])
  }

  @Test func `has no bound where a gap counts by its square`() {
    #expect(RelativeGains<Rational>.convex([[0, 1], [1, 0]]).slopes(actors: 2) == nil)
  }
}
