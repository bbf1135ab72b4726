public import Arithmetic

/// A strategic game that actors see in different ways: the true cells, and for each actor the cells
/// that it takes to be otherwise.
public struct HypergameForm: Sendable {
  /// What really comes of each profile.
  public var truth: StrategicForm
  /// What some actor takes a cell to be.
  public var views: [View]
  /// The actors' keys.
  public let actors: [String]

  /// One cell as one actor sees it.
  public struct View: Sendable {
    /// Who sees it so.
    public var actor: Int
    /// The place of the true cell.
    public var cell: Int
    /// What the actor takes every actor's gain to be there; gains that the file does not name are
    /// the true ones.
    public var seen: Cell
    /// The actors whose gains the file names.
    public var named: [Int]

    /// What `actor` sees in place of a cell.
    public init(actor: Int, cell: Int, seen: Cell, named: [Int]) {
      self.actor = actor
      self.cell = cell
      self.seen = seen
      self.named = named
    }
  }

  /// The true game and how it is seen.
  public init(truth: StrategicForm, views: [View], actors: [String]) {
    self.truth = truth
    self.views = views
    self.actors = actors
  }
}

// What is seen follows the true cells, so that the relative-gains rule applies to both.
extension HypergameForm: GameForm {
  /// `hypergame`.
  public static let name = "hypergame"
  /// Those of a strategic form, and `perceived`.
  public static let keys = StrategicForm.keys + ["perceived"]
  /// What an entry of payoffs holds besides actors.
  public static let reserved = StrategicForm.reserved

  /// Reads the true game, and what each actor takes to be otherwise.
  public init(decoding source: FormSource) throws(InputError) {
    self = try HypergameFormDecoder(source).form()
  }

  /// Those of the true game, and `perceived`.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    let perceived = actors.indices.compactMap { actor -> (String, Document?)? in
      let own = views.filter { $0.actor == actor }
      return own.isEmpty
        ? nil : (actors[actor].key, .list(own.map { document(of: $0, actors) }))
    }
    return truth.fields(actors: actors) + [("perceived", .mappingUnlessEmpty(perceived))]
  }

  private func document(of view: View, _ actors: [Scenario.Actor]) -> Document {
    let profile = truth.profile(at: view.cell)
    let gains = view.named.map { other in
      (actors[other].key, Document.plain(view.seen.gains[other].text) as Document?)
    }
    return .mapping(
      actors.indices.map {
        (actors[$0].key, Document.text(truth.strategies[$0][profile[$0]].key) as Document?)
      } + [
        ("gains", .mapping(gains)), ("because", view.seen.because.map(Document.text)),
        ("source", view.seen.source.map(Document.text)),
      ])
  }

  /// The true cells, then those seen.
  public var cells: [Cell] { truth.cells + views.map(\.seen) }

  /// `(C, D)`, or `(C, D) as Row sees it`.
  public func name(ofCell index: Int) -> String {
    guard index >= truth.cells.count else { return truth.name(ofCell: index) }
    let view = views[index - truth.cells.count]
    return "\(truth.name(ofCell: view.cell)) as \(actors[view.actor]) sees it"
  }

  /// `2 x 3`.
  public var size: String { truth.size }

  /// Reads a profile.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    try truth.outcome(document, of: what, actors: actors)
  }

  /// `{actor: strategy}`.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    truth.document(of: outcome, actors: actors)
  }

  /// `C, D`.
  public func words(of outcome: [Int]) -> String { truth.words(of: outcome) }

  /// What the true game leaves unexplained.
  public func problems(actors: [Scenario.Actor]) -> [InputError] { truth.problems(actors: actors) }

  /// The true game.
  public func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView? { view(of: evaluated) }

  /// The true game at these numbers.
  public func view(of evaluated: EvaluatedGame) -> StrategicView {
    let count = truth.cells.count * truth.strategies.count
    return truth.view(
      of: EvaluatedGame(
        gains: Array(evaluated.gains.prefix(count)),
        utilities: Array(evaluated.utilities.prefix(count)), exact: evaluated.exact))
  }

  /// What each actor takes everyone to maximise: `[actor]`, payoffs in the order of the true game.
  public func perceived(in evaluated: EvaluatedGame) -> [[Rational]] {
    perceived(utilities: evaluated.utilities)
  }

  /// What each actor takes everyone to gain: `[actor]`, in the order of the true game.
  public func perceivedGains(in evaluated: EvaluatedGame) -> [[Rational]] {
    perceived(utilities: evaluated.gains)
  }

  /// The same from the utilities of all ``cells``, or their gains, over any kind of number.
  public func perceived<Number>(utilities: [Number]) -> [[Number]] {
    let actors = truth.strategies.count
    let count = truth.cells.count
    return (0..<actors).map { actor in
      var payoffs = Array(utilities.prefix(count * actors))
      for (index, view) in views.enumerated() where view.actor == actor {
        for other in 0..<actors {
          payoffs[view.cell * actors + other] = utilities[(count + index) * actors + other]
        }
      }
      return payoffs
    }
  }
}
