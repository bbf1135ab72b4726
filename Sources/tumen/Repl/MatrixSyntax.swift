import Arithmetic
import Laboratory
import Scenarios

/// A game of two typed on one line:
/// `pd 3,3 0,5 ; 5,0 1,1`, `mp zero-sum 1 -1 ; -1 1`,
/// `pd actors A,B rows C,D columns C,D 3,3 0,5 ; 5,0 1,1`.
///
/// Blanks around commas and semicolons do not matter; a cell may stand in parentheses.
struct MatrixSyntax {
  private(set) var name = "matrix"
  private var actors = ["Row", "Col"]
  private var rowLabels: [String]?
  private var columnLabels: [String]?
  private var isZeroSum = false
  /// `cells[row][column]`: both payoffs.
  private var cells: [[(Rational, Rational)]] = []

  static let example = "matrix pd 3,3 0,5 ; 5,0 1,1"

  /// Reads what stands after the word `matrix`.
  init(_ text: String) throws(UsageError) {
    var words = Self.words(of: text)[...]
    guard let first = words.first else {
      throw UsageError("matrix needs payoffs: \(Self.example)")
    }
    if first != ";", !Self.options.contains(first), !Self.looksLikePayoffs(first) {
      guard first.first?.isLetter == true, !first.contains(",") else {
        throw UsageError("\(quoted(first)) is neither a name nor payoffs: \(Self.example)")
      }
      name = first
      words = words.dropFirst()
    }
    try readOptions(&words)
    try readCells(words)
    try checkLabels()
  }

  private static let options = ["zero-sum", "actors", "rows", "columns"]

  /// Words, with `;` a word of its own and blanks around commas taken out.
  private static func words(of text: String) -> [String] {
    var joined = ""
    for character in text where !"()".contains(character) {
      let isBlank = character.isWhitespace
      if isBlank, joined.last == "," || joined.last == " " { continue }
      if character == ",", joined.last == " " { joined.removeLast() }
      if character == ";" {
        joined += " ; "
      } else {
        joined.append(isBlank ? " " : character)
      }
    }
    return joined.split(separator: " ").map(String.init)
  }

  private static func looksLikePayoffs(_ word: String) -> Bool {
    word.split(separator: ",", omittingEmptySubsequences: false).contains {
      Rational(String($0)) != nil
    }
  }

  private mutating func readOptions(_ words: inout ArraySlice<String>) throws(UsageError) {
    var seen: [String] = []
    while let option = words.first, Self.options.contains(option) {
      guard !seen.contains(option) else { throw UsageError("\(option) is given twice") }
      seen.append(option)
      words = words.dropFirst()
      guard option != "zero-sum" else {
        isZeroSum = true
        continue
      }
      guard let list = words.first, list != ";" else {
        throw UsageError("\(option) needs names: \(option) A,B")
      }
      words = words.dropFirst()
      let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if names.contains("") {
        throw UsageError("\(quoted(list)) has an empty name: \(option) A,B")
      }
      if Set(names).count < names.count {
        throw UsageError("\(quoted(list)) has a name twice: \(option) A,B")
      }
      switch option {
      case "rows": rowLabels = names
      case "columns": columnLabels = names
      default: actors = names
      }
    }
  }

  private mutating func readCells(_ words: ArraySlice<String>) throws(UsageError) {
    var rows = words.split(separator: ";", omittingEmptySubsequences: false).map(Array.init)
    if rows.count > 1, rows.last?.isEmpty == true { rows.removeLast() }
    for (row, cellWords) in rows.enumerated() {
      guard !cellWords.isEmpty else {
        throw UsageError(
          rows.count == 1
            ? "the matrix has no payoffs: \(Self.example)"
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
      throw UsageError("\(place), \(quoted(word)), does not add up to zero: leave out zero-sum")
    case (2, _): return (numbers[0], numbers[1])
    case (1, false):
      throw UsageError(
        "\(place), \(quoted(word)), has one payoff: write both as in 3,3, or write zero-sum before "
          + "the first row")
    default:
      throw UsageError(
        "\(place), \(quoted(word)), has \(numbers.count) payoffs: a matrix has two actors")
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
