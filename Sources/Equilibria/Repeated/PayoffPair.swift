public import Arithmetic

/// What the two actors of a game earn: a point of the plane.
public struct PayoffPair<Number: Payoff>: Hashable, Sendable {
  /// The first actor's payoff.
  public let first: Number
  /// The second actor's payoff.
  public let second: Number

  /// A point of the plane.
  public init(_ first: Number, _ second: Number) {
    self.first = first
    self.second = second
  }

  /// The payoff of actor 0 or 1.
  public subscript(actor: Int) -> Number { actor == 0 ? first : second }

  /// The point a share of the way from one to another.
  static func between(_ a: Self, _ b: Self, share: Number) -> Self {
    PayoffPair(a.first + share * (b.first - a.first), a.second + share * (b.second - a.second))
  }
}

/// Numbers in which plane geometry is done: exact fractions, or doubles for speed.
public protocol Payoff: Comparable, Hashable, SignedNumeric, Sendable {
  /// The quotient.
  static func / (a: Self, b: Self) -> Self
}

extension Rational: Payoff {}
extension Double: Payoff {}
