public import Arithmetic
import RelativeGains

/// A game that is evaluated again and again while few parameters change: the inner loop of a sweep.
///
/// Only what depends on a changed parameter is worked out again, into the same buffers. A value
/// type of its own for each thread.
public struct GameWorkspace: Sendable {
  /// The absolute gains, cell by cell and in each actor by actor, as of the last ``update()``.
  public private(set) var gains: [Rational]
  /// The values of the parameters, as set.
  public private(set) var values: [Rational]

  private let evaluator: GameEvaluator
  private let programs: FlatProgram
  /// `dependents[parameter]`: the gains that read it.
  private let dependents: [[Int]]
  /// Whether the rule reads the parameter.
  private let ruleReads: [Bool]
  private let hasRule: Bool
  private var rule = RelativeGains<Rational>.none
  /// The utilities if there is a rule.
  private var transformed: [Rational] = []
  /// The form's other numbers as of the last ``evaluated()``, and whether none is rounded.
  private var numbers: [Rational]
  private var numbersExact = true
  private let numberPrograms: FlatProgram
  /// The parameters set since the last successful update.
  private var changed: [Int] = []
  private var stack: [WordFraction]
  /// Which gains are rounded.
  private var rounded: [Bool]
  private var anyRounded = false
  private var ruleExact = true

  init(_ evaluator: GameEvaluator, values: [Rational]) throws(InputError) {
    precondition(values.count == evaluator.declared.count, "one value for each parameter")
    self.evaluator = evaluator
    self.values = values
    programs = FlatProgram(evaluator.cells.map(\.program))
    numberPrograms = FlatProgram(evaluator.numbers.map(\.program))
    numbers = Array(repeating: .zero, count: evaluator.numbers.count)
    dependents = values.indices.map { parameter in
      evaluator.cells.indices.filter { evaluator.cells[$0].reads.contains(parameter) }
    }
    ruleReads = values.indices.map { evaluator.compiledRule.reads.contains($0) }
    hasRule = evaluator.relativeGains.rule != .none
    gains = Array(repeating: .zero, count: evaluator.cells.count)
    rounded = Array(repeating: false, count: evaluator.cells.count)
    stack = Array(
      repeating: .zero, count: max(programs.stackDepth, numberPrograms.stackDepth))
    changed.reserveCapacity(values.count)
    do {
      try evaluate(Array(evaluator.cells.indices))
      try evaluateRule()
      try evaluateUtilities()
    } catch {
      throw located(error)
    }
  }

  /// The utilities under the rule, in the same order as ``gains``.
  public var utilities: [Rational] { hasRule ? transformed : gains }

  /// Whether every number is exact; false if a root, exponential or logarithm was rounded.
  public var exact: Bool { ruleExact && !(anyRounded && rounded.contains(true)) }

  /// The whole game as of the last ``update()``, its other numbers included: as
  /// ``GameEvaluator/evaluate(_:)`` has it.
  ///
  /// - Throws: ``InputError`` where an expression has no value or the form refuses its numbers.
  public mutating func evaluated() throws(InputError) -> EvaluatedGame {
    do {
      try evaluateNumbers()
      let game = EvaluatedGame(
        gains: gains, utilities: utilities, numbers: numbers, rule: rule,
        exact: exact && numbersExact)
      try evaluator.scenario.form.refuse(game, actors: evaluator.scenario.actors)
      return game
    } catch {
      throw located(error)
    }
  }

  /// Sets a parameter; ``update()`` makes it count.
  public mutating func set(_ parameter: Int, _ value: Rational) {
    guard values[parameter] != value else { return }
    values[parameter] = value
    if !changed.contains(parameter) { changed.append(parameter) }
  }

  /// Works out again what depends on the parameters set since the last update.
  ///
  /// - Throws: ``InputError`` where an expression has no value; gains and utilities are then not
  ///   to be used until an update succeeds.
  public mutating func update() throws(InputError) {
    guard !changed.isEmpty else { return }
    do {
      var ruleChanged = false
      for parameter in changed {
        try evaluate(dependents[parameter])
        ruleChanged = ruleChanged || ruleReads[parameter]
      }
      if ruleChanged { try evaluateRule() }
      try evaluateUtilities()
    } catch {
      throw located(error)
    }
    changed.removeAll(keepingCapacity: true)
  }

  /// Works out again what has changed and hands over the payoffs.
  ///
  /// The two arrays go on to share their storage with the workspace; given here again the next time
  /// they leave it, so that it is written in place. Both are empty after an error.
  ///
  /// - Throws: as ``update()``.
  public mutating func update(
    gains: inout [Rational], utilities: inout [Rational]
  ) throws(InputError) {
    gains = []
    utilities = []
    try update()
    gains = self.gains
    utilities = hasRule ? transformed : self.gains
  }

  private func located(_ error: any Error) -> InputError {
    InputError(
      rethrowing: error, at: evaluator.relativeGains.position ?? evaluator.scenario.position)
  }

  private mutating func evaluate(_ indices: [Int]) throws {
    if anyRounded { for index in indices { rounded[index] = false } }
    var rest = indices[...]
    while !rest.isEmpty {
      let stop = programs.run(rest, values, stack: &stack, results: &gains)
      guard stop < rest.endIndex else { return }
      let index = rest[stop]
      var exact = true
      gains[index] = try evaluator.cells[index].value(values, exact: &exact)
      rounded[index] = !exact
      anyRounded = anyRounded || !exact
      rest = rest[(stop + 1)...]
    }
  }

  private mutating func evaluateNumbers() throws {
    numbersExact = true
    var rest = Array(numbers.indices)[...]
    while !rest.isEmpty {
      let stop = numberPrograms.run(rest, values, stack: &stack, results: &numbers)
      guard stop < rest.endIndex else { return }
      let index = rest[stop]
      var exact = true
      numbers[index] = try evaluator.numbers[index].value(values, exact: &exact)
      numbersExact = numbersExact && exact
      rest = rest[(stop + 1)...]
    }
  }

  private mutating func evaluateRule() throws {
    guard hasRule else { return }
    ruleExact = true
    rule = try evaluator.compiledRule.rule(values, exact: &ruleExact)
  }

  private mutating func evaluateUtilities() throws {
    guard hasRule else { return }
    try rule.transform(gains, actors: evaluator.scenario.actors.count, into: &transformed)
  }
}

extension GameEvaluator {
  /// A workspace for many evaluations, at the defaults or at `values`.
  public func makeWorkspace(
    values: [Rational]? = nil
  ) throws(InputError) -> GameWorkspace {
    try GameWorkspace(self, values: values ?? defaults)
  }
}
