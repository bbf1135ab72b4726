import Arithmetic
import Equilibria
import GameForms

extension DynamicsReport {
  private var time: String { process.isDiscrete ? "round" : "time" }

  /// Rest points, and the ways: of starts that somebody chose state by state, of others the ends.
  public var tables: [ResultTable] {
    var tables: [ResultTable] = []
    if let restPoints { tables.append(table(of: restPoints)) }
    guard hasOwnStarts else {
      var table = ResultTable(
        caption: "Where ways from different starts are at \(time) \(end)",
        columns: ["start"] + labels + ["regret"])
      for (index, way) in ways.enumerated() {
        guard let last = way.states.last else { continue }
        table.rows.append(
          [.count(index + 1)] + last.map(share) + [.text(way.regret.text(digits: 3))])
      }
      return tables + [table]
    }
    for (index, way) in ways.enumerated() {
      var table = ResultTable(
        caption: ways.count > 1 ? "Start \(index + 1)" : nil, columns: [time] + labels)
      for (moment, state) in zip(way.times, way.states) {
        table.rows.append([.text(moment.text(digits: 6))] + state.map(share))
      }
      table.notes.append(
        "At the end no strategy earns more than \(way.regret.text(digits: 3)) above the average.")
      tables.append(table)
    }
    return tables
  }

  private var end: String { (ways.first?.times.last ?? 0).text(digits: 6) }

  private func share(_ value: Double) -> ResultTable.Cell {
    .text(value < 5e-7 ? "0" : value.text(digits: 6))
  }

  private func table(of found: RestPoints) -> ResultTable {
    var table = ResultTable(
      caption: "Rest points",
      columns: (isSingle ? ["shares"] : setting.scenario.actors.map(\.name))
        + ["kind", "equilibrium", "eigenvalues"])
    for point in found.points {
      let shares = point.shares.enumerated().map { setting.cell(mixed: $1, of: $0) }
      table.rows.append(
        shares + [
          .text(point.kind.rawValue), .text(point.isEquilibrium ? "yes" : "no"),
          .text(
            point.eigenvalues.map { value in
              let real = abs(value.real) < 1e-9 ? "0" : value.real.text(digits: 4)
              guard abs(value.imaginary) > 1e-9 else { return real }
              let imaginary = abs(value.imaginary).text(digits: 4)
              if real == "0" { return (value.imaginary < 0 ? "-" : "") + imaginary + "i" }
              return real + (value.imaginary < 0 ? "-" : "+") + imaginary + "i"
            }.joined(separator: ", ")),
        ])
    }
    table.notes.append(
      "Exact points of the replicator dynamic; kinds by the eigenvalues of its linearisation.")
    if found.continua > 0 {
      table.notes.append(
        "\(Words.count(found.continua, "face")) \(found.continua == 1 ? "holds" : "hold") "
          + "infinitely many more, which are not listed.")
    }
    if !found.isComplete { table.notes.append("Only the corners were looked at.") }
    return table
  }

  /// The page.
  public func text(style: TextStyle = .plain) -> String {
    style.heading(setting.title) + "\n"
      + setting.remarks.map { style.marked("note: \($0)") + "\n" }.joined() + "\n"
      + style.heading(process.rawValue)
      + style.faint(isSingle ? ": one population; floating" : ": one population an actor; floating")
      + "\n" + tables.map { $0.text(style: style) }.joined(separator: "\n")
  }

  /// The object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1, "game": setting.json, "process": .string(process.rawValue),
      "onePopulation": .bool(isSingle), "arithmetic": "floating",
      "labels": .array(labels.map(JSONValue.string)),
      "restPoints": restPoints.map { found in
        .array(found.points.map(json))
      } ?? .null,
      "facesOfRestPoints": restPoints.map { .integer($0.continua) } ?? .null,
      "restPointsComplete": restPoints.map { .bool($0.isComplete) } ?? .null,
      "trajectories": .array(
        ways.map { way in
          [
            "times": .array(way.times.map(JSONValue.number)),
            "states": .array(way.states.map { .array($0.map(JSONValue.number)) }),
            "regret": .number(way.regret),
          ]
        }),
    ]
  }

  private func json(_ point: RestPoint) -> JSONValue {
    [
      "shares": .array(point.shares.map { .array($0.map { setting.json($0) }) }),
      "kind": .string(point.kind.rawValue), "equilibrium": .bool(point.isEquilibrium),
      "eigenvalues": .array(
        point.eigenvalues.map { .array([.number($0.real), .number($0.imaginary)]) }),
    ]
  }

  /// One row a trajectory and time.
  public var csv: ResultTable {
    ResultTable(
      columns: ["trajectory", "time"] + labels,
      rows: ways.enumerated().flatMap { index, way in
        zip(way.times, way.states).map { time, state in
          [.count(index + 1), number(time)] + state.map(number)
        }
      })
  }

  private func number(_ value: Double) -> ResultTable.Cell {
    .number(Rational(value) ?? .zero, exact: false)
  }
}
