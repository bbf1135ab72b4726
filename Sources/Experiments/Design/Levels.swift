public import Arithmetic

/// The values a factor takes, computed one at a time so that a long range costs no memory.
public enum Levels: Hashable, Sendable {
  /// Exactly these, in this order.
  case list([Rational])
  /// `from + step * i` for `0 <= i < count`.
  case range(from: Rational, step: Rational, count: Int)

  /// `count` values from `from` to `to`, both ends included, evenly apart.
  ///
  /// - Precondition: `count >= 1`; with a count of 1 only `from` is taken.
  public static func evenly(from: Rational, to: Rational, count: Int) -> Levels {
    precondition(count >= 1, "a range needs a value")
    let step = count == 1 ? Rational.zero : (to - from) / Rational(count - 1)
    return .range(from: from, step: step, count: count)
  }

  /// The values from `from` in steps of `step` that do not pass `to`; nil when they are too many
  /// to count.
  ///
  /// - Precondition: `step > 0` and `from <= to`.
  public static func stepping(from: Rational, to: Rational, by step: Rational) -> Levels? {
    precondition(step.signum > 0 && from <= to, "steps lead from the lower end to the upper")
    guard let ratio = ((to - from) / step).words else { return nil }
    let (count, overflow) = (ratio.numerator / ratio.denominator).addingReportingOverflow(1)
    return overflow ? nil : .range(from: from, step: step, count: count)
  }

  /// How many values there are.
  public var count: Int {
    switch self {
    case .list(let values): values.count
    case .range(_, _, let count): count
    }
  }

  /// The value with this index, exact.
  public subscript(index: Int) -> Rational {
    switch self {
    case .list(let values): values[index]
    case .range(let from, let step, _): from + step * Rational(index)
    }
  }

  /// Whether each value is greater than the one before.
  public var ascend: Bool {
    switch self {
    case .list(let values): zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    case .range(_, let step, let count): count == 1 || step.signum > 0
    }
  }
}

extension Levels {
  /// The index of the first level equal to `value`, nil if there is none.
  public func index(of value: Rational) -> Int? {
    switch self {
    case .list(let values): return values.firstIndex(of: value)
    case .range(let from, let step, let count):
      guard !step.isZero else { return value == from ? 0 : nil }
      guard let index = ((value - from) / step).integer, (0..<count).contains(index) else {
        return nil
      }
      return index
    }
  }
}
