import Arithmetic

/// Text and numbers as LaTeX source.
public enum LaTeX {
  /// A text with LaTeX's special characters escaped.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// A number in text: `$3$`, `$-\frac{1}{2}$`.
  static func number(_ value: Rational, exact: Bool) -> String {
    guard exact else { return "$\(value.double.text(digits: 6))$" }
    let text = value.description
    guard let slash = text.firstIndex(of: "/") else { return "$\(text)$" }
    let minus = text.hasPrefix("-") ? "-" : ""
    let top = text[..<slash].drop { $0 == "-" }
    return "$\(minus)\\frac{\(top)}{\(text[text.index(after: slash)...])}$"
  }
}

extension ResultTable.Cell {
  var latex: String {
    switch self {
    case .text(let text): LaTeX.escaped(text)
    case .number(let value, let exact): LaTeX.number(value, exact: exact)
    case .count(let count): "$\(count)$"
    case .several(let cells): cells.map(\.latex).joined(separator: ", ")
    }
  }
}

extension ResultTable {
  /// The table as a LaTeX `table` with a `tabular` inside; needs no package.
  public var latex: String {
    let alignment = columns.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0[column].isNumber } ? "r" : "l"
    }
    var lines = ["\\begin{table}[htbp]", "  \\centering"]
    if let caption { lines.append("  \\caption{\(LaTeX.escaped(caption))}") }
    lines.append("  \\begin{tabular}{\(alignment.joined())}")
    lines.append("    \\hline")
    lines.append("    " + columns.map(LaTeX.escaped).joined(separator: " & ") + " \\\\")
    lines.append("    \\hline")
    for row in rows {
      lines.append("    " + row.map(\.latex).joined(separator: " & ") + " \\\\")
    }
    lines += ["    \\hline", "  \\end{tabular}", "\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }
}
