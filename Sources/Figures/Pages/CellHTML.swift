import Arithmetic
import Laboratory

extension ResultTable.Cell {
  /// The cell in a page: short fractions as they are, other numbers to six digits.
  var html: String {
    switch self {
    case .text(let text): text.escapedForXML
    case .number(let value, let exact):
      (exact && value.description.utf8.count <= 12
        ? value.description : value.double.text(digits: 6))
        .escapedForXML
    case .count(let count): String(count)
    case .several(let cells): cells.map(\.html).joined(separator: "<br>")
    }
  }

  /// Whether it reads best with its end aligned.
  var isNumeric: Bool {
    switch self {
    case .text, .several: false
    case .number, .count: true
    }
  }

  /// A cell as results write it: a number if it can be read as one.
  init(written text: String) {
    if let number = try? Rational.read(text) {
      self = .number(number, exact: false)
    } else {
      self = .text(text.isEmpty ? "-" : text)
    }
  }

  /// A number that was computed in floating point; `-` for none.
  init(floating number: Double?) {
    self = number.flatMap { Rational($0) }.map { .number($0, exact: false) } ?? .text("-")
  }
}
