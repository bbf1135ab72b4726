import GameForms

extension StrategicForm: GameForm {
  /// `strategic`.
  public static let name = "strategic"
  /// Strategies, payoffs, and the two profiles that critical discount factors refer to.
  public static let keys = ["strategies", "payoffs", "gains", "cooperation", "punishment"]
  /// What an entry of payoffs holds besides actors.
  public static let reserved = ["gains", "ranks", "because", "source"]

  /// Reads strategies and payoffs, every profile exactly once.
  public init(decoding source: FormSource) throws(InputError) {
    self = try StrategicFormDecoder(source).form()
  }

  /// `(C, D)`.
  public func name(ofCell index: Int) -> String { "(\(words(of: profile(at: index))))" }

  /// `2 x 3`.
  public var size: String { shape.map(String.init).joined(separator: " x ") }

  /// Reads a profile: `{actor: strategy}` or a list of strategies.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    try ProfileDecoder(actors: actors, strategies: strategies).decode(document, of: what)
  }

  /// `{actor: strategy}`.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    .mapping(strategyFields(outcome, actors))
  }

  /// `C, D`.
  public func words(of outcome: [Int]) -> String {
    zip(strategies, outcome).map { $0[$1].key }.joined(separator: ", ")
  }

  /// `gains`, `strategies`, `payoffs`.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    let strategies = zip(actors, strategies).map { actor, list in
      let described = list.contains { $0.description != nil }
      return (
        actor.key,
        described
          ? .mapping(list.map { ($0.key, $0.description.map(Document.text) ?? .plain("null")) })
          : Document.list(list.map { .text($0.key) }) as Document?
      )
    }
    let payoffs = cells.indices.map { index in
      Document.mapping(
        strategyFields(profile(at: index), actors)
          + cells[index].fields(actors: actors, key: ordinal ? "ranks" : "gains"))
    }
    return [
      ("gains", ordinal ? .text("ordinal") : nil), ("strategies", .mapping(strategies)),
      ("payoffs", .list(payoffs)),
    ]
  }

  private func strategyFields(
    _ profile: [Int], _ actors: [Scenario.Actor]
  ) -> [(String, Document?)] {
    profile.indices.map { (actors[$0].key, .text(strategies[$0][profile[$0]].key)) }
  }

  /// Strategies that say not what they mean.
  public func problems(actors: [Scenario.Actor]) -> [InputError] {
    zip(actors, strategies).flatMap { actor, list in
      list.filter { $0.description == nil }.map { strategy in
        InputError(
          "the strategy \(quoted(strategy.key)) of \(quoted(actor.key)) says not what it means: "
            + "write \(strategy.key): \"...\"", at: strategy.position)
      }
    }
  }

  /// The game itself.
  public func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView? { view(of: evaluated) }

  /// The game at these numbers.
  public func view(of evaluated: EvaluatedGame) -> StrategicView {
    StrategicView(
      strategies: strategies, ordinal: ordinal,
      gains: StrategicGame(shape: shape, payoffs: evaluated.gains),
      utilities: StrategicGame(shape: shape, payoffs: evaluated.utilities))
  }
}

extension Cell {
  /// What an entry of the file says of the cell.
  func fields(actors: [Scenario.Actor], key: String = "gains") -> [(String, Document?)] {
    [
      (key, .mapping(zip(actors, gains).map { ($0.key, .plain($1.text)) })),
      ("because", because.map(Document.text)), ("source", source.map(Document.text)),
    ]
  }
}
