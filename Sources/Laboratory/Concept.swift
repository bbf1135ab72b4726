public import Scenarios

/// A solution concept: what it answers, what it takes, where it comes from, and how to ask it.
///
/// Help, `tumen concepts`, refusals and `solve` all read the one table ``Concept/all``.
public struct Concept: Sendable {
  /// The name that commands use.
  public let name: String
  /// What it answers, one sentence.
  public let answers: String
  /// The game forms it takes.
  public let forms: [String]
  /// How many actors, and of which size, in words.
  public let takes: String
  /// How it computes.
  public let method: String
  /// Author and year.
  public let source: String
  /// Which sizes are out of reach, nil if none are.
  public let limits: String?
  /// `exact` or `floating`.
  var arithmetic = "exact"
  /// The options it takes besides seconds, such as `label`.
  public internal(set) var options: [String] = []
  /// Asks it.
  let solve: @Sendable (Setting, Options) throws -> Solution

  /// The names of all concepts.
  public static var names: [String] { all.map(\.name) }

  /// The concept called `name`.
  public static func named(_ name: String) throws(LaboratoryError) -> Concept {
    guard let concept = all.first(where: { $0.name == name }) else {
      throw .unknownConcept(name)
    }
    return concept
  }

  /// What `solve` asks when nothing is said: all equilibria of two actors, pure ones of more; of
  /// other forms the first concept that is made for them, which of repeated games takes two actors.
  public static func byDefault(for scenario: Scenario) -> Concept {
    let isRepeatedByMore = scenario.form is RepeatedForm && scenario.actors.count != 2
    if !(scenario.form is StrategicForm), !isRepeatedByMore,
      let own = all.first(where: { $0.forms.first == scenario.form.name })
    {
      return own
    }
    return scenario.actors.count == 2 ? nash : pure
  }

  /// The concept's answer about a game; a game of another form is seen as a strategic one where the
  /// concept takes those and the form allows it.
  ///
  /// - Throws: ``LaboratoryError`` when the game is not one it takes, before work starts.
  public func solution(of setting: Setting, options: Options = Options()) throws -> Solution {
    guard !forms.contains(setting.scenario.form.name) else {
      if arithmetic == "floating" { try setting.refuseHuge(for: name) }
      return try solve(setting, options)
    }
    var seen: Setting?
    if forms.contains(StrategicForm.name) {
      do throws(FormRefusal) {
        seen = try setting.seenStrategically()
      } catch {
        throw LaboratoryError.tooLarge(
          concept: name, size: error.size, limit: error.limit,
          instead: "use a concept made for the form \(setting.scenario.form.name)")
      }
    }
    guard let seen else {
      throw LaboratoryError.wrongForm(
        asked: name, takes: forms, found: setting.scenario.form.name)
    }
    if arithmetic == "floating" { try seen.refuseHuge(for: name) }
    var solution = try solve(seen, options)
    solution.seen = seen
    return solution
  }
}

extension Concept {
  /// The concepts as a table.
  public static var table: ResultTable {
    ResultTable(
      columns: ["concept", "answers", "takes", "source"],
      rows: all.map { [.text($0.name), .text($0.answers), .text($0.takes), .text($0.source)] })
  }

  /// Concepts as a list for people.
  public static func text(of concepts: [Concept] = all, style: TextStyle = .plain) -> String {
    let width = concepts.reduce(0) { max($0, $1.name.count) }
    return concepts.map { concept in
      style.heading(concept.name.padded(to: width)) + "  \(concept.answers)\n"
        + style.faint(
          String(repeating: " ", count: width + 2) + "\(concept.takes) (\(concept.source))\n")
    }.joined()
  }

  /// The concepts as a JSON array of objects.
  public static var json: JSONValue {
    .array(
      all.map { concept in
        [
          "name": .string(concept.name), "answers": .string(concept.answers),
          "forms": .array(concept.forms.map(JSONValue.string)), "takes": .string(concept.takes),
          "arithmetic": .string(concept.arithmetic), "method": .string(concept.method),
          "source": .string(concept.source),
          "limits": concept.limits.map(JSONValue.string) ?? .null,
        ]
      })
  }
}
