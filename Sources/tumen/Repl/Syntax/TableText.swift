import Scenarios

/// A table as it is typed or pasted from a spreadsheet: cells parted by tabs, by commas between
/// quotation marks, or by blanks.
enum TableText {
  /// The cells of each line; empty lines are left out.
  static func rows(_ lines: [String]) -> [[String]] {
    lines.map(cells).filter { !$0.isEmpty }
  }

  /// The cells of a line.
  static func cells(_ line: String) -> [String] {
    if line.contains("\t") {
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(plain)
      // A spreadsheet ends short rows with empty cells.
      while cells.last?.isEmpty == true { cells.removeLast() }
      return cells
    }
    if line.contains("\"") { return quotedCells(line) }
    if line.contains("|") {
      return line.split(separator: "|").map(plain).filter { !$0.isEmpty }
    }
    return words(line)
  }

  /// A cell without blanks, parentheses and quotation marks: `3,3` of `( 3, 3 )`.
  private static func plain(_ text: Substring) -> String {
    let inside = trimmed(text.filter { !"()\"".contains($0) })
    let parts = inside.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.map { trimmed($0) }.joined(separator: ",") : inside
  }

  /// Words, with blanks around commas taken out.
  static func words(_ text: String) -> [String] {
    var joined = ""
    for character in text where !"()".contains(character) {
      let isBlank = character.isWhitespace
      if isBlank, joined.last == "," || joined.last == " " { continue }
      if character == ",", joined.last == " " { joined.removeLast() }
      joined.append(isBlank ? " " : character)
    }
    return joined.split(separator: " ").map(String.init)
  }

  /// `a,"3,3","0,5"`: commas part cells, but not between quotation marks.
  private static func quotedCells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "," || character == ";" {
        cells.append(plain(cell[...]))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells + [plain(cell[...])]
  }
}
