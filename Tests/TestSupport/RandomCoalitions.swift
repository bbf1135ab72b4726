import Arithmetic
import GameForms

extension CoalitionalGame {
  /// A game with integer worths drawn evenly from `range`; a narrow range makes ties likely.
  public static func random(
    actors: Int, worths range: ClosedRange<Int>, using generator: inout SplitMix64
  ) -> CoalitionalGame {
    CoalitionalGame(actors: actors) { _ in Rational(Int.random(in: range, using: &generator)) }
  }

  /// A convex game: unanimity games of random weights added up.
  public static func randomConvex(
    actors: Int, using generator: inout SplitMix64
  ) -> CoalitionalGame {
    let dividends = (0..<(1 << actors)).map { _ in Int.random(in: 0...3, using: &generator) }
    return CoalitionalGame(actors: actors) { coalition in
      Rational(coalition.subsets.dropFirst().reduce(0) { $0 + dividends[$1.rawValue] })
    }
  }
}
