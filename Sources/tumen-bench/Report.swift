import Glibc

/// What was measured, a line a figure, and whether every answer was right.
struct Report {
  private var mistakes: [String] = []

  /// Prints one figure.
  func line(_ work: String, _ figures: String) {
    print(work.padded(to: 44) + figures)
  }

  /// Notes an answer that should not be.
  mutating func mistake(_ text: String) {
    mistakes.append(text)
    print("WRONG: \(text)")
  }

  /// Ends the program: status 1 where an answer was wrong.
  func finish() {
    print(mistakes.isEmpty ? "every answer agrees" : "\(mistakes.count) answers are wrong")
    if !mistakes.isEmpty { exit(1) }
  }
}

extension String {
  /// The text with blanks behind it up to this width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}

extension Double {
  /// Three significant digits, enough for a benchmark.
  var short: String {
    guard self != 0, isFinite else { return "\(self)" }
    let digits = max(0, 2 - Int(log10(abs(self)).rounded(.down)))
    let scale = pow(10, Double(digits))
    let rounded = (self * scale).rounded() / scale
    return digits == 0 ? "\(Int(rounded))" : "\(rounded)"
  }
}

extension Array where Element == Double {
  /// The middle value; of an even number the lower of the two in the middle.
  var median: Double { isEmpty ? .nan : sorted()[(count - 1) / 2] }

  /// The largest value.
  var largest: Double { self.max() ?? .nan }
}
