public import Arithmetic
public import Scenarios

/// A figure to draw from the results.
public struct FigureRequest: Sendable {
  /// The kind of figure.
  public var kind: Kind
  /// The name of its file, without `.svg`.
  public var name: String
  /// The title; the experiment's question where none is given.
  public var title: String
  /// The parameter that runs to the right; empty for bars.
  public var x: String
  /// The label of the horizontal axis.
  public var xLabel: String
  /// The label of the vertical axis.
  public var yLabel: String
  /// The measure drawn, by index.
  public var measure: Int
  /// What else varies: the lines of a line figure, the vertical axis of a map.
  public var by: String?
  /// What some values of the measure are called in the key of a map.
  public var valueNames: [(value: Rational, text: String)]
  /// The series drawn, by index.
  public var series: [Int]
  /// Factors held at one of their levels.
  public var held: [Experiment.Setting]
  /// Whether to mark the exact points at which the pure equilibria change.
  public var showsThresholds: Bool
  /// Where it stands.
  public var position: Position

  /// The kinds of figure.
  public enum Kind: String, CaseIterable, Sendable {
    /// A measure over a parameter, one line for each series and value of `by`.
    case line
    /// A measure as colour over two parameters, one map for each series.
    case region
    /// What each parameter does to a measure on its own, one bar a parameter.
    case tornado
    /// How much of the variance of a measure each parameter explains, two bars a parameter.
    case sobol

    /// Whether it shows values of a measure at points of the design.
    public var showsPoints: Bool { self == .line || self == .region }
  }
}
