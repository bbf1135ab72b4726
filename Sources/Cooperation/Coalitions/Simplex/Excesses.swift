import Arithmetic
import GameForms

/// The excess of every coalition, and some levels, over one denominator.
struct Excesses<Number: ExactNumber> {
  /// The levels.
  let levels: [Number]
  /// The excesses, in binary order.
  let values: [Number]
  private let scale: Int

  init?(_ game: CoalitionalGame, _ division: [Rational], levels: [Rational] = []) {
    guard let (worths, worthScale) = Number.worths(of: game),
      let (numbers, scale) = Number.together(division + levels, over: worthScale)
    else { return nil }
    let factor = Number(scale / worthScale)
    let largest = worths.reduce(0) { max($0, $1.size) } * factor.size
    let total = numbers.reduce(0) { $0 + $1.size }
    guard Number.hasRoom(for: largest + total) else { return nil }
    self.scale = scale
    let sums = HalfSums(numbers.prefix(division.count))
    self.levels = Array(numbers.dropFirst(division.count))
    values = worths.indices.map { worths[$0] * factor - sums[$0] }
  }

  /// The excess of the coalition with these bits.
  subscript(bits: Int) -> Number { values[bits] }

  /// A number of these as the number it stands for.
  func exact(_ number: Number) -> Rational { number.rational * Rational(1, scale) }
}
