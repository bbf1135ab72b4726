/// The test that Graaskamp's and Stein and Rapoport's rules make: does the other cooperate half the
/// time?
enum ChiSquared {
  /// The value of chi-squared with one degree of freedom that chance passes one time in twenty.
  static let critical = 3.841_458_820_694_124

  /// Whether so many of each can well be chance: a p-value of at least 1/20.
  static func looksRandom(_ cooperations: Int, _ defections: Int) -> Bool {
    let total = Double(cooperations + defections)
    guard total > 0 else { return false }
    let difference = Double(cooperations - defections)
    return difference * difference / total <= critical
  }
}
