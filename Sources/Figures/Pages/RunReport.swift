public import Experiments
public import Laboratory
import Scenarios

/// The report on a finished run: one page with nothing outside it, and the files beside it.
public struct RunReport: Sendable {
  let run: FinishedRun
  /// How the user names the experiment to run it again.
  let name: String

  /// The name of the page.
  public static let pageName = "report.html"

  /// The report on a run.
  ///
  /// - Parameter name: the experiment as `tumen sweep` takes it: an id or a file.
  public init(_ run: FinishedRun, name: String) {
    self.run = run
    self.name = name
  }

  var experiment: Experiment { run.experiment }

  /// How many expectations hold, and of how many.
  public var expectations: (held: Int, all: Int) {
    (run.summary.verdicts.filter(\.holds).count, run.summary.verdicts.count)
  }

  /// A drawing and its numbers.
  private struct Drawing {
    let name: String
    let title: String
    let svg: String
    let csv: String
    var thresholds: String?
  }

  /// The figures of the experiment as the run drew them; then, where no figure of it was asked for,
  /// what moves a measure, and what each parameter does on its own.
  private var drawings: [Drawing] {
    let requests = experiment.figures
    func isDrawn(_ kind: FigureRequest.Kind, _ measure: String, _ series: String) -> Bool {
      requests.contains { request in
        request.kind == kind && experiment.measures[request.measure].name == measure
          && request.series.contains { (experiment.series[$0].name ?? "") == series }
      }
    }
    let asked = run.figures.map { figure in
      Drawing(
        name: figure.request.name, title: figure.request.title, svg: Illustration.svg(figure),
        csv: Illustration.csv(figure), thresholds: Illustration.thresholdCSV(figure))
    }
    let indices = sobolAnswers.filter { !isDrawn(.sobol, $0[0].subject, $0[0].series) }
    // The numbers of answers that have names, or are yes or no, have no lengths.
    func isCoded(_ effects: OneAtATime) -> Bool {
      let results = effects.effects.flatMap { [$0.low.result, $0.high.result] } + [effects.base]
      return Set(results).count <= 2
        || requests.contains {
          experiment.measures[$0.measure].name == effects.measure && !$0.valueNames.isEmpty
        }
    }
    let alone = run.oneAtATime.filter {
      $0.moving >= 2 && !isCoded($0) && !isDrawn(.tornado, $0.measure, $0.series ?? "")
    }
    return asked
      + indices.enumerated().map { index, answers in
        let series = answers[0].series.isEmpty ? "" : " (\(answers[0].series))"
        let title = "Shares of the variance: \(answers[0].subject)\(series)"
        return Drawing(
          name: "indices-\(index + 1)", title: title,
          svg: SobolFigure(answers, title: title).svg, csv: SensitivityAnswer.table(answers).csv)
      }
      + alone.prefix(Self.mostTornados).enumerated().map { index, effects in
        let figure = TornadoFigure(effects)
        return Drawing(
          name: "alone-\(index + 1)", title: figure.title, svg: figure.svg, csv: effects.csv)
      }
  }

  /// Most figures of what parameters do on their own.
  private static let mostTornados = 4

  /// Every file beside the page: its name and its text.
  ///
  /// - Parameter latex: whether the tables are wanted as LaTeX too.
  public func files(latex: Bool) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for drawing in drawings {
      files.append((drawing.name + ".svg", drawing.svg))
      files.append((drawing.name + ".csv", drawing.csv))
      if let thresholds = drawing.thresholds {
        files.append((drawing.name + ".thresholds.csv", thresholds))
      }
    }
    guard latex else { return files }
    return files + tables.map { ($0.name + ".tex", $0.table.latex) }
  }

  /// The tables that are also written as LaTeX.
  public var tables: [(name: String, table: ResultTable)] {
    [("summary", summaryTable), ("first-rows", firstRowsTable)]
      + (run.summary.verdicts.isEmpty ? [] : [("expectations", expectationTable)])
      + sensitivityTables.enumerated().map { ("sensitivity-\($0 + 1)", $1) }
  }

  /// The page.
  public var page: String {
    var page = HTMLPage(title: experiment.title)
    addQuestion(to: &page)
    addExpectations(to: &page)
    addFigures(to: &page)
    addSensitivity(to: &page)
    addResults(to: &page)
    addModel(to: &page)
    addAssumptions(to: &page)
    addComputation(to: &page)
    addProvenance(to: &page)
    return page.text
  }

  private func addQuestion(to page: inout HTMLPage) {
    if experiment.question != experiment.title {
      page.add("p", experiment.question, class: "question")
    }
    if let proposition = experiment.proposition {
      page.add("p", "Put to the test: \(proposition).")
    }
    let (held, all) = expectations
    if let finding = experiment.finding {
      page.add("p", "Source: \(finding.source). What is said there: \(finding.author).")
      let words =
        held == all
        ? "In the model the claim \(finding.words)."
        : "Not established: \(all - held) of \(all) expectations fail."
      page.add("p", words, class: held == all ? "finding" : "finding failed")
    } else if all > 0 {
      page.add(
        "p",
        held == all
          ? "All \(Words.count(all, "expectation")) hold."
          : "\(all - held) of \(Words.count(all, "expectation")) "
            + (all - held == 1 ? "fails." : "fail."),
        class: held == all ? "finding" : "finding failed")
    }
    if let notes = experiment.notes { page.add("p", notes) }
  }

  private func addExpectations(to page: inout HTMLPage) {
    guard !run.summary.verdicts.isEmpty else { return }
    page.add("h2", "What was expected before the run, and what came of it")
    var table = expectationTable
    for (row, verdict) in run.summary.verdicts.enumerated() where verdict.holds {
      // Short enough to stay on one line.
      let words = verdict.description.split(separator: " ").joined(separator: "\u{A0}")
      table.rows[row][table.columns.count - 1] = .text(words)
    }
    page.add(table)
  }

  private func addFigures(to page: inout HTMLPage) {
    let drawings = drawings
    guard !drawings.isEmpty else { return }
    page.add("h2", drawings.count == 1 ? "Figure" : "Figures")
    for (index, drawing) in drawings.enumerated() {
      page.add(
        drawing: drawing.svg, name: "figure\(index + 1)",
        caption:
          "Figure \(index + 1): \(drawing.title)\(drawing.title.last == "?" ? "" : ".") Beside this page: \(drawing.name).svg, "
          + "its numbers in \(drawing.name).csv.")
    }
  }

  private func addResults(to page: inout HTMLPage) {
    page.add("h2", "Results")
    page.add(
      "p",
      "\(Words.count(run.rows, "row")); all of them are in results.csv. Numbers here are "
        + "rounded to six digits.")
    page.add(summaryTable)
    page.add(firstRowsTable)
    let failures = run.summary.failures
    guard failures.count > 0 else { return }
    page.add(
      "p", "\(Words.count(failures.count, "row")) without all values; the first of them:")
    page.add(list: failures.first.prefix(5).map { "row \($0.row): \($0.reason)" })
  }
}
