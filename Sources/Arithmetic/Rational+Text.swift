extension Rational: LosslessStringConvertible, CustomStringConvertible {
  /// Why a text is not a number this project reads.
  public enum ReadingError: Error, Equatable, Sendable {
    /// Not an integer, decimal, number with exponent, or fraction of integers.
    case notANumber
    /// The denominator of a fraction is zero.
    case zeroDenominator
    /// More than ``Rational/mostDigits`` digits, written out.
    case tooLong
  }

  /// Most digits a number may have when written out without an exponent.
  public static let mostDigits = 10_000

  /// `7/3`, `-2`: what ``init(_:)-(String)`` reads back exactly.
  public var description: String {
    guard let large else {
      return denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
    }
    return large.text
  }

  /// Reads what ``read(_:)`` reads, or nothing.
  public init?(_ description: String) {
    guard let value = try? Rational.read(description) else { return nil }
    self = value
  }

  /// Reads `3`, `-2.75`, `1e-3` or `7/3` exactly.
  ///
  /// - Throws: ``ReadingError``; blanks, infinities and NaN are not numbers.
  public static func read(_ text: some StringProtocol) throws(ReadingError) -> Rational {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      return try readDecimal(bytes[...])
    }
    let top = bytes[..<slash]
    let bottom = bytes[(slash + 1)...]
    guard isInteger(top, signed: true), isInteger(bottom, signed: false) else {
      throw .notANumber
    }
    let divisor = try readDecimal(bottom)
    guard !divisor.isZero else { throw .zeroDenominator }
    return try readDecimal(top) / divisor
  }

  private static func isInteger(_ bytes: ArraySlice<UInt8>, signed: Bool) -> Bool {
    let digits = signed && (bytes.first.map(isSign) ?? false) ? bytes.dropFirst() : bytes
    return !digits.isEmpty && digits.allSatisfy(isDigit)
  }

  private static func readDecimal(_ bytes: ArraySlice<UInt8>) throws(ReadingError) -> Rational {
    var rest = bytes
    let negative = rest.first == UInt8(ascii: "-")
    if let first = rest.first, isSign(first) { rest = rest.dropFirst() }

    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { throw .notANumber }

    var exponent = 0
    if let first = rest.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E") {
      let digits = rest.dropFirst()
      guard isInteger(digits, signed: true) else { throw .notANumber }
      guard digits.count < 12 else { throw .tooLong }
      exponent = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      rest = []
    }
    guard rest.isEmpty else { throw .notANumber }
    guard whole.count + fraction.count <= mostDigits, exponent.magnitude <= mostDigits else {
      throw .tooLong
    }

    let digits = String(decoding: whole + fraction, as: UTF8.self)
    let scale = exponent - fraction.count
    var value: Rational
    if digits.utf8.count <= 18, let small = Int(digits) {
      value = Rational(small)
    } else if let large = LargeRational(text: digits) {
      value = large.rational
    } else {
      throw .notANumber
    }
    if scale != 0 { value *= Rational(10).raised(to: scale) }
    return negative ? -value : value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isSign(_ byte: UInt8) -> Bool { byte == 43 || byte == 45 }
}
