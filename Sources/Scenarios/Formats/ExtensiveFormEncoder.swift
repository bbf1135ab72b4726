/// Makes the block of an extensive form that ``ExtensiveFormDecoder`` reads back.
struct ExtensiveFormEncoder {
  let form: ExtensiveForm
  let actors: [Scenario.Actor]
  /// How many moves are nested before the rest of the tree is written apart.
  private static let deepest = 12

  /// `sets`, `tree`, `nodes`, `ends`.
  var fields: [(String, Document?)] {
    let shared = sharedEnds()
    var written: [Document?] = form.nodes.map { _ in nil }
    var parts: [(String, Document?)] = []
    let depths = depths()
    for index in form.nodes.indices.reversed() {
      let document = node(index, children: form.children[index].compactMap { written[$0] }, shared)
      for child in form.children[index] { written[child] = nil }
      if depths[index] > 0, depths[index] % Self.deepest == 0, !form.children[index].isEmpty {
        parts.append((partName(index), document))
        written[index] = .text(partName(index))
      } else {
        written[index] = document
      }
    }
    let meanings = form.sets.filter { $0.meaning != nil }.map {
      ($0.key, $0.meaning.map(Document.text))
    }
    let ends = form.cells.indices.compactMap { cell in
      shared[cell].map {
        ($0, Document.mapping(form.cells[cell].fields(actors: actors))) as (String, Document?)
      }
    }
    return [
      ("sets", .mappingUnlessEmpty(meanings)), ("tree", written[0]),
      ("nodes", .mappingUnlessEmpty(parts.reversed())), ("ends", .mappingUnlessEmpty(ends)),
    ]
  }

  private func partName(_ index: Int) -> String { "node-\(index)" }

  private func depths() -> [Int] {
    var depths = form.nodes.map { _ in 0 }
    for (index, step) in form.steps.enumerated() {
      if let step { depths[index] = depths[step.parent] + 1 }
    }
    return depths
  }

  /// The name under `ends` of each cell that is written there: all that are used more than once.
  private func sharedEnds() -> [String?] {
    var uses = form.cells.map { _ in 0 }
    for node in form.nodes { if case .end(let cell) = node.kind { uses[cell] += 1 } }
    var taken = Set(form.cellNames.compactMap(\.self))
    return form.cells.indices.map { cell in
      guard uses[cell] > 1 else { return nil }
      if let name = form.cellNames[cell] { return name }
      var number = cell + 1
      while taken.contains("end-\(number)") { number += form.cells.count }
      taken.insert("end-\(number)")
      return "end-\(number)"
    }
  }

  private func node(_ index: Int, children: [Document], _ shared: [String?]) -> Document {
    let actions = Document.mapping(
      zip(form.actions(at: index), children).map { ($0, $1 as Document?) })
    switch form.nodes[index].kind {
    case .decision(let set):
      // A part written apart would otherwise give its own name to its set.
      return .mapping([
        ("actor", .text(actors[form.sets[set].actor].key)), ("set", .text(form.sets[set].key)),
        ("actions", actions),
      ])
    case .chance(let moves):
      return .mapping([
        ("chance", .mapping(moves.map { ($0.key, .plain($0.probability.text)) })),
        ("actions", actions),
      ])
    case .end(let cell):
      if let name = shared[cell] { return .text(name) }
      return .mapping(
        [("end", form.cellNames[cell].map(Document.text))]
          + form.cells[cell].fields(actors: actors))
    }
  }
}
