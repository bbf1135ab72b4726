import Arithmetic
import Equilibria
import GameForms
import RelativeGains
import Scenarios

/// Computes the measures of one row after another of one series, on one thread.
struct RowEvaluator {
  private let compiled: GameEvaluator
  /// The game at the parameters set; nil until it has values somewhere.
  private var game: GameWorkspace?
  /// Whether there is one: to ask the workspace itself would copy it, which costs as much as a row.
  private var hasGame = false
  private var parameters: [Rational]
  private let measures: [CompiledMeasure]
  private let actors: Int
  private let strides: [Int]
  private let shape: [Int]
  private let outcome: Int?
  private let cooperation: Int?
  private let punishment: Int?
  private var finder: PureEquilibria
  private var answers: ConceptAnswers
  private let needsAnswers: Bool
  private let needsGame: Bool
  private let needsPure: Bool
  private let needsNash: Bool
  private let needsPatience: Bool
  private let needsClass: Bool

  /// The value of each measure in the row computed last.
  private(set) var cells: [CellValue]
  /// Why the row, or the last of its measures to fail, has no value.
  private(set) var trouble: String?

  // The payoffs of the row, shared with the workspace until the next one.
  private var gains: [Rational] = []
  private var utilities: [Rational] = []

  // What the slower measures look at, computed once a row.
  private var mixed: [(profile: MixedProfile, gains: [Rational], utilities: [Rational])] = []
  private var grim: Rational?
  private var titForTat: Rational?
  private var kind: GameClass?

  /// An evaluator of the game that `evaluator` compiled.
  init(_ experiment: Experiment, _ evaluator: GameEvaluator) {
    let scenario = experiment.scenario
    compiled = evaluator
    parameters = evaluator.defaults
    measures = experiment.measures.map { CompiledMeasure($0) }
    shape = evaluator.shape
    actors = shape.count
    let isStrategic = scenario.form is StrategicForm
    // Of other forms nothing below is asked: their measures are answers of concepts.
    let layout = StrategicGame(
      shape: isStrategic ? shape : [1],
      payoffs: Array(repeating: .zero, count: isStrategic ? shape.reduce(actors, *) : 1))
    strides = layout.strides
    outcome = isStrategic ? scenario.outcome.map { layout.index(of: $0.profile) } : nil
    cooperation = isStrategic ? scenario.cooperation.map { layout.index(of: $0) } : nil
    punishment = isStrategic ? scenario.punishment.map { layout.index(of: $0) } : nil
    finder = PureEquilibria(shape: isStrategic ? shape : [1])
    answers = ConceptAnswers(evaluator)
    needsGame = isStrategic
    let subjects = experiment.measures.map(\.subject)
    needsAnswers = subjects.contains { [.concept, .history, .thresholds].contains($0) }
    needsPure = subjects.contains(.pure)
    needsNash = subjects.contains(.nash)
    needsPatience = subjects.contains(.criticalDiscount)
    needsClass = subjects.contains(.class)
    cells = Array(repeating: .empty, count: measures.count)
  }

  /// Sets the parameter with this index.
  mutating func set(_ parameter: Int, to value: Rational) {
    parameters[parameter] = value
    game?.set(parameter, value)
  }

  /// Computes ``cells`` at the values set.
  mutating func evaluate() {
    trouble = nil
    do {
      if needsAnswers { answers.move(to: parameters) }
      if needsGame { try updateGame() }
      if needsPure { utilities.withUnsafeBufferPointer { finder.find(in: $0) } }
      if needsNash || needsPatience || needsClass { try lookCloser() }
    } catch {
      trouble = reason(for: error)
      for index in cells.indices { cells[index] = .empty }
      return
    }
    for index in measures.indices {
      do {
        cells[index] = try value(of: index)
      } catch {
        trouble = error.message
        cells[index] = .empty
      }
    }
  }

  /// Why the game has no value here. A workspace complains about what it came to first, which hangs
  /// on the rows before; results must not.
  private func reason(for error: InputError) -> String {
    do throws(InputError) {
      _ = try compiled.evaluate(parameters)
      return error.message
    } catch {
      return error.message
    }
  }

  private mutating func updateGame() throws(InputError) {
    if !hasGame {
      game = try compiled.makeWorkspace(values: parameters)
      hasGame = true
    }
    try game?.update(gains: &gains, utilities: &utilities)
  }

  private mutating func value(of index: Int) throws(InputError) -> CellValue {
    if measures[index].isClassName { return kind.map { .text($0.name) } ?? .empty }
    let count = measures[index].subject == .nash ? mixed.count : finder.found.count
    guard measures[index].dependsOnEquilibrium else {
      let worth = try worth(of: index, at: nil, count)
      return worth.map { .number($0) } ?? .empty
    }
    var total: Rational?
    for equilibrium in 0..<count {
      guard let value = try worth(of: index, at: equilibrium, count) else { return .empty }
      guard let sofar = total else {
        total = value
        continue
      }
      switch measures[index].over {
      case .mean: total = sofar + value
      case .min: total = min(sofar, value)
      case .max: total = max(sofar, value)
      }
    }
    guard let total else { return .empty }
    let isMean = measures[index].over == .mean && count > 1
    return .number(isMean ? total / Rational(count) : total)
  }

  /// The value of a measure at one equilibrium, or of the row as a whole; nil where a symbol in it is
  /// worth nothing.
  private mutating func worth(
    of index: Int, at equilibrium: Int?, _ count: Int
  ) throws(InputError) -> Rational? {
    let measure = measures[index]
    if let single = measure.single { return try worth(of: single, measure, equilibrium, count) }
    for place in measure.symbols.indices {
      guard let value = try worth(of: measure.symbols[place], measure, equilibrium, count) else {
        return nil
      }
      measure.values[place] = value
    }
    return try measure.evaluate()
  }

  private mutating func worth(
    of symbol: Measure.Symbol, _ measure: CompiledMeasure, _ equilibrium: Int?, _ count: Int
  ) throws(InputError) -> Rational? {
    let isNash = measure.subject == .nash
    switch symbol {
    case .parameter(let place): return parameters[place]
    case .count: return Rational(count)
    case .outcome where measure.subject == .history: return try answers.outcome()
    case .outcome: return hasOutcome(isNash) ? .one : .zero
    case .answer(let keys), .answerCount(let keys):
      let counting = if case .answerCount = symbol { true } else { false }
      return try answers.number(
        keys, in: measure.concept ?? "", seconds: measure.seconds, counting: counting)
    case .firstThreshold(let place): return try answers.thresholds(along: place)?.first
    case .lastThreshold(let place): return try answers.thresholds(along: place)?.last
    case .thresholds(let place):
      return try answers.thresholds(along: place).map { Rational($0.count) }
    case .gainAt(let place): return gains[place]
    case .utilityAt(let place): return utilities[place]
    case .grimTrigger: return grim
    case .titForTat: return titForTat
    case .isClass(let wanted): return kind.map { $0 == wanted ? .one : .zero }
    case .probability, .gain, .utility, .welfare, .gap:
      guard let equilibrium else { return nil }
      return isNash
        ? mixedWorth(symbol, equilibrium) : pureWorth(symbol, finder.found[equilibrium])
    }
  }

  private func pureWorth(_ symbol: Measure.Symbol, _ profile: Int) -> Rational? {
    switch symbol {
    case .probability(let actor, let strategy):
      return profile / strides[actor] % shape[actor] == strategy ? .one : .zero
    case .gain(let actor): return gains[profile * actors + actor]
    case .utility(let actor): return utilities[profile * actors + actor]
    case .welfare: return gains[profile * actors..<(profile + 1) * actors].reduce(.zero, +)
    case .gap(let actor, let other):
      return gains[profile * actors + actor] - gains[profile * actors + other]
    default: return nil
    }
  }

  private func mixedWorth(_ symbol: Measure.Symbol, _ equilibrium: Int) -> Rational? {
    switch symbol {
    case .probability(let actor, let strategy):
      return mixed[equilibrium].profile.probabilities[actor][strategy]
    case .gain(let actor): return mixed[equilibrium].gains[actor]
    case .utility(let actor): return mixed[equilibrium].utilities[actor]
    case .welfare: return mixed[equilibrium].gains.reduce(.zero, +)
    case .gap(let actor, let other):
      return mixed[equilibrium].gains[actor] - mixed[equilibrium].gains[other]
    default: return nil
    }
  }

  private func hasOutcome(_ isNash: Bool) -> Bool {
    guard let outcome else { return false }
    guard isNash else { return finder.found.contains(outcome) }
    let profile = shape.indices.map { outcome / strides[$0] % shape[$0] }
    return mixed.contains { $0.profile.pure == profile }
  }

  /// Mixed equilibria, discount factors and class: for these a game is built.
  private mutating func lookCloser() throws(InputError) {
    let played = StrategicGame(shape: shape, payoffs: utilities)
    if needsNash {
      let absolute = StrategicGame(shape: shape, payoffs: gains)
      do {
        mixed = try EquilibriumEnumeration().solve(played).extreme.map {
          ($0.profile, absolute.expectedPayoffs(of: $0.profile), $0.payoffs)
        }
      } catch {
        throw InputError(error.sentence)
      }
    }
    if needsPatience { findPatience(played) }
    if needsClass { kind = GameClass.of(played)?.kind }
  }

  /// The discount factors between the scenario's profiles of cooperation and punishment, or those
  /// that the class of the game without relative gains gives.
  private mutating func findPatience(_ game: StrategicGame) {
    (grim, titForTat) = (nil, nil)
    var profiles = (cooperation, punishment)
    if profiles.0 == nil || profiles.1 == nil {
      let absolute = StrategicGame(shape: shape, payoffs: gains)
      guard let cooperate = GameClass.of(absolute)?.cooperate else { return }
      profiles = (absolute.index(of: cooperate), absolute.index(of: cooperate.map { 1 - $0 }))
    }
    guard let together = profiles.0, let apart = profiles.1 else { return }
    grim =
      CriticalDiscountFactor.grim(game, cooperation: together, punishment: apart)
      .overall.factor
    guard shape == [2, 2], game.differInAll(together, apart) else { return }
    titForTat =
      CriticalDiscountFactor.titForTat(
        game, cooperation: together, punishment: apart
      ).overall.factor
  }
}

extension StrategicGame {
  /// Whether every actor plays another strategy in the one profile than in the other.
  fileprivate func differInAll(_ a: Int, _ b: Int) -> Bool {
    (0..<actors).allSatisfy { strategy(of: $0, at: a) != strategy(of: $0, at: b) }
  }
}

extension EnumerationRefusal {
  /// The refusal in words.
  fileprivate var sentence: String {
    switch self {
    case .needsTwoActors(let actors):
      "all equilibria are found for two actors, this game has \(actors)"
    case .tooManyStrategies(let count, let limit):
      "all equilibria are found for \(limit) strategies at most, this game has \(count)"
    case .tooLong(let shape, let seconds):
      "all equilibria of a \(shape.map(String.init).joined(separator: "x")) game would take some "
        + "\(Int(min(seconds, 1e15))) seconds: measure of: pure"
    }
  }
}
