import Arithmetic
import Experiments
import Laboratory
import RelativeGains
import Scenarios

// What the numbers rest on: the game, what is assumed of it, how it was computed, by what.
extension RunReport {
  private var scenario: Scenario { experiment.scenario }

  func addModel(to page: inout HTMLPage) {
    page.add("h2", "The game")
    let when = scenario.when.map { ", \($0)" } ?? ""
    page.add("p", "\(scenario.title)\(when) (\(gameName)).")
    if let story = scenario.story { page.add("p", story) }
    page.add(
      list: scenario.actors.map { actor in
        let words = [actor.wants.map { "wants \($0)" }, actor.fears.map { "fears \($0)" }]
          .compactMap(\.self).joined(separator: "; ")
        return actor.name + (words.isEmpty ? "" : ": \(words)")
      })
    if let form = scenario.form as? StrategicForm {
      for (actor, strategies) in zip(scenario.actors, form.strategies) {
        let words = strategies.map { "\($0.key)" + ($0.description.map { " (\($0))" } ?? "") }
        page.add("p", "\(actor.name) chooses among: \(words.joined(separator: "; ")).")
      }
    }
    page.add(payoffTable)
    if let outcome = scenario.outcome {
      page.add(
        "p",
        "What happened: (\(scenario.form.words(of: outcome.profile)))"
          + (outcome.source.map { " [\($0)]" } ?? "") + ".")
    }
    page.add("p", "What actors make of one another's gains:")
    page.add(list: experiment.series.map(rule))
  }

  private var gameName: String {
    scenario.family.map { "\($0)/\(scenario.id)" } ?? scenario.id
  }

  private var payoffTable: ResultTable {
    let form = scenario.form
    return ResultTable(
      caption:
        "Absolute gains over the status quo",
      columns: ["outcome", "gains", "because", "source"],
      rows: form.cells.indices.map { index in
        let cell = form.cells[index]
        return [
          .text(form.name(ofCell: index)),
          .several(zip(scenario.actors, cell.gains).map { .text("\($0.name): \($1.text)") }),
          .text(cell.because ?? "-"), .text(cell.source ?? "-"),
        ]
      })
  }

  /// The rule of a series with its formula and weights.
  private func rule(_ series: Experiment.Series) -> String {
    let block = series.relativeGains ?? scenario.relativeGains
    let start = series.name.map { "\($0): " } ?? ""
    guard block.rule != .none else { return "\(start)nothing; each counts its own gain." }
    let weights = zip(scenario.actors, block.weights).compactMap { actor, weight -> String? in
      switch weight {
      case .none: return nil
      case .all(let expression): return "\(actor.name) \(expression.text)"
      case .towards(let row):
        let parts = zip(scenario.actors, row).compactMap { other, expression in
          expression.map { "\($0.text) on \(other.name)" }
        }
        return parts.isEmpty ? nil : "\(actor.name) \(parts.joined(separator: ", "))"
      }
    }
    return "\(start)rule \(block.rule.rawValue), \(block.rule.normalisation); weights: "
      + weights.joined(separator: "; ") + "."
  }

  func addAssumptions(to page: inout HTMLPage) {
    page.add("h2", "What is assumed")
    let cells = scenario.form.cells
    let assumed = cells.filter { $0.source?.contains("assumed") ?? true }.count
    var items = experiment.finding?.assumptions ?? []
    if !cells.isEmpty {
      items.append(
        assumed == cells.count
          ? "the payoffs of all \(Words.count(cells.count, "outcome")): no source gives them"
          : "the payoffs of \(assumed) of \(Words.count(cells.count, "outcome")); the others rest on the "
            + "sources named in the table")
    }
    items += scenario.leavesOut.map { "left out: \($0)" }
    items += scenario.contradictions.map { "the sources disagree: \($0)" }
    page.add(list: items)
    if !experiment.parameters.isEmpty { page.add(parameterTable) }
    if !scenario.sources.isEmpty {
      page.add("p", "Sources:")
      page.add(list: scenario.sources.map { "\($0.short): \($0.full)" })
    }
  }

  /// One row a parameter: its value, or from where to where it was varied.
  private var parameterTable: ResultTable {
    ResultTable(
      caption: "Parameters", columns: ["name", "in this run", "meaning", "source"],
      rows: experiment.parameters.map { parameter in
        let column = run.columns.first { $0.name == parameter.name }
        let place: String
        if let least = column?.least, let greatest = column?.greatest, least < greatest {
          place = "varied from \(least.text(digits: 6)) to \(greatest.text(digits: 6))"
        } else {
          place = column?.least.map { $0.text(digits: 6) } ?? parameter.default.description
        }
        return [
          .text(parameter.name), .text(place), .text(parameter.meaning ?? "-"),
          .text(parameter.source ?? "-"),
        ]
      })
  }

  func addComputation(to page: inout HTMLPage) {
    page.add("h2", "What is computed")
    page.add(
      "p",
      "Everything else on this page follows from the game and the assumptions above. Payoffs are "
        + "exact fractions unless a formula needs a root, an exponential or a logarithm; results.csv "
        + "holds the nearest decimals. Thresholds in figures are exact points, not read off a grid. "
        + "Means over rows are floating-point sums and weigh every row alike: they speak of the "
        + "design, not of how likely its points are.")
    page.add(
      ResultTable(
        caption: "Measures", columns: ["name", "of", "value", "of several equilibria"],
        rows: experiment.measures.map { measure in
          var value = "name"
          if case .number(let expression, _) = measure.value { value = expression.text }
          return [
            .text(measure.name), .text(measure.subject.rawValue), .text(value),
            .text(Self.isOfEquilibria(measure) ? measure.over.rawValue : "-"),
          ]
        }))
  }

  /// Whether there may be several equilibria to make one value of.
  private static func isOfEquilibria(_ measure: Measure) -> Bool {
    measure.subject == .nash || measure.subject == .pure
  }

  func addProvenance(to page: inout HTMLPage) {
    page.add("h2", "How to make it again")
    page.add(code: command)
    page.add(
      "p",
      "gives the same results.csv, byte for byte, on any number of threads or machines: its xxHash "
        + "(xxhsum -H64) is then the one below.")
    page.add(
      ResultTable(
        columns: ["what", "which"],
        rows: [
          ["program", .text("\(run.provenance.program), xxHash \(run.provenance.build)")],
          ["experiment", .text("\(experiment.id), SHA-256 \(experiment.origin.specDigest)")],
          ["game", .text("\(gameName), SHA-256 \(experiment.origin.gameDigest)")],
          ["results.csv", .text("xxHash \(run.provenance.results)")],
          ["design", .text("\(run.provenance.design), \(Words.count(run.rows, "row"))")],
          ["seeds", .text(seeds)], ["begun", .text(run.provenance.started)],
        ]))
  }

  /// What to type to have the run and this page again.
  public var command: String {
    "tumen sweep \(name) --out \(run.directory)\ntumen report \(run.directory)"
  }

  private var seeds: String {
    let drawsNothing = ["factorial", "one-at-a-time", "file"].contains(run.provenance.design)
    let seeds = drawsNothing ? [] : run.provenance.seeds
    return seeds.isEmpty ? "none: nothing is drawn at random" : seeds.joined(separator: ", ")
  }
}
