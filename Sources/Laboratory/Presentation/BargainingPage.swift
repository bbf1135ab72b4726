import Arithmetic
import Cooperation
import Scenarios

extension BargainingForm: Paged, Predicting {
  func page(in setting: Setting) -> any FormPage { BargainingPage(setting: setting, form: self) }

  /// An agreement is predicted where everyone accepts it and nobody could improve on it without
  /// harm to another; no agreement, where there is nothing that everyone accepts.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool {
    let problem = problem(of: evaluated)
    let verdicts = ZoneOfAgreement.solve(problem)
    guard outcome[0] < verdicts.count else {
      return lotteries
        ? try AgreementSet(problem, space: .lotteries).isEmpty
        : !verdicts.contains(where: \.isAccepted)
    }
    return verdicts[outcome[0]].isAccepted && verdicts[outcome[0]].isEfficient
  }

  /// `allowed for`: many outcomes may be, and none is an equilibrium.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) throws -> String {
    try predicts(outcome, evaluated) ? "allowed for" : "no"
  }
}

/// A bargaining problem: issues with their levels, outcomes, and what there is without agreement.
struct BargainingPage: FormPage {
  let setting: Setting
  let form: BargainingForm

  /// Most outcomes that the page for people lists one by one.
  static let mostRows = 40

  private var actors: [Scenario.Actor] { setting.scenario.actors }

  func choices(_ style: TextStyle) -> [String] {
    guard !form.listsOutcomes || form.issues[0].levels.contains(where: { $0.meaning != nil })
    else { return [] }
    var lines = ""
    for issue in form.issues {
      if !form.listsOutcomes {
        let weights = issue.weights.map { weights in
          let words = zip(actors, weights).map { "\($0.key): \($1.text)" }
          return " (weights \(words.joined(separator: ", ")))"
        }
        lines += GamePage.item("\(issue.key): \(issue.meaning ?? "")\(weights ?? "")")
      }
      for level in issue.levels where level.meaning != nil {
        lines += GamePage.item("\(level.key): \(level.meaning ?? "")")
      }
    }
    for entry in form.infeasible {
      let levels = zip(form.issues, entry.pattern).compactMap { issue, level in
        level.map { "\(issue.key) \(issue.levels[$0].key)" }
      }
      lines += GamePage.item(
        "not together: \(Words.list(levels))" + (entry.because.map { ": \($0)" } ?? ""))
    }
    let heading = form.listsOutcomes ? "What may be agreed" : "Issues and their levels"
    return [style.heading(heading) + "\n" + lines]
  }

  func game(_ style: TextStyle) -> String {
    var parts: [String] = []
    if form.combinations.count <= Self.mostRows {
      parts.append(CellsPage(setting: setting).game(style))
    } else {
      var table = levelTable
      table.notes = [
        "\(form.combinations.count) combinations; tumen solve --concept zone-of-agreement and "
          + "pareto-frontier list those that count."
      ]
      parts.append(table.text(style: style))
      parts.append(withoutAgreement.text(style: style))
    }
    if !form.ratifiers.isEmpty { parts.append(ratifierTable.text(style: style)) }
    return parts.joined(separator: "\n")
  }

  /// The levels with what each adds, in the words of the file.
  private var levelTable: ResultTable {
    var table = ResultTable(
      columns: ["issue", "level"] + actors.map { "gain of \($0.name)" })
    for issue in form.issues {
      for level in issue.levels {
        table.rows.append(
          [.text(issue.key), .text(level.key)] + level.cell.gains.map { .text($0.text) })
      }
    }
    return table
  }

  private var withoutAgreement: ResultTable {
    ResultTable(
      columns: ["without agreement"] + actors.map { "gain of \($0.name)" }
        + actors.map { "utility of \($0.name)" },
      rows: (form.combinations.count..<form.cells.count).map { index in
        [.text(form.name(ofCell: index))]
          + (setting.gains(ofCell: index) + setting.utilities(ofCell: index)).map(setting.cell)
      })
  }

  private var ratifierTable: ResultTable {
    let floors = form.numbers(of: setting.evaluated).floors
    return ResultTable(
      columns: ["ratifier", "of", "accepts a gain from", "because"],
      rows: zip(form.ratifiers, floors).map { ratifier, floor in
        [
          .text(ratifier.name), .text(actors[ratifier.actor].name), setting.cell(floor),
          .several(GamePage.lines(ratifier.because, 50)),
        ]
      })
  }

  func reasons(_ style: TextStyle) -> [String]? {
    guard !form.listsOutcomes else { return nil }
    var table = ResultTable(columns: ["level", "gains", "because", "source"])
    func add(_ name: String, _ cell: Cell) {
      table.rows.append([
        .several(GamePage.lines(name, 30)),
        .text(cell.gains.map(\.text).joined(separator: ", ")),
        .several(GamePage.lines(cell.because, 50)), .several(GamePage.lines(cell.source, 30)),
      ])
    }
    for issue in form.issues {
      for level in issue.levels { add("\(issue.key): \(level.key)", level.cell) }
    }
    for index in form.combinations.count..<form.cells.count {
      add(form.name(ofCell: index), form.cells[index])
    }
    return [style.heading("Why these payoffs") + "\n" + table.text(style: style)]
  }

  var json: [JSONValue.Member] {
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    let floors = form.numbers(of: setting.evaluated).floors
    let ratifiers = zip(form.ratifiers, floors).map { ratifier, floor in
      [
        "actor": .string(actors[ratifier.actor].key), "name": .string(ratifier.name),
        "floor": setting.json(floor), "because": text(ratifier.because),
        "source": text(ratifier.source),
      ] as JSONValue
    }
    let issues = form.issues.map { issue in
      JSONValue.Member(
        issue.key, .object(issue.levels.map { .init($0.key, text($0.meaning)) }))
    }
    return [
      .init("issues", .object(issues)), .init("lotteries", .bool(form.lotteries)),
      .init("ratifiers", .array(ratifiers)),
    ] + CellsPage(setting: setting).json
  }

  var tables: [ResultTable] {
    form.combinations.count <= Self.mostRows
      ? CellsPage(setting: setting).tables : [levelTable, withoutAgreement]
  }

  var csv: ResultTable { CellsPage(setting: setting).csv }
}
