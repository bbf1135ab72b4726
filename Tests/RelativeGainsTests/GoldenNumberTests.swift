import Arithmetic
import Equilibria
import GameForms
import RelativeGains
import TestSupport
import Testing

/// A symmetric game; the first strategy is to cooperate.
private func symmetric(_ r: Int, _ s: Int, _ t: Int, _ p: Int) -> StrategicGame {
  StrategicGame(
    rows: [[Rational(r), Rational(s)], [Rational(t), Rational(p)]],
    columns: [[Rational(r), Rational(t)], [Rational(s), Rational(p)]])
}

private func pair(_ weight: Rational) -> [[Rational]] { [[0, weight], [weight, 0]] }

private func grim(_ game: StrategicGame) -> Rational? {
  CriticalDiscountFactor.grim(game, cooperation: 0, punishment: 3).overall.factor
}

private let dilemma = symmetric(3, 1, 4, 2)
private let stagHunt = symmetric(4, 1, 3, 2)
private let chicken = symmetric(3, 2, 4, 1)
private let harmony = symmetric(4, 2, 3, 1)
private let deadlock = symmetric(2, 1, 4, 3)
private let battle = StrategicGame(rows: [[2, 0], [0, 1]], columns: [[1, 0], [0, 2]])
private let half = Rational(1, 2)
private let third = Rational(1, 3)

/// The map of pure equilibria of a game along Snidal's weight or another coefficient.
private func thresholds(
  _ game: StrategicGame, from lower: Rational = 0, to upper: Rational = 1,
  _ rule: @escaping ([[AffineForm]]) -> RelativeGains<AffineForm>,
  _ exact: @escaping ([[Rational]]) -> RelativeGains<Rational>
) throws -> ThresholdMap {
  try PureThresholds.solve(
    shape: game.shape, from: lower, to: upper,
    affine: { parameter in
      let zero = AffineForm(.zero)
      let applied = rule([[zero, parameter], [parameter, zero]])
      return try (0..<game.profiles).flatMap { profile in
        try applied.utilities(of: (0..<2).map { AffineForm(game.payoff(at: profile, of: $0)) })
      }
    },
    exact: { try exact(pair($0)).applied(to: game).payoffs })
}

@Suite struct `Golden numbers of relative gains` {
  @Test(
    arguments: zip(
      [Rational(0), Rational(1, 4), Rational(1, 2), Rational(3, 4), Rational(1)],
      [Rational(1, 2), Rational(2, 3), Rational(4, 5), Rational(10, 11), Rational(1)]))
  func `A1: grim trigger in the prisoner's dilemma`(r: Rational, delta: Rational) throws {
    let game = try RelativeGains.snidal(pair(r)).applied(to: dilemma)
    #expect(grim(game) == delta)
  }

  @Test(
    arguments: zip(
      [Rational(1, 2), Rational(1), Rational(2)], [Rational(5, 7), Rational(4, 5), Rational(7, 8)]))
  func `A2: the same in Grieco's form`(k: Rational, delta: Rational) throws {
    let game = try RelativeGains.grieco(pair(k)).applied(to: dilemma)
    #expect(grim(game) == delta)
  }

  @Test(
    arguments: zip(
      [2, 3, 4, 5], [Rational(1), Rational(4, 5), Rational(5, 7), Rational(2, 3)]))
  func `A3: more states dilute relative gains in bilateral deals`(n: Int, delta: Rational) throws {
    let weight = BilateralDeal(weight: 1, states: n).weight
    #expect(grim(try RelativeGains.snidal(pair(weight)).applied(to: dilemma)) == delta)
  }

  @Test func `A3: five states, half the weight`() throws {
    let weight = BilateralDeal(weight: half, states: 5).weight
    #expect(grim(try RelativeGains.snidal(pair(weight)).applied(to: dilemma)) == Rational(10, 17))
  }

  @Test(
    arguments: zip(
      [Rational(0), Rational(1, 4), Rational(1, 2)],
      [
        [Rational(1, 2), Rational(2, 3)], [Rational(11, 17), Rational(11, 14)],
        [Rational(7, 9), Rational(7, 8)],
      ]))
  func `A4: grim trigger and tit for tat at 5, 3, 1, 0`(r: Rational, deltas: [Rational]) throws {
    let game = try RelativeGains.snidal(pair(r)).applied(to: symmetric(3, 0, 5, 1))
    #expect(grim(game) == deltas[0])
    let titForTat = CriticalDiscountFactor.titForTat(game, cooperation: 0, punishment: 3)
    #expect(titForTat.overall == .from(deltas[1]))
  }

  @Test(
    arguments: zip(
      [stagHunt, chicken, harmony], [Rational(1, 3), Rational(1, 3), Rational(1, 2)]))
  func `A5: games that become a prisoner's dilemma`(game: StrategicGame, at: Rational) throws {
    let map = try thresholds(game, { .snidal($0) }, { .snidal($0) })
    #expect(map.points.map(\.at) == [at])
    #expect(map.regions.last?.equilibria == [3])
    let before = try RelativeGains.snidal(pair(at - Rational(1, 100))).applied(to: game)
    let after = try RelativeGains.snidal(pair(at + Rational(1, 100))).applied(to: game)
    #expect(GameClass.of(before)?.kind != .prisonersDilemma)
    #expect(GameClass.of(after)?.kind == .prisonersDilemma)
  }

  @Test(arguments: [(dilemma, GameClass.prisonersDilemma), (deadlock, .deadlock)])
  func `A5: games that never change`(game: StrategicGame, kind: GameClass) throws {
    let map = try thresholds(game, { .snidal($0) }, { .snidal($0) })
    #expect(map.points.isEmpty)
    #expect(map.regions.count == 1)
    for r in 0..<20 {
      let applied = try RelativeGains.snidal(pair(Rational(r, 20))).applied(to: game)
      #expect(GameClass.of(applied)?.kind == kind)
    }
  }

  @Test func `A6: at full weight two actors play a zero-sum game`() throws {
    for game in [dilemma, stagHunt, chicken, harmony, battle] {
      let applied = try RelativeGains.snidal(pair(1)).applied(to: game)
      for profile in 0..<4 {
        #expect((applied.payoff(at: profile, of: 0) + applied.payoff(at: profile, of: 1)).isZero)
      }
      #expect(GameClass.of(applied).map { $0.kind != .other } == true)
    }
    for r in [Rational(0), Rational(1, 4), Rational(2, 3)] {
      let applied = try RelativeGains.snidal(pair(r)).applied(to: dilemma)
      #expect(applied.payoff(at: 0, of: 0) - applied.payoff(at: 3, of: 0) == 1 - r)
    }
  }

  @Test(arguments: zip([Rational(0), Rational(1, 5)], [Rational(1, 2), Rational(1, 4)]))
  func `A7: chicken, mixed equilibrium`(r: Rational, cooperate: Rational) throws {
    let game = try RelativeGains.snidal(pair(r)).applied(to: chicken)
    let mixed = try EquilibriumEnumeration().solve(game).extreme.filter { $0.profile.pure == nil }
    #expect(
      mixed.map(\.profile.probabilities) == [
        [[cooperate, 1 - cooperate], [cooperate, 1 - cooperate]]
      ])
  }

  @Test(arguments: zip([Rational(0), Rational(1, 5)], [Rational(1, 2), Rational(3, 4)]))
  func `A8: stag hunt, the trust it takes`(r: Rational, trust: Rational) throws {
    let game = try RelativeGains.snidal(pair(r)).applied(to: stagHunt)
    let mixed = try EquilibriumEnumeration().solve(game).extreme.filter { $0.profile.pure == nil }
    #expect(mixed.map(\.profile.probabilities) == [[[trust, 1 - trust], [trust, 1 - trust]]])
  }

  @Test func `A7 and A8: at a third the mixed equilibrium reaches the edge`() throws {
    let hunt = try RelativeGains.snidal(pair(third)).applied(to: stagHunt)
    let equilibria = try EquilibriumEnumeration().solve(hunt).extreme
    #expect(equilibria.allSatisfy { $0.profile.pure != nil })
    #expect(GameClass.of(hunt)?.kind == .boundary)
  }

  @Test func `A9: battle of the sexes`() throws {
    let map = try thresholds(battle, { .snidal($0) }, { .snidal($0) })
    #expect(map.points.map(\.at) == [half])
    #expect(map.regions.map(\.equilibria) == [[0, 3], [1]])
    let beyond = try RelativeGains.snidal(pair(Rational(51, 100))).applied(to: battle)
    #expect(IteratedDominance(.strict, by: .pure).solve(beyond).remaining == [[0], [1]])
  }

  @Test func `A10: allies cooperate once from a weight of one half`() throws {
    let map = try thresholds(dilemma, { .ally($0) }, { .ally($0) })
    #expect(map.points.map(\.at) == [half])
    #expect(map.points.first?.equilibria.contains(0) == true)
    #expect(map.regions.first?.equilibria == [3])
    #expect(map.regions.last?.equilibria == [0])
  }

  @Test(arguments: zip([Rational(0), half], [Rational(1, 3), Rational(3, 5)]))
  func `A11: a linear club good of four`(r: Rational, delta: Rational) throws {
    let gains = (0..<16).flatMap { profile in
      let contributes = (0..<4).map { (profile >> (3 - $0)) & 1 == 0 }
      let benefit = Rational(contributes.filter { $0 }.count, 2)
      return contributes.map { benefit - ($0 ? .one : .zero) }
    }
    let club = StrategicGame(shape: [2, 2, 2, 2], payoffs: gains)
    let weights = Array(repeating: Array(repeating: r / 3, count: 4), count: 4)
    let applied = try RelativeGains.snidal(weights).applied(to: club)
    let factor = CriticalDiscountFactor.grim(applied, cooperation: 0, punishment: 15)
    #expect(factor.overall == .from(delta))
  }

  @Test func `A12: the largest ratio an actor takes`() {
    #expect(BilateralDeal(weight: half).largestRatio == 2)
    #expect(BilateralDeal(weight: half, states: 3).largestRatio == 4)
    #expect(BilateralDeal(weight: half).accepts(own: 1, other: 2))
    #expect(!BilateralDeal(weight: half).accepts(own: 1, other: Rational(201, 100)))
    #expect(BilateralDeal(weight: 0).largestRatio == nil)
  }

  @Test func `A13: the transfer that makes a deal acceptable`() {
    let deal = BilateralDeal(weight: half)
    #expect(deal.leastTransfer(own: 1, other: 3) == third)
    #expect(deal.accepts(own: 1 + third, other: 3 - third))
    #expect(deal.leastTransfer(own: 2, other: 3) == .zero)
  }
}
