import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

/// Answers of NegMAS 0.16 over outcomes and of SciPy over lotteries.
@Suite struct `Bargaining held against other programs` {
  /// SciPy's optimisers stop within about this of the best, relative to the number.
  private let tolerance = 1e-6

  private func near(_ own: Rational, _ other: Rational, within factor: Double = 1) -> Bool {
    abs(own.double - other.double) <= factor * tolerance * max(1, abs(other.double))
  }

  private func problem(_ fixture: Fixture) -> BargainingProblem {
    let disagreement = fixture.numbers(2)
    let flat = fixture.numbers(1)
    let actors = disagreement.count
    return BargainingProblem(
      utilities: stride(from: 0, to: flat.count, by: actors).map {
        Array(flat[$0..<($0 + actors)])
      }, disagreement: disagreement)
  }

  @Test(arguments: Fixture.read("bargaining"))
  func `over outcomes`(_ fixture: Fixture) throws {
    let set = try AgreementSet(problem(fixture), space: .outcomes)
    guard fixture.fields[4] != "-" else {
      #expect(set.isEmpty)
      return
    }
    let expected = fixture.numbers(4)
    // Who cannot gain is not in our product, and makes that of others nothing.
    let allCanGain = zip(set.ideal, set.disagreement).allSatisfy { $0 > $1 }
    let product = try NashBargaining.solve(set).value
    #expect(allCanGain ? near(product, expected[0]) : expected[0].isZero)
    #expect(try near(EgalitarianBargaining.solve(set).value, expected[1]))
    #expect(try near(UtilitarianBargaining.solve(set).value, expected[2]))
  }

  @Test(arguments: Fixture.read("bargaining"))
  func `over lotteries`(_ fixture: Fixture) throws {
    let set = try AgreementSet(problem(fixture), space: .lotteries)
    let expected = fixture.numbers(5)
    #expect(try near(NashBargaining.solve(set).value, expected[0], within: 10))
    #expect(try near(EgalitarianBargaining.solve(set).value, expected[1]))
    #expect(try near(KalaiSmorodinsky.solve(set).value, expected[2]))
    #expect(try near(UtilitarianBargaining.solve(set).value, expected[3]))
  }

  @Test(arguments: Fixture.read("bargaining").filter { $0.fields[6] != "-" })
  func `by alternating offers`(_ fixture: Fixture) throws {
    let set = try AgreementSet(problem(fixture), space: .lotteries)
    let offers = try AlternatingOffers(discounts: fixture.numbers(3))
    let proposal = try offers.solve(set).proposals[0].utilities
    #expect(zip(proposal, fixture.numbers(6)).allSatisfy { near($0, $1, within: 10) })
  }
}
