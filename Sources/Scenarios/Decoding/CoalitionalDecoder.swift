import Arithmetic
import GameForms

/// Reads the block of a coalitional form.
struct CoalitionalDecoder {
  /// The keys of which a file has one: how worths are told.
  static let contents = [
    "worths", "worth", "projects", "votes", "bankruptcy", "costs", "partitions",
  ]

  let fields: Fields
  let source: FormSource
  let reader: CoalitionReader
  private let cells: CellDecoder
  var actors: [Scenario.Actor] { source.actors }

  init(_ source: FormSource) {
    fields = source.fields
    self.source = source
    reader = CoalitionReader(actors: source.actors)
    cells = CellDecoder(source)
  }

  func form() throws(InputError) -> CoalitionalForm {
    guard actors.count < Int.bitWidth - 1 else {
      throw InputError(
        "a coalitional game has at most \(Int.bitWidth - 2) actors, found \(actors.count)",
        at: fields.position)
    }
    let content = try content()
    let unions = try fields["unions"].map { (document) throws(InputError) in
      try reader.structure(document, of: "\"unions\"")
    }
    return CoalitionalForm(
      content: content, unions: unions, links: try links(), others: try others(content),
      actors: actors.count, keys: actors.map(\.key))
  }

  private func content() throws(InputError) -> CoalitionalForm.Content {
    let given = Self.contents.filter { fields[$0] != nil }
    guard let key = given.first, let document = fields[key] else {
      throw InputError(
        "a coalitional game lacks its worths: write one of "
          + Self.contents.joined(separator: ", "), at: fields.position)
    }
    if given.count > 1 {
      throw InputError(
        "\(quoted(given[1])) beside \(quoted(key)): keep one of the two",
        at: fields.position(of: given[1]))
    }
    switch key {
    case "worths": return try worths(document)
    case "worth": return try formula(document)
    case "projects": return .projects(try projects(document))
    case "votes":
      let (weights, quota) = try pair(document, "votes", "weights", "weight", "quota")
      if let quota = quota.constant, quota.signum <= 0 {
        throw InputError(
          "the quota must be above 0, found \(brief(quota)): nobody wins with no votes",
          at: document.position)
      }
      return .votes(weights, quota: quota)
    case "bankruptcy":
      let (claims, estate) = try pair(document, "bankruptcy", "claims", "claim", "estate")
      return .bankruptcy(claims, estate: estate)
    case "costs": return try costs(document)
    default: return .partitions(try partitions(document))
    }
  }

  private func pair(
    _ document: Document, _ what: String, _ list: String, _ noun: String, _ single: String
  ) throws(InputError) -> ([Expression], Expression) {
    let fields = try Fields(document, of: quoted(what), keys: [list, single])
    let numbers = try fields.required(list, example: "\(list): {\(actors[0].key): 1, ...}")
    let number = try fields.required(single, example: "\(single): 3")
    return (
      try cells.perActor(numbers, of: fields.name(list), named: noun),
      try number.expression(fields.name(single), names: source.names)
    )
  }

  private func costs(_ document: Document) throws(InputError) -> CoalitionalForm.Content {
    if case .sequence = document { return try table(document, key: "costs", value: "cost") }
    let fields = try Fields(document, of: "\"costs\"", keys: ["largest-of"])
    let numbers = try fields.required(
      "largest-of", example: "largest-of: {\(actors[0].key): 1, ...}, or a list of coalitions")
    return .largestCost(
      try cells.perActor(numbers, of: fields.name("largest-of"), named: "cost"))
  }

  private func formula(_ document: Document) throws(InputError) -> CoalitionalForm.Content {
    try limit(to: CoalitionalForm.mostListed, at: document.position)
    let keys = actors.map(\.key)
    let formula = try document.expression("\"worth\"", names: source.names + ["size"] + keys)
    let perCoalition = (1..<(1 << actors.count)).map { bits in
      let coalition = Coalition(rawValue: bits)
      return formula.binding(
        [("size", Rational(coalition.count))]
          + keys.enumerated().map { ($1, coalition.has($0) ? .one : .zero) })
    }
    return .formula(formula, perCoalition: perCoalition)
  }

  private func projects(_ document: Document) throws(InputError) -> [CoalitionalForm.Project] {
    var projects: [CoalitionalForm.Project] = []
    for item in try document.list("\"projects\"") {
      let fields = try Fields(
        item, of: "an entry of \"projects\"", keys: ["together"] + CellDecoder.keys)
      let members = try fields.required("together", example: "together: [\(actors[0].key)]")
      let gains = try fields.required("gains", example: "gains: {\(actors[0].key): 1}")
      var found = actors.map { _ in Expression(.zero, at: gains.position) }
      for entry in try gains.entries(fields.name("gains")) {
        let actor = try actors.place(of: entry.key, at: entry.keyPosition)
        found[actor] = try entry.value.expression(
          "the gain of \(quoted(entry.key))", names: source.names)
      }
      projects.append(
        CoalitionalForm.Project(
          together: try reader.coalition(members, of: fields.name("together")),
          cell: Cell(
            gains: found, because: try fields.text("because"), source: try fields.text("source"),
            position: item.position)))
    }
    return projects
  }

  private func partitions(_ document: Document) throws(InputError) -> [CoalitionalForm.Partition] {
    try limit(to: PartitionGame.mostActors, at: document.position)
    var partitions: [CoalitionalForm.Partition] = []
    for item in try document.list("\"partitions\"") {
      let fields = try Fields(
        item, of: "an entry of \"partitions\"",
        keys: ["structure", "worths", "because", "source"])
      let blocks = try fields.required("structure", example: "structure: [[\(actors[0].key)]]")
      let listed = try fields.required("worths", example: "worths: [1, 0]")
      let structure = try reader.structure(blocks, of: fields.name("structure"))
      if let first = partitions.first(where: { $0.structure == structure })?.position {
        throw InputError(
          "the structure stands here and at \(first.inWords): keep one", at: item.position)
      }
      let items = try listed.list(fields.name("worths"))
      guard items.count == structure.blocks.count else {
        throw InputError(
          "\(fields.name("worths")) holds \(counted(items.count, "number")) for "
            + "\(counted(structure.blocks.count, "block")), actors by themselves included",
          at: listed.position)
      }
      partitions.append(
        CoalitionalForm.Partition(
          structure: structure, worths: try inOrder(items, blocks, structure),
          because: try fields.text("because"), source: try fields.text("source"),
          position: item.position))
    }
    let all = CoalitionStructure.all(actors.count)
    if let missing = all.first(where: { wanted in
      !partitions.contains { $0.structure == wanted }
    }) {
      let words = missing.blocks.map { block in
        "[" + block.members.map { actors[$0].key }.joined(separator: ", ") + "]"
      }
      throw InputError(
        "\"partitions\" has \(partitions.count) of \(all.count) structures and lacks "
          + "[\(words.joined(separator: ", "))]: write an entry for each", at: document.position)
    }
    return partitions
  }

  /// Worths as the blocks are written, then actors left out one by one, in the order of blocks.
  private func inOrder(
    _ items: [Document], _ blocks: Document, _ structure: CoalitionStructure
  ) throws(InputError) -> [Expression] {
    var written: [Coalition] = []
    for block in try blocks.list("\"structure\"") {
      written.append(try reader.coalition(block, of: "a block"))
    }
    written += structure.blocks.filter { !written.contains($0) }
    var worths: [Expression] = []
    for block in structure.blocks {
      guard let place = written.firstIndex(of: block) else { continue }
      worths.append(try items[place].expression("a worth", names: source.names))
    }
    return worths
  }

  private func links() throws(InputError) -> [CoalitionalForm.Link]? {
    guard let document = fields["links"] else { return nil }
    var links: [CoalitionalForm.Link] = []
    for item in try document.list("\"links\"") {
      let members = try reader.coalition(item, of: "a link").members
      guard members.count == 2 else {
        throw InputError(
          "a link joins two actors, found \(counted(members.count, "actor")): write "
            + "[\(actors[0].key), \(actors[min(1, actors.count - 1)].key)]", at: item.position)
      }
      links.append(CoalitionalForm.Link(one: members[0], other: members[1]))
    }
    return links
  }

  private func others(
    _ content: CoalitionalForm.Content
  ) throws(InputError) -> CoalitionalForm.Others {
    guard let text = try fields.text("others") else { return .alone }
    guard let others = CoalitionalForm.Others(rawValue: text) else {
      throw InputError(
        "\"others\" must be alone or together, found \(quoted(text))",
        at: fields["others"]?.position)
    }
    return others
  }
}
