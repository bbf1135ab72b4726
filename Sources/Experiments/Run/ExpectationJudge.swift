/// Gathers what the checks find, in the order of the rows, and gives the verdicts.
struct ExpectationJudge {
  private let experiment: Experiment
  /// How many rows come before each series.
  private let offsets: [Int]
  private var lineChecks: [[LineCheck?]]
  private var correlations: [[CorrelationCheck?]]
  private var findings: [[RowCheck.Finding?]]

  private let width: Int

  init(_ experiment: Experiment, kept: KeptMeasures) {
    self.experiment = experiment
    width = kept.width
    var offsets: [Int] = []
    var rows = 0
    for series in experiment.series {
      offsets.append(rows)
      rows += series.design.rows
    }
    self.offsets = offsets
    lineChecks = experiment.expectations.map { expectation in
      experiment.series.indices.map { index in
        guard expectation.series.contains(index) else { return nil }
        return LineCheck(
          expectation, experiment.series[index], measures: experiment.measures, kept: kept)
      }
    }
    correlations = experiment.expectations.map { expectation in
      experiment.series.indices.map { index in
        guard expectation.series.contains(index) else { return nil }
        return CorrelationCheck(
          expectation, measures: experiment.measures, names: experiment.parameters.map(\.name),
          kept: kept)
      }
    }
    findings = experiment.expectations.map { expectation in
      experiment.series.indices.map { index in
        expectation.series.contains(index) && RowCheck(expectation) != nil
          ? RowCheck.Finding() : nil
      }
    }
  }

  /// Takes in a chunk.
  mutating func consume(_ chunk: Chunk) {
    let series = chunk.plan.series
    let (width, experiment) = (self.width, self.experiment)
    for index in lineChecks.indices where lineChecks[index][series] != nil {
      for (place, row) in chunk.plan.rows.enumerated() {
        lineChecks[index][series]?.test(
          row, cells: chunk.cells[place * width..<(place + 1) * width])
      }
    }
    for index in correlations.indices where correlations[index][series] != nil {
      for (place, row) in chunk.plan.rows.enumerated() {
        correlations[index][series]?.test(
          row, cells: chunk.cells[place * width..<(place + 1) * width]
        ) { experiment.value(of: $0, in: row, of: experiment.series[series]) }
      }
    }
    for (index, found) in chunk.findings.enumerated() {
      guard let found else { continue }
      var finding = findings[index][series] ?? RowCheck.Finding()
      finding.tested += found.tested
      finding.passed += found.passed
      finding.failure = finding.failure ?? found.failure
      findings[index][series] = finding
    }
  }

  /// The verdicts, expectation by expectation, series by series.
  var verdicts: [Verdict] {
    experiment.expectations.enumerated().flatMap { index, expectation in
      expectation.series.map { series -> Verdict in
        if let check = lineChecks[index][series] {
          return verdict(expectation, series, check.tested, check.passed, check.failure)
        }
        if let check = correlations[index][series] {
          return verdict(expectation, series, check.tested, check.passed, check.failure)
        }
        let finding = findings[index][series] ?? RowCheck.Finding()
        return verdict(expectation, series, finding.tested, finding.passed, finding.failure)
      }
    }
  }

  private func verdict(
    _ expectation: Expectation, _ series: Int, _ tested: Int, _ passed: Int,
    _ failure: (row: Int, text: String)?
  ) -> Verdict {
    let outcome: Verdict.Outcome
    if let failure {
      let situation = experiment.series[series].situation(in: failure.row)
      outcome = .fails(
        Verdict.Counterexample(
          row: offsets[series] + failure.row + 1,
          text: situation.isEmpty ? failure.text : "\(situation): \(failure.text)"))
    } else {
      outcome = tested == 0 ? .untested : .holds
    }
    return Verdict(
      claim: expectation.claim, text: expectation.text, series: experiment.series[series].name,
      outcome: outcome, tested: tested, passed: passed)
  }
}

extension Experiment.Series {
  /// The factors of a row: `scale = 1/2, k = 3`.
  func situation(in row: Int) -> String {
    zip(factors, design.values(in: row)).map { "\($0.parameter) = \($1)" }
      .joined(separator: ", ")
  }
}
