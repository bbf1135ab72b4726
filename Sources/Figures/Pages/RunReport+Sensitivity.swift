import Experiments
import Laboratory

// What was asked about the parameters, as tables: first and total indices, pairs, elementary
// effects, boxes.
extension RunReport {
  /// The indices of Sobol, those of one measure in one series together.
  var sobolAnswers: [[SensitivityAnswer]] { answers(by: .sobol) }

  /// One or two tables a question.
  var sensitivityTables: [ResultTable] {
    answers(by: .sobol).flatMap { Self.indexTables($0) }
      + answers(by: .morris).map(Self.effectTable)
      + answers(by: .prim).map(Self.boxTable)
  }

  func addSensitivity(to page: inout HTMLPage) {
    let tables = sensitivityTables
    guard !tables.isEmpty else { return }
    page.add("h2", "Which parameters matter")
    page.add(
      "p",
      "Over the whole design, every parameter moving at once. The same numbers, unrounded, are in "
        + "sensitivity.csv.")
    for table in tables { page.add(table) }
  }

  /// The answers of a method, those to one question in one series together.
  private func answers(by method: SensitivityAnswer.Method) -> [[SensitivityAnswer]] {
    var groups: [[SensitivityAnswer]] = []
    for answer in run.sensitivity where answer.method == method {
      let known = groups.firstIndex {
        $0[0].subject == answer.subject && $0[0].series == answer.series
      }
      if let known { groups[known].append(answer) } else { groups.append([answer]) }
    }
    return groups
  }

  private static func title(_ words: String, _ answers: [SensitivityAnswer]) -> String {
    let series = answers[0].series.isEmpty ? "" : " (\(answers[0].series))"
    return "\(words) \(answers[0].subject)\(series)"
  }

  private static func number(_ value: Double?) -> ResultTable.Cell {
    value.map { .init(floating: $0) } ?? "-"
  }

  /// Value and interval of an answer.
  private static func cells(_ answer: SensitivityAnswer?, _ isWide: Bool) -> [ResultTable.Cell] {
    [number(answer?.value)]
      + (isWide ? [number(answer?.interval?.low), number(answer?.interval?.high)] : [])
  }

  private static func indexTables(_ answers: [SensitivityAnswer]) -> [ResultTable] {
    let isWide = answers.contains { $0.interval != nil }
    let ends = isWide ? ["from", "to"] : []
    let single = ResultTable(
      caption: title("Share of the variance of", answers),
      columns: ["parameter", "alone"] + ends + ["with all others"] + ends,
      rows: answers.filter { $0.index == "first" }.map { answer in
        let total = answers.first { $0.index == "total" && $0.parameter == answer.parameter }
        return [.text(answer.parameter)] + cells(answer, isWide) + cells(total, isWide)
      },
      notes: [
        "Indices of Sobol: alone is the first order, with all others the total."
          + (isWide ? " From and to are the ends of 95 % bootstrap intervals." : "")
      ])
    let pairs = answers.filter { $0.index == "second" }
    guard !pairs.isEmpty else { return [single] }
    return [
      single,
      ResultTable(
        caption: title("Pairs: what two explain together beyond each alone, of", answers),
        columns: ["pair", "index"] + ends,
        rows: pairs.map { [.text($0.parameter)] + cells($0, isWide) },
        notes: [
          "Second-order indices."
            + (isWide ? " An interval around 0: no joint effect can be told from none." : "")
        ]),
    ]
  }

  private static func effectTable(_ answers: [SensitivityAnswer]) -> ResultTable {
    let isWide = answers.contains { $0.interval != nil }
    func find(_ index: String, _ parameter: String) -> SensitivityAnswer? {
      answers.first { $0.index == index && $0.parameter == parameter }
    }
    return ResultTable(
      caption: title("Elementary effects on", answers),
      columns: ["parameter", "mean size"] + (isWide ? ["from", "to"] : [])
        + ["mean", "standard deviation"],
      rows: answers.filter { $0.index == "mu" }.map { answer in
        [.text(answer.parameter)] + cells(find("mu-star", answer.parameter), isWide)
          + [number(answer.value), number(find("sigma", answer.parameter)?.value)]
      },
      notes: [
        "Morris screening, per whole range of a parameter. A large deviation: the effect hangs on "
          + "where the others stand."
      ])
  }

  private static func boxTable(_ answers: [SensitivityAnswer]) -> ResultTable {
    func find(_ index: String, _ parameter: String = "") -> Double? {
      answers.first { $0.index == index && $0.parameter == parameter }?.value
    }
    func share(_ index: String) -> String { find(index).map { $0.text(digits: 3) } ?? "-" }
    return ResultTable(
      caption: title("Where", answers), columns: ["parameter", "from", "to"],
      rows: answers.filter { $0.index == "from" }.map { answer in
        [.text(answer.parameter), number(answer.value), number(find("to", answer.parameter))]
      },
      notes: [
        "A box found by rule induction (PRIM); - is the parameter's own end. It holds "
          + "\(share("coverage")) of the rows in which the condition holds; inside, it holds in "
          + "\(share("density")) of the rows; the box is \(share("mass")) of the design."
      ])
  }
}
