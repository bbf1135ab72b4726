public import RelativeGains
public import Scenarios

/// A number recorded in every row.
public struct Measure: Sendable {
  /// The heading of its column.
  public var name: String
  /// What it is measured on.
  public var subject: Subject
  /// The number, in terms of `symbols`.
  public var value: Value
  /// The concept asked, where ``subject`` is one.
  public var concept: String?
  /// Seconds after which a concept stops with what it has.
  public var seconds: Double?
  /// How the values of several equilibria become one.
  public var over: Aggregate
  /// Whether a second column holds the fraction itself.
  public var isExactToo: Bool
  /// Where it stands.
  public var position: Position

  /// What a measure looks at.
  public enum Subject: String, CaseIterable, Sendable {
    /// The equilibria in pure strategies.
    case pure
    /// All equilibria of a game of two; of a continuum its extreme points.
    case nash
    /// The discount factors from which on cooperation holds in the repeated game.
    case criticalDiscount = "critical-discount"
    /// The kind of 2x2 game.
    case `class`
    /// The payoffs themselves.
    case game
    /// Whether the model expects the recorded outcome, for every form.
    case history
    /// The exact points of a parameter at which the pure equilibria change, the others as in the
    /// row.
    case thresholds
    /// The answer of a solution concept, for every form.
    case concept
  }

  /// What becomes of the values of several equilibria.
  public enum Aggregate: String, CaseIterable, Sendable {
    /// Their mean.
    case mean
    /// The least.
    case min
    /// The greatest.
    case max
  }

  /// What is written in the column.
  public enum Value: Sendable {
    /// A number: an expression and what each of its names stands for.
    case number(Expression, [Symbol])
    /// The name of the game's class.
    case className
  }

  /// What a name in a value stands for.
  public enum Symbol: Hashable, Sendable {
    /// The parameter with this index among the experiment's.
    case parameter(Int)
    /// How many equilibria there are.
    case count
    /// 1 if the recorded outcome is among the equilibria, else 0.
    case outcome
    /// The probability with which an actor plays a strategy in the equilibrium.
    case probability(actor: Int, strategy: Int)
    /// An actor's expected absolute gain in the equilibrium.
    case gain(actor: Int)
    /// An actor's expected utility in the equilibrium.
    case utility(actor: Int)
    /// The absolute gain at a profile: an index into the payoffs.
    case gainAt(Int)
    /// The utility at a profile: an index into the payoffs.
    case utilityAt(Int)
    /// The sum of all absolute gains in the equilibrium.
    case welfare
    /// By how much an actor's absolute gain in the equilibrium passes another's.
    case gap(actor: Int, over: Int)
    /// A number in a concept's answer, by its keys in the JSON of `tumen solve`.
    case answer([String])
    /// The length of a list in a concept's answer.
    case answerCount([String])
    /// The first point at which the pure equilibria change along a parameter.
    case firstThreshold(Int)
    /// The last one.
    case lastThreshold(Int)
    /// How many there are.
    case thresholds(Int)
    /// The critical discount factor under grim trigger.
    case grimTrigger
    /// The critical discount factor under tit for tat.
    case titForTat
    /// 1 if the game is of this class, else 0.
    case isClass(GameClass)

    /// Whether it differs from one equilibrium of a row to another.
    var dependsOnEquilibrium: Bool {
      switch self {
      case .probability, .gain, .utility, .welfare, .gap: true
      default: false
      }
    }
  }

  /// Whether it has one value for each equilibrium, to be made one.
  var dependsOnEquilibrium: Bool {
    guard case .number(_, let symbols) = value else { return false }
    return symbols.contains(where: \.dependsOnEquilibrium)
  }

  /// Whether its column holds texts.
  public var isText: Bool {
    if case .className = value { true } else { false }
  }
}
