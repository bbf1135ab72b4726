import Arithmetic
import GameForms

extension BargainingProblem {
  /// Random outcomes with integer utilities and a disagreement point below some of them.
  public static func random(
    actors: Int, outcomes: Int, using generator: inout SplitMix64
  ) -> BargainingProblem {
    BargainingProblem(
      utilities: (0..<outcomes).map { _ in
        (0..<actors).map { _ in Rational(Int.random(in: 0...20, using: &generator)) }
      },
      disagreement: (0..<actors).map { _ in Rational(Int.random(in: 0...8, using: &generator)) })
  }
}
