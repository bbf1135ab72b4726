/// A real root of a polynomial, known as exactly as one likes.
public struct AlgebraicNumber: Hashable, Sendable {
  /// The root is not below this.
  public private(set) var lower: Rational
  /// The root is not above this; equal to `lower` where the root is rational and known.
  public private(set) var upper: Rational
  /// A polynomial with this as its only root from `lower` to `upper`, and no root twice.
  private let polynomial: Polynomial

  /// The root itself, where it is known to be rational.
  public var exact: Rational? { lower == upper ? lower : nil }

  /// A rational number.
  public init(_ value: Rational) {
    (lower, upper) = (value, value)
    polynomial = Polynomial([-value, .one])
  }

  /// The distinct roots of a polynomial in `lower...upper`, in ascending order.
  ///
  /// - Precondition: not the polynomial 0, and `lower < upper`.
  public static func roots(
    of polynomial: Polynomial, from lower: Rational, to upper: Rational
  ) -> [AlgebraicNumber] {
    guard polynomial.degree > 0 else { return [] }
    if polynomial.degree == 1 {
      let root = -polynomial.coefficients[0] / polynomial.coefficients[1]
      return lower <= root && root <= upper ? [AlgebraicNumber(root)] : []
    }
    let simple = polynomial.squareFree
    return simple.roots(from: lower, to: upper).map { root in
      root.exact.map { AlgebraicNumber($0) } ?? AlgebraicNumber(simple, root)
    }
  }

  private init(_ polynomial: Polynomial, _ root: RealRoot) {
    (lower, upper) = (root.lower, root.upper)
    self.polynomial = polynomial
  }

  /// Half the enclosure.
  private mutating func halve() {
    guard lower < upper else { return }
    let middle = (lower + upper) * Rational(1, 2)
    let sign = polynomial.value(at: middle).signum
    if sign == 0 {
      (lower, upper) = (middle, middle)
    } else if sign == polynomial.value(at: upper).signum {
      upper = middle
    } else {
      lower = middle
    }
  }

  /// The same number enclosed to a width.
  public func enclosed(to width: Rational) -> AlgebraicNumber {
    var closer = self
    while closer.upper - closer.lower > width { closer.halve() }
    return closer
  }

  /// -1, 0 or 1 as this number is below, equal to or above another.
  public func compared(to other: AlgebraicNumber) -> Int {
    if let value = exact, let second = other.exact { return (value - second).signum }
    var (a, b) = (self, other)
    if a.lower <= b.upper && b.lower <= a.upper {
      // Equal just where both polynomials have a root in common that both enclosures hold.
      let common = Polynomial.greatestCommonDivisor(a.polynomial, b.polynomial)
      let (from, to) = (max(a.lower, b.lower), min(a.upper, b.upper))
      if common.degree > 0 {
        let isEqual =
          from == to
          ? common.value(at: from).isZero : !common.roots(from: from, to: to).isEmpty
        if isEqual { return 0 }
      }
    }
    while a.lower <= b.upper && b.lower <= a.upper {
      a.halve()
      b.halve()
    }
    return a.upper < b.lower ? -1 : 1
  }

  /// A rational number strictly between two different ones, short where that is possible.
  public static func between(_ a: AlgebraicNumber, _ b: AlgebraicNumber) -> Rational {
    var (low, high) = (a, b)
    while low.upper >= high.lower {
      low.halve()
      high.halve()
    }
    let third = (high.lower - low.upper) * Rational(1, 3)
    return Rational.simplest(from: low.upper + third, to: high.lower - third)
  }

  /// About the number.
  public var double: Double { ((lower + upper) * Rational(1, 2)).double }
}

extension AlgebraicNumber: Comparable {
  /// Whether the first is below the second.
  public static func < (a: AlgebraicNumber, b: AlgebraicNumber) -> Bool { a.compared(to: b) < 0 }
  /// Whether both are the same number, however each is enclosed.
  public static func == (a: AlgebraicNumber, b: AlgebraicNumber) -> Bool { a.compared(to: b) == 0 }
  /// Nothing that would differ between enclosures of one number.
  public func hash(into hasher: inout Hasher) {}
}
