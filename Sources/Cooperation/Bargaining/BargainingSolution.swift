import Arithmetic
import GameForms

/// What a bargaining solution chooses.
public struct BargainingSolution: Hashable, Sendable {
  /// What was chosen from: outcomes, or lotteries over them.
  public let space: AgreementSet.Space
  /// The agreements chosen: every best outcome, or one best lottery; never empty.
  public let agreements: [Agreement]
  /// What the solution makes large or level, such as the product of gains; see the method.
  public let value: Rational
  /// How far the agreement may be from the best in the method's own measure; nil where the answer
  /// is exact.
  public let gap: Double?

  /// A solution from its parts.
  public init(
    space: AgreementSet.Space, agreements: [Agreement], value: Rational, gap: Double? = nil
  ) {
    precondition(!agreements.isEmpty, "a solution chooses something")
    self.space = space
    self.agreements = agreements
    self.value = value
    self.gap = gap
  }

  /// The agreement chosen, the first where several are as good.
  public var agreement: Agreement { agreements[0] }
}

/// The bargaining solutions that choose by a rule of fairness or efficiency.
public enum BargainingRule: String, Hashable, Sendable, CaseIterable {
  /// ``NashBargaining``.
  case nash
  /// ``KalaiSmorodinsky``.
  case kalaiSmorodinsky = "kalai-smorodinsky"
  /// ``EgalitarianBargaining``.
  case egalitarian
  /// ``UtilitarianBargaining``.
  case utilitarian
  /// ``LexicographicMaximin``.
  case leximin
  /// ``EqualGains``.
  case equalGains = "equal-gains"

  /// What the rule chooses from a set of agreements.
  ///
  /// - Throws: ``BargainingError/noAgreement`` where the set is empty.
  public func solve(_ set: AgreementSet) throws(BargainingError) -> BargainingSolution {
    switch self {
    case .nash: try NashBargaining.solve(set)
    case .kalaiSmorodinsky: try KalaiSmorodinsky.solve(set)
    case .egalitarian: try EgalitarianBargaining.solve(set)
    case .utilitarian: try UtilitarianBargaining.solve(set)
    case .leximin: try LexicographicMaximin.solve(set)
    case .equalGains: try EqualGains.solve(set)
    }
  }
}
