/// Random numbers that depend on a seed and a place alone: the same on every machine and in any
/// order of work.
///
/// - Source: SplitMix64, Vigna 2015.
public struct RandomStream: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The stream number `place` of those that belong to `seed`.
  public init(seed: UInt64, place: UInt64 = 0) {
    state = Self.scrambled(seed ^ Self.scrambled(place &+ 0x9E37_79B9_7F4A_7C15))
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.scrambled(state)
  }

  /// A number in `0..<1`, all 53 bits of it random.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in a range; the smaller ones are likelier by less than one in 2^50.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() >> 11) % range.count
  }

  /// Cooperation with this probability; certain moves draw nothing.
  mutating func move(cooperating probability: Double) -> Move {
    if probability >= 1 { return .cooperate }
    if probability <= 0 { return .defect }
    return unit() < probability ? .cooperate : .defect
  }

  private static func scrambled(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
