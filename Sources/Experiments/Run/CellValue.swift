public import Arithmetic

/// What one measure gave in one row.
public enum CellValue: Hashable, Sendable {
  /// Nothing: no equilibrium, no discount factor, or an error.
  case empty
  /// A number.
  case number(Rational)
  /// A text.
  case text(String)

  /// The number, if it is one.
  @inlinable public var number: Rational? {
    if case .number(let number) = self { number } else { nil }
  }
}
