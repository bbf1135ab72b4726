import Arithmetic
import Cooperation
import GameForms
import Scenarios

// What the question says besides the game.
extension CoalitionQuestion {
  /// The division that `--division` names.
  ///
  /// - Throws: ``LaboratoryError``.
  func division() throws(LaboratoryError) -> [Rational] {
    let example = actors.map { "\($0.key)=1" }.joined(separator: ",")
    guard let text = options.text(Self.divisionOption) else {
      throw .needsOption(concept: concept, option: Self.divisionOption, example: example)
    }
    let wrong = LaboratoryError.wrongOption(
      option: Self.divisionOption, found: text,
      expected: "a number for each actor, such as \(example)")
    var division = [Rational?](repeating: nil, count: actors.count)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == actors.count else { throw wrong }
    for (place, part) in parts.enumerated() {
      let words = part.split(separator: "=", omittingEmptySubsequences: false).map { word in
        word.filter { $0 != " " }
      }
      let actor = words.count == 2 ? setting.scenario.actor(words[0]) : place
      guard words.count <= 2, let actor, division[actor] == nil,
        let number = Rational(words[words.count - 1])
      else { throw wrong }
      division[actor] = form.areCosts ? -number : number
    }
    return division.compactMap(\.self)
  }

  /// The structure that `--unions` names, or the file.
  ///
  /// - Throws: ``LaboratoryError``.
  func unions() throws(LaboratoryError) -> CoalitionStructure {
    guard let text = options.text(Self.unionsOption) else {
      guard let unions = form.unions else {
        throw .needsOption(concept: concept, option: Self.unionsOption, example: groupExample)
      }
      return unions
    }
    let blocks = try groups(text, of: Self.unionsOption)
    let rest = blocks.reduce(Coalition.all(actors.count)) { $0.subtracting($1) }
    guard
      let structure = CoalitionStructure(
        blocks + rest.members.map { Coalition(of: $0) }, actors: actors.count)
    else {
      throw .wrongOption(
        option: Self.unionsOption, found: text,
        expected: "unions that share no actor, such as \(groupExample)")
    }
    return structure
  }

  /// The pairs that `--links` names, or the file.
  ///
  /// - Throws: ``LaboratoryError``.
  func links() throws(LaboratoryError) -> [(Int, Int)] {
    guard let text = options.text(Self.linksOption) else {
      guard let links = form.links else {
        throw .needsOption(concept: concept, option: Self.linksOption, example: groupExample)
      }
      return links.map { ($0.one, $0.other) }
    }
    let pairs = try groups(text, of: Self.linksOption).map(\.members)
    guard pairs.allSatisfy({ $0.count == 2 }) else {
      throw .wrongOption(
        option: Self.linksOption, found: text, expected: "pairs, such as \(groupExample)")
    }
    return pairs.map { ($0[0], $0[1]) }
  }

  /// How members of an agreement share.
  func sharing() throws(LaboratoryError) -> AgreementStability.Sharing {
    switch options.text(Self.sharingOption) {
    case nil, "equal": return .equal
    case "transfers": return .transfers
    case let text?:
      throw .wrongOption(
        option: Self.sharingOption, found: text, expected: "equal or transfers")
    }
  }

  private var groupExample: String {
    actors.prefix(2).map(\.key).joined(separator: "+")
      + (actors.count > 2
        ? ",\(actors[2].key)" + (actors.count > 3 ? "+\(actors[3].key)" : "") : "")
  }

  private func groups(_ text: String, of option: String) throws(LaboratoryError) -> [Coalition] {
    var groups: [Coalition] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var group = Coalition()
      for name in part.split(separator: "+", omittingEmptySubsequences: false) {
        guard let actor = setting.scenario.actor(name.filter { $0 != " " }), !group.has(actor)
        else {
          throw .wrongOption(
            option: option, found: text, expected: "actors joined by +, such as \(groupExample)")
        }
        group.formUnion(Coalition(of: actor))
      }
      groups.append(group)
    }
    return groups
  }
}
