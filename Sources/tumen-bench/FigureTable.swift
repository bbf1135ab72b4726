/// Figures as the lines of a table that can be read as it grows, at most 150 characters wide.
enum FigureTable {
  private static let columns: [(title: String, width: Int, isNumber: Bool)] = [
    ("work", 45, false), ("ours", 10, true), ("worst", 10, true), ("beside", 25, false),
    ("theirs", 10, true), ("ratio", 8, true), ("worst", 8, true), ("promised", 18, false),
    ("holds", 5, false),
  ]

  /// The titles of the columns, underlined.
  static var head: String {
    line(columns.map(\.title)) + "\n"
      + line(columns.map { String(repeating: "-", count: $0.width) })
  }

  /// The line of one figure. A run that is not `judged` leaves open whether the promise holds.
  static func row(_ figure: Figure, judged: Bool) -> String {
    let unit = figure.unit
    return line([
      figure.work, unit.text(figure.ours.median), figure.worst.map(unit.text) ?? "",
      figure.peer?.name ?? "", theirs(figure), figure.ratio?.short ?? "",
      figure.worstRatio?.short ?? "", figure.promise?.text(unit) ?? "",
      judged ? verdict(figure) : "",
    ])
  }

  private static func theirs(_ figure: Figure) -> String {
    guard let peer = figure.peer else { return "" }
    guard let values = peer.values else { return "not here" }
    return values.isEmpty ? "failed" : figure.unit.text(values.median)
  }

  private static func verdict(_ figure: Figure) -> String {
    guard figure.promise != nil else { return "" }
    return figure.holds.map { $0 ? "yes" : "NO" } ?? "?"
  }

  private static func line(_ texts: [String]) -> String {
    let cells = zip(columns, texts).map { column, text in
      let blanks = String(repeating: " ", count: max(0, column.width - text.count))
      return column.isNumber ? blanks + text : text + blanks
    }
    let text = cells.joined(separator: " ")
    return String(text[...(text.lastIndex { $0 != " " } ?? text.startIndex)])
  }
}

extension Figure.Unit {
  /// A number with its unit, in three digits.
  func text(_ value: Double) -> String {
    switch self {
    case .seconds:
      value == 0 || value >= 1
        ? "\(value.short) s"
        : value < 1e-4 ? "\((value * 1e6).short) µs" : "\((value * 1000).short) ms"
    case .perSecond:
      value < 1e3
        ? "\(value.short) /s"
        : value < 1e6 ? "\((value / 1e3).short) k/s" : "\((value / 1e6).short) M/s"
    case .bytes: "\((value / 1e6).short) MB"
    case .number: value.short
    }
  }
}

extension Promise {
  /// The promise in words: `at most 20 ms`, `ratio at most 0.25`.
  func text(_ unit: Figure.Unit) -> String {
    let (words, limit) =
      switch bound {
      case .atMost(let limit): ("at most", limit)
      case .atLeast(let limit): ("at least", limit)
      }
    switch quantity {
    case .median: return "\(words) \(unit.text(limit))"
    case .worst: return "worst \(words) \(unit.text(limit))"
    case .ratio: return "ratio \(words) \(limit.short)"
    }
  }
}
