/// A strategic game played again and again: the stage, discount factors, and how often.
public struct RepeatedForm: Sendable {
  /// What is played in each period.
  public var stage: StrategicForm
  /// What one unit of the next period is worth to each actor now.
  public var discounts: [Expression]
  /// How many periods there are, nil for a game without end.
  public var periods: Int?

  /// The stage game repeated.
  public init(stage: StrategicForm, discounts: [Expression], periods: Int? = nil) {
    self.stage = stage
    self.discounts = discounts
    self.periods = periods
  }
}

// The stage game says what is chosen and what it brings.
extension RepeatedForm: GameForm {
  /// `repeated`.
  public static let name = "repeated"
  /// Those of the stage game, `discount` and `periods`.
  public static let keys = StrategicForm.keys + ["discount", "periods"]
  /// What an entry of payoffs holds besides actors.
  public static let reserved = StrategicForm.reserved

  /// Reads the stage game and how it is repeated.
  public init(decoding source: FormSource) throws(InputError) {
    self = try RepeatedFormDecoder(source).form()
  }

  /// Those of the stage game, `discount` and `periods`.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    stage.fields(actors: actors) + [
      ("discount", .mapping(zip(actors, discounts).map { ($0.key, .plain($1.text)) })),
      ("periods", periods.map { .plain(String($0)) }),
    ]
  }

  /// Those of the stage game.
  public var cells: [Cell] { stage.cells }
  /// The discount factors.
  public var numbers: [Expression] { discounts }
  /// `(C, D)`.
  public func name(ofCell index: Int) -> String { stage.name(ofCell: index) }
  /// `2 x 3, for ever`.
  public var size: String { stage.size + (periods.map { ", \($0) times" } ?? ", for ever") }

  /// Reads a profile of the stage game: what was played all along.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    try stage.outcome(document, of: what, actors: actors)
  }

  /// `{actor: strategy}`.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    stage.document(of: outcome, actors: actors)
  }

  /// `C, D`.
  public func words(of outcome: [Int]) -> String { stage.words(of: outcome) }

  /// What the stage game leaves unexplained.
  public func problems(actors: [Scenario.Actor]) -> [InputError] { stage.problems(actors: actors) }

  /// The stage game: what is chosen in one period.
  public func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView? { stage.view(of: evaluated) }
}
