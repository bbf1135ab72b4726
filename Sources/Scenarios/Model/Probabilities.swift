import Arithmetic

/// Probabilities that were computed from expressions.
enum Probabilities {
  /// The probabilities, which must add up to 1; where roots or logarithms were rounded on the way,
  /// nearly so, and then they are made to.
  ///
  /// - Throws: ``InputError`` at `position` with what they add up to.
  static func checked(
    _ values: [Rational], exact: Bool, of what: String, at position: Position?
  ) throws(InputError) -> [Rational] {
    if let wrong = values.first(where: { $0.signum < 0 }) {
      throw InputError("\(what) has the probability \(brief(wrong)): write 0 or more", at: position)
    }
    let sum = values.reduce(.zero, +)
    if sum == .one { return values }
    guard !exact, (sum - .one).magnitude < Rational(1, 1_000_000_000) else {
      throw InputError(
        "the probabilities of \(what) add up to \(brief(sum)): make them add up to 1", at: position)
    }
    return values.map { $0 / sum }
  }
}
