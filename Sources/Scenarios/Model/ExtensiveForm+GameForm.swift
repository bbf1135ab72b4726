import Arithmetic
import GameForms

extension ExtensiveForm: TreeForm {
  /// `extensive`.
  public static let name = "extensive"
  /// The tree, parts of it that are written apart, ends by name, and what sets mean.
  public static let keys = ["tree", "nodes", "ends", "sets"]
  /// A path of actions, chance's moves included.
  public static let outcomeKey = "path"
  /// What a node holds besides actors.
  public static let reserved = ["gains", "because", "source", "chance"]

  /// Reads the tree.
  public init(decoding source: FormSource) throws(InputError) {
    self = try ExtensiveFormDecoder.form(source)
  }

  /// The name of the end, or the moves that lead there.
  public func name(ofCell index: Int) -> String {
    cellNames[index] ?? "(\(words(of: path(to: firstNode(of: index)))))"
  }

  /// `12 nodes, 3 information sets`.
  public var size: String {
    "\(counted(nodes.count, "node")), \(counted(sets.count, "information set"))"
  }

  /// Reads a path of actions to an end, as `[lease, concede]`.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    var path: [Int] = []
    for item in try document.list(what) {
      let key = try item.text("an action of \(what)")
      guard let here = node(at: path) else { break }
      let actions = actions(at: here)
      guard !actions.isEmpty else {
        throw InputError(
          "\(what) goes on past the end of the game: leave \(quoted(key)) out", at: item.position)
      }
      guard let action = actions.firstIndex(of: key) else {
        throw InputError(
          "there is no action \(quoted(key)) here\(Suggestion.hint(for: key, in: actions))",
          at: item.position)
      }
      path.append(action)
    }
    if let here = node(at: path), !actions(at: here).isEmpty {
      throw InputError(
        "\(what) stops before the end of the game: go on with one of "
          + actions(at: here).joined(separator: ", "), at: document.position)
    }
    return path
  }

  /// `[lease, concede]`.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    .list(keys(of: outcome).map(Document.text))
  }

  /// `lease, concede`.
  public func words(of outcome: [Int]) -> String { keys(of: outcome).joined(separator: ", ") }

  /// `sets`, `tree`, `nodes`, `ends`.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    ExtensiveFormEncoder(form: self, actors: actors).fields
  }

  /// Sets of several nodes that say not what their actor knows.
  public func problems(actors: [Scenario.Actor]) -> [InputError] {
    var counts = sets.map { _ in 0 }
    var first: [Position?] = sets.map { _ in nil }
    for node in nodes {
      guard case .decision(let set) = node.kind else { continue }
      if counts[set] == 0 { first[set] = node.position }
      counts[set] += 1
    }
    return sets.indices.filter { counts[$0] > 1 && sets[$0].meaning == nil }.map { set in
      InputError(
        "the set \(quoted(sets[set].key)) says not what its actor knows: write "
          + "sets: {\(sets[set].key): \"...\"}", at: first[set])
    }
  }

  /// Refuses probabilities that do not add up to 1.
  public func refuse(_ evaluated: EvaluatedGame, actors: [Scenario.Actor]) throws(InputError) {
    _ = try kinds(at: evaluated)
  }

  /// The tree at these numbers with these payoffs, which are the evaluated game's gains or
  /// utilities.
  ///
  /// - Throws: ``InputError`` where probabilities do not add up to 1.
  public func game(
    of payoffs: [Rational], in evaluated: EvaluatedGame, actors: Int
  ) throws(InputError) -> ExtensiveGame {
    game(of: payoffs, kinds: try kinds(at: evaluated), actors: actors)
  }

  /// What happens at each node, ends still without payoffs.
  private func kinds(at evaluated: EvaluatedGame) throws(InputError) -> [ExtensiveGame.Kind] {
    var next = 0
    var kinds: [ExtensiveGame.Kind] = []
    kinds.reserveCapacity(nodes.count)
    for node in nodes {
      switch node.kind {
      case .decision(let set): kinds.append(.decision(set: set))
      case .chance(let moves):
        kinds.append(
          .chance(
            probabilities: try Probabilities.checked(
              Array(evaluated.numbers[next..<(next + moves.count)]), exact: evaluated.exact,
              of: "chance", at: node.position)))
        next += moves.count
      case .end: kinds.append(.end(payoffs: []))
      }
    }
    return kinds
  }

  private func game(
    of payoffs: [Rational], kinds: [ExtensiveGame.Kind], actors: Int
  ) -> ExtensiveGame {
    let choices = sets.map { ExtensiveGame.Choice(actor: $0.actor, actions: $0.actions.count) }
    let whole = zip(nodes, kinds).map { node, kind -> ExtensiveGame.Kind in
      guard case .end(let cell) = node.kind else { return kind }
      return .end(payoffs: Array(payoffs[(cell * actors)..<((cell + 1) * actors)]))
    }
    do {
      return try ExtensiveGame(actors: actors, sets: choices, nodes: whole)
    } catch {
      preconditionFailure("a form that was read is a tree: \(error)")
    }
  }

  /// The tree at these numbers.
  public func extensiveView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(InputError) -> ExtensiveView {
    let kinds = try kinds(at: evaluated)
    return ExtensiveView(
      gains: game(of: evaluated.gains, kinds: kinds, actors: actors.count),
      utilities: game(of: evaluated.utilities, kinds: kinds, actors: actors.count),
      sets: sets.map(\.key), actions: sets.map(\.actions),
      moves: nodes.indices.map { self.actions(at: $0) },
      cells: nodes.map { if case .end(let cell) = $0.kind { cell } else { nil } })
  }
}
