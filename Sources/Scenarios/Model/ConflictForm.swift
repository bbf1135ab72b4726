public import GameForms

/// A conflict in option form: each decision maker has options that it takes or does not, and a
/// state is a combination of options.
///
/// - Source: option form after Howard 1971; Fang, Hipel and Kilgour 1993.
public struct ConflictForm: Sendable {
  /// Every option, those of the first actor first.
  public var options: [Option]
  /// Combinations that cannot be.
  public var infeasible: [Exclusion]
  /// What cannot be undone.
  public var irreversible: [Irreversible]
  /// States that have names.
  public var named: [NamedState]
  /// How the actors order the states.
  public var preferences: Preferences
  /// The state before anyone moves.
  public var statusQuo: Int?
  /// The feasible combinations, one bit an option, the first option the highest; in rising order.
  public let codes: [Int]
  /// How many options each actor has.
  let optionCounts: [Int]

  /// An option and what it means.
  public struct Option: Hashable, Sendable {
    /// The name in patterns and statements.
    public var key: String
    /// What it means, nil when nothing is said.
    public var description: String?
    /// Who has it.
    public var actor: Int
    /// Where the key stands.
    public var position: Position?
  }

  /// Combinations that cannot be, and why.
  public struct Exclusion: Hashable, Sendable {
    /// Which.
    public var pattern: OptionPattern
    /// Why, nil when nothing is said.
    public var because: String?
  }

  /// An option that stays as it is once it is so.
  public struct Irreversible: Hashable, Sendable {
    /// Which option.
    public var option: Int
    /// Whether it stays taken; else it stays untaken.
    public var staysTaken: Bool
  }

  /// A state with a name.
  public struct NamedState: Hashable, Sendable {
    /// The name.
    public var key: String
    /// Which state.
    public var state: Int
    /// What it means, nil when nothing is said.
    public var description: String?
  }

  /// How the actors order the states.
  public enum Preferences: Sendable {
    /// One order an actor; numbers mean nothing.
    case orders([Order])
    /// Gains, to which the relative-gains rule applies.
    case gains(Gains)
  }

  /// One actor's order of the states.
  public struct Order: Sendable {
    /// What the file says.
    public var source: Source
    /// `values[state]`: more is better.
    public var values: [Int]
    /// `levels[state]`: of two states on different levels one is much better; nil without marks.
    public var levels: [Int]?

    /// What an order is made of.
    public enum Source: Sendable {
      /// Patterns from best to worst, ties together; a state has the place of the first it fits.
      case ranking([[OptionPattern]], marks: [Int])
      /// Statements, the most important first; a state is better if the first that tells two
      /// states apart holds in it.
      case statements([Expression], marks: [Int])
    }
  }

  /// Gains by patterns.
  public struct Gains: Sendable {
    /// One an entry of the file; a state has the gains of the first it fits.
    public var patterns: [OptionPattern]
    /// The gains of each entry.
    public var cells: [Cell]
    /// `entry[state]`.
    public var entry: [Int]
    /// By how much a state must be better to be much better; nil where nothing is said.
    public var much: Expression?
  }

  /// Most options of all actors together.
  public static let mostOptions = 20
  /// Most moves.
  public static let mostMoves = 4_000_000

  /// The states as combinations of choices.
  public var choices: ConflictGraph.Choices {
    ConflictGraph.Choices(shape: optionCounts.map { 1 << $0 }, codes: codes)
  }

  /// What `state` is called: its name, or its pattern.
  public func name(ofState state: Int) -> String {
    named.first { $0.state == state }?.key ?? pattern(ofState: state)
  }

  /// One letter an option: `Y` or `N`.
  public func pattern(ofState state: Int) -> String {
    OptionPattern(exactly: codes[state], options: options.count).text
  }

  /// The conflict at these numbers.
  public func graph(of evaluated: EvaluatedGame) -> ConflictGraph {
    let choices = choices
    return ConflictGraph(choices: choices, preferences: orders(evaluated)) { actor, from, to in
      allows(actor, from, to)
    }
  }

  private func orders(_ evaluated: EvaluatedGame) -> [PreferenceOrder] {
    switch preferences {
    case .orders(let orders):
      return orders.map { PreferenceOrder(values: $0.values, levels: $0.levels) }
    case .gains(let gains):
      let actors = optionCounts.count
      return (0..<actors).map { actor in
        PreferenceOrder(
          values: gains.entry.map { evaluated.utilities[$0 * actors + actor] },
          muchAt: evaluated.numbers.first)
      }
    }
  }

  /// Whether an actor may turn from one combination of its own options to another.
  func allows(_ actor: Int, _ from: Int, _ to: Int) -> Bool {
    let first = optionCounts[..<actor].reduce(0, +)
    let count = optionCounts[actor]
    return irreversible.allSatisfy { rule in
      guard (first..<(first + count)).contains(rule.option) else { return true }
      let bit = first + count - 1 - rule.option
      let (before, after) = (from >> bit & 1 == 1, to >> bit & 1 == 1)
      return before != rule.staysTaken || after == before
    }
  }
}
