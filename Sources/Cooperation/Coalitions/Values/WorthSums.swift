import Arithmetic
import GameForms

/// The sums of worths by size: over all coalitions, and over those with each actor.
///
/// Every index that averages marginal contributions follows from these n(n + 1) numbers. They are
/// added up by halves: a coalition is a set of low actors and a set of high ones, and it is enough
/// to keep one sum for each low set and number of high members, and the other way round. This takes
/// two additions a coalition in place of n, and memory of the order of the square root.
struct WorthSums {
  /// `all[k]`: the sum of the worths of the coalitions of size k.
  private(set) var all: [Rational]
  /// `with[actor][k]`: the same over the coalitions of which the actor is a member.
  private(set) var with: [[Rational]]

  /// The sums of `game`.
  init(_ game: CoalitionalGame) {
    guard let (numerators, denominator) = game.integers else {
      self.init(halves: Halves(actors: game.actors) { game[Coalition(rawValue: $0)] }) { $0 }
      return
    }
    let scale = Rational(1, denominator)
    let largest = numerators.reduce(0 as UInt) { max($0, $1.magnitude) }
    if largest.leadingZeroBitCount > game.actors + 1 {
      self.init(halves: Halves(actors: game.actors) { numerators[$0] }) { Rational($0) * scale }
    } else {
      self.init(halves: Halves(actors: game.actors) { Int128(numerators[$0]) }) {
        Rational($0) * scale
      }
    }
  }

  private init<Number>(halves: Halves<Number>, exact: (Number) -> Rational) {
    let actors = halves.low + halves.high
    all = Array(repeating: .zero, count: actors + 1)
    with = Array(repeating: all, count: actors)
    for (index, sum) in halves.byLow.enumerated() {
      let members = index & (1 << halves.low - 1)
      let size = members.nonzeroBitCount + index >> halves.low
      let sum = exact(sum)
      all[size] += sum
      for actor in Coalition(rawValue: members).members { with[actor][size] += sum }
    }
    for (index, sum) in halves.byHigh.enumerated() {
      let (members, lowSize) = index.quotientAndRemainder(dividingBy: halves.low + 1)
      let sum = exact(sum)
      for actor in Coalition(rawValue: members).members {
        with[halves.low + actor][members.nonzeroBitCount + lowSize] += sum
      }
    }
  }
}

/// Sums over the coalitions that share a low set and a number of high members, and the reverse.
private struct Halves<Number: AdditiveArithmetic> {
  /// How many of the actors are low; the rest are high.
  let low: Int
  let high: Int
  /// `byLow[highMembers << low | lowSet]`.
  private(set) var byLow: [Number]
  /// `byHigh[highSet * (low + 1) + lowMembers]`.
  private(set) var byHigh: [Number]

  @inline(__always)
  init(actors: Int, worth: (Int) -> Number) {
    low = actors / 2
    high = actors - low
    byLow = Array(repeating: .zero, count: (high + 1) << low)
    byHigh = Array(repeating: .zero, count: (low + 1) << high)
    let sizes = (0..<(1 << low)).map(\.nonzeroBitCount)
    for highSet in 0..<(1 << high) {
      let row = highSet.nonzeroBitCount << low
      let column = highSet * (low + 1)
      for lowSet in 0..<(1 << low) {
        let worth = worth(highSet << low | lowSet)
        byLow[row | lowSet] += worth
        byHigh[column + sizes[lowSet]] += worth
      }
    }
  }
}
