/// Sizes of letters, and how much room a text takes.
///
/// An SVG does not know the reader's font; widths are those of a wide sans-serif, so that texts
/// do not touch in a narrower one.
enum TextSize {
  /// Titles.
  static let title = 16.0
  /// Labels of axes and lines.
  static let normal = 13.0
  /// Numbers on axes, captions.
  static let small = 12.0

  /// The width of a line of text, in pixels.
  static func width(_ text: String, size: Double) -> Double {
    size * text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "l", "j", "I", ".", ",", "'", "|", "!", ":", ";": 0.3
    case " ", "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": 0.39
    case "m", "w", "M", "W", "%", "@", "—": 0.92
    case "A"..."Z", "=", "+", "<", ">", "≤", "≥": 0.7
    case _ where scalar.value >= 0x2E80: 1.05
    default: 0.6
    }
  }

  /// The text in lines no wider than `width`; a single word that is wider stays whole.
  static func wrapped(_ text: String, size: Double, width limit: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let longer = (lines.last.map { $0 + " " } ?? "") + word
      if !lines.isEmpty, width(longer, size: size) <= limit {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text, or as much of it as the width has room for with `...` at its end.
  static func fitted(_ text: String, size: Double, width limit: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var cut = text
    while !cut.isEmpty, width(cut + "...", size: size) > limit { cut.removeLast() }
    while cut.last == " " { cut.removeLast() }
    return cut + "..."
  }
}
