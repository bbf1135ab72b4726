import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

private let pie = BargainingProblem(utilities: [[1, 0], [0, 1]], disagreement: [0, 0])

@Suite struct `Alternating offers` {
  @Test(arguments: [
    (Rational(9, 10), Rational(9, 10), Rational(10, 19)),
    (Rational(9, 10), Rational(4, 5), Rational(5, 7)),
    (Rational(0), Rational(1, 2), Rational(1, 2)),
    (Rational(1, 2), Rational(0), Rational(1)),
  ])
  func `give the first proposer (1 - d2) / (1 - d1 d2) of a pie`(
    _ first: Rational, _ second: Rational, _ share: Rational
  ) throws {
    let offers = try AlternatingOffers(discounts: [first, second])
    let answer = try offers.solve(AgreementSet(pie, space: .lotteries))
    #expect(answer.proposals[0].utilities == [share, 1 - share])
    #expect(answer.thresholds[1] == 1 - share)
  }

  @Test func `take up an outside option only where it beats waiting`() throws {
    let offers = try AlternatingOffers(discounts: [Rational(9, 10), Rational(9, 10)])
    func share(_ outside: Rational) throws -> Rational {
      let problem = BargainingProblem(
        utilities: pie.utilities, disagreement: [0, 0], outsideOptions: [nil, outside])
      let set = try AgreementSet(problem, space: .lotteries)
      return try offers.solve(set, outsideOptions: problem.outsideOptions).proposals[0]
        .utilities[1]
    }
    #expect(try share(Rational(1, 5)) == Rational(9, 19))
    #expect(try share(Rational(3, 5)) == Rational(3, 5))
  }

  @Test func `count a risk of breakdown as impatience`() throws {
    let risk = try AlternatingOffers(discounts: [1, 1], breakdown: Rational(1, 10))
    let answer = try risk.solve(AgreementSet(pie, space: .lotteries))
    #expect(answer.proposals[0].utilities[0] == Rational(10, 19))
    let better = try AlternatingOffers(
      discounts: [1, 1], breakdown: Rational(1, 10), afterBreakdown: [Rational(1, 2), 0])
    let moved = try better.solve(AgreementSet(pie, space: .lotteries))
    #expect(moved.proposals[0].utilities[0] > Rational(10, 19))
  }

  @Test func `hold a proposer to an end of the frontier`() throws {
    // The second actor has more than by waiting wherever the first is at its best.
    let problem = BargainingProblem(utilities: [[3, 2], [2, 3]], disagreement: [0, 0])
    let offers = try AlternatingOffers(discounts: [Rational(1, 10), Rational(1, 10)])
    let answer = try offers.solve(AgreementSet(problem, space: .lotteries))
    #expect(answer.proposals.map(\.utilities) == [[3, 2], [2, 3]])
  }

  @Test func `are refused where nothing hurries anyone`() {
    #expect(throws: BargainingError.self) { try AlternatingOffers(discounts: [1, 1]) }
    #expect(throws: BargainingError.self) { try AlternatingOffers(discounts: [2, 0]) }
  }

  @Test func `hold each responder to waiting on random frontiers, and approach Nash`() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let problem = BargainingProblem.random(actors: 2, outcomes: 6, using: &generator)
      let set = try AgreementSet(problem, space: .lotteries)
      guard !set.isEmpty else { continue }
      let delta = Rational(Int.random(in: 1...9, using: &generator), 10)
      let offers = try AlternatingOffers(discounts: [delta, Rational(1, 2)])
      let answer = try offers.solve(set)
      let first = set.gains(answer.proposals[0])
      let second = set.gains(answer.proposals[1])
      #expect(second[0] >= delta * first[0])
      #expect(first[1] >= Rational(1, 2) * second[1])
      #expect(second[0] == delta * first[0] || answer.proposals[1] == set.agreements.last)
      #expect(first[1] == Rational(1, 2) * second[1] || answer.proposals[0] == set.agreements[0])

      let patient = try AlternatingOffers(discounts: [Rational(9999, 10000), Rational(9999, 10000)])
      let limit = try patient.solve(set).proposals[0]
      let nash = try NashBargaining.solve(set).agreement
      for (a, b) in zip(limit.utilities, nash.utilities) { #expect(abs((a - b).double) < 0.02) }
    }
  }
}

@Suite struct `A war of attrition` {
  @Test func `makes each give way just so often that the other is indifferent`() throws {
    let war = try WarOfAttrition(winning: [4, 2], losing: [0, 0], costs: [1, 1])
    let mixed = war.mixed
    // p_i W_j = (1 - p_i) c_j
    #expect(mixed.concession == [Rational(1, 3), Rational(1, 5)])
    #expect(mixed.delay == Rational(8, 7))
    #expect(mixed.loses.reduce(mixed.together, +) == 1)
    #expect(war.values(givingWay: 0) == [0, 2])
  }

  @Test func `makes the one with the lower stake hold out longer`() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let prizes = (0..<2).map { _ in Rational(Int.random(in: 1...9, using: &generator)) }
      let mixed = try WarOfAttrition(winning: prizes, losing: [0, 0], costs: [1, 1]).mixed
      #expect((prizes[0] < prizes[1]) == (mixed.concession[0] < mixed.concession[1]))
    }
  }

  @Test func `is refused without a stake or a cost`() {
    #expect(throws: BargainingError.self) {
      try WarOfAttrition(winning: [0, 1], losing: [0, 0], costs: [1, 1])
    }
    #expect(throws: BargainingError.self) {
      try WarOfAttrition(winning: [1, 1], losing: [0, 0], costs: [0, 1])
    }
    #expect(throws: Never.self) {
      try WarOfAttrition(
        winning: [2, 2], losing: [1, 1], costs: [0, 0], discounts: [Rational(1, 2), Rational(1, 2)])
    }
  }
}

@Suite struct `Win-sets` {
  /// A pie cut in tenths; the first actor's ratifier wants six of them.
  private func problem(second: Rational? = nil) -> BargainingProblem {
    let parts = (0...10).map { Rational($0, 10) }
    var ratifiers = [
      BargainingProblem.Ratifier(actor: 0, values: parts, floor: Rational(3, 5))
    ]
    if let second {
      ratifiers.append(.init(actor: 1, values: parts.map { 1 - $0 }, floor: second))
    }
    return BargainingProblem(
      utilities: parts.map { [$0, 1 - $0] }, disagreement: [0, 0], ratifiers: ratifiers)
  }

  @Test func `show who gains from tied hands`() throws {
    let answer = try WinSets.solve(problem(), space: .outcomes)
    #expect(answer.sides[0].winSet == Array(6...10))
    #expect(answer.sides[1].winSet == Array(0...10))
    #expect(answer.intersection == Array(6...10))
    #expect(answer.agreement?.agreement.utilities == [Rational(3, 5), Rational(2, 5)])
    #expect(answer.tiedHands(of: 0) == Rational(1, 10))
    #expect(answer.tiedHands(of: 1) == 0)
  }

  @Test func `show whose ratifiers stand in the way`() throws {
    let answer = try WinSets.solve(problem(second: Rational(1, 2)), space: .lotteries)
    #expect(answer.intersection.isEmpty)
    #expect(answer.agreement == nil)
    #expect(answer.losesAgreement(by: 0) && answer.losesAgreement(by: 1))
    #expect(answer.tiedHands(of: 0) == nil)
  }
}

@Suite struct `Zones of agreement` {
  @Test func `name who refuses each outcome`() {
    let problem = BargainingProblem(
      utilities: [[3, 1], [0, 5], [2, 2], [1, 1]], disagreement: [1, 1],
      outsideOptions: [nil, 2],
      ratifiers: [.init(actor: 0, values: [9, 9, 0, 9], floor: 1)])
    let verdicts = ZoneOfAgreement.solve(problem)
    #expect(verdicts.map(\.refusedBy) == [[1], [0], [], [1]])
    #expect(verdicts.map(\.notRatifiedBy) == [[], [], [0], []])
    #expect(verdicts.map(\.isEfficient) == [true, true, true, false])
    #expect(verdicts.allSatisfy { !$0.isAccepted })
  }

  @Test func `measure how far a proposal is from each solution`() throws {
    let problem = BargainingProblem(
      utilities: [[10, 0], [8, 4], [0, 6]], disagreement: [0, 0])
    let entries = try ProposalDistance.solve([8, 3], in: AgreementSet(problem, space: .lotteries))
    let nash = try #require(entries.first { $0.rule == .nash })
    #expect(nash.differences == [0, 1])
    #expect(nash.distance == 1)
  }
}
