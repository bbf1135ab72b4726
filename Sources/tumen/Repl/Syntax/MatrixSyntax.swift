import Arithmetic
import Laboratory
import Scenarios

/// A game of two typed on one line or pasted as a table:
/// `pd 3,3 0,5 ; 5,0 1,1`, `mp zero-sum 1 -1 ; -1 1`,
/// `pd actors A,B rows C,D columns C,D 3,3 0,5 ; 5,0 1,1`, or the rows on lines of their own.
///
/// Blanks around commas and semicolons do not matter; a cell may stand in parentheses. A table may
/// have a first row and a first column of names.
struct MatrixSyntax {
  private(set) var name = "matrix"
  private var actors = ["Row", "Col"]
  private var rowLabels: [String]?
  private var columnLabels: [String]?
  private var isZeroSum = false
  /// `cells[row][column]`: both payoffs.
  private var cells: [[(Rational, Rational)]] = []

  static let example = "matrix pd 3,3 0,5 ; 5,0 1,1"
  private static let noPayoffs =
    "the matrix has no payoffs: \(example), or end the line with a colon and write the rows below it"

  /// Reads what stands after the word `matrix`, lines of a table after the first.
  init(_ text: String) throws(UsageError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let parted = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    var words = TableText.words(parted[0])[...]
    guard !words.isEmpty || parted.count > 1 || lines.count > 1 else {
      throw UsageError(
        "matrix needs payoffs: \(Self.example), or matrix pd: and the rows on lines of their own")
    }
    if let first = words.first, !Self.options.contains(first), !Self.looksLikePayoffs(first) {
      guard first.first?.isLetter == true, !first.contains(",") else {
        throw UsageError("\(quoted(first)) is neither a name nor payoffs: \(Self.example)")
      }
      name = first
      words = words.dropFirst()
    }
    try readOptions(&words)
    if lines.count > 1 {
      guard words.isEmpty, parted.count == 1 else {
        throw UsageError(
          "rows stand on the first line and below it: write them in one of the two places")
      }
      try readTable(TableText.rows(Array(lines.dropFirst())))
    } else {
      try readCells([Array(words)] + parted.dropFirst().map { TableText.words($0) })
    }
    try checkLabels()
  }

  private static let options = ["zero-sum", "actors", "rows", "columns"]

  private static func looksLikePayoffs(_ word: String) -> Bool {
    word.split(separator: ",", omittingEmptySubsequences: false).contains {
      Rational(String($0)) != nil
    }
  }

  private mutating func readOptions(_ words: inout ArraySlice<String>) throws(UsageError) {
    var seen: [String] = []
    while let option = words.first, Self.options.contains(option) {
      guard !seen.contains(option) else {
        throw UsageError("\(option) is given twice: write it once")
      }
      seen.append(option)
      guard option != "zero-sum" else {
        isZeroSum = true
        words = words.dropFirst()
        continue
      }
      let names = try TypedGame.names(after: option, in: &words) ?? []
      switch option {
      case "rows": rowLabels = names
      case "columns": columnLabels = names
      default: actors = names
      }
    }
  }

  /// A table with or without a row and a column of names.
  private mutating func readTable(_ table: [[String]]) throws(UsageError) {
    var rows = table
    if rows.count > 1, let header = rows.first,
      !header.contains(where: Self.looksLikePayoffs), rows[1].contains(where: Self.looksLikePayoffs)
    {
      let hasRowNames = rows[1].first.map { !Self.looksLikePayoffs($0) } ?? false
      let hasCorner = hasRowNames && header.count == rows[1].count
      columnLabels = try checked(
        Array(header.dropFirst(hasCorner ? 1 : 0)), "columns", columnLabels)
      rows.removeFirst()
    }
    let named = rows.filter { row in
      row.count > 1 && row.first.map { !Self.looksLikePayoffs($0) } ?? false
    }
    if named.count == rows.count, !rows.isEmpty {
      rowLabels = try checked(rows.map { $0[0] }, "rows", rowLabels)
      rows = rows.map { Array($0.dropFirst()) }
    }
    // Of a zero-sum game a row may be numbers with commas between them.
    if isZeroSum, rows.allSatisfy({ $0.count == 1 && $0[0].contains(",") }) {
      rows = rows.map {
        $0[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
    try readCells(rows)
  }

  private func checked(
    _ labels: [String], _ option: String, _ before: [String]?
  ) throws(UsageError) -> [String] {
    guard before == nil else {
      throw UsageError("\(option) are named on the first line and in the table: name them once")
    }
    return try TypedGame.names(in: labels.joined(separator: ","), of: option)
  }

  private mutating func readCells(_ table: [[String]]) throws(UsageError) {
    var rows = table
    if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
    guard !rows.isEmpty else {
      throw UsageError(Self.noPayoffs)
    }
    for (row, cellWords) in rows.enumerated() {
      guard !cellWords.isEmpty else {
        throw UsageError(
          rows.count == 1
            ? Self.noPayoffs
            : "row \(row + 1) is empty: write one ; between two rows")
      }
      if let width = cells.first?.count, width != cellWords.count {
        throw UsageError(
          "row \(row + 1) has \(Words.count(cellWords.count, "cell")), row 1 has \(width): give "
            + "every row as many")
      }
      var line: [(Rational, Rational)] = []
      for (column, word) in cellWords.enumerated() {
        line.append(try payoffs(word, "cell \(column + 1) of row \(row + 1)"))
      }
      cells.append(line)
    }
  }

  private func payoffs(
    _ word: String, _ place: String
  ) throws(UsageError) -> (Rational, Rational) {
    let parts = word.split(separator: ",", omittingEmptySubsequences: false)
    var numbers: [Rational] = []
    for part in parts {
      guard let number = Rational(String(part)) else {
        throw UsageError(
          "\(place), \(quoted(word)): \(quoted(part)) is no number; write 3, -2.75 or 7/3")
      }
      numbers.append(number)
    }
    switch (numbers.count, isZeroSum) {
    case (1, true): return (numbers[0], -numbers[0])
    case (2, true) where !(numbers[0] + numbers[1]).isZero:
      throw UsageError(
        "\(place), \(quoted(word)), does not add up to zero: leave out zero-sum, or if the comma is a "
          + "decimal one write \(parts[0]).\(parts[1])")
    case (2, _): return (numbers[0], numbers[1])
    case (1, false):
      throw UsageError(
        "\(place), \(quoted(word)), has one payoff: write both as in 3,3, or write zero-sum before "
          + "the first row")
    default:
      throw UsageError(
        "\(place), \(quoted(word)), has \(numbers.count) payoffs: a matrix has two actors; part cells "
          + "by blanks or tabs, and write decimals with a point, as in 0.5,2")
    }
  }

  private func checkLabels() throws(UsageError) {
    let sizes = [
      ("actors", Optional(actors), 2), ("rows", rowLabels, cells.count),
      ("columns", columnLabels, cells[0].count),
    ]
    for (option, names, size) in sizes {
      if let names, names.count != size {
        throw UsageError(
          "\(option) has \(Words.count(names.count, "name")), the matrix needs \(size)")
      }
    }
  }

  /// The game as a scenario.
  var scenario: Scenario {
    func strategies(_ labels: [String]?, _ count: Int) -> [StrategicForm.Strategy] {
      (labels ?? (1...count).map(String.init)).map { StrategicForm.Strategy(key: $0) }
    }
    return Scenario(
      id: name, title: "", actors: actors.map { Scenario.Actor(key: $0, name: $0) },
      form: StrategicForm(
        strategies: [
          strategies(rowLabels, cells.count), strategies(columnLabels, cells[0].count),
        ],
        cells: cells.joined().map { Cell(gains: [Expression($0.0), Expression($0.1)]) }))
  }
}
