import Arithmetic

/// The agreements with the largest sum of gains. It compares the actors' utilities.
///
/// - Source: Bentham 1789; Harsanyi 1955. With lotteries nothing is gained: every mixture of the
///   agreements shown is as good.
public enum UtilitarianBargaining {
  /// The solution; its value is the sum of gains.
  ///
  /// - Throws: ``BargainingError/noAgreement``.
  public static func solve(_ set: AgreementSet) throws(BargainingError) -> BargainingSolution {
    guard !set.isEmpty else { throw .noAgreement }
    let sums = set.agreements.map { set.gains($0).reduce(.zero, +) }
    let best = sums.reduce(sums[0], max)
    return BargainingSolution(
      space: set.space, agreements: zip(set.agreements, sums).filter { $0.1 == best }.map(\.0),
      value: best)
  }
}
