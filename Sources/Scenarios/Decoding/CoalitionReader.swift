import GameForms

/// Reads coalitions and structures: lists of actors, and lists of such lists.
struct CoalitionReader {
  let actors: [Scenario.Actor]

  /// A coalition of at least one actor.
  func coalition(_ document: Document, of what: String) throws(InputError) -> Coalition {
    var coalition = Coalition()
    for item in try document.list(what) {
      let actor = try actors.place(of: try item.text("a member of \(what)"), at: item.position)
      guard !coalition.has(actor) else {
        throw InputError(
          "\(what) names \(quoted(actors[actor].key)) twice: name each actor once",
          at: item.position)
      }
      coalition.formUnion(Coalition(of: actor))
    }
    guard !coalition.isEmpty else {
      throw InputError(
        "\(what) is empty: name at least one actor, such as [\(actors[0].key)]",
        at: document.position)
    }
    return coalition
  }

  /// A structure; actors that no block names stand alone.
  func structure(_ document: Document, of what: String) throws(InputError) -> CoalitionStructure {
    var blocks: [Coalition] = []
    var rest = Coalition.all(actors.count)
    for item in try document.list(what) {
      let block = try coalition(item, of: "a block of \(what)")
      guard block.isSubset(of: rest) else {
        let twice = block.subtracting(rest).members.map { quoted(actors[$0].key) }
        throw InputError(
          "\(what) has \(twice.joined(separator: ", ")) in two blocks: name each actor once",
          at: item.position)
      }
      rest.subtract(block)
      blocks.append(block)
    }
    guard
      let structure = CoalitionStructure(
        blocks + rest.members.map { Coalition(of: $0) }, actors: actors.count)
    else {
      throw InputError("\(what) is no division of the actors into blocks", at: document.position)
    }
    return structure
  }
}
