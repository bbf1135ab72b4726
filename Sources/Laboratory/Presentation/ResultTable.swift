public import Arithmetic

/// A table that answers a question: the same rows serve text, CSV and LaTeX.
public struct ResultTable: Sendable {
  /// A line above the table in text and LaTeX, nil for none.
  public var caption: String?
  /// The column headings.
  public var columns: [String]
  /// The rows, each as long as `columns`.
  public var rows: [[Cell]]
  /// Lines below the table in text, such as the key to its marks.
  public var notes: [String]

  /// What one cell holds.
  public enum Cell: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A number: exact, or out of floating-point work.
    case number(Rational, exact: Bool)
    /// A count.
    case count(Int)
    /// Several lines in one cell.
    case several([Cell])
  }

  /// A table without rows yet.
  public init(
    caption: String? = nil, columns: [String], rows: [[Cell]] = [], notes: [String] = []
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

extension ResultTable.Cell: ExpressibleByStringLiteral {
  /// The text itself.
  public init(stringLiteral value: String) { self = .text(value) }

  /// Lines of the cell as people read it: fractions beside decimals, floating numbers marked `~`.
  public var textLines: [String] {
    switch self {
    case .text(let text): [text]
    case .number(let value, let exact):
      [exact ? value.readingText : "~" + value.double.text(digits: 6)]
    case .count(let count): [String(count)]
    case .several(let cells): cells.flatMap(\.textLines)
    }
  }

  /// The value for machines: a fraction, a shortest decimal, a text; several joined by `; `.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .number(let value, let exact): exact ? value.description : value.double.shortestText
    case .count(let count): String(count)
    case .several(let cells): cells.map(\.plainText).joined(separator: "; ")
    }
  }

  /// Whether the cell reads best with its end aligned.
  public var isNumber: Bool {
    switch self {
    case .text: false
    case .number, .count: true
    case .several(let cells): cells.allSatisfy(\.isNumber) && !cells.isEmpty
    }
  }
}

extension ResultTable {
  /// The table for people: aligned columns, two blanks apart, headings underlined by a rule.
  public func text(style: TextStyle = .plain) -> String {
    let cells = rows.map { $0.map(\.textLines) }
    let widths = columns.indices.map { column in
      cells.reduce(columns[column].displayWidth) { width, row in
        row[column].reduce(width) { max($0, $1.displayWidth) }
      }
    }
    let right = columns.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0[column].isNumber }
    }
    func line(_ texts: [String]) -> String {
      var line = ""
      for (column, text) in texts.enumerated() {
        if column > 0 { line += "  " }
        line +=
          right[column] ? text.paddedLeft(to: widths[column]) : text.padded(to: widths[column])
      }
      while line.last == " " { line.removeLast() }
      return line
    }

    var lines = caption.map { [$0] } ?? []
    lines.append(style.heading(line(columns)))
    lines.append(
      style.faint(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")))
    for row in cells {
      for part in 0..<(row.map(\.count).max() ?? 0) {
        lines.append(line(row.map { part < $0.count ? $0[part] : "" }))
      }
    }
    return (lines + notes).joined(separator: "\n") + "\n"
  }

  /// The table as CSV after RFC 4180, headings first, lines ended by a newline alone.
  public var csv: String {
    var text = columns.map(Self.csvField).joined(separator: ",") + "\n"
    for row in rows {
      text += row.map { Self.csvField($0.plainText) }.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func csvField(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// How text is dressed for a terminal; plain everywhere else.
public struct TextStyle: Sendable {
  /// Whether escape sequences may be written.
  public let coloured: Bool

  /// A style with or without colour.
  public init(coloured: Bool) { self.coloured = coloured }

  /// No escape sequences.
  public static let plain = TextStyle(coloured: false)

  /// A heading: bold.
  public func heading(_ text: String) -> String { dressed(text, "1") }
  /// Something of less weight: faint.
  public func faint(_ text: String) -> String { dressed(text, "2") }
  /// Something to notice: green.
  public func good(_ text: String) -> String { dressed(text, "32") }
  /// Something to notice: yellow.
  public func marked(_ text: String) -> String { dressed(text, "33") }

  private func dressed(_ text: String, _ code: String) -> String {
    coloured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
