import Arithmetic
import Equilibria

/// Equilibria with a verdict on each.
struct RefinedAnswer: Answer {
  /// What is known of one equilibrium.
  struct Verdict: Sendable {
    /// Whether it has the property; nil where that is not decided.
    let holds: Bool?
    /// Why, a line a reason.
    let because: [String]
    /// The reasons as JSON.
    let members: [JSONValue.Member]
  }

  /// The property in question, such as `perfect`.
  let property: String
  /// The equilibria.
  let equilibria: EquilibriaAnswer
  /// One verdict each.
  let verdicts: [Verdict]
  /// What else JSON tells.
  var members: [JSONValue.Member] = []
  /// What else people should know.
  var notes: [String] = []

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = verdicts.map { verdict -> JSONValue in
      .object([.init(property, verdict.holds.map(JSONValue.bool) ?? .null)] + verdict.members)
    }
    return equilibria.json(in: setting) + [.init("verdicts", .array(list))] + members
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: ["#"] + setting.scenario.actors.map(\.name) + [property, "because"])
    for (number, verdict) in verdicts.enumerated() {
      let profile = equilibria.equilibria[number].profile
      table.rows.append(
        [.count(number + 1)]
          + profile.probabilities.enumerated().map { setting.cell(mixed: $1, of: $0) }
          + [
            .text(verdict.holds.map { $0 ? "yes" : "no" } ?? "not decided"),
            .several(verdict.because.map { .text($0) }),
          ])
    }
    table.notes += notes
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = equilibria.csv(in: setting)
    table.columns.append(property)
    for row in table.rows.indices {
      guard case .count(let number) = table.rows[row][0] else { continue }
      let holds = verdicts[number - 1].holds
      table.rows[row].append(.text(holds.map { $0 ? "yes" : "no" } ?? ""))
    }
    return table
  }
}

extension Setting {
  /// `1/3 C + 2/3 D`: a mixture in words.
  func words(mixed: [Rational], of actor: Int) -> String {
    let played = zip(strategies[actor], mixed).filter { !$0.1.isZero }
    if played.count == 1, let only = played.first { return only.0.key }
    return played.map { strategy, weight in
      "\(isExact ? weight.shortText : weight.double.text(digits: 6)) \(strategy.key)"
    }.joined(separator: " + ")
  }

  /// Tells what the vertices of the polytopes of two actors cost.
  func announceEnumeration(_ options: Concept.Options) {
    let enumeration = EquilibriumEnumeration(seconds: options.seconds)
    guard let seconds = enumeration.expectedSeconds(utilities) else { return }
    options.announce("\(sizeText), the vertices of two polytopes", seconds: seconds)
  }

  /// All equilibria of two actors, or why they are not enumerated.
  func allEquilibria(
    for concept: String, _ options: Concept.Options
  ) throws(LaboratoryError) -> EnumeratedEquilibria {
    do throws(EnumerationRefusal) {
      announceEnumeration(options)
      return try EquilibriumEnumeration(seconds: options.seconds).solve(utilities)
    } catch {
      throw error.error(concept, of: self)
    }
  }
}
