import GSL

/// The linear systems of a curve's points: the derivatives of its equations, bordered by one row
/// more that says in which direction not to move.
///
/// A strategy that is hardly ever played moves no payoff by more than a rounding, so that its
/// column is one of the identity. Such strategies are left out of the elimination, and their
/// log-probabilities follow from the others'.
struct BorderedSystem: ~Copyable {
  /// Columns whose metric is below this are columns of the identity as far as doubles can tell.
  private static let vanishing = 1e-26

  private let equations: Int
  private var solver: LUFactorization
  /// The unknowns of the elimination, the parameter left out.
  private var live: [Int] = []
  private var others: [Int] = []
  private var side: [Double]

  /// Room for the systems of curves with so many equations.
  init(equations: Int) {
    self.equations = equations
    solver = LUFactorization(capacity: equations + 1)
    side = Array(repeating: 0, count: equations + 1)
  }

  /// The sign of the determinant of the matrix factored last.
  var determinantSign: Int { solver.determinantSign }

  /// Factors the derivatives bordered by the row `border`, weighted by `weights`; without a border,
  /// the parameter is held fast.
  mutating func factor(
    _ jacobian: [Double], border: [Double]?, weights: [Double]
  ) throws(GSLError) {
    let stride = equations + 1
    live.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    for unknown in 0..<equations {
      if weights[unknown] > Self.vanishing { live.append(unknown) } else { others.append(unknown) }
    }
    let order = live.count + (border == nil ? 0 : 1)
    let matrix = solver.entries
    for (row, equation) in live.enumerated() {
      let line = matrix + row * order
      for (column, unknown) in live.enumerated() {
        line[column] = jacobian[equation * stride + unknown]
      }
      if border != nil { line[order - 1] = jacobian[equation * stride + equations] }
    }
    if let border {
      let line = matrix + live.count * order
      for (column, unknown) in live.enumerated() {
        line[column] = border[unknown] * weights[unknown]
      }
      line[order - 1] = border[equations] * weights[equations]
    }
    try solver.factor(order: order)
  }

  /// The step that changes the residual by `change` and moves by `along` in the border's direction.
  mutating func solve(
    _ jacobian: [Double], change: [Double]?, along: Double, into step: inout [Double]
  ) throws(GSLError) {
    let stride = equations + 1
    let order = solver.order
    for (row, equation) in live.enumerated() { side[row] = change?[equation] ?? 0 }
    if order > live.count { side[live.count] = along }
    var failure: GSLError?
    side.withUnsafeMutableBufferPointer { side in
      do throws(GSLError) {
        try solver.solve(UnsafeMutableBufferPointer(rebasing: side[0..<order]))
      } catch { failure = error }
    }
    if let failure { throw failure }
    step[equations] = order > live.count ? side[live.count] : 0
    for (row, unknown) in live.enumerated() { step[unknown] = side[row] }
    for equation in others {
      var value =
        (change?[equation] ?? 0) - jacobian[equation * stride + equations] * step[equations]
      for unknown in live { value -= jacobian[equation * stride + unknown] * step[unknown] }
      step[equation] = value
    }
  }
}
