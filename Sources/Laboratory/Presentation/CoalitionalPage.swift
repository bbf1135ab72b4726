import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension CoalitionalForm: Paged {
  func page(in setting: Setting) -> any FormPage { CoalitionalPage(setting: setting, form: self) }
}

/// A coalitional game: what coalitions are worth, and why.
struct CoalitionalPage: FormPage {
  let setting: Setting
  let form: CoalitionalForm

  /// Most actors whose coalitions the page lists.
  static let mostListed = 6

  private var actors: [Scenario.Actor] { setting.scenario.actors }

  private func words(_ coalition: Coalition) -> String {
    coalition.members.map { actors[$0].name }.joined(separator: ", ")
  }

  private func words(_ structure: CoalitionStructure) -> String {
    structure.blocks.map { "{\(words($0))}" }.joined(separator: " ")
  }

  func choices(_ style: TextStyle) -> [String] {
    var lines = ""
    if let unions = form.unions { lines += GamePage.item("unions: \(words(unions))") }
    if let links = form.links {
      let pairs = links.map { words(Coalition([$0.one, $0.other])) }
      lines += GamePage.item("who can talk: \(pairs.joined(separator: "; "))")
    }
    if form.hasExternalities {
      lines += GamePage.item(
        "what a coalition has depends on the others; by itself it has what it has while they stand "
          + form.others.rawValue)
    }
    return lines.isEmpty ? [] : [style.heading("Who stands with whom") + "\n" + lines]
  }

  func game(_ style: TextStyle) -> String {
    tables.map { $0.text(style: style) }.joined(separator: "\n")
  }

  var tables: [ResultTable] {
    if actors.count <= Self.mostListed { return [worthTable] }
    return [numberTable].filter { !$0.rows.isEmpty } + (projectTable.map { [$0] } ?? [])
  }

  private var worthTable: ResultTable {
    let worth = form.worth(in: setting.evaluated)
    return ResultTable(
      columns: ["coalition", form.areCosts ? "costs" : "worth"],
      rows: CoalitionalForm.Order.lexicographic.coalitions(of: actors.count).map { coalition in
        let value = worth(coalition)
        return [.text(words(coalition)), setting.cell(form.areCosts ? -value : value)]
      })
  }

  /// The numbers of the file for as many actors as are too many to list coalitions.
  private var numberTable: ResultTable {
    let numbers = setting.evaluated.numbers
    var table: ResultTable
    switch form.content {
    case .votes: table = ResultTable(columns: ["actor", "votes"])
    case .bankruptcy: table = ResultTable(columns: ["actor", "claim"])
    case .largestCost: table = ResultTable(columns: ["actor", "cost"])
    case .vector, .table, .formula, .projects, .partitions:
      return ResultTable(columns: ["actor", "worth"])
    }
    table.rows = zip(actors, numbers).map { [.text($0.name), setting.cell($1)] }
    if numbers.count > actors.count {
      let noun = table.columns[1] == "votes" ? "quota" : "estate"
      table.rows.append([.text(noun), setting.cell(numbers[actors.count])])
    }
    return table
  }

  private var projectTable: ResultTable? {
    guard !form.cells.isEmpty else { return nil }
    return ResultTable(
      columns: ["together"] + actors.map { "gain of \($0.name)" },
      rows: form.cells.indices.map { index in
        [.text(form.name(ofCell: index))] + setting.gains(ofCell: index).map(setting.cell)
      })
  }

  func reasons(_ style: TextStyle) -> [String]? {
    var table = ResultTable(columns: ["coalition", "brings", "because", "source"])
    func add(_ name: String, _ brings: String, _ because: String?, _ source: String?) {
      table.rows.append([
        .several(GamePage.lines(name, 28)), .several(GamePage.lines(brings, 30)),
        .several(GamePage.lines(because, 44)), .several(GamePage.lines(source, 28)),
      ])
    }
    switch form.content {
    case .projects(let projects):
      for project in projects {
        let gains = zip(actors, project.cell.gains).filter { $1.constant?.isZero != true }
        add(
          words(project.together),
          gains.map { "\($0.key): \($1.text)" }.joined(separator: ", "), project.cell.because,
          project.cell.source)
      }
    case .table(let entries, _, _):
      for entry in entries where entry.because != nil || entry.source != nil {
        add(words(entry.coalition), entry.worth.text, entry.because, entry.source)
      }
    case .partitions(let entries):
      for entry in entries where entry.because != nil || entry.source != nil {
        add(
          words(entry.structure), entry.worths.map(\.text).joined(separator: ", "),
          entry.because, entry.source)
      }
    case .formula(let formula, _):
      add("any", formula.text, nil, nil)
    case .vector, .votes, .bankruptcy, .largestCost: break
    }
    guard !table.rows.isEmpty else { return [] }
    return [style.heading("Why these worths") + "\n" + table.text(style: style)]
  }

  var json: [JSONValue.Member] {
    func structure(_ structure: CoalitionStructure) -> JSONValue {
      .array(structure.blocks.map(json))
    }
    let worth = form.worth(in: setting.evaluated)
    let listed = actors.count <= CoalitionalForm.mostListed
    let coalitions = listed ? CoalitionalForm.Order.lexicographic.coalitions(of: actors.count) : []
    return [
      .init("costs", .bool(form.areCosts)), .init("externalities", .bool(form.hasExternalities)),
      .init("others", .string(form.others.rawValue)),
      .init(
        "worths",
        listed
          ? .array(
            coalitions.map {
              let value = worth($0)
              return .object([
                .init("coalition", json($0)),
                .init("worth", setting.json(form.areCosts ? -value : value)),
              ])
            }) : .null),
      .init("unions", form.unions.map(structure) ?? .null),
      .init(
        "links",
        form.links.map { .array($0.map { json(Coalition([$0.one, $0.other])) }) } ?? .null),
    ] + CellsPage(setting: setting).json
  }

  private func json(_ coalition: Coalition) -> JSONValue {
    .array(coalition.members.map { .string(actors[$0].key) })
  }

  var csv: ResultTable {
    guard actors.count <= CoalitionalForm.mostListed else { return numberTable }
    return worthTable
  }
}

extension CoalitionalForm: Predicting {
  /// A structure is predicted where it holds and no merger that would hold pays; of more actors
  /// than structures are counted for, or under a rule that has no weights, nothing is.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool {
    guard actors <= PartitionGame.mostActors, let weights = evaluated.coalitionWeights(of: actors)
    else { return false }
    return try StructureStability(partition(in: evaluated), weights: weights)
      .isStable(structure(outcome))
  }
}
