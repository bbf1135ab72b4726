/// A real root of a polynomial: exact where it is a short fraction, otherwise enclosed.
public struct RealRoot: Hashable, Sendable {
  /// The root is not below this.
  public let lower: Rational
  /// The root is not above this; equal to `lower` where the root is known exactly.
  public let upper: Rational

  /// The root itself, where it is known exactly.
  public var exact: Rational? { lower == upper ? lower : nil }

  /// A root between two numbers, or at one.
  public init(from lower: Rational, to upper: Rational) {
    self.lower = lower
    self.upper = upper
  }
}

extension Polynomial {
  /// The width to which roots are enclosed.
  public static let rootWidth = Rational(1, 1 << 50)

  /// The distinct real roots in `lower..<upper` and at `upper`, in ascending order, their
  /// enclosures apart from each other.
  ///
  /// - Precondition: not the polynomial 0, and `lower < upper`.
  /// - Source: Sturm 1829, with bisection.
  public func roots(from lower: Rational, to upper: Rational) -> [RealRoot] {
    precondition(degree >= 0, "every number is a root of 0")
    precondition(lower < upper, "an interval has its lower end first")
    // Without repeated roots the sign changes at each, and the chain vanishes nowhere.
    let simple = sturmChain.last.map { divided(by: $0).quotient } ?? self
    let chain = simple.sturmChain
    var found: [RealRoot] = []
    if value(at: lower).isZero { found.append(RealRoot(from: lower, to: lower)) }
    var waiting = [
      (lower, Self.variations(chain, lower), upper, Self.variations(chain, upper))
    ]
    // The count is of roots above the lower end, up to the upper end.
    while let (from, atFrom, to, atTo) = waiting.popLast(), atFrom >= atTo {
      if atFrom == atTo { continue }
      if atFrom == atTo + 1 {
        found.append(simple.enclosed(from: from, to: to))
        continue
      }
      let middle = (from + to) / 2
      let atMiddle = Self.variations(chain, middle)
      waiting.append((middle, atMiddle, to, atTo))
      waiting.append((from, atFrom, middle, atMiddle))
    }
    return found
  }

  /// The one root above `lower` and up to `upper`.
  private func enclosed(from lower: Rational, to upper: Rational) -> RealRoot {
    if value(at: upper).isZero { return RealRoot(from: upper, to: upper) }
    var (low, high) = (lower, upper)
    let sign = value(at: upper).signum
    while high - low > Self.rootWidth {
      let middle = (low + high) / 2
      let there = value(at: middle).signum
      if there == 0 { return RealRoot(from: middle, to: middle) }
      if there == sign { high = middle } else { low = middle }
    }
    let short = Rational.simplest(from: low, to: high)
    return value(at: short).isZero && short > lower
      ? RealRoot(from: short, to: short) : RealRoot(from: low, to: high)
  }

  /// The polynomial, its derivative, and the negated remainders after them, each scaled to a
  /// leading coefficient of 1 or -1; the last divides all.
  private var sturmChain: [Polynomial] {
    func scaled(_ a: Polynomial) -> Polynomial {
      a.coefficients.last.map { $0.magnitude.reciprocal * a } ?? a
    }
    var chain = [self]
    var next = scaled(derivative)
    while let divisor = chain.last, next.degree >= 0 {
      chain.append(next)
      next = scaled(Rational(-1) * divisor.divided(by: next).remainder)
    }
    return chain
  }

  /// The polynomial with each of its roots once.
  public var squareFree: Polynomial {
    degree < 1 ? self : divided(by: Self.greatestCommonDivisor(self, derivative)).quotient
  }

  /// How often the sign changes along the chain at `x`.
  private static func variations(_ chain: [Polynomial], _ x: Rational) -> Int {
    let signs = chain.map { $0.value(at: x).signum }.filter { $0 != 0 }
    return zip(signs, signs.dropFirst()).count { $0 != $1 }
  }
}
