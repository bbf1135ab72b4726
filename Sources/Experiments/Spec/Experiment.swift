public import Arithmetic
public import Scenarios

/// A question put to a game: what to vary, what to measure, what to expect, what to draw.
///
/// A spec is a mapping of `format`, `id`, `question`, `game` and
/// - `vary: [{parameter, list}]`, or `from`, `to` with `count` or with `step`; every combination is
///   a row, the last parameter fastest. `set: {parameter: value}` holds others.
/// - `series: [{name, relative-gains, set, vary}]` for several runs in one table; what a series
///   leaves out is looked up at the top. `parameters:` declares numbers the game does not have.
/// - `measure: [{name, of, value, over, exact}]`, see ``Measure``.
/// - `finding: {source, author, verdict, condition, assumptions}`, see ``Finding``.
/// - `expect: [{claim, holds, series}]`, see ``Expectation/Condition``.
/// - `figures: [{kind: line, x, y, by}, {kind: region, x, y, fill, labels}]`, with `name`, `title`,
///   `x-label`, `y-label`, `series`, `at` and `thresholds` where wanted.
public struct Experiment: Sendable {
  /// The id that the file gives.
  public var id: String
  /// The title.
  public var title: String
  /// What is asked.
  public var question: String
  /// The proposition it tests, such as `P5b`.
  public var proposition: String?
  /// What the run is said to show, and what its source said.
  public var finding: Finding?
  /// What a reader should know of the model.
  public var notes: String?
  /// The game.
  public var scenario: Scenario
  /// Parameters that the game does not have, for rules and measures.
  public var extra: [Scenario.Parameter]
  /// What is run, one after the other; at least one.
  public var series: [Series]
  /// What is recorded in each row, in the order of the columns; at least one.
  public var measures: [Measure]
  /// What is claimed beforehand.
  public var expectations: [Expectation]
  /// What is drawn.
  public var figures: [FigureRequest]
  /// The contents it was read from.
  public var origin: Origin

  /// The files an experiment was read from, and by which digests to know them again.
  public struct Origin: Hashable, Sendable {
    /// The spec as the user named it.
    public var spec: String
    /// The SHA-256 digest of the spec.
    public var specDigest: String
    /// The file of the game.
    public var game: String
    /// The SHA-256 digest of the game.
    public var gameDigest: String
  }

  /// A run over one design under one rule.
  public struct Series: Sendable {
    /// The name in the column `series`; nil when the experiment has a single unnamed series.
    public var name: String?
    /// The rule to apply instead of the game's own.
    public var relativeGains: RelativeGainsBlock?
    /// Parameters held at a value other than their default.
    public var settings: [Setting]
    /// What is varied, the last one fastest.
    public var factors: [Factor]
    /// Every combination of the factors' levels.
    public var design: FactorialDesign
  }

  /// A parameter held at a value.
  public struct Setting: Hashable, Sendable {
    /// The parameter.
    public var parameter: String
    /// Its value.
    public var value: Rational
  }

  /// A parameter that is varied.
  public struct Factor: Hashable, Sendable {
    /// The parameter.
    public var parameter: String
    /// Its values.
    public var levels: Levels
  }

  /// The parameters that differ between rows, in the order of their columns.
  public var columns: [String] {
    var columns: [String] = []
    for name in series.flatMap({ $0.factors.map(\.parameter) + $0.settings.map(\.parameter) })
    where !columns.contains(name) {
      columns.append(name)
    }
    return columns
  }

  /// Whether there is a column `series`.
  public var hasNamedSeries: Bool { series.contains { $0.name != nil } }

  /// How many rows there are in all.
  public var rows: Int { series.reduce(0) { $0 + $1.design.rows } }

  /// Every parameter: the game's, then the experiment's own.
  public var parameters: [Scenario.Parameter] { scenario.parameters + extra }

  /// The heading of each column of the results.
  public var headings: [String] {
    (hasNamedSeries ? ["series"] : []) + columns
      + measures.flatMap { $0.isExactToo ? [$0.name, $0.name + ".exact"] : [$0.name] } + ["error"]
  }
}
