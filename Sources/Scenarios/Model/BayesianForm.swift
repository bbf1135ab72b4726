import Arithmetic
import GameForms

/// A game in which each actor knows its own type only, and all choose at once.
public struct BayesianForm: Sendable {
  /// `types[actor]`: the names of its types.
  public let types: [[String]]
  /// `strategies[actor]`: what it may do, whatever its type.
  public let strategies: [[StrategicForm.Strategy]]
  /// One probability a profile of types, the last actor's fastest.
  public let prior: [Expression]
  /// One cell a profile of types and of actions, types first, the last actor's fastest.
  public let cells: [Cell]
  /// Where the prior stands.
  let priorPosition: Position?

  /// The form of these parts.
  ///
  /// - Precondition: there is a probability for each profile of types, and a cell for each profile of
  ///   types and actions.
  public init(
    types: [[String]], strategies: [[StrategicForm.Strategy]], prior: [Expression], cells: [Cell],
    priorPosition: Position? = nil
  ) {
    let draws = types.reduce(1) { $0 * $1.count }
    precondition(prior.count == draws, "one probability a profile of types")
    precondition(
      cells.count == strategies.reduce(draws) { $0 * $1.count }, "one cell a profile")
    self.types = types
    self.strategies = strategies
    self.prior = prior
    self.cells = cells
    self.priorPosition = priorPosition
  }

  /// The types, then the actions, of a cell.
  public func profile(ofCell index: Int) -> [Int] { shape.profile(at: index) }

  /// The cell of these types, then actions.
  public func cell(of profile: [Int]) -> Int { shape.index(of: profile) }

  /// The types at a place of the prior.
  public func types(ofDraw index: Int) -> [Int] { types.map(\.count).profile(at: index) }

  /// The place in the prior of the types of a cell.
  public func draw(ofCell index: Int) -> Int { index / (cells.count / prior.count) }

  /// How many types, then how many actions, each actor has.
  var shape: [Int] { types.map(\.count) + strategies.map(\.count) }

  /// The names of types, then of actions, of a cell.
  func keys(_ profile: [Int]) -> [String] {
    let names = types + strategies.map { $0.map(\.key) }
    return zip(names, profile).map { $0[$1] }
  }
}

extension BayesianForm: TreeForm {
  /// `bayesian`.
  public static let name = "bayesian"
  /// Types, actions, how likely types are, and what comes of all.
  public static let keys = ["types", "strategies", "prior", "payoffs"]
  /// What entries hold besides actors.
  public static let reserved = ["gains", "types", "probability", "because", "source"]

  /// Reads types, actions, prior and payoffs.
  public init(decoding source: FormSource) throws(InputError) {
    self = try BayesianFormDecoder.form(source)
  }

  /// The probabilities of profiles of types.
  public var numbers: [Expression] { prior }

  /// `(strong, only: fight, yield)`.
  public func name(ofCell index: Int) -> String { "(\(words(of: shape.profile(at: index))))" }

  /// `2 x 1 types, 2 x 2`.
  public var size: String {
    let counts = shape.map(String.init)
    let actors = types.count
    return counts.prefix(actors).joined(separator: " x ") + " types, "
      + counts.dropFirst(actors).joined(separator: " x ")
  }

  /// Reads `{types: {actor: type}, actor: action}`.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    let fields = try Fields(document, of: what, keys: actors.map(\.key) + ["types"])
    return try BayesianFormDecoder.types(of: fields, types, actors)
      + BayesianFormDecoder.actions(of: fields, strategies, actors)
  }

  /// `{types: {actor: type}, actor: action}`.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    .mapping(profileFields(outcome, actors))
  }

  private func profileFields(
    _ profile: [Int], _ actors: [Scenario.Actor]
  ) -> [(String, Document?)] {
    let keys = keys(profile)
    let own = actors.indices.filter { types[$0].count > 1 }
      .map { (actors[$0].key, Document.text(keys[$0]) as Document?) }
    return [("types", .mappingUnlessEmpty(own))]
      + actors.indices.map { (actors[$0].key, .text(keys[actors.count + $0])) }
  }

  /// `strong, only: fight, yield`.
  public func words(of outcome: [Int]) -> String {
    let keys = keys(outcome)
    return keys.prefix(types.count).joined(separator: ", ") + ": "
      + keys.dropFirst(types.count).joined(separator: ", ")
  }

  /// `types`, `strategies`, `prior`, `payoffs`.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    let own = actors.indices.filter { types[$0].count > 1 }.map {
      (actors[$0].key, Document.list(types[$0].map(Document.text)) as Document?)
    }
    let actions = zip(actors, strategies).map { actor, list in
      (
        actor.key,
        Document.mapping(
          list.map { ($0.key, $0.description.map(Document.text) ?? .plain("null")) }) as Document?
      )
    }
    let draws = types.map(\.count)
    let prior = self.prior.indices.map { index in
      Document.mapping(
        actors.indices.filter { types[$0].count > 1 }.map {
          (actors[$0].key, .text(types[$0][draws.profile(at: index)[$0]]))
        } + [("probability", .plain(self.prior[index].text))])
    }
    let payoffs = cells.indices.map { index in
      Document.mapping(
        profileFields(shape.profile(at: index), actors) + cells[index].fields(actors: actors))
    }
    return [
      ("types", .mappingUnlessEmpty(own)), ("strategies", .mapping(actions)),
      ("prior", .list(prior)), ("payoffs", .list(payoffs)),
    ]
  }

  /// The game at these numbers, and its absolute gains.
  ///
  /// - Throws: ``InputError`` where the prior does not add up to 1.
  public func games(
    of evaluated: EvaluatedGame
  ) throws(InputError) -> (gains: BayesianGame, utilities: BayesianGame) {
    let prior = try Probabilities.checked(
      evaluated.numbers, exact: evaluated.exact, of: "the types", at: priorPosition)
    func game(_ payoffs: [Rational]) -> BayesianGame {
      BayesianGame(
        types: types.map(\.count), actions: strategies.map(\.count), prior: prior,
        payoffs: payoffs)
    }
    return (game(evaluated.gains), game(evaluated.utilities))
  }

  /// Chance draws the types, then the actors move, each knowing its own type only.
  public func extensiveView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(InputError) -> ExtensiveView {
    let games = try games(of: evaluated)
    let tree = games.gains.extensive
    let draws = types.map(\.count)
    var sets: [String] = []
    for (actor, own) in types.enumerated() {
      sets += own.count == 1 ? [actors[actor].key] : own.map { "\(actors[actor].key)-\($0)" }
    }
    let actions = tree.sets.map { set in strategies[set.actor].map(\.key) }
    let chance = prior.indices.map { index in
      zip(types, draws.profile(at: index)).filter { $0.0.count > 1 }.map { $0[$1] }
        .joined(separator: "+")
    }
    var ends = 0
    return ExtensiveView(
      gains: tree, utilities: games.utilities.extensive, sets: sets, actions: actions,
      moves: tree.nodes.map { node in
        switch node.kind {
        case .decision(let set): actions[set]
        case .chance: chance
        case .end: []
        }
      },
      cells: tree.nodes.map { node in
        guard case .end = node.kind else { return nil }
        defer { ends += 1 }
        return ends
      })
  }
}
