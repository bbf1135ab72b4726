import Arithmetic

/// The stricter reading that a prepared game has to stand: sources, ranges, outcome, debrief, and
/// expressions that have values all over the ranges of their parameters.
public enum ScenarioCheck {
  /// The family whose games need no source for every line and no recorded outcome.
  public static let textbook = "textbook"

  /// What is wanting, in the order of the file; empty for a sound game.
  public static func problems(in scenario: Scenario) -> [InputError] {
    var check = Check(scenario: scenario)
    check.run()
    return check.problems
  }

  private struct Check {
    let scenario: Scenario
    var problems: [InputError] = []

    private var isTextbook: Bool { scenario.family == textbook }

    init(scenario: Scenario) { self.scenario = scenario }

    mutating func run() {
      require(scenario.family, "\"family\"", example: "family: textbook")
      require(scenario.story, "\"story\"", example: "story: what happened")
      if !isTextbook { require(scenario.when, "\"when\"", example: "when: 2003-2008") }
      checkParameters()
      checkCells()
      checkSeminar()
      if !isTextbook {
        if let outcome = scenario.outcome {
          require(outcome.source, "\"source\" of \"outcome\"", example: "source: AUTHOR, PAGE")
        } else {
          add("lacks \"outcome\": write what the record says happened, with its source")
        }
        if scenario.sources.isEmpty {
          add("lacks \"sources\": write sources: {SHORT: FULL NAME}")
        }
      }
      checkValues()
    }

    private mutating func add(_ message: String, at position: Position? = nil) {
      problems.append(InputError(message, at: position ?? Position(file: scenario.position.file)))
    }

    private mutating func require(
      _ text: String?, _ what: String, example: String, at position: Position? = nil
    ) {
      if text == nil { add("lacks \(what): write \(example)", at: position) }
    }

    private mutating func checkParameters() {
      let used = Set(scenario.expressions.flatMap(\.parameters))
      for parameter in scenario.parameters {
        let what = "of parameter \(quoted(parameter.name))"
        if parameter.range == nil {
          add("lacks \"range\" \(what): write range: [0, 1]", at: parameter.position)
        }
        require(
          parameter.meaning, "\"meaning\" \(what)", example: "meaning: what it is",
          at: parameter.position)
        require(
          parameter.source, "\"source\" \(what)", example: "source: AUTHOR, PAGE, or assumed",
          at: parameter.position)
        if !used.contains(parameter.name) {
          add("the parameter \(quoted(parameter.name)) is never used", at: parameter.position)
        }
      }
    }

    private mutating func checkCells() {
      problems += scenario.form.problems(actors: scenario.actors)
      guard !isTextbook else { return }
      for cell in scenario.form.cells {
        require(cell.because, "\"because\" in a payoff", example: "why", at: cell.position)
        require(
          cell.source, "\"source\" in a payoff", example: "source: AUTHOR, PAGE, or assumed",
          at: cell.position)
      }
    }

    private mutating func checkSeminar() {
      guard let seminar = scenario.seminar else {
        add("lacks \"seminar\": write minutes, players, purpose and debrief")
        return
      }
      if seminar.debrief.isEmpty {
        add("lacks \"debrief\" of \"seminar\": write questions to talk about afterwards")
      }
    }

    /// Evaluates at the defaults, at corners of the parameter box and at points inside it.
    private mutating func checkValues() {
      do {
        let evaluator = try GameEvaluator(scenario)
        for values in ParameterBox(scenario.parameters).sample {
          do {
            _ = try evaluator.evaluate(values)
          } catch {
            let settings = zip(evaluator.parameters, values).map { "\($0) = \(brief($1))" }
            let place = settings.isEmpty ? "" : "at \(settings.joined(separator: ", ")): "
            problems.append(InputError(place + error.message, at: error.position))
            return
          }
        }
      } catch {
        problems.append(error)
      }
    }
  }
}
