public import Arithmetic
import Glibc

extension Rational {
  /// The fraction with its decimal beside it: `3`, `-1/2 (-0.5)`, `1/3 (0.3333)`.
  ///
  /// A fraction too long to be read is given as a decimal alone, marked `~`.
  public var readingText: String {
    if isInteger || description.utf8.count > Self.longestFraction { return shortText }
    return "\(description) (\(double.text(digits: 4)))"
  }

  /// The fraction alone, or where that is too long a decimal marked `~`.
  public var shortText: String {
    let text = description
    guard text.utf8.count > Self.longestFraction else { return text }
    let rounded = double
    if rounded.isFinite, rounded != 0 { return "~" + rounded.text(digits: 6) }
    // Past what doubles hold: the power of ten.
    let digits = text.split(separator: "/").map { $0.utf8.count - ($0.first == "-" ? 1 : 0) }
    let power = digits[0] - (digits.count > 1 ? digits[1] : 1)
    return "~\(signum < 0 ? "-" : "")10^\(power)"
  }

  private static var longestFraction: Int { 21 }
}

extension Double {
  /// The number rounded to `digits` significant digits, without trailing zeros.
  public func text(digits: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let length = withVaList([Int32(digits), self]) {
      vsnprintf(&buffer, buffer.count, "%.*g", $0)
    }
    return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The number as seconds, in a unit that fits: `40 seconds`, `3 hours`, `20 years`.
  public var durationText: String {
    let units = [("years", 31_557_600.0), ("days", 86_400), ("hours", 3600), ("minutes", 60)]
    for (unit, seconds) in units where self >= 2 * seconds {
      let count = self / seconds
      return "\(count < 1e6 ? String(Int(count.rounded())) : count.text(digits: 2)) \(unit)"
    }
    return "\(text(digits: 2)) seconds"
  }

  /// The number as a share, in per cent with at most one decimal.
  public var percentText: String {
    let percent = self * 100
    // A share that is not all or nothing must not be rounded to it.
    if percent > 0, percent < 0.1 { return "<0.1 %" }
    if percent > 99.9, percent < 100 { return ">99.9 %" }
    return percent.text(digits: percent >= 10 ? 3 : 2) + " %"
  }
}
