import Arithmetic
import GameForms

extension ConflictForm: GameForm {
  /// `conflict`.
  public static let name = "conflict"
  /// Options, what restricts them, and how the actors order the states.
  public static let keys = [
    "options", "infeasible", "irreversible", "states", "status-quo", "preferences", "gains", "much",
  ]
  /// `state`.
  public static let outcomeKey = "state"
  /// What an entry of gains holds besides actors.
  public static let reserved = ["state", "gains", "because", "source"]

  /// Reads options, states and preferences.
  public init(decoding source: FormSource) throws(InputError) {
    self = try ConflictFormDecoder(source).form()
  }

  /// The entries of `gains`; none where the file has orders only.
  public var cells: [Cell] {
    if case .gains(let gains) = preferences { gains.cells } else { [] }
  }

  /// What makes a state much better.
  public var numbers: [Expression] {
    if case .gains(let gains) = preferences { gains.much.map { [$0] } ?? [] } else { [] }
  }

  /// The pattern of an entry of `gains`, or the name of the one state it stands for.
  public func name(ofCell index: Int) -> String {
    guard case .gains(let gains) = preferences else { return "" }
    return name(of: gains.patterns[index])
  }

  /// `4 options, 12 states`.
  public var size: String {
    "\(counted(options.count, "option")), \(counted(codes.count, "state"))"
  }

  /// Reads one state: its name, its pattern, or `{option: Y}` for every option.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    [try PatternDecoder(options: options, named: named, codes: codes).state(document, of: what)]
  }

  /// The state's name or pattern.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    .text(words(of: outcome))
  }

  /// The state's name or pattern.
  public func words(of outcome: [Int]) -> String {
    outcome.map { name(ofState: $0) }.joined(separator: ", ")
  }

  /// Options that say not what they mean.
  public func problems(actors: [Scenario.Actor]) -> [InputError] {
    options.filter { $0.description == nil }.map { option in
      InputError(
        "the option \(quoted(option.key)) of \(quoted(actors[option.actor].key)) says not what it "
          + "means: write \(option.key): \"...\"", at: option.position)
    }
  }

  /// The form's keys as the file writes them.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    let options = actors.enumerated().map { actor, entry in
      (
        entry.key,
        Document.mapping(
          self.options.filter { $0.actor == actor }.map {
            ($0.key, $0.description.map(Document.text) ?? .plain("null"))
          }) as Document?
      )
    }
    let infeasible = infeasible.map { exclusion -> Document in
      guard let because = exclusion.because else { return .text(exclusion.pattern.text) }
      return .mapping([("pattern", .text(exclusion.pattern.text)), ("because", .text(because))])
    }
    return [
      ("options", .mapping(options)), ("infeasible", infeasible.isEmpty ? nil : .list(infeasible)),
      (
        "irreversible",
        .mappingUnlessEmpty(
          irreversible.map { (self.options[$0.option].key, .text($0.staysTaken ? "Y" : "N")) })
      ),
      (
        "states",
        .mappingUnlessEmpty(
          named.map { entry in
            (
              entry.key,
              .mapping([
                ("pattern", .text(pattern(ofState: entry.state))),
                ("meaning", entry.description.map(Document.text)),
              ])
            )
          })
      ), ("status-quo", statusQuo.map { .text(name(ofState: $0)) }),
    ] + preferenceFields(actors)
  }

  private func preferenceFields(_ actors: [Scenario.Actor]) -> [(String, Document?)] {
    switch preferences {
    case .orders(let orders):
      let documents = zip(actors, orders).map { ($0.key, document(of: $1) as Document?) }
      return [("preferences", .mapping(documents))]
    case .gains(let gains):
      let entries = gains.cells.indices.map { index in
        Document.mapping(
          [("state", .text(name(ofCell: index)))] + gains.cells[index].fields(actors: actors))
      }
      return [("gains", .list(entries)), ("much", gains.much.map { .plain($0.text) })]
    }
  }

  private func document(of order: Order) -> Document {
    func list(_ items: [Document], _ marks: [Int]) -> Document {
      .list(items.indices.flatMap { (marks.contains($0) ? [.text(">>")] : []) + [items[$0]] })
    }
    switch order.source {
    case .ranking(let groups, let marks):
      let items = groups.map { group in
        group.count == 1
          ? Document.text(name(of: group[0])) : .list(group.map { .text(name(of: $0)) })
      }
      return .mapping([("ranking", list(items, marks))])
    case .statements(let statements, let marks):
      return .mapping([("statements", list(statements.map { .text($0.text) }, marks))])
    }
  }

  private func name(of pattern: OptionPattern) -> String {
    named.first { pattern == OptionPattern(exactly: codes[$0.state], options: options.count) }?.key
      ?? pattern.text
  }

  /// The conflict as a game in which all choose their options at once; nil where not every
  /// combination of choices is a state or something cannot be undone.
  public func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView? {
    let choices = choices
    let used = choices.shape.indices.map { actor in
      Set(codes.indices.map { choices.choice(of: actor, in: $0) }).sorted()
    }
    guard irreversible.isEmpty, used.reduce(1, { $0 * $1.count }) == codes.count else {
      return nil
    }
    // Codes rise with the last actor's choice fastest, as profiles do.
    let strategies = used.enumerated().map { actor, own in
      own.map { strategy($0, of: actor) }
    }
    let shape = used.map(\.count)
    guard case .gains(let gains) = preferences else {
      let ranks = graph(of: evaluated).preferences.map(\.ranks)
      let game = StrategicGame(
        shape: shape,
        payoffs: codes.indices.flatMap { state in ranks.map { Rational($0[state] + 1) } })
      return StrategicView(strategies: strategies, ordinal: true, gains: game, utilities: game)
    }
    func game(_ numbers: [Rational]) -> StrategicGame {
      StrategicGame(
        shape: shape,
        payoffs: gains.entry.flatMap { entry in
          shape.indices.map { numbers[entry * shape.count + $0] }
        })
    }
    return StrategicView(
      strategies: strategies, gains: game(evaluated.gains), utilities: game(evaluated.utilities))
  }

  private func strategy(_ choice: Int, of actor: Int) -> StrategicForm.Strategy {
    let own = options.filter { $0.actor == actor }
    let taken = own.indices.filter { choice >> (own.count - 1 - $0) & 1 == 1 }
    return StrategicForm.Strategy(
      key: OptionPattern(exactly: choice, options: own.count).text,
      description: taken.isEmpty
        ? "no option taken" : taken.map { own[$0].key }.joined(separator: ", "))
  }
}
