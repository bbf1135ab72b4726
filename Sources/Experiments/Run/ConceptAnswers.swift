import Arithmetic
import Equilibria
import Laboratory
import RelativeGains
import Scenarios

/// What is asked of concepts, history and thresholds in one row: each worked out once, when it is
/// first needed.
struct ConceptAnswers {
  private let evaluator: GameEvaluator
  private var values: [Rational] = []
  private var setting: Setting?
  private var answers: [(concept: String, json: JSONValue)] = []
  private var points: [(parameter: Int, points: [Rational])] = []

  init(_ evaluator: GameEvaluator) { self.evaluator = evaluator }

  /// Goes on to a row with these values of the parameters.
  mutating func move(to values: [Rational]) {
    self.values = values
    setting = nil
    answers = []
    points = []
  }

  /// Whether the model expects the recorded outcome.
  func outcome() throws(InputError) -> Rational? {
    do {
      return try History.predicts(evaluator.scenario, try evaluator.evaluate(values))
        .map { $0 ? .one : .zero }
    } catch {
      throw Self.inWords(error)
    }
  }

  /// The number at `keys` in a concept's answer, or how many entries there are.
  ///
  /// - Throws: `InputError` where the concept has no answer, a limit cut it short, or something else
  ///   than a number stands there.
  mutating func number(
    _ keys: [String], in concept: String, seconds: Double?, counting: Bool
  ) throws(InputError) -> Rational? {
    var value = try answer(of: concept, seconds)
    for key in keys {
      let inner: JSONValue? =
        if case .array(let items) = value {
          Int(key).flatMap { items.indices.contains($0) ? items[$0] : nil }
        } else {
          value[key]
        }
      guard let inner else { return nil }
      value = inner
    }
    let place = keys.joined(separator: ".")
    if counting {
      switch value {
      case .array(let items): return Rational(items.count)
      case .object(let members): return Rational(members.count)
      case .null: return nil
      default: throw InputError("\(place) of \(concept) is no list: write value(\(place))")
      }
    }
    switch value {
    case .null: return nil
    case .bool(let truth): return truth ? .one : .zero
    case .integer(let integer): return Rational(integer)
    case .number(let number): return Rational(number)
    case .string(let text):
      guard let number = Rational(text) else {
        throw InputError("\(place) of \(concept) is the text \(quoted(text)), not a number")
      }
      return number
    case .array, .object:
      throw InputError("\(place) of \(concept) is no number: write size(\(place)), or more keys")
    }
  }

  /// The points along a parameter at which the pure equilibria change; nil where they cannot be told
  /// exactly.
  mutating func thresholds(along place: Int) throws(InputError) -> [Rational]? {
    if let known = points.first(where: { $0.parameter == place }) { return known.points }
    let (evaluator, values) = (self.evaluator, self.values)
    guard let range = evaluator.declared[place].range, range.lowerBound < range.upperBound else {
      throw InputError("\(evaluator.parameters[place]) has no range in its game")
    }
    do {
      let map = try evaluator.pureThresholds(
        shape: evaluator.shape, along: place, from: range.lowerBound, to: range.upperBound,
        at: values)
      let found = map.points.map(\.at)
      points.append((place, found))
      return found
    } catch {
      throw Self.inWords(error)
    }
  }

  private mutating func answer(
    of name: String, _ seconds: Double?
  ) throws(InputError) -> JSONValue {
    if let known = answers.first(where: { $0.concept == name }) { return known.json }
    do {
      let setting = try self.setting ?? Setting(evaluator, values: values)
      self.setting = setting
      let solution = try Concept.named(name).solution(
        of: setting, options: Concept.Options(seconds: seconds))
      if case .limit(let limit) = solution.status {
        throw InputError("\(name) was cut short at the limit of \(limit)")
      }
      let report = SolutionReport(setting, [solution]).json
      guard case .array(let solutions)? = report["solutions"], let json = solutions.first else {
        throw InputError("\(name) has no answer")
      }
      answers.append((name, json))
      return json
    } catch {
      throw Self.inWords(error)
    }
  }

  private static func inWords(_ error: any Error) -> InputError {
    error as? InputError ?? InputError("\(error)")
  }
}
