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
    /// A measure takes a value both below and above a level as a parameter grows; where a value of
    /// the parameter is named, it is on one side before it and on the other after it.
    case crosses(measure: Int, parameter: String, level: Rational, at: Rational?)
    /// A measure equals a formula in every row, or where a condition holds.
    case equals(measure: Int, RowFormula, on: RowFormula?)
    /// A formula is not zero in any row, or in any where a condition holds.
    case always(RowFormula, on: RowFormula?)
    /// A formula is zero in every row, or in all where a condition holds.
    case never(RowFormula, on: RowFormula?)
    /// The correlation of a measure with a parameter or measure over all rows stands in a relation
    /// to a number.
    case correlates(measure: Int, with: RowFormula.Operand, Relation, Rational)
  }

  /// A relation to a number.
  public enum Relation: String, CaseIterable, Sendable {
    /// At least.
    case atLeast = ">="
    /// At most.
    case atMost = "<="
    /// Greater.
    case above = ">"
    /// Less.
    case below = "<"

    /// Whether a number stands in it to a limit.
    func holds(_ number: Double, _ limit: Double) -> Bool {
      switch self {
      case .atLeast: number >= limit
      case .atMost: number <= limit
      case .above: number > limit
      case .below: number < limit
      }
    }
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
    case .monotone(let measure, _, _), .constant(let measure, _), .crosses(let measure, _, _, _):
      [measure]
    case .correlates(let measure, .measure(let other), _, _): [measure, other]
    case .correlates(let measure, .parameter, _, _): [measure]
    case .equals, .always, .never: []
    }
  }

  /// The parameter along which rows are compared, if any.
  var parameter: String? {
    switch condition {
    case .monotone(_, let parameter, _), .crosses(_, let parameter, _, _): parameter
    case .constant(_, let parameter): parameter
    case .equals, .always, .never, .correlates: nil
    }
  }
}
