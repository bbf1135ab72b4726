public import Arithmetic
public import Scenarios

/// A claim about the results, stated before the run.
public struct Expectation: Sendable {
  /// The claim in words.
  public var claim: String
  /// What has to hold, as written: `nonincreasing(accepted, scale)`.
  public var text: String
  /// What has to hold.
  public var condition: Condition
  /// The series it is about, by index.
  public var series: [Int]
  /// Where it stands.
  public var position: Position

  /// What can be claimed. Measures count in the experiment's order; rows without a value of the
  /// measure are passed over.
  public enum Condition: Sendable {
    /// A measure does not rise, or does not fall, as a parameter grows and the others stay.
    case monotone(measure: Int, parameter: String, Direction)
    /// A measure does not change as a parameter grows; over all rows where none is named.
    case constant(measure: Int, parameter: String?)
    /// A measure takes a value both below and above a level as a parameter grows.
    case crosses(measure: Int, parameter: String, level: Rational)
    /// A measure equals a formula in every row.
    case equals(measure: Int, RowFormula)
    /// A formula is not zero in any row.
    case always(RowFormula)
    /// A formula is zero in every row.
    case never(RowFormula)
  }

  /// Which way a measure may go.
  public enum Direction: Sendable {
    /// Down or level.
    case nonincreasing
    /// Up or level.
    case nondecreasing
  }

  /// A formula over the parameters and measures of a row.
  public struct RowFormula: Sendable {
    /// The formula.
    public var expression: Expression
    /// What each of its names stands for.
    public var operands: [Operand]

    /// What a name stands for.
    public enum Operand: Hashable, Sendable {
      /// The parameter with this index among the experiment's.
      case parameter(Int)
      /// The measure with this index.
      case measure(Int)
    }
  }

  /// The measures that are compared from row to row.
  var comparedMeasures: [Int] {
    switch condition {
    case .monotone(let measure, _, _), .constant(let measure, _), .crosses(let measure, _, _):
      [measure]
    case .equals, .always, .never: []
    }
  }

  /// The parameter along which rows are compared, if any.
  var parameter: String? {
    switch condition {
    case .monotone(_, let parameter, _), .crosses(_, let parameter, _): parameter
    case .constant(_, let parameter): parameter
    case .equals, .always, .never: nil
    }
  }
}
