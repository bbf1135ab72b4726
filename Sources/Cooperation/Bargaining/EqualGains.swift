import Arithmetic
import LinearPrograms

/// The efficient agreement whose gains over disagreement differ least; of several, the one whose
/// least gain is largest. It compares the actors' utilities.
///
/// Among lotteries of more than two actors the mixtures of efficient agreements are searched, of
/// which some may be inefficient.
///
/// - Source: the equal-gain norm, Kalai 1977 without free disposal.
public enum EqualGains {
  /// The solution; its value is the difference of the largest and the least gain.
  ///
  /// - Throws: ``BargainingError/noAgreement``.
  public static func solve(_ set: AgreementSet) throws(BargainingError) -> BargainingSolution {
    guard !set.isEmpty else { throw .noAgreement }
    guard set.space == .lotteries else { return among(set.agreements, of: set) }
    if set.actors == 2 {
      var candidates = set.agreements
      for (a, b) in zip(set.agreements, set.agreements.dropFirst()) {
        let lead = set.gains(a)[0] - set.gains(a)[1]
        let next = set.gains(b)[0] - set.gains(b)[1]
        guard lead.signum > 0, next.signum < 0 else { continue }
        candidates.append(a.moved(lead / (lead - next), towards: b))
      }
      return among(candidates, of: set)
    }
    return mixture(set)
  }

  private static func among(_ candidates: [Agreement], of set: AgreementSet) -> BargainingSolution {
    let spreads = candidates.map { spread(set.gains($0)) }
    let least = spreads.reduce(spreads[0]) { a, b in
      (b.width, -b.least) < (a.width, -a.least) ? b : a
    }
    let chosen = zip(candidates, spreads).filter { $0.1 == least }.map(\.0)
    return BargainingSolution(
      space: set.space, agreements: set.space == .lotteries ? [chosen[0]] : chosen,
      value: least.width)
  }

  private static func spread(_ gains: [Rational]) -> (width: Rational, least: Rational) {
    let least = gains.dropFirst().reduce(gains[0], min)
    return (gains.dropFirst().reduce(gains[0], max) - least, least)
  }

  /// First the least spread, then the largest least gain at that spread. Variables: shares, the
  /// largest gain, the least gain.
  private static func mixture(_ set: AgreementSet) -> BargainingSolution {
    let gains = set.agreements.map { set.gains($0) }
    let count = gains.count
    let shares = Array(repeating: Rational.one, count: count)
    var rows = [shares + [.zero, .zero]]
    for actor in set.disagreement.indices {
      rows.append(gains.map { $0[actor] } + [-.one, .zero])
      rows.append(gains.map { -$0[actor] } + [.zero, .one])
    }
    func best(_ objective: [Rational], _ rows: [[Rational]]) -> LinearProgram.Optimum? {
      LinearProgram(
        maximise: objective, rows: rows,
        limits: [.one] + Array(repeating: .zero, count: rows.count - 1)
      ).solve()
    }
    // What a share is worth outweighs any spread, so that the shares are used up.
    let worth = gains.reduce(Rational.one) { max($0, spread($1).width + .one) }
    guard
      let narrow = best(shares.map { _ in worth } + [-.one, .one], rows)
    else { return among(set.agreements, of: set) }
    let width = worth - narrow.value
    rows.append(shares.map { _ in -width } + [.one, -.one])
    guard let high = best(shares.map { _ in Rational.one } + [.zero, .one], rows) else {
      return among(set.agreements, of: set)
    }
    return BargainingSolution(
      space: set.space,
      agreements: [.mix(set.agreements, Array(high.point.prefix(count)))], value: width)
  }
}
