import Arithmetic
import LinearPrograms

/// The least payments that make an outcome acceptable to all, under a linear rule.
///
/// A payment raises one actor's gain and lowers another's by as much; under relative gains it moves
/// every utility, those of onlookers too. The least sum is a linear program, solved exactly through
/// its dual, whose prices are the payments.
///
/// - Source: side payments after von Neumann and Morgenstern 1944; with relative gains ours.
public enum SidePayments {
  /// One payment.
  public struct Payment: Hashable, Sendable {
    /// Who pays.
    public let from: Int
    /// Who is paid.
    public let to: Int
    /// How much, positive.
    public let amount: Rational
  }

  /// The payments that turn every refusal of an outcome; empty where nobody refuses it.
  ///
  /// - Parameters:
  ///   - gains: the absolute gain of each actor.
  ///   - floors: the least utility that each actor accepts.
  ///   - rule: the relative-gains rule.
  /// - Returns: payments with the least sum; nil where no payments make all accept.
  /// - Throws: `QuantityError.notAffine` for a rule that is not linear.
  public static func least(
    gains: [Rational], floors: [Rational], rule: RelativeGains<Rational>
  ) throws -> [Payment]? {
    guard rule.rule.isLinear else { throw QuantityError.notAffine }
    let actors = gains.indices
    let lacking = zip(floors, try rule.utilities(of: gains)).map { $0 - $1 }
    guard lacking.contains(where: { $0.signum > 0 }) else { return [] }
    // What a unit of gain of each actor is worth to all.
    let worth = try actors.map { paid in
      try rule.utilities(of: actors.map { $0 == paid ? .one : .zero })
    }
    let pairs = actors.flatMap { from in actors.filter { $0 != from }.map { (from, $0) } }
    let dual = LinearProgram(
      maximise: lacking,
      rows: pairs.map { from, to in actors.map { worth[to][$0] - worth[from][$0] } },
      limits: pairs.map { _ in .one })
    guard let optimum = dual.solve() else { return nil }
    return zip(pairs, optimum.prices).filter { $0.1.signum > 0 }.map {
      Payment(from: $0.0.0, to: $0.0.1, amount: $0.1)
    }
  }
}
