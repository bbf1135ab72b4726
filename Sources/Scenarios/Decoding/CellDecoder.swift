/// Reads entries that give every actor a gain, with a reason and a source.
struct CellDecoder {
  let actors: [Scenario.Actor]
  /// The parameters that expressions may name.
  let names: [String]

  init(_ source: FormSource) {
    actors = source.actors
    names = source.names
  }

  /// What an entry that gives gains may hold.
  static let keys = ["gains", "because", "source"]

  /// The cell of an entry: `gains`, and perhaps `because` and `source`.
  func cell(_ fields: Fields) throws(InputError) -> Cell {
    let example = "gains: {" + actors.map { "\($0.key): 0" }.joined(separator: ", ") + "}"
    let gains = try fields.required("gains", example: example)
    return Cell(
      gains: try perActor(gains, of: fields.name("gains"), named: "gain"),
      because: try fields.text("because"), source: try fields.text("source"),
      position: fields.position)
  }

  /// One expression for every actor, by name or in a list.
  func perActor(
    _ document: Document, of what: String, named noun: String
  ) throws(InputError) -> [Expression] {
    var found: [Expression?] = actors.map { _ in nil }
    func read(_ value: Document, of actor: Int) throws(InputError) {
      found[actor] = try value.expression(
        "the \(noun) of \(quoted(actors[actor].key))", names: names)
    }
    if case .sequence(let items, let position) = document {
      guard items.count == actors.count else {
        throw InputError(
          "\(what) holds \(counted(items.count, "number")) for \(counted(actors.count, "actor"))",
          at: position)
      }
      for (actor, item) in items.enumerated() { try read(item, of: actor) }
    } else {
      for entry in try document.entries(what) {
        try read(entry.value, of: try actors.place(of: entry.key, at: entry.keyPosition))
      }
    }
    for (actor, expression) in zip(actors, found) where expression == nil {
      throw InputError(
        "\(what) lacks \(quoted(actor.key)): write \(actor.key): NUMBER", at: document.position)
    }
    return found.compactMap(\.self)
  }
}
