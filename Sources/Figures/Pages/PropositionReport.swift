public import Experiments
public import Laboratory

/// Experiments on propositions after their runs: a page each, and one table of all.
public struct PropositionReport: Sendable {
  /// An experiment and what its run left behind.
  public struct Entry: Sendable {
    /// The experiment, which has a finding.
    public let experiment: Experiment
    /// Its finding.
    public let finding: Finding
    /// What the run left.
    public let summary: RunSummary

    /// The entry of an experiment; nil if it states no finding.
    public init?(_ experiment: Experiment, _ summary: RunSummary) {
      guard let finding = experiment.finding else { return nil }
      self.experiment = experiment
      self.finding = finding
      self.summary = summary
    }

    /// How many expectations hold, and of how many.
    var expectations: (held: Int, all: Int) {
      (summary.verdicts.filter(\.holds).count, summary.verdicts.count)
    }

    /// The finding if every expectation behind it holds, else that nothing is established.
    public var verdict: String {
      let (held, all) = expectations
      return held == all
        ? finding.words : "not established: \(all - held) of \(all) expectations fail"
    }
  }

  /// The experiments, in order.
  public let entries: [Entry]

  /// The report of these experiments.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// Whether every expectation holds.
  public var isEstablished: Bool { entries.allSatisfy { $0.summary.expectationsHold } }

  /// One row a proposition, as people read it.
  public var table: ResultTable {
    ResultTable(
      columns: ["proposition", "its author", "in the model", "expectations"],
      rows: entries.map { entry in
        let (held, all) = entry.expectations
        return [
          .several(entry.experiment.title.wrapped(to: 30).map { .text($0) }),
          .several(entry.finding.author.wrapped(to: 34).map { .text($0) }),
          .several(entry.verdict.wrapped(to: 58).map { .text($0) }),
          .text("\(held) of \(all) hold"),
        ]
      })
  }

  /// One row a proposition, for machines.
  public var csv: String {
    ResultTable(
      columns: ["id", "proposition", "source", "author", "verdict", "condition", "held", "of"],
      rows: entries.map { entry in
        let (held, all) = entry.expectations
        return [
          .text(entry.experiment.id), .text(entry.experiment.proposition ?? ""),
          .text(entry.finding.source), .text(entry.finding.author),
          .text(held == all ? entry.finding.verdict.rawValue : "not established"),
          .text(entry.finding.condition ?? ""), .count(held), .count(all),
        ]
      }
    ).csv
  }

  /// The JSON array that `tumen help json` documents.
  public var json: JSONValue {
    .array(
      entries.map { entry in
        [
          "id": .string(entry.experiment.id), "title": .string(entry.experiment.title),
          "proposition": entry.experiment.proposition.map(JSONValue.string) ?? .null,
          "source": .string(entry.finding.source), "author": .string(entry.finding.author),
          "verdict": .string(
            entry.summary.expectationsHold ? entry.finding.verdict.rawValue : "not established"),
          "condition": entry.finding.condition.map(JSONValue.string) ?? .null,
          "assumptions": .array(entry.finding.assumptions.map(JSONValue.string)),
          "expectations": .array(
            entry.summary.verdicts.map { verdict in
              [
                "claim": .string(verdict.claim), "holds": .bool(verdict.holds),
                "series": verdict.series.map(JSONValue.string) ?? .null,
                "detail": .string(verdict.description),
              ]
            }),
          "directory": .string(entry.summary.directory),
        ]
      })
  }

  /// The page with the table of all.
  public var index: String {
    var page = HTMLPage(title: "Propositions put to the test")
    page.add(
      "p",
      "Each proposition as a game: what its author concluded, and what the model shows. A verdict "
        + "stands only if every expectation stated before the run holds; it is about the model and "
        + "its assumptions, not about history.")
    page.add(
      columns: ["proposition", "its author", "in the model", "expectations"],
      rows: entries.map { entry in
        let (held, all) = entry.expectations
        return [
          (entry.experiment.title, "\(entry.experiment.id).html"), (entry.finding.author, nil),
          (entry.verdict, nil), ("\(held) of \(all) hold", nil),
        ]
      })
    return page.text
  }

  /// The page of one proposition; figures are looked for in the folder called like its id.
  public func page(of entry: Entry) -> String {
    let experiment = entry.experiment
    var page = HTMLPage(title: experiment.title)
    page.add("p", experiment.proposition ?? experiment.question)
    page.add("p", "Source: \(entry.finding.source). Its author: \(entry.finding.author).")
    page.add(
      "p", "In the model it \(entry.verdict).",
      class: entry.summary.expectationsHold ? "finding" : "finding failed")
    page.add("h2", "The model")
    page.add("p", "\(experiment.scenario.title) (\(experiment.scenario.path)).")
    if let story = experiment.scenario.story { page.add("p", story) }
    if let notes = experiment.notes { page.add("p", notes) }
    page.add("h2", "What is assumed")
    let sizes = experiment.parameters.filter { $0.source?.contains("assumed") == true }
      .map { "\($0.name): \($0.meaning ?? "") (\($0.source ?? "assumed"))" }
    page.add(list: entry.finding.assumptions + sizes)
    page.add("h2", "What was expected before the run")
    page.add(
      columns: ["expectation", "outcome"],
      rows: entry.summary.verdicts.map { verdict in
        let series = verdict.series.map { " [\($0)]" } ?? ""
        return [(verdict.claim + series, nil), (verdict.description, nil)]
      })
    let figures = entry.summary.files.filter { $0.hasSuffix(".svg") }
    if !figures.isEmpty { page.add("h2", "Figures") }
    for file in figures {
      page.add(image: "\(experiment.id)/\(file)", description: file)
    }
    page.add("p", "\(Words.count(entry.summary.rows, "row")), exact: \(experiment.id)/results.csv.")
    return page.text
  }
}
