import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

/// What every concept of coalitions needs: the game in numbers, and how much actors mind the gains
/// of others.
struct CoalitionQuestion {
  let setting: Setting
  let form: CoalitionalForm
  let concept: String
  let options: Concept.Options
  /// `theta_i` of each actor, zero where only absolute gains count.
  let weights: [Rational]

  /// The option that names a division of the worth.
  static let divisionOption = "division"
  /// The option that names unions.
  static let unionsOption = "unions"
  /// The option that names pairs who talk.
  static let linksOption = "links"
  /// The option that says how members of an agreement share.
  static let sharingOption = "sharing"

  /// The question that `concept` asks about a setting.
  ///
  /// - Throws: ``LaboratoryError/wrongSize(concept:takes:found:instead:)`` for a rule that is not
  ///   linear, or not the same towards all others.
  init(_ setting: Setting, _ options: Concept.Options, concept: String) throws {
    guard let form = setting.scenario.form as? CoalitionalForm else {
      throw LaboratoryError.wrongForm(
        asked: concept, takes: [CoalitionalForm.name], found: setting.scenario.form.name)
    }
    self.setting = setting
    self.form = form
    self.concept = concept
    self.options = options
    guard
      let weights = setting.evaluated.coalitionWeights(of: setting.scenario.actors.count)
    else {
      throw LaboratoryError.wrongSize(
        concept: concept,
        takes: "rules snidal, grieco and ally with the same weight on every other actor",
        found: "rule \(setting.relativeGains.rule.rawValue) as it stands",
        instead: "use --rule none, or --rule snidal --weight 1/4")
    }
    self.weights = weights
  }

  var actors: [Scenario.Actor] { setting.scenario.actors }

  /// Whether the rule makes a difference.
  var mindsOthers: Bool { weights.contains { !$0.isZero } }

  /// What each coalition is worth in absolute gains.
  ///
  /// - Throws: ``LaboratoryError/tooLarge(concept:size:limit:instead:)``.
  func game(limit: Int = CoalitionalGame.mostActors) throws -> CoalitionalGame {
    guard actors.count <= limit else {
      throw LaboratoryError.tooLarge(
        concept: concept, size: "\(actors.count) actors", limit: "\(limit)",
        instead: "use --concept shapley, which samples")
    }
    return form.game(in: setting.evaluated)
  }

  /// What each coalition claims when actors mind what the others gain; the game itself where they
  /// do not.
  func claims(limit: Int = Nucleolus.mostActors) throws -> CoalitionalGame {
    RelativeGainsCore.claims(in: try game(limit: limit), weights: weights)
  }

  /// What each block has in each structure.
  func partition() throws -> PartitionGame {
    guard actors.count <= PartitionGame.mostActors else {
      throw LaboratoryError.tooLarge(
        concept: concept, size: "\(actors.count) actors", limit: "\(PartitionGame.mostActors)",
        instead: "use --concept core or nucleolus")
    }
    return form.partition(in: setting.evaluated)
  }

  /// A solver's answer, or its refusal in the words of the laboratory.
  func asking<Answer>(_ work: () throws(CoalitionRefusal) -> Answer) throws -> Answer {
    do throws(CoalitionRefusal) {
      return try work()
    } catch {
      throw refusal(error)
    }
  }

  private func refusal(_ error: CoalitionRefusal) -> LaboratoryError {
    switch error {
    case .tooManyActors(let count, let limit):
      .tooLarge(
        concept: concept, size: "\(count) actors", limit: "\(limit)",
        instead: "use --concept shapley")
    case .noImputation(let alone, let together):
      .wrongSize(
        concept: concept, takes: "a game in which all have at least what they are worth alone",
        found: "\(together.readingText) for all and \(alone.readingText) for them apart",
        instead: "use --concept prenucleolus")
    case .notSimple:
      .wrongSize(
        concept: concept, takes: "games of winning (1) and losing (0) in which more win more",
        found: "other worths", instead: "use --concept shapley or banzhaf")
    case .notQuasiBalanced:
      .wrongSize(
        concept: concept,
        takes: "games in which what actors can ask covers what they can insist on",
        found: "claims that cross", instead: "use --concept nucleolus or shapley")
    case .overdue(let seconds):
      .tooLarge(
        concept: concept, size: "not done in \(seconds.text(digits: 6)) seconds",
        limit: "the time given", instead: "give it more --seconds")
    }
  }
}

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

extension EvaluatedGame {
  /// `theta_i = rho_i / (1 + rho_i)` of each actor under the rule in force; nil where the rule is
  /// not linear, or not the same towards all others.
  func coalitionWeights(of actors: Int) -> [Rational]? {
    switch rule {
    case .none: Array(repeating: .zero, count: actors)
    case .snidal(let matrix): Self.uniform(matrix)?.map(RelativeGainsCore.theta(rho:))
    case .ally(let matrix): Self.uniform(matrix)?.map { RelativeGainsCore.theta(rho: -$0) }
    case .grieco(let matrix):
      // u = (1 + n k) x - k W
      Self.uniform(matrix)?.map { $0 / (.one + Rational(actors) * $0) }
    case .lead, .convex, .power: nil
    }
  }

  /// The one weight of each row on all others, nil where a row has several.
  private static func uniform(_ matrix: [[Rational]]) -> [Rational]? {
    let rows = matrix.indices.map { actor in
      matrix[actor].indices.filter { $0 != actor }.map { matrix[actor][$0] }
    }
    guard rows.allSatisfy({ row in row.allSatisfy { $0 == row[0] && $0 > -1 } }) else { return nil }
    return rows.map { $0.first ?? .zero }
  }
}

// How coalitions and values are called in results.
extension CoalitionQuestion {
  /// `["china", "russia"]`.
  func json(_ coalition: Coalition) -> JSONValue {
    .array(coalition.members.map { .string(actors[$0].key) })
  }

  /// `[["china", "russia"], ["mongolia"]]`.
  func json(_ structure: CoalitionStructure) -> JSONValue {
    .array(structure.blocks.map(json))
  }

  /// `{"china": "2/3"}`; what is paid where worths are costs.
  func json(values: [Rational]) -> JSONValue {
    .object(zip(actors, values).map { .init($0.key, setting.json(shown($1))) })
  }

  /// `[{"coalition": ["china"], "weight": "1/2"}]`.
  func json(_ collection: [WeightedCoalition]) -> JSONValue {
    .array(
      collection.map { held in
        .object([
          .init("coalition", json(held.coalition)), .init("weight", setting.json(held.weight)),
        ])
      })
  }

  /// `China, Russia`.
  func words(_ coalition: Coalition) -> String {
    coalition.members.map { actors[$0].name }.joined(separator: ", ")
  }

  /// `{China, Russia} {Mongolia}`.
  func words(_ structure: CoalitionStructure) -> String {
    structure.blocks.map { "{\(words($0))}" }.joined(separator: " ")
  }

  /// A value as it is shown: what an actor pays where worths are costs.
  func shown(_ value: Rational) -> Rational { form.areCosts ? -value : value }

  /// `gets` or `pays`.
  var verb: String { form.areCosts ? "pays" : "gets" }

  /// What a reader of any answer should know of the game behind it.
  var notes: [String] {
    var notes: [String] = []
    if mindsOthers {
      notes.append(
        "Claims are those of actors who mind what the others gain (rule "
          + "\(setting.relativeGains.rule.rawValue)).")
    }
    if form.hasExternalities {
      notes.append(
        form.others == .alone
          ? "What a coalition has by itself is what it has while all others stand alone."
          : "What a coalition has by itself is what it has while all others stand together.")
    }
    return notes
  }
}
