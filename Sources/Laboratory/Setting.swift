public import Arithmetic
public import GameForms
import RelativeGains
public import Scenarios

/// A scenario at chosen values of its parameters and under a relative-gains rule: what concepts
/// are asked about.
public struct Setting: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The rule in force, the scenario's own or another.
  public let relativeGains: RelativeGainsBlock
  /// The value of each parameter, in the order of the file.
  public let parameters: [ParameterValue]
  /// The numbers of the scenario's own form.
  public let evaluated: EvaluatedGame
  /// The game as one of strategies chosen all at once, where it is one or was asked to be seen as
  /// one.
  public private(set) var view: StrategicView?

  /// A parameter at a value.
  public struct ParameterValue: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: Rational

    /// The parameter `name` at `value`.
    public init(_ name: String, _ value: Rational) {
      self.name = name
      self.value = value
    }
  }

  /// The scenario at its defaults but for the values in `set`, later ones winning.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - set: values other than the defaults.
  ///   - relativeGains: a rule in place of the scenario's own.
  /// - Throws: `InputError` for an unknown parameter, a value out of its range, or an expression
  ///   that has no value there.
  public init(
    _ scenario: Scenario, set: [ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil
  ) throws(InputError) {
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    try self.init(
      evaluator, values: try evaluator.values(setting: set.map { ($0.name, $0.value) }))
  }

  /// A scenario compiled before, at these values of its parameters.
  ///
  /// - Throws: `InputError` where an expression has no value there.
  public init(_ evaluator: GameEvaluator, values: [Rational]) throws(InputError) {
    let evaluated = try evaluator.evaluate(values)
    let scenario = evaluator.scenario
    self.scenario = scenario
    self.relativeGains = evaluator.relativeGains
    parameters = zip(evaluator.parameters, values).map { ParameterValue($0, $1) }
    self.evaluated = evaluated
    let stage = scenario.form as? StrategicForm ?? (scenario.form as? RepeatedForm)?.stage
    view =
      stage?.view(of: evaluated) ?? (scenario.form as? HypergameForm)?.view(of: evaluated)
  }

  /// The same game seen as one of strategies chosen all at once; nil where that means nothing.
  ///
  /// - Throws: `FormRefusal` where it would be too large.
  public func seenStrategically() throws(FormRefusal) -> Setting? {
    if view != nil { return self }
    guard let view = try scenario.form.strategicView(of: evaluated, actors: scenario.actors) else {
      return nil
    }
    var seen = self
    seen.view = view
    return seen
  }

  /// Whether every payoff is exact; false where a root, exponential or logarithm was rounded.
  public var isExact: Bool { evaluated.exact }

  /// The strategic view, which ``Concept/solution(of:options:)`` sees to for those who need it.
  private var strategic: StrategicView {
    guard let view else { preconditionFailure("only concepts that take the form are asked") }
    return view
  }

  /// What each actor gains over the status quo, by strategies.
  public var gains: StrategicGame { strategic.gains }
  /// What each actor maximises, by strategies.
  public var utilities: StrategicGame { strategic.utilities }
  /// `strategies[actor]`.
  public var strategies: [[StrategicForm.Strategy]] { strategic.strategies }
  /// Whether the payoffs are ranks only.
  public var isOrdinal: Bool { view?.ordinal ?? false }

  /// Remarks that a reader of any result should see.
  public var remarks: [String] {
    var remarks: [String] = []
    if !isExact { remarks.append("some payoffs were rounded to doubles: nothing below is exact") }
    if scenario.form is RepeatedForm {
      remarks.append("concepts of games played once are about one period")
    }
    if scenario.form is HypergameForm {
      remarks.append("concepts of games seen alike are about the true game")
    }
    if isOrdinal {
      remarks.append(
        "the payoffs are ranks: mixed strategies, security levels and discount factors mean "
          + "nothing here")
    }
    return remarks
  }

  /// `snidal, r = 1/4`: the rule and the parameter values, or nothing where there are neither.
  public var conditions: String {
    relativeGains.rule.words(with: parameters).joined(separator: ", ")
  }
}

extension RelativeGainsRule {
  /// `rule snidal`, `r = 1/4`: the rule, unless there is none, and the values, one by one.
  func words(with values: [Setting.ParameterValue]) -> [String] {
    (self == .none ? [] : ["rule \(rawValue)"]) + values.map { "\($0.name) = \($0.value)" }
  }
}

extension Scenario {
  /// The id with its family, as the library lists it.
  public var path: String { family.map { "\($0)/\(id)" } ?? id }

  /// `Title (family/id)`, or the path alone where there is no title.
  var titleAndPath: String { title.isEmpty || title == path ? path : "\(title) (\(path))" }

  /// `Title (family/id), rule snidal, r = 1/4`.
  func title(
    under rule: RelativeGainsRule, with values: [Setting.ParameterValue]
  ) -> String {
    ([titleAndPath] + rule.words(with: values)).joined(separator: ", ")
  }
}

// How actors, strategies and numbers are called in results.
extension Setting {
  /// An exact number as a text, a rounded one as a JSON number.
  func json(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }

  /// A number of a table.
  func cell(_ value: Rational) -> ResultTable.Cell { .number(value, exact: isExact) }

  /// `{"Row": "3/2", ...}`: one number an actor.
  func json(perActor values: [Rational]) -> JSONValue {
    .object(zip(scenario.actors, values).map { JSONValue.Member($0.key, json($1)) })
  }

  /// `{"C": "1/3", "D": "2/3"}`: a mixed strategy, strategies of probability 0 left out.
  func json(mixed: [Rational], of actor: Int) -> JSONValue {
    .object(
      zip(strategies[actor], mixed).filter { !$0.1.isZero }
        .map { JSONValue.Member($0.key, json($1)) })
  }

  /// `{"Row": "C", "Col": "D"}`: a pure profile by its index.
  func json(profile index: Int) -> JSONValue { json(profile: utilities.profile(at: index)) }

  /// `C`, or `C: 1/3 (0.3333)` and `D: 2/3 (0.6667)` on two lines.
  func cell(mixed: [Rational], of actor: Int) -> ResultTable.Cell {
    let played = zip(strategies[actor], mixed).filter { !$0.1.isZero }
    if played.count == 1, let only = played.first, only.1 == .one { return .text(only.0.key) }
    return .several(
      played.map { strategy, weight in
        .text("\(strategy.key): \(isExact ? weight.readingText : weight.double.text(digits: 6))")
      })
  }

  /// The strategies of a pure profile as cells, one an actor.
  func cells(profile index: Int) -> [ResultTable.Cell] {
    zip(strategies, utilities.profile(at: index)).map { .text($0[$1].key) }
  }
}

// Pure profiles.
extension Setting {
  /// `{"Row": "C", "Col": "D"}`: a pure profile.
  func json(profile: [Int]) -> JSONValue {
    .object(
      zip(scenario.actors, zip(strategies, profile)).map { actor, choice in
        JSONValue.Member(actor.key, .string(choice.0[choice.1].key))
      })
  }

  /// `C, D`: a pure profile in words.
  public func text(profile: [Int]) -> String {
    zip(strategies, profile).map { $0[$1].key }.joined(separator: ", ")
  }
}
