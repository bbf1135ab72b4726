import Arithmetic

/// Whether a quadratic form is positive wherever some variables are not negative and the others
/// free.
///
/// Free variables are eliminated one by one, each with a positive pivot; what is left must be
/// strictly copositive. A form that is not has its least value over the simplex, at most 0, inside
/// some face, and in the smallest such face at one point: every face is asked for it.
///
/// - Source: Motzkin 1952 for the notion; the faces as in Gaddum 1958 and Bomze 1992.
/// - Complexity: `2^m` linear systems for `m` variables that are not free.
struct StrictCopositivity {
  /// A symmetric matrix.
  let matrix: [[Rational]]
  /// The variables of either sign.
  let free: Set<Int>

  /// Whether `z . matrix . z > 0` for every `z` other than 0 that is not negative but at `free`.
  var holds: Bool {
    var rows = matrix
    for pivot in matrix.indices where free.contains(pivot) {
      let head = rows[pivot][pivot]
      guard head.signum > 0 else { return false }
      for row in rows.indices where row != pivot && !rows[row][pivot].isZero {
        let factor = rows[row][pivot] / head
        for k in rows.indices { rows[row][k] -= factor * rows[pivot][k] }
      }
    }
    let bound = matrix.indices.filter { !free.contains($0) }
    let reduced = bound.map { row in bound.map { rows[row][$0] } }
    guard reduced.indices.allSatisfy({ reduced[$0][$0].signum > 0 }) else { return false }
    return (1..<(1 << bound.count)).allSatisfy { face in
      let members = reduced.indices.filter { face >> $0 & 1 == 1 }
      return members.count == 1
        || !Self.hasLowPoint(members.map { i in members.map { reduced[i][$0] } })
    }
  }

  /// Whether the one point inside the simplex at which the form is critical has a value of 0 or
  /// less.
  private static func hasLowPoint(_ form: [[Rational]]) -> Bool {
    let equations =
      form.map { $0 + [-.one, .zero] } + [form.map { _ in Rational.one } + [.zero, .one]]
    guard let solution = LinearSystem.solve(equations), let value = solution.last else {
      return false
    }
    return value.signum <= 0 && solution.dropLast().allSatisfy { $0.signum > 0 }
  }
}
