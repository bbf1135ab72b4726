import Arithmetic

/// Reads how the actors of a conflict order its states: `preferences` by ranking or by prioritised
/// statements, or `gains`.
///
/// - Source: prioritised statements after Fang, Hipel, Kilgour and Peng 2003.
struct ConflictPreferenceDecoder {
  let source: FormSource
  let patterns: PatternDecoder

  /// The mark between states of which one is much better.
  static let mark = ">>"
  /// Most statements of one actor.
  static let mostStatements = 60

  private var actors: [Scenario.Actor] { source.actors }

  /// The preferences; a file has either orders or gains.
  func preferences() throws(InputError) -> ConflictForm.Preferences {
    let fields = source.fields
    if let gains = fields["gains"] {
      if let position = fields.position(of: "preferences") {
        throw InputError("\"preferences\" beside \"gains\": keep one of them", at: position)
      }
      return .gains(try self.gains(gains))
    }
    if let position = fields.position(of: "much") {
      throw InputError(
        "\"much\" is for gains: in a ranking write \(quoted(Self.mark)) where states become much "
          + "worse", at: position)
    }
    let document = try fields.required(
      "preferences", example: "preferences: {\(actors[0].key): {ranking: [Y-, N-]}}")
    var orders: [ConflictForm.Order?] = actors.map { _ in nil }
    for entry in try document.entries("\"preferences\"") {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      orders[actor] = try order(entry.value, of: "the preferences of \(quoted(entry.key))")
    }
    for (actor, order) in zip(actors, orders) where order == nil {
      throw InputError(
        "\"preferences\" lacks \(quoted(actor.key)): write \(actor.key): {ranking: [...]} or "
          + "\(actor.key): {statements: [...]}", at: document.position)
    }
    return .orders(orders.compactMap(\.self))
  }

  private func order(_ document: Document, of what: String) throws(InputError)
    -> ConflictForm.Order
  {
    if case .sequence(let items, let position) = document {
      return try ranking(items, of: what, at: position)
    }
    let fields = try Fields(document, of: what, keys: ["ranking", "statements"])
    switch (fields["ranking"], fields["statements"]) {
    case (let ranking?, nil):
      return try self.ranking(try ranking.list(what), of: what, at: ranking.position)
    case (nil, let statements?):
      return try self.statements(try statements.list(what), of: what, at: statements.position)
    default:
      throw InputError(
        "\(what) must be either a ranking or statements: write {ranking: [...]}",
        at: document.position)
    }
  }

  /// The items without marks, and before which of them marks stand.
  private func split(_ items: [Document]) -> (items: [Document], marks: [Int]) {
    var (kept, marks) = ([Document](), [Int]())
    for item in items {
      if case .scalar(let scalar) = item, scalar.text == Self.mark {
        marks.append(kept.count)
      } else {
        kept.append(item)
      }
    }
    return (kept, marks)
  }

  private func ranking(
    _ list: [Document], of what: String, at position: Position
  ) throws(InputError) -> ConflictForm.Order {
    let (items, marks) = split(list)
    var groups: [[OptionPattern]] = []
    for item in items {
      var group: [OptionPattern] = []
      if case .sequence(let ties, _) = item {
        for tie in ties { group.append(try patterns.pattern(tie, of: "an entry of \(what)")) }
      } else {
        group.append(try patterns.pattern(item, of: "an entry of \(what)"))
      }
      groups.append(group)
    }
    var places: [Int] = []
    var isUsed = groups.map { _ in false }
    for code in patterns.codes {
      guard let place = groups.firstIndex(where: { $0.contains { $0.fits(code) } }) else {
        let missing = OptionPattern(exactly: code, options: patterns.options.count).text
        let rest = String(repeating: "-", count: patterns.options.count)
        throw InputError(
          "\(what) leave out the state \(missing): add it, or \(rest) at the end for all that are "
            + "left", at: position)
      }
      isUsed[place] = true
      places.append(place)
    }
    if let useless = isUsed.firstIndex(of: false) {
      throw InputError(
        "an entry of \(what) fits no state that an entry before it does not fit: leave it out",
        at: items[useless].position)
    }
    return ConflictForm.Order(
      source: .ranking(groups, marks: marks), values: places.map { -$0 },
      levels: marks.isEmpty ? nil : places.map { place in -marks.count { $0 <= place } })
  }

  private func statements(
    _ list: [Document], of what: String, at position: Position
  ) throws(InputError) -> ConflictForm.Order {
    let (items, marks) = split(list)
    guard !items.isEmpty, items.count <= Self.mostStatements else {
      throw InputError(
        "\(what) hold \(counted(items.count, "statement")): write from 1 to \(Self.mostStatements)",
        at: position)
    }
    let names = patterns.options.map(\.key)
    var statements: [Expression] = []
    for item in items {
      statements.append(try statement(item, of: what, names: names))
    }
    var values: [Int] = []
    for code in patterns.codes {
      var value = 0
      for statement in statements {
        let arguments = statement.parameters.map { name in
          let bit = names.count - 1 - (names.firstIndex(of: name) ?? 0)
          return code >> bit & 1 == 1 ? Rational.one : .zero
        }
        value = value << 1 | (try statement.evaluate(arguments).isZero ? 0 : 1)
      }
      values.append(value)
    }
    // A difference in any statement before the mark is a large one.
    let levels = marks.last.map { mark in values.map { $0 >> (items.count - mark) } }
    return ConflictForm.Order(
      source: .statements(statements, marks: marks), values: values, levels: levels)
  }

  /// A condition over the options, each worth 1 where it is taken and 0 where it is not.
  private func statement(
    _ document: Document, of what: String, names: [String]
  ) throws(InputError) -> Expression {
    do {
      return try document.expression("a statement of \(what)", names: names)
    } catch {
      let prefix = "unknown parameter"
      guard error.message.hasPrefix(prefix) else { throw error }
      throw InputError(
        "unknown option" + error.message.dropFirst(prefix.count), at: error.position)
    }
  }

  private func gains(_ document: Document) throws(InputError) -> ConflictForm.Gains {
    let what = "an entry of \"gains\""
    var (entries, cells) = ([OptionPattern](), [Cell]())
    for item in try document.list("\"gains\"") {
      let fields = try Fields(item, of: what, keys: ["state", "gains", "because", "source"])
      let state = try fields.required("state", example: "state: YN")
      let example = "gains: {" + actors.map { "\($0.key): 0" }.joined(separator: ", ") + "}"
      entries.append(try patterns.pattern(state, of: "\"state\" of \(what)"))
      cells.append(
        Cell(
          gains: try perActor(
            try fields.required("gains", example: example), of: fields.name("gains")),
          because: try fields.text("because"), source: try fields.text("source"),
          position: item.position))
    }
    var entryOf: [Int] = []
    for code in patterns.codes {
      guard let entry = entries.firstIndex(where: { $0.fits(code) }) else {
        let missing = OptionPattern(exactly: code, options: patterns.options.count).text
        throw InputError(
          "\"gains\" leaves out the state \(missing): write an entry for it", at: document.position)
      }
      entryOf.append(entry)
    }
    let used = Set(entryOf)
    if let useless = cells.indices.first(where: { !used.contains($0) }) {
      throw InputError(
        "\(what) fits no state that an entry before it does not fit: leave it out",
        at: cells[useless].position)
    }
    let much = try source.fields["much"].map { (document) throws(InputError) in
      try document.expression("\"much\"", names: source.names)
    }
    return ConflictForm.Gains(patterns: entries, cells: cells, entry: entryOf, much: much)
  }

  private func perActor(
    _ document: Document, of what: String
  ) throws(InputError) -> [Expression] {
    var gains: [Expression?] = actors.map { _ in nil }
    for entry in try document.entries(what) {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      gains[actor] = try entry.value.expression(
        "the gain of \(quoted(entry.key))", names: source.names)
    }
    for (actor, gain) in zip(actors, gains) where gain == nil {
      throw InputError(
        "\(what) lacks \(quoted(actor.key)): write \(actor.key): NUMBER", at: document.position)
    }
    return gains.compactMap(\.self)
  }
}
