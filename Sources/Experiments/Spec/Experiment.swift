public import Arithmetic
public import Scenarios

/// A question put to a game: what to vary, what to measure, what to expect, what to draw.
///
/// A spec is a mapping of `format`, `id`, `question`, `game` and
/// - `vary: [{parameter, list}]`, or `from`, `to` with `count` or with `step`, or a `distribution`;
///   `set: {parameter: value}` holds others, `where:` leaves rows out.
/// - `design: {kind, n, seed, replicates}`, see ``Design/Scheme``; without it every combination of
///   levels is a row. A list of designs, each with its own `vary` if wanted, is run one after the
///   other.
/// - `series: [{name, relative-gains, set, vary}]` for several runs in one table; what a series
///   leaves out is looked up at the top. `parameters:` declares numbers the game does not have.
/// - `measure: [{name, of, value, over, exact}]`, see ``Measure``.
/// - `finding: {source, author, verdict, condition, assumptions}`, see ``Finding``.
/// - `expect: [{claim, holds, series}]`, see ``Expectation/Condition``.
/// - `sensitivity: [{measure, resamples}, {box, density}]`, see ``SensitivityRequest``.
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
  /// What is asked about the parameters once the rows are there.
  public var sensitivity: [SensitivityRequest] = []
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
    /// Files that designs were read from, and their SHA-256 digests.
    public var tables: [Table] = []

    /// A file of points.
    public struct Table: Hashable, Sendable {
      /// The file.
      public var file: String
      /// Its SHA-256 digest.
      public var digest: String
    }
  }

  /// A run over one design under one rule.
  public struct Series: Sendable {
    /// The name in the column `series`; nil when the experiment has a single unnamed series.
    public var name: String?
    /// The rule to apply instead of the game's own.
    public var relativeGains: RelativeGainsBlock?
    /// Parameters held at a value other than their default.
    public var settings: [Setting]
    /// What is varied; in a factorial design the last one fastest.
    public var factors: [Factor]
    /// Which points are looked at.
    public var design: Design
    /// Conditions on the parameters: rows in which one of them is 0 are left out.
    public var constraints: [Expectation.RowFormula]
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
    /// Its values on a grid; none where it is drawn or read from a file.
    public var levels = Levels.list([])
    /// How it is drawn; nil on a grid.
    public var distribution: Distribution?
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

  /// Whether there is a column `row`: where rows are left out, it tells which row of the design a
  /// line is.
  public var hasRowNumbers: Bool { series.contains { !$0.constraints.isEmpty } }

  /// Whether there is a column `replicate`, counted from 1.
  public var hasReplicates: Bool { series.contains { $0.design.replicates > 1 } }

  /// How many rows the designs have, those that conditions leave out among them.
  public var rows: Int { series.reduce(0) { $0 + $1.design.rows } }

  /// Every parameter: the game's, then the experiment's own.
  public var parameters: [Scenario.Parameter] { scenario.parameters + extra }

  /// The heading of each column of the results.
  public var headings: [String] {
    (hasRowNumbers ? ["row"] : []) + (hasNamedSeries ? ["series"] : [])
      + (hasReplicates ? ["replicate"] : []) + columns
      + measures.flatMap { $0.isExactToo ? [$0.name, $0.name + ".exact"] : [$0.name] } + ["error"]
  }
}
