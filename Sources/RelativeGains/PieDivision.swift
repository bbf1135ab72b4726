import Arithmetic
import Cooperation
import GameForms

/// Two actors divide something, and a linear relative-gains rule says what a division is worth.
///
/// Every bargaining solution of ``problem`` over lotteries is a division: the probability of the
/// outcome in which the first actor has all is the first actor's share.
public struct PieDivision: Sendable {
  /// How much there is.
  public let size: Rational
  /// The bargaining problem: outcome 0 gives all to the first actor, outcome 1 to the second.
  public let problem: BargainingProblem

  /// A division under a rule.
  ///
  /// - Parameters:
  ///   - size: how much there is, positive.
  ///   - rule: the rule for two actors; it must be linear, so that shares can be mixed.
  ///   - disagreement: the absolute gain of each actor when they do not agree.
  ///   - floors: the least part that those at home accept of each actor, nil for any.
  /// - Throws: `QuantityError.notAffine` for a rule that is not linear.
  public init(
    size: Rational = .one, rule: RelativeGains<Rational> = .none,
    disagreement: [Rational] = [.zero, .zero], floors: [Rational?] = [nil, nil]
  ) throws {
    precondition(size.signum > 0, "there must be something to divide")
    guard rule.rule.isLinear else { throw QuantityError.notAffine }
    self.size = size
    let ratifiers = floors.enumerated().compactMap { actor, floor in
      floor.map {
        BargainingProblem.Ratifier(
          actor: actor, values: actor == 0 ? [size, .zero] : [.zero, size], floor: $0)
      }
    }
    problem = BargainingProblem(
      utilities: [
        try rule.utilities(of: [size, .zero]), try rule.utilities(of: [.zero, size]),
      ],
      disagreement: try rule.utilities(of: disagreement), ratifiers: ratifiers)
  }

  /// A division under Snidal weights.
  public init(
    size: Rational = .one, weights: [Rational], disagreement: [Rational] = [.zero, .zero],
    floors: [Rational?] = [nil, nil]
  ) throws {
    try self.init(
      size: size, rule: .snidal([[.zero, weights[0]], [weights[1], .zero]]),
      disagreement: disagreement, floors: floors)
  }

  /// A division of what two actors could fight over (Fearon 1995): the first would win `size` with
  /// probability `winning`, and war costs each its part. The acceptable range is the war range.
  public static func war(
    size: Rational = .one, winning: Rational, costs: [Rational], weights: [Rational] = [0, 0]
  ) throws -> PieDivision {
    try PieDivision(
      size: size, weights: weights,
      disagreement: [winning * size - costs[0], (.one - winning) * size - costs[1]])
  }

  /// A division of what the second actor holds and the first claims: to fight over it costs each
  /// its part and moves nothing.
  public static func possession(
    size: Rational = .one, claimantCost: Rational, holderCost: Rational,
    weights: [Rational] = [0, 0]
  ) throws -> PieDivision {
    try PieDivision(
      size: size, weights: weights, disagreement: [-claimantCost, size - holderCost])
  }

  /// The efficient divisions that all accept.
  public func agreements() throws(BargainingError) -> AgreementSet {
    try AgreementSet(problem, space: .lotteries)
  }

  /// The first actor's part under an agreement.
  public func part(of agreement: Agreement) -> Rational {
    agreement.lottery.reduce(.zero) { $1.outcome == 0 ? $0 + $1.probability * size : $0 }
  }

  /// The least and the largest part of the first actor that all accept, nil if there is none.
  public var acceptableRange: ClosedRange<Rational>? {
    guard let ends = try? agreements().agreements.map(part), let first = ends.first else {
      return nil
    }
    return ends.reduce(first, min)...ends.reduce(first, max)
  }

  /// The first actor's part by a bargaining solution.
  ///
  /// - Throws: `BargainingError.noAgreement` where the acceptable range is empty.
  public func part(by rule: BargainingRule) throws(BargainingError) -> Rational {
    part(of: try rule.solve(try agreements()).agreement)
  }

  /// The first actor's part when it proposes first and offers alternate.
  ///
  /// - Throws: `BargainingError.noAgreement` where the acceptable range is empty.
  public func part(by offers: AlternatingOffers) throws(BargainingError) -> Rational {
    part(of: try offers.solve(try agreements()).proposals[0])
  }
}

extension RelativeGainsRule {
  /// Whether utilities are linear in gains, so that a lottery over outcomes and a division of what
  /// they bring are worth the same.
  public var isLinear: Bool {
    switch self {
    case .none, .grieco, .snidal, .ally: true
    case .lead, .convex, .power: false
    }
  }
}
