internal import CYAML

extension Document {
  /// Reads YAML: one document, no anchors, no tags, no key twice.
  ///
  /// - Parameters:
  ///   - text: what a file would hold.
  ///   - file: its name in errors.
  /// - Throws: ``InputError`` at the first thing that cannot be read.
  public static func read(yaml text: String, file: String) throws(InputError) -> Document {
    var bytes = Array(text.utf8)
    // The parser reads from this buffer until it is done.
    bytes.append(0)
    let count = bytes.count - 1
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Document, InputError> in
      Result { () throws(InputError) in
        var reader = YAMLReader(buffer, count: count, file: file)
        return try reader.document()
      }
    }
    return try result.get()
  }
}

/// Builds a ``Document`` from the events of libyaml, each with its place.
///
/// Reading from events, not from a finished tree, stops at the first thing that is refused: at the
/// level that is one too deep, and at the first anchor, before aliases can multiply anything.
private struct YAMLReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let file: String

  init(_ bytes: UnsafeBufferPointer<UInt8>, count: Int, file: String) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, count)
    self.file = file
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// The one document of the text.
  mutating func document() throws(InputError) -> Document {
    try advance()
    try advance()
    guard event.pointee.type == YAML_DOCUMENT_START_EVENT else {
      throw InputError("the file holds nothing but comments", at: Position(file: file))
    }
    try advance()
    let root = try node(level: 1)
    try advance()
    try advance()
    guard event.pointee.type == YAML_STREAM_END_EVENT else {
      throw InputError("a second document starts here: one file holds one", at: position)
    }
    return root
  }

  /// The node that the event at hand begins; the event at hand is its last one afterwards.
  private mutating func node(level: Int) throws(InputError) -> Document {
    let start = position
    guard level <= Document.deepest else {
      throw InputError(
        "nests more than \(Document.deepest) levels deep: write it flatter", at: start)
    }
    try refuseExtras(at: start)
    switch event.pointee.type {
    case YAML_SEQUENCE_START_EVENT:
      var items: [Document] = []
      try advance()
      while event.pointee.type != YAML_SEQUENCE_END_EVENT {
        items.append(try node(level: level + 1))
        try advance()
      }
      return .sequence(items, start)
    case YAML_MAPPING_START_EVENT:
      return .mapping(try entries(level: level), start)
    default:
      return .scalar(Document.Scalar(text, style: style, position: start))
    }
  }

  private mutating func entries(level: Int) throws(InputError) -> [Document.Entry] {
    var entries: [Document.Entry] = []
    var known: [String: Position] = [:]
    try advance()
    while event.pointee.type != YAML_MAPPING_END_EVENT {
      // A key that is a text is on the level of its mapping; others are refused once read.
      let isText = event.pointee.type == YAML_SCALAR_EVENT
      let key = try node(level: isText ? level : level + 1)
      guard case .scalar(let scalar) = key else {
        throw InputError("a key must be a single text, found \(key.kind)", at: key.position)
      }
      let name = trimmed(scalar.text)
      if let first = known.updateValue(scalar.position, forKey: name) {
        throw InputError(doubled: name, first: first, second: scalar.position)
      }
      try advance()
      let value = try node(level: level + 1)
      entries.append(Document.Entry(key: name, keyPosition: scalar.position, value: value))
      try advance()
    }
    return entries
  }

  // MARK: The event at hand

  private mutating func advance() throws(InputError) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else {
      event.pointee = yaml_event_t()
      throw InputError(parser.pointee, file: file)
    }
  }

  private var position: Position { Position(event.pointee.start_mark, in: file) }

  private var text: String {
    let scalar = event.pointee.data.scalar
    return String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }

  private var style: Document.Scalar.Style {
    switch event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static let plainTags = ["str", "map", "seq"].map { "tag:yaml.org,2002:" + $0 }

  private func refuseExtras(at position: Position) throws(InputError) {
    let data = event.pointee.data
    let (anchor, tag) =
      switch event.pointee.type {
      case YAML_SEQUENCE_START_EVENT: (data.sequence_start.anchor, data.sequence_start.tag)
      case YAML_MAPPING_START_EVENT: (data.mapping_start.anchor, data.mapping_start.tag)
      case YAML_ALIAS_EVENT: (data.alias.anchor, nil as UnsafeMutablePointer<UInt8>?)
      default: (data.scalar.anchor, data.scalar.tag)
      }
    if event.pointee.type == YAML_ALIAS_EVENT {
      throw InputError("aliases (*name) are not read here: write the value out", at: position)
    }
    guard anchor == nil else {
      throw InputError("anchors (&name) are not read here: leave it out", at: position)
    }
    guard let tag else { return }
    let name = String(cString: tag)
    guard Self.plainTags.contains(name) else {
      throw InputError("the tag \(quoted(name)) is not read: leave it out", at: position)
    }
  }
}

extension Position {
  fileprivate init(_ mark: yaml_mark_t, in file: String) {
    self.init(file: file, line: mark.line + 1, column: mark.column + 1)
  }
}

extension InputError {
  /// What libyaml complains of, with what to do about it.
  fileprivate init(_ parser: yaml_parser_t, file: String) {
    let problem = parser.problem.map { String(cString: $0) } ?? "the parser gave up"
    guard parser.error != YAML_READER_ERROR else {
      let value = parser.problem_value
      let scalar = value > 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
      self.init("malformed YAML: \(problem)\(scalar)", at: Position(file: file))
      return
    }
    let opened = parser.context.map {
      " \(String(cString: $0)) at line \(parser.context_mark.line + 1)"
    }
    self.init(
      "malformed YAML: \(problem)\(opened ?? "")\(Self.hint(for: problem))",
      at: Position(parser.problem_mark, in: file))
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
