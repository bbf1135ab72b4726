import Arithmetic

/// Why a question about coalitions is not answered.
public enum CoalitionRefusal: Error, Hashable, Sendable {
  /// More actors than the method serves.
  case tooManyActors(count: Int, limit: Int)
  /// Nothing divides the worth of all so that nobody has less than alone.
  case noImputation(alone: Rational, together: Rational)
  /// The method takes simple games only: worths 0 and 1, and 1 stays 1 when actors join.
  case notSimple
  /// Some actor's most is less than its least, or the totals do not embrace the worth of all.
  case notQuasiBalanced
  /// The seconds are up, or the user has interrupted.
  case overdue(seconds: Double)
}
