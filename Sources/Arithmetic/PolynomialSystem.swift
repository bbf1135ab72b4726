/// Systems of linear equations whose coefficients are polynomials in one variable.
public enum PolynomialSystem {
  /// A solution by ratios of polynomials: unknown j is `numerators[j] / denominator`.
  public struct Solution: Hashable, Sendable {
    /// One numerator an unknown.
    public let numerators: [Polynomial]
    /// The denominator of all, the determinant up to its sign.
    public let denominator: Polynomial
  }

  /// Solves as many equations as unknowns, each a row of coefficients followed by its right-hand
  /// side.
  ///
  /// - Returns: nil where the determinant is the polynomial 0.
  /// - Source: Bareiss 1968, fraction-free elimination.
  public static func solve(_ equations: [[Polynomial]]) -> Solution? {
    var rows = equations
    let unknowns = rows.count
    var previous = Polynomial([.one])
    for column in 0..<unknowns {
      guard let found = (column..<unknowns).first(where: { rows[$0][column].degree >= 0 }) else {
        return nil
      }
      rows.swapAt(column, found)
      let pivot = rows[column]
      for row in 0..<unknowns where row != column {
        let head = rows[row][column]
        for place in rows[row].indices {
          let cross = pivot[column] * rows[row][place] - head * pivot[place]
          rows[row][place] = cross.divided(by: previous).quotient
        }
      }
      previous = pivot[column]
    }
    guard let last = rows.indices.last else { return nil }
    return Solution(
      numerators: rows.map { $0[unknowns] }, denominator: rows[last][last])
  }
}
