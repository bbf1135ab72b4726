import Experiments
import Laboratory

extension SobolFigure {
  /// The figure that a spec asks for.
  init(_ data: FigureData) {
    self.init(data.indices, title: data.request.title, xLabel: data.request.xLabel)
  }

  /// The figure of indices of one measure.
  init(_ answers: [SensitivityAnswer], title: String, xLabel: String = "share of the variance") {
    var names: [String] = []
    for answer in answers where !names.contains(answer.series) { names.append(answer.series) }
    self.init(
      title: title, xLabel: xLabel,
      groups: names.map { name in
        Group(
          name: names.count > 1 ? name : "",
          bars: Self.bars(answers.filter { $0.series == name }))
      }, caption: Self.caption(answers))
  }

  private static func bars(_ answers: [SensitivityAnswer]) -> [Bar] {
    func index(
      _ answer: SensitivityAnswer
    ) -> (value: Double, interval: (low: Double, high: Double)?)? {
      answer.value.map { value in (value, answer.interval.map { ($0.low, $0.high) }) }
    }
    return answers.filter { $0.index == "first" }.compactMap { answer in
      let total = answers.first { $0.index == "total" && $0.parameter == answer.parameter }
      guard let first = index(answer), let total = total.flatMap(index) else { return nil }
      return Bar(label: answer.parameter, first: first, total: total)
    }
  }

  private static func caption(_ answers: [SensitivityAnswer]) -> String {
    guard answers.contains(where: { $0.value != nil }) else {
      return "No bars: the measure does not vary over the design."
    }
    return "A total above the index alone: the parameter works together with others."
  }
}
