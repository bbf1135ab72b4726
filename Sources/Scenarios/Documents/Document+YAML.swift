import Yams

extension Document {
  /// Reads YAML: one document, no anchors, no tags, no key twice.
  ///
  /// - Parameters:
  ///   - text: what a file would hold.
  ///   - file: its name in errors.
  /// - Throws: ``InputError`` at the first thing that cannot be read.
  public static func read(yaml text: String, file: String) throws(InputError) -> Document {
    try YAMLGuard(text, file: file).check()
    do {
      // Anchors live as long as the parser does.
      let parser = try Parser(
        yaml: text, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      let root = try parser.singleRoot()
      return try withExtendedLifetime(parser) { () throws(InputError) in
        guard let root else {
          throw InputError("the file holds nothing but comments", at: Position(file: file))
        }
        return try convert(root, in: file, level: 1)
      }
    } catch let error as InputError {
      throw error
    } catch let error as YamlError {
      if case .duplicatedKeysInMapping(_, let context) = error {
        throw DoubledKey(text: text, file: file).error(first: context.mark)
      }
      throw InputError(error, file: file)
    } catch {
      throw InputError("malformed YAML: \(error)", at: Position(file: file))
    }
  }

  private static func convert(
    _ node: Node, in file: String, level: Int
  ) throws(InputError) -> Document {
    let position = Position(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard level <= deepest else {
      throw InputError("nests more than \(deepest) levels deep: write it flatter", at: position)
    }
    try refuseExtras(node, at: position)
    switch node {
    case .scalar(let scalar):
      return .scalar(Scalar(scalar.string, style: style(scalar), position: position))
    case .sequence(let sequence):
      var items: [Document] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try convert(item, in: file, level: level + 1)) }
      return .sequence(items, position)
    case .mapping(let mapping):
      var entries: [Entry] = []
      var known: [String: Position] = [:]
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        let keyDocument = try convert(key, in: file, level: level + 1)
        guard case .scalar(let scalar) = keyDocument else {
          throw InputError(
            "a key must be a single text, found \(keyDocument.kind)", at: keyDocument.position)
        }
        let name = trimmed(scalar.text)
        if let first = known.updateValue(scalar.position, forKey: name) {
          throw InputError(doubled: name, first: first, second: scalar.position)
        }
        entries.append(
          Entry(
            key: name, keyPosition: scalar.position,
            value: try convert(value, in: file, level: level + 1)))
      }
      return .mapping(entries, position)
    case .alias:
      throw InputError("aliases are not read here: write the value out", at: position)
    }
  }

  private static func style(_ scalar: Node.Scalar) -> Scalar.Style {
    switch scalar.style {
    case .any, .plain: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    }
  }

  private static let plainTags = ["", "str", "map", "seq"].map {
    $0.isEmpty ? $0 : "tag:yaml.org,2002:" + $0
  }

  private static func refuseExtras(_ node: Node, at position: Position) throws(InputError) {
    guard node.anchor == nil else {
      throw InputError("anchors (&name) are not read here: leave it out", at: position)
    }
    let tag: Tag =
      switch node {
      case .scalar(let scalar): scalar.tag
      case .sequence(let sequence): sequence.tag
      case .mapping(let mapping): mapping.tag
      case .alias(let alias): alias.tag
      }
    guard plainTags.contains(tag.rawValue) else {
      throw InputError("the tag \(quoted(tag.rawValue)) is not read: leave it out", at: position)
    }
  }
}

extension InputError {
  /// What the YAML parser complains of, with what to do about it.
  fileprivate init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _):
      let opened = context.map { " \($0.text) at line \($0.mark.line)" } ?? ""
      self.init(
        "malformed YAML: \(problem)\(opened)\(Self.hint(for: problem))",
        at: Position(file: file, line: mark.line, column: mark.column))
    case .composer(_, let problem, let mark, _):
      let message =
        problem.contains("another document")
        ? "a second document starts here: one file holds one" : "malformed YAML: \(problem)"
      self.init(message, at: Position(file: file, line: mark.line, column: mark.column))
    case .reader(let problem, _, let value, _):
      let scalar = value > 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
      self.init("malformed YAML: \(problem)\(scalar)", at: Position(file: file))
    default:
      self.init("malformed YAML: the parser gave up", at: Position(file: file))
    }
  }

  private static func hint(for problem: String) -> String {
    let hints = [
      ("cannot start any token", ": indent with blanks, not tabs, and quote a text that starts so"),
      ("mapping values are not allowed", ": quote a text that holds \": \", and check indentation"),
      ("could not find expected ':'", ": a key needs a colon and a blank after it"),
      ("did not find expected key", ": check indentation and quotation marks"),
      ("did not find expected ',' or", ": close the bracket, and separate entries by commas"),
      ("did not find expected '-'", ": check the indentation of the list"),
      ("unexpected end of stream", ": close the quotation mark"),
      ("Maximum nesting level", ": write it flatter"),
    ]
    return hints.first { problem.contains($0.0) }?.1 ?? ""
  }
}

/// Finds the second place of a key that stands twice, which the parser does not tell.
///
/// The first one is given another name until the parser takes the text; then the mapping that holds
/// the renamed key is looked through.
private struct DoubledKey {
  let text: String
  let file: String

  func error(first mark: Mark) -> InputError {
    let position = Position(file: file, line: mark.line, column: mark.column)
    guard let (renamed, key) = renaming(at: mark) else {
      return InputError("the same key stands twice in one mapping", at: position)
    }
    var second: Position?
    do {
      if let root = try Parser(yaml: renamed, resolver: .basic, encoding: .utf8).singleRoot() {
        second = place(of: key, besides: mark, in: root)
      }
    } catch YamlError.duplicatedKeysInMapping(_, let context) {
      // Of three or more, the next two are reported; further trouble elsewhere is told later.
      let next = Position(file: file, line: context.mark.line, column: context.mark.column)
      if renaming(at: context.mark)?.key == key { second = next }
    } catch {
      second = nil
    }
    guard let second else {
      return InputError("the key \(quoted(key)) stands twice: keep one", at: position)
    }
    return InputError(doubled: key, first: position, second: second)
  }

  /// The text with the first letter of the key at `mark` changed, and the key.
  private func renaming(at mark: Mark) -> (text: String, key: String)? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard mark.line <= lines.count else { return nil }
    var scalars = Array(lines[mark.line - 1].unicodeScalars)
    var column = mark.column - 1
    guard column < scalars.count else { return nil }
    let quote = scalars[column]
    let isQuoted = quote == "\"" || quote == "'"
    if isQuoted { column += 1 }
    let end = scalars[column...].firstIndex { isQuoted ? $0 == quote : $0 == ":" }
    guard let end, end > column else { return nil }
    var key = String.UnicodeScalarView()
    key.append(contentsOf: scalars[column..<end])
    scalars.replaceSubrange(column..<end, with: Array("\u{1F511}".unicodeScalars))
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    lines[mark.line - 1] = Substring(String(line))
    return (lines.joined(separator: "\n"), trimmed(String(key)))
  }

  private func place(of key: String, besides mark: Mark, in node: Node) -> Position? {
    switch node {
    case .mapping(let mapping):
      let marks = mapping.map { ($0.key, $0.key.mark ?? mark) }
      if marks.contains(where: { $0.1.line == mark.line && $0.1.column == mark.column }) {
        return marks.first { $0.0.scalar?.string == key }.map {
          // On one line the renamed key has moved what follows it.
          let moved = $0.1.line == mark.line ? key.unicodeScalars.count - 1 : 0
          return Position(file: file, line: $0.1.line, column: $0.1.column + moved)
        }
      }
      for (_, value) in mapping {
        if let found = place(of: key, besides: mark, in: value) { return found }
      }
    case .sequence(let sequence):
      for item in sequence {
        if let found = place(of: key, besides: mark, in: item) { return found }
      }
    default: break
    }
    return nil
  }
}
