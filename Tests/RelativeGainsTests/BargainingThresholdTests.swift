import Arithmetic
import Cooperation
import RelativeGains
import TestSupport
import Testing

private let half = Rational(1, 2)

@Suite struct `A pie under relative gains` {
  @Test(arguments: [
    (Rational(0), Rational(1)), (Rational(1, 4), Rational(3, 5)), (half, Rational(1, 3)),
    (Rational(1), Rational(0)),
  ])
  func `leaves an acceptable range (1 - r) / (1 + r) wide`(_ r: Rational, _ width: Rational) throws
  {
    let range = try #require(try PieDivision(weights: [r, r]).acceptableRange)
    #expect(range.upperBound - range.lowerBound == width)
    #expect(range.lowerBound == r / (1 + r))
  }

  @Test func `leaves a range exactly while the product of the weights is at most 1`() throws {
    #expect(try PieDivision(weights: [2, half]).acceptableRange != nil)
    #expect(try PieDivision(weights: [2, Rational(51, 100)]).acceptableRange == nil)
  }

  @Test(arguments: [
    ([half, Rational(0)], Rational(2, 3)), ([half, Rational(1, 4)], Rational(17, 30)),
  ])
  func `gives the more envious the larger Nash share`(
    _ weights: [Rational], _ share: Rational
  ) throws {
    #expect(try PieDivision(weights: weights).part(by: .nash) == share)
  }

  @Test func `is shared by alternating offers`() throws {
    let offers = try AlternatingOffers(discounts: [Rational(9, 10), Rational(9, 10)])
    #expect(try PieDivision(weights: [0, 0]).part(by: offers) == Rational(10, 19))
    #expect(try PieDivision(weights: [half, half]).part(by: offers) == Rational(29, 57))
  }

  @Test func `is shared by Nash above the disagreement point`() throws {
    let pie = try PieDivision(
      weights: [0, 0], disagreement: [Rational(1, 5), Rational(1, 10)])
    #expect(try pie.part(by: .nash) == Rational(11, 20))
  }

  @Test func `has the war range of Fearon`() throws {
    let war = try PieDivision.war(
      winning: Rational(3, 5), costs: [Rational(1, 10), Rational(3, 20)])
    #expect(war.acceptableRange == half...Rational(3, 4))
    #expect(try war.part(by: .nash) == Rational(5, 8))
  }

  @Test func `has a zone while ratifiers at home leave one`() throws {
    let zone = try PieDivision(
      weights: [half, half], floors: [Rational(3, 5), Rational(3, 10)])
    #expect(zone.acceptableRange == Rational(3, 5)...Rational(2, 3))
    let none = try PieDivision(
      weights: [half, half], floors: [Rational(3, 5), Rational(9, 20)])
    #expect(none.acceptableRange == nil)
    #expect(throws: BargainingError.noAgreement) { try none.part(by: .nash) }
  }

  @Test func `gives a claimant half the difference of the costs of conflict`() throws {
    let islands = try PieDivision.possession(
      claimantCost: Rational(1, 10), holderCost: Rational(3, 10))
    #expect(try islands.part(by: .nash) == Rational(1, 10))
  }

  @Test func `is refused under a rule that is not linear`() {
    #expect(throws: QuantityError.notAffine) {
      try PieDivision(rule: .lead([[0, 1], [1, 0]]))
    }
  }

  @Test(arguments: [
    (Rational(0), Rational(5, 7)), (half, Rational(2, 3)), (Rational(1), Rational(3, 5)),
    (Rational(3, 2), half),
  ])
  func `asks less patience the dearer it is to turn a lead into force`(
    _ cost: Rational, _ delta: Rational
  ) {
    #expect(LeadConversion.criticalDiscount(stakes: 2, capabilities: 4, cost: cost) == delta)
  }
}

@Suite struct `Thresholds of the zone of agreement` {
  @Test func `are where r reaches the ratio of gains`() throws {
    // Deals (own, other) = (1, 2) and (1, 4) of the first actor, at weight r for both.
    let deals: [[Rational]] = [[1, 2], [1, 4]]
    func margins<N: Quantity>(_ r: N) throws -> [[N]] {
      try deals.map { deal in
        let rule = RelativeGains<N>.snidal([[N(0), r], [r, N(0)]])
        return try rule.utilities(of: deal.map { N($0) })
      }
    }
    let map = try ZoneThresholds.solve(from: 0, to: 1, affine: margins, exact: margins)
    #expect(map.points.map(\.at) == [Rational(1, 4), half])
    #expect(map.points.map(\.accepted) == [[0, 1], [0]])
    #expect(map.regions.map(\.accepted) == [[0, 1], [0], []])
  }

  @Test func `follow a rule that is affine in parts`() throws {
    func margins<N: Quantity>(_ k: N) throws -> [[N]] {
      try [RelativeGains<N>.lead([[N(0), k], [k, N(0)]]).utilities(of: [N(1), N(3)])]
    }
    let map = try ZoneThresholds.solve(from: 0, to: 2, affine: margins, exact: margins)
    #expect(map.points.map(\.at) == [half])
    #expect(map.points.map(\.accepted) == [[0]])
    #expect(map.regions.map(\.accepted) == [[0], []])
  }
}

@Suite struct `Side payments` {
  @Test func `turn a refusal at the least cost`() throws {
    let rule = RelativeGains<Rational>.snidal([[0, half], [half, 0]])
    let payments = try #require(
      try SidePayments.least(gains: [1, 3], floors: [0, 0], rule: rule))
    #expect(payments.map(\.amount) == [Rational(1, 3)])
    #expect(payments.map(\.from) == [1] && payments.map(\.to) == [0])
  }

  @Test func `are not needed where nobody refuses`() throws {
    #expect(try SidePayments.least(gains: [1, 3], floors: [0, 0], rule: .none) == [])
  }

  @Test func `do not exist where envy exceeds what there is`() throws {
    let rule = RelativeGains<Rational>.snidal([[0, 2], [2, 0]])
    #expect(try SidePayments.least(gains: [1, 3], floors: [0, 0], rule: rule) == nil)
  }

  @Test func `make everyone accept, on random outcomes`() throws {
    var generator = SplitMix64(seed: 99)
    var turned = 0
    for _ in 0..<1_000 {
      let actors = Int.random(in: 2...4, using: &generator)
      let gains = (0..<actors).map { _ in Rational(Int.random(in: -3...9, using: &generator)) }
      let rule = RelativeGains<Rational>.grieco(
        (0..<actors).map { _ in
          (0..<actors).map { _ in Rational(Int.random(in: 0...2, using: &generator), 4) }
        })
      let floors = Array(repeating: Rational.zero, count: actors)
      guard let payments = try SidePayments.least(gains: gains, floors: floors, rule: rule) else {
        continue
      }
      var after = gains
      for payment in payments {
        after[payment.from] -= payment.amount
        after[payment.to] += payment.amount
      }
      #expect(try rule.utilities(of: after).allSatisfy { $0.signum >= 0 })
      if !payments.isEmpty { turned += 1 }
    }
    #expect(turned > 100)
  }
}
