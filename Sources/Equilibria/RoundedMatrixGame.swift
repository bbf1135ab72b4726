import Arithmetic
import LinearPrograms

/// Optimal strategies of a matrix game in doubles, with the square part of the matrix that
/// determines them: a guess to be proved by other means.
struct RoundedMatrixGame {
  /// About an optimal mixture of the rows, for who chooses the row and wants more.
  let row: [Double]
  /// About an optimal mixture of the columns.
  let column: [Double]
  /// The rows of the optimal basis: those that may be played.
  let basicRows: [Int]
  /// The columns of the optimal basis, as many as rows.
  let basicColumns: [Int]

  /// Solves `matrix`, nil where no optimum is found in time.
  ///
  /// - Parameter seconds: after which to give up; nil for no limit.
  init?(_ matrix: [[Rational]], seconds: Double? = nil) {
    // The simplex method's work grows with the number of constraints: one for each of the fewer.
    let isFlipped = matrix.count > matrix[0].count
    let lines = isFlipped ? Self.flipped(matrix) : matrix.map { $0.map(\.double) }
    let (width, entries) = (lines[0].count, Array(lines.joined()))
    guard let low = entries.min(), let high = entries.max() else { return nil }
    // Between 1/2 and 3/2: every value is positive, and nothing is lost to scale.
    let span = high > low ? high - low : 1
    let program = RoundedProgram(
      maximise: Array(repeating: 1, count: width), rows: entries.map { ($0 - low) / span + 0.5 },
      limits: Array(repeating: 1, count: lines.count))
    guard let found = program.solve(.primal, seconds: seconds) else { return nil }
    let basic = Set(found.slackConstraints)
    let tight = lines.indices.filter { !basic.contains($0) }
    let (own, others) = (Self.mixture(found.prices), Self.mixture(found.point))
    guard let own, let others, tight.count == found.basicVariables.count else { return nil }
    row = isFlipped ? others : own
    column = isFlipped ? own : others
    basicRows = isFlipped ? found.basicVariables : tight
    basicColumns = isFlipped ? tight : found.basicVariables
  }

  /// The game as the column actor sees it.
  private static func flipped(_ matrix: [[Rational]]) -> [[Double]] {
    matrix[0].indices.map { column in matrix.map { -$0[column].double } }
  }

  /// Probabilities in proportion to these numbers.
  private static func mixture(_ weights: [Double]) -> [Double]? {
    let clipped = weights.map { max(0, $0) }
    let sum = clipped.reduce(0, +)
    return sum > 0 && sum.isFinite ? clipped.map { $0 / sum } : nil
  }
}
