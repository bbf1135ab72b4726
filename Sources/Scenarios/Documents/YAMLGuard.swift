/// Looks over YAML before the parser does, for what would cost it its stack or its memory.
///
/// Rough on purpose: it does not know what stands between quotation marks, and counts what it sees
/// there too. What is refused here no reasonable game file holds. The parser itself stops at a
/// thousand levels, whatever slips through.
struct YAMLGuard {
  private let text: String
  private let file: String

  /// Most levels, with room for brackets in plain sentences.
  private static let deepest = 2 * Document.deepest

  init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// Refuses nesting too deep, and aliases.
  func check() throws(InputError) {
    var brackets = 0
    var indents: [Int] = []
    var anchors: Set<String> = []
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
      guard line.count > indent else { continue }
      while let last = indents.last, last >= indent { indents.removeLast() }
      indents.append(indent)
      let deep = indents.count + markers(line.dropFirst(indent))
      if let column = excess(line, brackets: &brackets, deep: deep) {
        throw InputError(
          "nests more than \(Document.deepest) levels deep: write it flatter",
          at: Position(file: file, line: number, column: column))
      }
      try refuseAliases(line, anchors: &anchors, number: number)
    }
  }

  /// How many `- ` and `? ` a line starts with.
  private func markers(_ line: Substring.UTF8View) -> Int {
    var count = 0
    var marked = false
    for byte in line {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
        guard !marked else { return count }
        marked = true
      } else if byte == UInt8(ascii: " ") {
        if marked { count += 1 }
        marked = false
      } else {
        return count
      }
    }
    return count + (marked ? 1 : 0)
  }

  /// The column at which a line goes too deep, if it does.
  private func excess(_ line: Substring.UTF8View, brackets: inout Int, deep: Int) -> Int? {
    guard deep <= Self.deepest else { return 1 }
    for (column, byte) in line.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        if brackets + deep > Self.deepest { return column + 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      default: break
      }
    }
    return nil
  }

  /// Refuses `*name` after `&name`: a short text can stand for a huge one that way. Each alone is
  /// an ampersand or a product in some text.
  private func refuseAliases(
    _ line: Substring.UTF8View, anchors: inout Set<String>, number: Int
  ) throws(InputError) {
    var before = UInt8(ascii: " ")
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let sign = index
      index = line.index(after: index)
      defer { before = byte }
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), Self.starts.contains(before)
      else { continue }
      let rest = line[index...].prefix { !Self.ends.contains($0) }
      guard !rest.isEmpty, let name = String(rest) else { continue }
      if byte == UInt8(ascii: "&") {
        anchors.insert(name)
      } else if anchors.contains(name) {
        throw InputError(
          "\(quoted("*" + name)) repeats an anchor, which is not read here: write the value out",
          at: Position(
            file: file, line: number, column: line.distance(from: line.startIndex, to: sign) + 1))
      }
    }
  }

  private static let starts = Set(" \t[{,:-?".utf8)
  private static let ends = Set(" \t,[]{}\r".utf8)
}
