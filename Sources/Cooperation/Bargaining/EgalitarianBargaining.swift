import Arithmetic

/// The agreement at which the least gain over disagreement is as large as possible.
///
/// With lotteries and free disposal all gain that much; the agreement shown is the efficient one
/// which leaves nobody with less. Unlike ``KalaiSmorodinsky`` it compares the actors' utilities.
///
/// - Source: Kalai 1977; Roth 1979.
public enum EgalitarianBargaining {
  /// The solution; its value is the least gain.
  ///
  /// - Throws: ``BargainingError/noAgreement``.
  public static func solve(_ set: AgreementSet) throws(BargainingError) -> BargainingSolution {
    guard set.space == .outcomes else { return try LexicographicMaximin.solve(set) }
    guard !set.isEmpty else { throw .noAgreement }
    let least = set.agreements.map { set.gains($0) }.map { $0.dropFirst().reduce($0[0], min) }
    let best = least.reduce(least[0], max)
    return BargainingSolution(
      space: set.space, agreements: zip(set.agreements, least).filter { $0.1 == best }.map(\.0),
      value: best)
  }
}
