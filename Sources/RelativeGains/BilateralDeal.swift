import Arithmetic

/// One deal between two actors out of `states`, under Snidal's weight `r`.
///
/// The weight is spread over the `states - 1` others, so that the one partner of a deal counts with
/// `r / (states - 1)`: more states dilute relative gains in bilateral deals (Snidal 1991).
public struct BilateralDeal: Hashable, Sendable {
  /// The weight the partner's gain counts with.
  public let weight: Rational

  /// A deal under weight `r` among this many states.
  ///
  /// - Precondition: at least two states.
  public init(weight r: Rational, states: Int = 2) {
    precondition(states >= 2, "a deal takes two")
    weight = r / Rational(states - 1)
  }

  /// Whether the actor takes a deal in which it gains `own` and the partner `other`.
  public func accepts(own: Rational, other: Rational) -> Bool {
    (own - weight * other).signum >= 0
  }

  /// The largest ratio of the partner's gain to the own that the actor takes; nil for no limit.
  public var largestRatio: Rational? { weight.isZero ? nil : weight.reciprocal }

  /// The least transfer from the partner that makes the deal acceptable; 0 where it already is.
  ///
  /// From `own + t >= weight (other - t)`.
  public func leastTransfer(own: Rational, other: Rational) -> Rational {
    max(.zero, (weight * other - own) / (.one + weight))
  }
}
