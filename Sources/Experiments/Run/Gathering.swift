import Laboratory
import Scenarios

/// What the end of a run wants to know of the rows, gathered part by part in their order.
struct Gathering {
  private let experiment: Experiment
  private let kept: KeptMeasures
  private let offsets: [Int]
  private var judge: ExpectationJudge
  /// The rows without all their values.
  private(set) var failures = RunSummary.Failures()
  /// How many rows there are without those left out.
  private(set) var rows = 0
  private var shown: ShownTable?
  private var sensitivity: SensitivityCollector
  private var collectors: [FigureCollector] = []

  /// A gathering for the verdicts and, if `draws`, the figures.
  init(_ experiment: Experiment, draws: Bool) {
    self.experiment = experiment
    kept = experiment.keptMeasures
    offsets = experiment.offsets
    sensitivity = SensitivityCollector(experiment, kept: kept)
    judge = ExpectationJudge(experiment, kept: kept)
    if experiment.rows <= RunSummary.mostRowsShown { shown = ShownTable(experiment) }
    if draws { collectors = experiment.figures.map { FigureCollector($0, experiment) } }
  }

  mutating func consume(_ chunk: Chunk) {
    rows += chunk.plan.rows.count - chunk.skipped.count
    judge.consume(chunk)
    shown?.consume(chunk)
    sensitivity.consume(chunk)
    for index in collectors.indices { collectors[index].consume(chunk, kept: kept) }
    failures.count += chunk.failures
    for failure in chunk.firstFailures where failures.first.count < ChunkWorker.mostFailures {
      let row = offsets[chunk.plan.series] + failure.row + 1
      failures.first.append(RunSummary.Failure(row: row, reason: failure.text))
    }
  }

  /// What became of each expectation.
  var verdicts: [Verdict] { judge.verdicts }
  /// What was asked about the parameters.
  var answers: [SensitivityAnswer]? { sensitivity.answers }
  /// Every row of a small run.
  var table: ResultTable? { shown?.table }

  /// The numbers of all figures, with their thresholds where they are wanted.
  ///
  /// - Parameters:
  ///   - answers: what was asked about the parameters.
  ///   - alone: what each parameter does on its own.
  mutating func figures(
    _ evaluators: [GameEvaluator], _ answers: [SensitivityAnswer], _ alone: [OneAtATime]
  ) -> [FigureData] {
    let experiment = experiment
    for index in collectors.indices where collectors[index].data.request.showsThresholds {
      let request = collectors[index].data.request
      collectors[index].addThresholds { series, panel in
        FigureThresholds(experiment, series, evaluators[series], request).find(panel)
      }
    }
    return collectors.map { $0.data.with(answers, alone, of: experiment) }
  }
}

extension Experiment {
  /// How many rows come before each series.
  var offsets: [Int] {
    var offsets: [Int] = []
    var rows = 0
    for series in series {
      offsets.append(rows)
      rows += series.design.rows
    }
    return offsets
  }
}
