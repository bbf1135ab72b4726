public import Arithmetic
public import GameForms

/// Actors who may agree: on a level of each of several issues, or on one of several outcomes.
public struct BargainingForm: Sendable {
  /// What is to be settled; a game that lists its outcomes has the one issue ``outcome``.
  public var issues: [Issue]
  /// Combinations of levels that cannot be had.
  public var infeasible: [Infeasible]
  /// What each has while they disagree.
  public var disagreement: Cell
  /// What comes about when an actor leaves for good, nil where it has nowhere to go.
  public var outsideOptions: [Cell?]
  /// Those at home who must consent, in the order of the file.
  public var ratifiers: [Ratifier]
  /// Bargaining power, one an actor; equal where nil.
  public var power: [Expression]?
  /// What a gain is worth a round later, one an actor.
  public var discounts: [Expression]?
  /// The probability that a refusal ends the talks.
  public var breakdown: Expression?
  /// Who holds out for what.
  public var attrition: Attrition?
  /// Whether lotteries over outcomes may be agreed on.
  public var lotteries: Bool

  /// The names of the actors, for words.
  public let actors: [String]
  /// The levels of each feasible outcome: `combinations[outcome][issue]`.
  public let combinations: [[Int]]
  /// Feasible outcomes, then disagreement, then the outside options there are, then the round of
  /// attrition if there is one.
  public let cells: [Cell]

  /// The issue of a game that lists its outcomes.
  public static let outcome = "outcome"
  /// Most combinations of levels.
  public static let mostCombinations = 20_000

  /// Something to be settled.
  public struct Issue: Sendable {
    /// The name.
    public var key: String
    /// What it is about.
    public var meaning: String?
    /// What a unit of its gains counts for each actor; 1 where nil.
    public var weights: [Expression]?
    /// The levels.
    public var levels: [Level]
    /// Where the key stands.
    public var position: Position?
  }

  /// One way to settle an issue.
  public struct Level: Sendable {
    /// The name.
    public var key: String
    /// What it means.
    public var meaning: String?
    /// What it brings.
    public var cell: Cell
  }

  /// Levels that cannot go together.
  public struct Infeasible: Sendable {
    /// One level an issue, nil for any.
    public var pattern: [Int?]
    /// Why.
    public var because: String?
  }

  /// One at home who must consent.
  public struct Ratifier: Sendable {
    /// The actor whose deal it ratifies.
    public var actor: Int
    /// The name for people.
    public var name: String
    /// The least absolute gain of its actor that it accepts.
    public var floor: Expression
    /// Why.
    public var because: String?
    /// Where from, or `assumed`.
    public var source: String?
    /// Where the entry stands.
    public var position: Position?
  }

  /// Two actors who each hold out for an outcome.
  public struct Attrition: Sendable {
    /// The outcome each holds out for.
    public var favourites: [Int]
    /// What a round of holding out brings each: a loss.
    public var round: Cell
  }

  /// The form of these parts.
  ///
  /// - Throws: ``InputError`` where nothing is feasible.
  init(
    issues: [Issue], infeasible: [Infeasible], disagreement: Cell, outsideOptions: [Cell?],
    ratifiers: [Ratifier], power: [Expression]?, discounts: [Expression]?, breakdown: Expression?,
    attrition: Attrition?, lotteries: Bool, combinations: [[Int]], source: FormSource
  ) throws(InputError) {
    self.issues = issues
    self.infeasible = infeasible
    self.disagreement = disagreement
    self.outsideOptions = outsideOptions
    self.ratifiers = ratifiers
    self.power = power
    self.discounts = discounts
    self.breakdown = breakdown
    self.attrition = attrition
    self.lotteries = lotteries
    self.combinations = combinations
    actors = source.actors.map(\.key)
    var cells: [Cell] = []
    for combination in combinations {
      cells.append(try Self.sum(issues, combination, source.names))
    }
    self.cells =
      cells + [disagreement] + outsideOptions.compactMap(\.self)
      + (attrition.map { [$0.round] } ?? [])
  }

  /// Whether the file lists outcomes instead of issues.
  public var listsOutcomes: Bool { issues.count == 1 && issues[0].key == Self.outcome }

  /// What a combination brings: the weighted gains of its levels added up.
  private static func sum(
    _ issues: [Issue], _ combination: [Int], _ names: [String]
  ) throws(InputError) -> Cell {
    let chosen = zip(issues, combination).map { ($0, $0.levels[$1]) }
    if chosen.count == 1, let (issue, level) = chosen.first, issue.weights == nil {
      return level.cell
    }
    var gains: [Expression] = []
    for actor in chosen[0].1.cell.gains.indices {
      let terms = chosen.map { issue, level in
        let gain = "(\(level.cell.gains[actor].text))"
        return issue.weights.map { "(\($0[actor].text)) * \(gain)" } ?? gain
      }
      gains.append(
        try Expression.parse(
          terms.joined(separator: " + "),
          at: issues[0].position ?? Position(file: "<game>"), names: names))
    }
    func joined(_ texts: [String?]) -> String? {
      texts.contains(nil) ? nil : texts.compactMap(\.self).joined(separator: "; ")
    }
    return Cell(
      gains: gains, because: joined(chosen.map(\.1.cell.because)),
      source: joined(chosen.map(\.1.cell.source)), position: issues[0].position)
  }

  /// The form's numbers in the order of ``numbers``, taken apart.
  public struct Numbers: Sendable {
    /// One floor a ratifier.
    public var floors: [Rational]
    /// Bargaining power, nil where nothing is said.
    public var power: [Rational]?
    /// Discount factors, nil where nothing is said.
    public var discounts: [Rational]?
    /// The risk of breakdown, 0 where nothing is said.
    public var breakdown: Rational
  }

  /// The numbers of an evaluated game, taken apart.
  public func numbers(of evaluated: EvaluatedGame) -> Numbers {
    var rest = evaluated.numbers[...]
    func take(_ count: Int) -> [Rational] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    return Numbers(
      floors: take(ratifiers.count), power: power.map { take($0.count) },
      discounts: discounts.map { take($0.count) },
      breakdown: breakdown == nil ? .zero : take(1).first ?? .zero)
  }

  /// The bargaining problem at these numbers, in utilities; ratifiers look at absolute gains.
  public func problem(of evaluated: EvaluatedGame) -> BargainingProblem {
    let actors = outsideOptions.count
    func row(_ table: [Rational], _ cell: Int) -> [Rational] {
      Array(table[(cell * actors)..<((cell + 1) * actors)])
    }
    let count = combinations.count
    let floors = numbers(of: evaluated).floors
    var next = count
    let outside = outsideOptions.enumerated().map { actor, cell -> Rational? in
      guard cell != nil else { return nil }
      next += 1
      return row(evaluated.utilities, next)[actor]
    }
    return BargainingProblem(
      utilities: (0..<count).map { row(evaluated.utilities, $0) },
      disagreement: row(evaluated.utilities, count), outsideOptions: outside,
      ratifiers: zip(ratifiers, floors).map { ratifier, floor in
        BargainingProblem.Ratifier(
          actor: ratifier.actor,
          values: (0..<count).map { evaluated.gains[$0 * actors + ratifier.actor] }, floor: floor)
      })
  }

  /// The place in ``cells`` of what comes about when `actor` leaves, nil where it cannot.
  public func cell(leaving actor: Int) -> Int? {
    guard outsideOptions[actor] != nil else { return nil }
    return combinations.count + outsideOptions[...actor].count { $0 != nil }
  }

  /// The place in ``cells`` of a round of attrition, nil where there is none.
  public var roundCell: Int? { attrition == nil ? nil : cells.count - 1 }
}
