import Arithmetic
import GameForms

/// The Shapley value estimated over random orders, for games too large to list.
///
/// - Source: Castro, Gomez and Tejada 2009.
public struct SampledShapleyValue: Sendable {
  /// Most actors of a sampled game.
  public static let mostActors = 62

  /// The estimate for each actor; together they are worth what everyone is.
  public let values: [Double]
  /// The standard error of each estimate.
  public let standardErrors: [Double]
  /// How many orders were drawn.
  public let orders: Int

  /// The estimate from `orders` orders, the same for the same seed.
  ///
  /// - Parameter worth: what a coalition is worth, asked once for each actor of each order.
  /// - Precondition: at most ``mostActors`` actors, and at least two orders.
  public init(actors: Int, orders: Int, seed: UInt64, worth: (Coalition) -> Rational) {
    precondition(1...Self.mostActors ~= actors && orders > 1)
    var generator = Stream(state: seed)
    var order = Array(0..<actors)
    var means = Array(repeating: 0.0, count: actors)
    var squares = means
    for round in 1...orders {
      order.shuffle(using: &generator)
      var present = Coalition()
      var before = 0.0
      for actor in order {
        present.formUnion(Coalition(of: actor))
        let after = worth(present).double
        // Welford 1962: no large numbers that cancel.
        let distance = after - before - means[actor]
        means[actor] += distance / Double(round)
        squares[actor] += distance * (after - before - means[actor])
        before = after
      }
    }
    values = means
    standardErrors = squares.map { ($0 / Double(orders - 1) / Double(orders)).squareRoot() }
    self.orders = orders
  }

  /// SplitMix64 (Vigna 2015).
  private struct Stream: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
