import Arithmetic

/// The agreement at which all have the same share, as large as can be, of what each could gain at
/// best.
///
/// Best is the best within the agreements that everyone accepts. Where no agreement gives equal
/// shares, as among outcomes without lotteries or for more than two actors, the least share is made
/// as large as possible, then the second least, and so on. An actor who cannot gain is not counted.
///
/// - Source: Kalai and Smorodinsky 1975; Imai 1983 for the lexicographic extension.
public enum KalaiSmorodinsky {
  /// The solution; its value is the least share.
  ///
  /// - Throws: ``BargainingError/noAgreement``.
  public static func solve(_ set: AgreementSet) throws(BargainingError) -> BargainingSolution {
    let most = zip(set.ideal, set.disagreement).map { $0 - $1 }
    return try LexicographicMaximin.solve(set, scale: most.map { $0.signum > 0 ? $0 : nil })
  }
}
