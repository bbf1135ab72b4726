internal import CGMP

/// A rational number held by GMP, for values that a machine word does not hold.
///
/// Immutable once made, hence safe to share between threads.
@usableFromInline
final class LargeRational: @unchecked Sendable {
  private let value: UnsafeMutablePointer<__mpq_struct>

  private init() {
    value = .allocate(capacity: 1)
    __gmpq_init(value)
  }

  deinit {
    __gmpq_clear(value)
    value.deallocate()
  }

  @usableFromInline
  convenience init(_ numerator: Int, _ denominator: Int) {
    self.init()
    __gmpz_set_si(tumen_mpq_numerator(value), numerator)
    __gmpz_set_si(tumen_mpq_denominator(value), denominator)
    __gmpq_canonicalize(value)
  }

  /// The fraction of two integers of any size; the denominator must not be zero.
  convenience init(
    _ numerator: UnsafePointer<__mpz_struct>, _ denominator: UnsafePointer<__mpz_struct>
  ) {
    self.init()
    __gmpz_set(tumen_mpq_numerator(value), numerator)
    __gmpz_set(tumen_mpq_denominator(value), denominator)
    __gmpq_canonicalize(value)
  }

  /// The fraction of two integers of 128 bits; the denominator must not be zero.
  convenience init(wide numerator: Int128, _ denominator: Int128) {
    self.init()
    tumen_mpz_set_wide(
      tumen_mpq_numerator(value), UInt(numerator.magnitude >> 64),
      UInt(truncatingIfNeeded: numerator.magnitude), Int32(numerator.signum()))
    tumen_mpz_set_wide(
      tumen_mpq_denominator(value), UInt(denominator.magnitude >> 64),
      UInt(truncatingIfNeeded: denominator.magnitude), Int32(denominator.signum()))
    __gmpq_canonicalize(value)
  }

  /// The numerator and denominator, if 127 bits and a sign hold each.
  var wideWords: (numerator: Int128, denominator: Int128)? {
    let (top, bottom) = (tumen_mpq_numerator(value), tumen_mpq_denominator(value))
    guard max(__gmpz_sizeinbase(top, 2), __gmpz_sizeinbase(bottom, 2)) < Int128.bitWidth else {
      return nil
    }
    let numerator = Int128(__gmpz_getlimbn(top, 1)) << 64 | Int128(__gmpz_getlimbn(top, 0))
    let denominator =
      Int128(__gmpz_getlimbn(bottom, 1)) << 64 | Int128(__gmpz_getlimbn(bottom, 0))
    return (signum < 0 ? -numerator : numerator, denominator)
  }

  /// Reads `digits` or `digits/digits` in base ten; the denominator must not be zero.
  convenience init?(text: String) {
    self.init()
    guard __gmpq_set_str(value, text, 10) == 0 else { return nil }
    __gmpq_canonicalize(value)
  }

  /// Takes the exact value of a finite double.
  convenience init(_ double: Double) {
    self.init()
    __gmpq_set_d(value, double)
  }

  @usableFromInline var signum: Int { Int(tumen_mpq_sign(value)) }

  @usableFromInline var isInteger: Bool {
    __gmpz_cmp_ui(tumen_mpq_denominator(value), 1) == 0
  }

  @usableFromInline var bitWidth: Int {
    __gmpz_sizeinbase(tumen_mpq_numerator(value), 2)
      + __gmpz_sizeinbase(tumen_mpq_denominator(value), 2)
  }

  /// The canonical number: back in machine words where they hold it.
  @usableFromInline var rational: Rational {
    let top = tumen_mpq_numerator(value)
    let bottom = tumen_mpq_denominator(value)
    if __gmpz_fits_slong_p(top) != 0, __gmpz_fits_slong_p(bottom) != 0 {
      let numerator = __gmpz_get_si(top)
      if numerator != Int.min {
        return Rational(reduced: numerator, over: __gmpz_get_si(bottom))
      }
    }
    return Rational(large: self)
  }

  func adding(_ other: LargeRational) -> LargeRational {
    let result = LargeRational()
    __gmpq_add(result.value, value, other.value)
    return result
  }

  func multiplied(by other: LargeRational) -> LargeRational {
    let result = LargeRational()
    __gmpq_mul(result.value, value, other.value)
    return result
  }

  var negated: LargeRational {
    let result = LargeRational()
    __gmpq_neg(result.value, value)
    return result
  }

  var reciprocal: LargeRational {
    let result = LargeRational()
    __gmpq_inv(result.value, value)
    return result
  }

  /// Feeds the lowest words of both parts to a hasher.
  func hash(into hasher: inout Hasher) {
    hasher.combine(__gmpz_getlimbn(tumen_mpq_numerator(value), 0))
    hasher.combine(__gmpz_getlimbn(tumen_mpq_denominator(value), 0))
  }

  func compared(to other: LargeRational) -> Int { Int(__gmpq_cmp(value, other.value)).signum() }

  /// The denominator alone.
  var denominatorRational: Rational {
    let result = LargeRational()
    __gmpz_set(tumen_mpq_numerator(result.value), tumen_mpq_denominator(value))
    return result.rational
  }

  /// The largest integer that is not greater.
  var floor: Rational {
    let result = LargeRational()
    __gmpz_fdiv_q(
      tumen_mpq_numerator(result.value), tumen_mpq_numerator(value), tumen_mpq_denominator(value))
    return result.rational
  }

  /// The double next to the number towards zero.
  var truncatedDouble: Double { __gmpq_get_d(value) }

  /// `numerator/denominator` or `numerator`, in base ten.
  @usableFromInline var text: String {
    guard let digits = __gmpq_get_str(nil, 10, value) else { return "" }
    defer { tumen_gmp_free(digits) }
    return String(cString: digits)
  }
}
