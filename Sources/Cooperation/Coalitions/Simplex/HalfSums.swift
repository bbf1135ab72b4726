import GameForms

/// The totals of a vector over all coalitions, as sums over their low and over their high members:
/// `total(S) = low[S & (2^width - 1)] + high[S >> width]`.
struct HalfSums<Number: AdditiveArithmetic> {
  /// How many actors are low.
  let width: Int
  /// The total of each set of low actors.
  let low: [Number]
  /// The total of each set of high actors, from `base` on.
  let high: [Number]

  /// The totals of `vector`, one entry an actor, plus `base`.
  @inline(__always)
  init(_ vector: some RandomAccessCollection<Number>, plus base: Number = .zero) {
    width = vector.count / 2
    low = Self.sums(vector.prefix(width), from: .zero)
    high = Self.sums(vector.dropFirst(width), from: base)
  }

  @inline(__always)
  private static func sums(_ vector: some Collection<Number>, from base: Number) -> [Number] {
    var sums = [base]
    sums.reserveCapacity(1 << vector.count)
    for value in vector {
      for index in sums.indices { sums.append(sums[index] + value) }
    }
    return sums
  }

  /// The total over the coalition with these bits.
  @inline(__always)
  subscript(bits: Int) -> Number { low[bits & (1 << width - 1)] + high[bits >> width] }
}
