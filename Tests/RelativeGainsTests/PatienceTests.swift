import Arithmetic
import GameForms
import RelativeGains
import TestSupport
import Testing

/// What an automaton of a repeated game pays, by solving no equation: `periods` profiles, then
/// `after` for ever, as an average per period.
private func average(
  _ profiles: [Int], then after: Int, of actor: Int, _ game: StrategicGame, _ delta: Rational
) -> Rational {
  var (total, weight) = (Rational.zero, Rational.one)
  for profile in profiles {
    total += (1 - delta) * weight * game.payoff(at: profile, of: actor)
    weight *= delta
  }
  return total + weight * game.payoff(at: after, of: actor)
}

/// Whether no single deviation pays in any phase of penance.
private func isPerfect(
  _ game: StrategicGame, cooperation: Int, punishment: Int, periods: Int, delta: Rational
) -> Bool {
  func penance(_ culprit: Int) -> Int {
    game.deviation(from: punishment, of: culprit, to: game.strategy(of: culprit, at: cooperation))
  }
  let phases =
    [[Int]([])]
    + (0..<game.actors).flatMap { culprit in
      (1...periods).map { Array(repeating: penance(culprit), count: $0) }
    }
  return phases.allSatisfy { phase in
    (0..<game.actors).allSatisfy { actor in
      let now = phase.first ?? cooperation
      let obeying = average(phase, then: cooperation, of: actor, game, delta)
      return (0..<game.shape[actor]).allSatisfy { strategy in
        let deviation = game.deviation(from: now, of: actor, to: strategy)
        guard deviation != now else { return true }
        let path = [deviation] + Array(repeating: penance(actor), count: periods)
        return average(path, then: cooperation, of: actor, game, delta) <= obeying
      }
    }
  }
}

@Suite struct `Penance` {
  private let prisoners = StrategicGame(shape: [2, 2], payoffs: [3, 3, 0, 5, 5, 0, 1, 1])

  @Test func `of one period takes the rational factor`() {
    let found = CriticalDiscountFactor.penance(
      prisoners, cooperation: 0, punishment: 3, periods: 1)
    // (T - R) / (R - S) = 2/3 to cooperate, (P - S) / (R - S) = 1/3 to do penance.
    #expect(found.overall == .from(Rational(2, 3)))
  }

  @Test func `of more periods is held by its own length: the root of 3 delta^k = 1`() throws {
    for periods in 2...12 {
      let root = try #require(
        CriticalDiscountFactor.penance(
          prisoners, cooperation: 0, punishment: 3, periods: periods
        ).overall.enclosure)
      #expect(root.exact == nil && root.upper - root.lower < Rational(1, 1 << 40))
      #expect(root.lower.raised(to: periods) < Rational(1, 3))
      #expect(root.upper.raised(to: periods) > Rational(1, 3))
    }
  }

  @Test func `holds from the factor on and fails just below it, checked phase by phase`() {
    var generator = SplitMix64(seed: 71)
    let step = Rational(1, 1 << 20)
    for shape in [[2, 2], [3, 2], [2, 2, 2]] {
      for _ in 0..<40 {
        let game = StrategicGame.random(shape: shape, payoffs: 0...6, using: &generator)
        let last = game.profiles - 1
        for periods in 1...3 {
          let found = CriticalDiscountFactor.penance(
            game, cooperation: 0, punishment: last, periods: periods
          ).overall
          func holds(_ delta: Rational) -> Bool {
            isPerfect(
              game, cooperation: 0, punishment: last, periods: periods, delta: delta)
          }
          guard let root = found.enclosure else {
            #expect(!holds(1 - step))
            continue
          }
          for delta in [root.upper, (root.upper + 1) / 2, 1 - step]
          where delta < 1 && delta >= root.upper {
            #expect(holds(delta), "\(game.payoffs) \(periods) \(delta)")
          }
          if root.lower > step, root.lower < 1 {
            #expect(!holds(root.lower - step), "\(game.payoffs) \(periods)")
          }
        }
      }
    }
  }
}

@Suite struct `Tit for tat by pairs` {
  @Test func `of two is the formula of two`() {
    let game = StrategicGame(shape: [2, 2], payoffs: [3, 3, 0, 5, 5, 0, 1, 1])
    #expect(
      CriticalDiscountFactor.titForTat(game, cooperation: 0, punishment: 3).overall
        == .from(Rational(2, 3)))
  }

  @Test func `of many takes the hardest pair`() {
    // A club good of three at cost 1 and return m a head: in a pair T = 2m, R = 3m - 1, P = m,
    // S = 2m - 1, so that both conditions are (1 - m) / m.
    let m = Rational(3, 5)
    let payoffs = (0..<8).flatMap { profile -> [Rational] in
      let givers = (0..<3).filter { profile >> (2 - $0) & 1 == 0 }
      return (0..<3).map { actor in
        m * Rational(givers.count) - (givers.contains(actor) ? 1 : 0)
      }
    }
    let game = StrategicGame(shape: [2, 2, 2], payoffs: payoffs)
    let found = CriticalDiscountFactor.titForTat(game, cooperation: 0, punishment: 7)
    #expect(found.actors == Array(repeating: .from(Rational(2, 3)), count: 3))
  }
}
