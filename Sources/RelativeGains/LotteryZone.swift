public import Arithmetic
import Equilibria
import GameForms

/// Whether everyone accepts some lottery over outcomes, all over a part of the parameters.
///
/// What a lottery leaves above every floor is a mean of what its outcomes leave. A lottery that leaves
/// nobody short at all corners of a box does so inside, where the margins are affine in each parameter
/// alone; and if one mean of the floors is missed by every outcome at all corners, no lottery
/// reaches them inside. Either is a strategy that secures something in a matrix game, and exact.
///
/// - Source: von Neumann 1928 for the two alternatives; the subdivision is ours.
public enum LotteryZone {
  /// Whether some lottery is accepted at all these corners, or none is between them; nil where neither
  /// is certain.
  ///
  /// - Parameter corners: `[corner][outcome][k]`, each a utility less the floor it must reach.
  public static func isAccepted(corners: [[[Rational]]]) throws -> Bool? {
    guard let outcomes = corners.first, let floors = outcomes.first?.count, floors > 0 else {
      return corners.first.map { !$0.isEmpty }
    }
    // Rows are outcomes, columns the floors of every corner.
    let reaching = outcomes.indices.map { outcome in corners.flatMap { $0[outcome] } }
    if try secured(reaching).signum >= 0 { return true }
    // Rows are floors, columns the outcomes of every corner: the mean that all miss.
    let missing = (0..<floors).map { floor in
      corners.flatMap { corner in corner.map { -$0[floor] } }
    }
    return try secured(missing).signum > 0 ? false : nil
  }

  /// What the row player of a matrix game can be sure of by the strategy found.
  private static func secured(_ matrix: [[Rational]]) throws -> Rational {
    let game = StrategicGame(
      rows: matrix, columns: matrix.map { $0.map { Rational.zero - $0 } })
    return try ZeroSumSolution.solve(game).values[0]
  }
}
