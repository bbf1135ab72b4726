import Arithmetic
import GameForms

/// A number in which sums over coalitions are exact: machine integers as long as they fit, fractions
/// of any size beyond.
protocol ExactNumber: SignedNumeric, Comparable, Sendable {
  /// Sums are exact as long as no part of them is larger than this.
  static var room: Double { get }

  init(_ integer: Int)

  /// The values over one denominator that `scale` divides, and that denominator; nil if they do not
  /// fit.
  static func together(_ values: [Rational], over scale: Int) -> (values: [Self], scale: Int)?

  /// The worths of a game over one denominator, in binary order; nil if they do not fit.
  static func worths(of game: CoalitionalGame) -> (worths: [Self], scale: Int)?

  /// The number itself.
  var rational: Rational { get }
  /// The nearest double.
  var approximate: Double { get }
}

extension ExactNumber {
  /// Whether sums as large as this are exact; fractions have room for any, those past doubles too.
  static func hasRoom(for size: Double) -> Bool { room.isInfinite || size < room }

  /// About how large the number is, for the question whether sums fit.
  var size: Double { approximate.magnitude }
}

extension Int: ExactNumber {
  static var room: Double { 0x1p62 }
  var rational: Rational { Rational(self) }
  var approximate: Double { Double(self) }

  static func worths(of game: CoalitionalGame) -> (worths: [Int], scale: Int)? {
    game.integers.map { ($0.numerators, $0.denominator) }
  }

  static func together(_ values: [Rational], over scale: Int) -> (values: [Int], scale: Int)? {
    guard let (wide, common) = Int128.together(values, over: scale) else { return nil }
    let narrow = wide.compactMap { Int(exactly: $0) }
    return narrow.count == wide.count ? (narrow, common) : nil
  }
}

extension Int128: ExactNumber {
  static var room: Double { 0x1p126 }
  var rational: Rational { Rational(self) }
  var approximate: Double { Double(self) }

  static func worths(of game: CoalitionalGame) -> (worths: [Int128], scale: Int)? {
    game.integers.map { ($0.numerators.map { Int128($0) }, $0.denominator) }
  }

  static func together(_ values: [Rational], over scale: Int) -> (values: [Int128], scale: Int)? {
    var common = scale
    for value in values {
      guard let denominator = value.words?.denominator,
        let factor = Rational(common, denominator).words?.denominator
      else { return nil }
      let (raised, overflow) = common.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      common = raised
    }
    let numerators = values.compactMap { value in
      value.words.map { Int128($0.numerator) * Int128(common / $0.denominator) }
    }
    return (numerators, common)
  }
}

extension Rational: ExactNumber {
  static var room: Double { .infinity }
  var rational: Rational { self }
  var approximate: Double { double }

  static func worths(of game: CoalitionalGame) -> (worths: [Rational], scale: Int)? {
    ((0..<game.coalitions).map { game[Coalition(rawValue: $0)] }, 1)
  }

  static func together(_ values: [Rational], over scale: Int) -> (values: [Rational], scale: Int)? {
    (values, 1)
  }
}
