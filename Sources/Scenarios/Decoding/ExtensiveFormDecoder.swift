/// Reads the block of an extensive form: `tree`, and the parts of it that are written apart.
///
/// A node is one of: `{actor, set, actions: {ACTION: NODE, ...}}`; `{chance: {MOVE: PROBABILITY,
/// ...}, actions: {MOVE: NODE, ...}}`; an end, `{end: NAME, gains, because, source}`; or the name of
/// an entry of `nodes`, which may be used once, or of `ends`, which may be used often.
struct ExtensiveFormDecoder {
  /// The most nodes of one game.
  static let mostNodes = 500_000

  private let source: FormSource
  private let parts: [String: Document.Entry]
  private let ends: [String: Int]
  private let meanings: [Document.Entry]

  private var nodes: [ExtensiveForm.Node] = []
  private var sets: [ExtensiveForm.InformationSet] = []
  private var places: [String: Int] = [:]
  private var firsts: [Position] = []
  private var cells: [Cell] = []
  private var names: [String?] = []
  private var used: [String: Position] = [:]

  /// A node still to be read: what stands there, and the actions that lead to it.
  private struct Pending {
    var document: Document
    var path: [String]
  }

  /// The form that the fields hold.
  static func form(_ source: FormSource) throws(InputError) -> ExtensiveForm {
    var decoder = try ExtensiveFormDecoder(source)
    return try decoder.read()
  }

  private init(_ source: FormSource) throws(InputError) {
    self.source = source
    var parts: [String: Document.Entry] = [:]
    for entry in try source.fields["nodes"]?.entries("\"nodes\"") ?? [] { parts[entry.key] = entry }
    self.parts = parts
    meanings = try source.fields["sets"]?.entries("\"sets\"") ?? []
    var ends: [String: Int] = [:]
    var cells: [Cell] = []
    for entry in try source.fields["ends"]?.entries("\"ends\"") ?? [] {
      if let part = parts[entry.key] {
        throw InputError(
          "\(quoted(entry.key)) names an end here and a node at \(part.keyPosition.inWords): "
            + "rename one", at: entry.keyPosition)
      }
      ends[entry.key] = cells.count
      cells.append(
        try Self.cell(entry.value, of: "the end \(quoted(entry.key))", source, inline: false).0)
      names.append(entry.key)
    }
    self.ends = ends
    self.cells = cells
  }

  private mutating func read() throws(InputError) -> ExtensiveForm {
    let root = try source.fields.required(
      "tree", example: "tree: {actor: \(source.actors[0].key), actions: {yes: {...}, no: {...}}}")
    var open = [Pending(document: root, path: [])]
    while let next = open.popLast() {
      guard nodes.count < Self.mostNodes else {
        throw InputError(
          "the tree has more than \(Self.mostNodes) nodes: leave some out",
          at: next.document.position)
      }
      open += try node(next).reversed()
    }
    for entry in source.fields["ends"].flatMap({ try? $0.entries("") }) ?? []
    where used[entry.key] == nil {
      throw InputError(
        "no action leads to the end \(quoted(entry.key)): use it or leave it out",
        at: entry.keyPosition)
    }
    for part in parts.values.sorted(by: { $0.keyPosition.line < $1.keyPosition.line })
    where used[part.key] == nil {
      throw InputError(
        "no action leads to the node \(quoted(part.key)): use it or leave it out",
        at: part.keyPosition)
    }
    try readMeanings()
    return ExtensiveForm(nodes: nodes, sets: sets, cells: cells, cellNames: names)
  }

  private mutating func readMeanings() throws(InputError) {
    for entry in meanings {
      guard let set = places[entry.key] else {
        throw InputError(
          "no node belongs to the set \(quoted(entry.key))"
            + Suggestion.hint(for: entry.key, in: sets.map(\.key)), at: entry.keyPosition)
      }
      sets[set].meaning = try entry.value.text("the meaning of set \(quoted(entry.key))")
    }
  }

  /// Adds a node; returns those that follow from it.
  private mutating func node(_ pending: Pending) throws(InputError) -> [Pending] {
    var document = pending.document
    var name: String?
    if case .scalar = document {
      let key = try document.text("a node")
      if let cell = ends[key] {
        used[key] = document.position
        nodes.append(.init(.end(cell: cell), position: document.position))
        return []
      }
      guard let part = parts[key] else {
        throw InputError(
          "there is no node or end \(quoted(key))"
            + Suggestion.hint(for: key, in: parts.keys.sorted() + ends.keys.sorted()),
          at: document.position)
      }
      if let first = used[key] {
        throw InputError(
          "the node \(quoted(key)) follows here and at \(first.inWords): a node has one past; "
            + "write it twice", at: document.position)
      }
      used[key] = document.position
      document = part.value
      name = key
      if case .scalar = document {
        throw InputError(
          "the node \(quoted(key)) must be a mapping, found \(document.kind)",
          at: document.position)
      }
    }
    let what = describe(pending.path)
    let keys = Set(try document.entries(what).map(\.key))
    if keys.contains("chance") { return try chance(document, what, pending.path) }
    if keys.contains("actor") || keys.contains("actions") {
      return try decision(document, what, pending.path, name)
    }
    let (cell, endName) = try Self.cell(document, of: what, source, inline: true)
    if let endName, let first = ends[endName] {
      throw InputError(
        "\(quoted(endName)) names an end of \"ends\" too, number \(first + 1): rename one",
        at: document.position)
    }
    nodes.append(.init(.end(cell: cells.count), position: document.position))
    cells.append(cell)
    names.append(endName)
    return []
  }

  private func describe(_ path: [String]) -> String {
    path.isEmpty ? "the tree" : "the node after \(quoted(path.suffix(4).joined(separator: ", ")))"
  }

  private mutating func chance(
    _ document: Document, _ what: String, _ path: [String]
  ) throws(InputError) -> [Pending] {
    let fields = try Fields(document, of: what, keys: ["chance", "actions"])
    let moves = try fields.required("chance", example: "chance: {good: 1/2, bad: 1/2}")
    var probabilities: [(key: String, probability: Expression)] = []
    for entry in try moves.entries(fields.name("chance")) {
      probabilities.append(
        (
          entry.key,
          try entry.value.expression(
            "the probability of \(quoted(entry.key))", names: source.names)
        ))
    }
    guard !probabilities.isEmpty else {
      throw InputError("\(fields.name("chance")) is empty", at: moves.position)
    }
    let keys = probabilities.map(\.key)
    let actions = try fields.required("actions", example: "actions: {\(keys[0]): ...}")
    var following: [String: Document] = [:]
    for entry in try actions.entries(fields.name("actions")) {
      guard keys.contains(entry.key) else {
        throw InputError(
          "chance has no move \(quoted(entry.key))\(Suggestion.hint(for: entry.key, in: keys))",
          at: entry.keyPosition)
      }
      following[entry.key] = entry.value
    }
    nodes.append(.init(.chance(probabilities), position: document.position))
    var pending: [Pending] = []
    for key in keys {
      guard let next = following[key] else {
        throw InputError(
          "\(fields.name("actions")) lacks \(quoted(key)): say what follows", at: actions.position)
      }
      pending.append(Pending(document: next, path: path + [key]))
    }
    return pending
  }

  private mutating func decision(
    _ document: Document, _ what: String, _ path: [String], _ name: String?
  ) throws(InputError) -> [Pending] {
    let fields = try Fields(document, of: what, keys: ["actor", "set", "actions"])
    let named = try fields.required("actor", example: "actor: \(source.actors[0].key)")
    let actor = try source.actors.place(
      of: try named.text(fields.name("actor")), at: named.position)
    let actions = try fields.required("actions", example: "actions: {yes: {...}, no: {...}}")
    let entries = try actions.entries(fields.name("actions"))
    guard !entries.isEmpty else {
      throw InputError(
        "\(fields.name("actions")) is empty: write at least one", at: actions.position)
    }
    let keys = entries.map(\.key)
    let own = try fields.text("set")
    let key = own ?? name ?? (path.isEmpty ? "start" : path.joined(separator: "/"))
    if let set = places[key] {
      let first = firsts[set].inWords
      guard own != nil, sets[set].isNamed else {
        throw InputError(
          "the set \(quoted(key)) stands here and at \(first): write set: NAME here",
          at: document.position)
      }
      guard sets[set].actor == actor else {
        throw InputError(
          "the set \(quoted(key)) belongs to \(quoted(source.actors[sets[set].actor].key)) at "
            + "\(first): name another actor's set otherwise", at: named.position)
      }
      guard sets[set].actions == keys else {
        throw InputError(
          "the set \(quoted(key)) has the actions \(sets[set].actions.joined(separator: ", ")) at "
            + "\(first): write the same here, its actor cannot tell the nodes apart",
          at: actions.position)
      }
      nodes.append(.init(.decision(set: set), position: document.position))
    } else {
      places[key] = sets.count
      firsts.append(document.position)
      nodes.append(.init(.decision(set: sets.count), position: document.position))
      sets.append(.init(key: key, isNamed: own != nil, actor: actor, actions: keys))
    }
    return entries.map { Pending(document: $0.value, path: path + [$0.key]) }
  }

  private static func cell(
    _ document: Document, of what: String, _ source: FormSource, inline: Bool
  ) throws(InputError) -> (Cell, String?) {
    let keys = (inline ? ["end"] : []) + ["gains", "because", "source"]
    let fields = try Fields(document, of: what, keys: keys)
    let actors = source.actors
    let example = "gains: {" + actors.map { "\($0.key): 0" }.joined(separator: ", ") + "}"
    return (
      Cell(
        gains: try source.gains(
          try fields.required("gains", example: example), of: fields.name("gains")),
        because: try fields.text("because"), source: try fields.text("source"),
        position: document.position),
      inline ? try fields.text("end") : nil
    )
  }
}
