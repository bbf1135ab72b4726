import Arithmetic
import GameForms

/// Sebastiano Vigna's SplitMix64: small, seedable, the same on every machine.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A stream that depends on `seed` alone.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension StrategicGame {
  /// A game with integer payoffs drawn evenly from `range`; a narrow range makes ties likely.
  public static func random(
    shape: [Int], payoffs range: ClosedRange<Int>, using generator: inout SplitMix64
  ) -> StrategicGame {
    let count = shape.reduce(shape.count, *)
    return StrategicGame(
      shape: shape,
      payoffs: (0..<count).map { _ in Rational(Int.random(in: range, using: &generator)) })
  }
}
