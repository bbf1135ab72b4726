public import Arithmetic
import Scenarios

/// What a concept says along one parameter, interval by interval and point by point: exact.
public struct StepThresholds: Sendable {
  /// What is asked, in a word.
  public let question: String
  /// The same in a few words.
  let what: String
  /// Intervals and points, from low to high; at a point both ends are equal.
  public let steps: [Step]
  /// Whether the numbers are exact; false where constants in them were rounded.
  public let isExact: Bool
  let run: ParameterRun

  /// An interval or a point, and what holds there.
  public struct Step: Sendable {
    /// The lower end.
    public let from: Rational
    /// The upper end; equal to the lower one at a point.
    public let to: Rational
    /// Whether it holds at the lower end too.
    public let holdsFrom: Bool
    /// Whether it holds at the upper end too.
    public let holdsTo: Bool
    /// What holds, one line an answer.
    public let answers: [String]
    /// The same for machines.
    let members: [JSONValue]
  }

  /// The parameter that runs.
  public var parameter: String { run.name }
  /// The game, the rule and what stays as it is.
  public var title: String { run.title }

  /// The upper ends of all steps.
  var ends: [Rational] { steps.map(\.to) }

  /// The steps between candidates, neighbours that say the same joined.
  ///
  /// - Parameters:
  ///   - candidates: values at which the answer may change.
  ///   - answers: lines and members at a value.
  init(
    _ question: String, _ what: String, _ run: ParameterRun, candidates: [Rational],
    answers: (Rational) throws -> [(String, JSONValue)]
  ) throws {
    func step(_ from: Rational, _ to: Rational) throws -> Step {
      let found = try answers((from + to) * Rational(1, 2))
      return Step(
        from: from, to: to, holdsFrom: from == to, holdsTo: from == to, answers: found.map(\.0),
        members: found.map(\.1))
    }
    let inner = Set(candidates.filter { run.from < $0 && $0 < run.to }).sorted()
    let places = [run.from] + inner + [run.to]
    var steps: [Step] = [try step(run.from, run.from)]
    for (low, high) in zip(places, places.dropFirst()) {
      for next in [try step(low, high), try step(high, high)] {
        // A point joins an interval that says the same on either side of it.
        if let last = steps.last, last.answers == next.answers {
          steps[steps.count - 1] = Step(
            from: last.from, to: next.to, holdsFrom: last.holdsFrom, holdsTo: next.holdsTo,
            answers: last.answers, members: last.members)
        } else {
          steps.append(next)
        }
      }
    }
    self.question = question
    self.what = what
    self.steps = steps
    self.run = run
    isExact = try run.evaluated(at: run.from).exact
  }
}

extension StepThresholds: ParameterMap {
  /// The steps for people.
  public func text(style: TextStyle) -> String {
    style.heading(title) + "\n"
      + "\(what) as \(parameter) runs from \(run.from) to \(run.to); "
      + (isExact ? "exact" : "payoffs rounded, nothing exact") + "\n\n" + table.text(style: style)
  }

  /// The steps as people read them.
  public var table: ResultTable {
    ResultTable(
      columns: [
        parameter, question == ThresholdConcept.hypergame.rawValue ? "may come about" : question,
      ],
      rows: steps.map { step in
        [
          .text(words(step)),
          step.answers.isEmpty ? "none" : .several(step.answers.map { .text($0) }),
        ]
      })
  }

  private func words(_ step: Step) -> String {
    func text(_ value: Rational) -> String {
      isExact ? value.readingText : "~" + value.double.text(digits: 6)
    }
    guard step.from < step.to else { return "\(parameter) = \(text(step.from))" }
    return "\(text(step.from)) \(step.holdsFrom ? "<=" : "<") \(parameter) "
      + "\(step.holdsTo ? "<=" : "<") \(text(step.to))"
  }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }
    return [
      "format": 1, "game": run.json, "concept": .string(question),
      "parameter": .string(parameter),
      "steps": .array(
        steps.map {
          [
            "from": number($0.from), "to": number($0.to), "holdsFrom": .bool($0.holdsFrom),
            "holdsTo": .bool($0.holdsTo), "answers": .array($0.members),
          ]
        }),
    ]
  }

  /// One row a step and answer.
  public var csv: String {
    var table = ResultTable(columns: ["from", "to", "holds-from", "holds-to", question])
    for step in steps {
      for answer in step.answers.isEmpty ? [""] : step.answers {
        table.rows.append([
          .number(step.from, exact: isExact), .number(step.to, exact: isExact),
          step.holdsFrom ? "yes" : "no", step.holdsTo ? "yes" : "no", .text(answer),
        ])
      }
    }
    return table.csv
  }
}
