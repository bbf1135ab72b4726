import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

/// Who has what, what it is worth to each, who envies, and what would have to be paid.
struct DivisionAnswer: Answer {
  let question: DivisionQuestion
  /// One division, or one for each who may cut; none where there is no such division.
  let entries: [Entry]
  let notes: [String]

  /// A division.
  struct Entry {
    /// What tells it from others, nil where there is one.
    let name: String?
    let allocation: DivisionProblem.Allocation
    /// `[actor][parcel]`, adding up to 100; nil where the method counts none.
    let points: [[Rational]]?
    let isExact: Bool

    /// The points that each side has.
    var totals: [Rational]? {
      points.map { points in
        points.enumerated().map { actor, row in
          zip(row, allocation).reduce(.zero) { $0 + $1.0 * $1.1[actor] }
        }
      }
    }
  }

  private func accepts(_ entry: Entry, _ actor: Int) -> Bool {
    question.problem.values(of: entry.allocation)[actor] >= question.problem.disagreement[actor]
  }

  private func json(_ entry: Entry, _ setting: Setting) -> JSONValue {
    let actors = setting.scenario.actors
    func perActor(_ values: [Rational]) -> JSONValue {
      .object(
        zip(actors, values).map { .init($0.key, .quantity($1, exact: entry.isExact)) })
    }
    return [
      "division": entry.name.map(JSONValue.string) ?? .null,
      "shares": .object(
        zip(question.form.parcels, entry.allocation).map { .init($0.key, perActor($1)) }),
      "values": perActor(question.problem.values(of: entry.allocation)),
      "gains": perActor(question.gains(of: entry.allocation)),
      "points": entry.totals.map(perActor) ?? .null,
      "envyFree": .bool(question.problem.isEnvyFree(entry.allocation)),
      "refusedBy": .array(
        actors.indices.filter { !accepts(entry, $0) }.map { .string(actors[$0].key) }),
      "payments": question.payments(for: entry.allocation).map { payments in
        .array(
          payments.map {
            [
              "from": .string(actors[$0.from].key), "to": .string(actors[$0.to].key),
              "amount": .quantity($0.amount, exact: entry.isExact),
            ]
          })
      } ?? .null,
    ]
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let first = entries.first.map { json($0, setting) }
    return [
      .init("agreement", .bool(first != nil)),
      .init("values", first?["values"] ?? .null), .init("outcome", first?["shares"] ?? .null),
      .init("divisions", .array(entries.map { json($0, setting) })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    guard !entries.isEmpty else {
      return [ResultTable(columns: ["parcel"], rows: [], notes: notes)]
    }
    let actors = setting.scenario.actors
    return entries.map { entry in
      var table = ResultTable(
        caption: entry.name, columns: ["parcel"] + actors.map { "share of \($0.name)" })
      func row(_ name: String, _ values: [Rational]) -> [ResultTable.Cell] {
        [.text(name)] + values.map { .number($0, exact: entry.isExact) }
      }
      for (parcel, shares) in zip(question.form.parcels, entry.allocation) {
        table.rows.append(row(parcel.key, shares))
      }
      table.rows.append(row("gain", question.gains(of: entry.allocation)))
      if setting.relativeGains.rule != .none {
        table.rows.append(row("utility", question.problem.values(of: entry.allocation)))
      }
      if let totals = entry.totals { table.rows.append(row("points", totals)) }
      table.notes = remarks(entry, setting)
      if entry.name == entries.last?.name { table.notes += notes }
      return table
    }
  }

  private func remarks(_ entry: Entry, _ setting: Setting) -> [String] {
    let actors = setting.scenario.actors
    var remarks = [
      question.problem.isEnvyFree(entry.allocation)
        ? "Nobody envies." : "Somebody would rather exchange."
    ]
    let refusing = actors.indices.filter { !accepts(entry, $0) }
    guard !refusing.isEmpty else { return remarks }
    let names = Words.list(refusing.map { actors[$0].name })
    let payments = question.payments(for: entry.allocation)
    let needed = (payments ?? []).map {
      "\(actors[$0.from].name) to \(actors[$0.to].name): \(question.text($0.amount))"
    }
    remarks.append(
      "Refused by \(names). "
        + (payments == nil ? "No payment helps." : "Least payment: \(Words.list(needed))."))
    return remarks
  }

  func csv(in setting: Setting) -> ResultTable {
    let actors = setting.scenario.actors
    var table = ResultTable(columns: ["division", "parcel"] + actors.map { "share.\($0.key)" })
    for entry in entries {
      for (parcel, shares) in zip(question.form.parcels, entry.allocation) {
        table.rows.append(
          [.text(entry.name ?? ""), .text(parcel.key)]
            + shares.map { .number($0, exact: entry.isExact) })
      }
    }
    return table
  }
}

extension DivisionForm: Paged {
  func page(in setting: Setting) -> any FormPage { DivisionPage(setting: setting, form: self) }
}

/// Parcels with what they are worth, who holds them, and what a benchmark would do.
struct DivisionPage: FormPage {
  let setting: Setting
  let form: DivisionForm

  private var actors: [Scenario.Actor] { setting.scenario.actors }

  func choices(_ style: TextStyle) -> [String] {
    let lines = form.parcels.compactMap { parcel in
      parcel.meaning.map { GamePage.item("\(parcel.key): \($0)") }
    }
    return lines.isEmpty ? [] : [style.heading("What is divided") + "\n" + lines.joined()]
  }

  func game(_ style: TextStyle) -> String {
    tables.map { $0.text(style: style) }.joined(separator: "\n")
  }

  var tables: [ResultTable] {
    let worths = form.worths(of: setting.evaluated)
    var table = ResultTable(
      columns: ["parcel"] + actors.map { "worth to \($0.name)" }
        + ["can be cut", "held by", "benchmark"])
    for (index, parcel) in form.parcels.enumerated() {
      table.rows.append(
        [.text(parcel.key)] + worths.map { setting.cell($0[index]) }
          + [
            .text(parcel.divisible ? "yes" : "no"),
            .text(parcel.heldBy.map { actors[$0].name } ?? "-"),
            .text(parcel.benchmark.map { actors[$0].name } ?? "-"),
          ])
    }
    let problem = form.problem(of: setting.evaluated)
    for (name, holders) in [
      ("as held", form.holders(\.heldBy)), ("by the benchmark", form.holders(\.benchmark)),
    ] {
      guard let holders, setting.relativeGains.rule.isLinear else { continue }
      let values = problem.values(of: problem.allocation(holders: holders))
      let words = zip(actors, values).map { "\($0.name) \($1.readingText)" }
      table.notes.append("Utilities \(name): \(words.joined(separator: ", ")).")
    }
    if form.disagreement != nil {
      let words = zip(actors, problem.disagreement).map { "\($0.name) \($1.readingText)" }
      table.notes.append("Utilities without agreement: \(words.joined(separator: ", ")).")
    }
    return [table]
  }

  func reasons(_ style: TextStyle) -> [String]? {
    var table = ResultTable(columns: ["parcel", "worth", "because", "source"])
    let entries =
      form.parcels.map { ($0.key, $0.worth) }
      + (form.disagreement.map { [("disagreement", $0)] } ?? [])
    for (name, cell) in entries {
      table.rows.append([
        .text(name), .text(cell.gains.map(\.text).joined(separator: ", ")),
        .several(GamePage.lines(cell.because, 50)), .several(GamePage.lines(cell.source, 30)),
      ])
    }
    return [style.heading("Why these worths") + "\n" + table.text(style: style)]
  }

  var json: [JSONValue.Member] {
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    func actor(_ place: Int?) -> JSONValue { place.map { .string(actors[$0].key) } ?? .null }
    let worths = form.worths(of: setting.evaluated)
    return [
      .init(
        "parcels",
        .array(
          form.parcels.enumerated().map { index, parcel in
            [
              "key": .string(parcel.key), "meaning": text(parcel.meaning),
              "divisible": .bool(parcel.divisible), "heldBy": actor(parcel.heldBy),
              "benchmark": actor(parcel.benchmark),
              "gains": setting.json(perActor: worths.map { $0[index] }),
              "because": text(parcel.worth.because), "source": text(parcel.worth.source),
            ]
          })),
      .init(
        "disagreement", setting.json(perActor: form.problem(of: setting.evaluated).disagreement)),
    ]
  }

  var csv: ResultTable { CellsPage(setting: setting).csv }
}
