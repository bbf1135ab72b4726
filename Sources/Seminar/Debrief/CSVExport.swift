import Arithmetic
import Laboratory

/// Every move and every result of a session as one tidy table; no tokens, no messages.
public struct CSVExport: Sendable {
  private let state: RoomState

  /// The export of a session.
  public init(state: RoomState) { self.state = state }

  /// One row a move, then one a result and actor.
  public var text: String {
    var table = ResultTable(
      columns: [
        "kind", "round", "game", "table", "actor", "player", "mover", "move", "outcome", "gain",
        "utility", "time",
      ])
    for move in state.moves { table.rows.append(row(move)) }
    for record in state.records { table.rows += rows(record) }
    return table.csv
  }

  private func row(_ record: RoomState.MoveRecord) -> [ResultTable.Cell] {
    let scenario = state.games[record.game].scenario
    let (player, mover): (String, String) =
      switch record.mover {
      case .player(let player): (state.players[player].name, "player")
      case .bot(let rule): ("", "bot \(rule.rawValue)")
      case .clock(let rule): ("", "clock \(rule.rawValue)")
      }
    return [
      "move", .count(record.round), .text(scenario.id), .count(record.table + 1),
      .text(scenario.actors[record.actor].key), .text(Self.safe(player)), .text(mover),
      .text(record.move.words), "", "", "", .count(record.time),
    ]
  }

  private func rows(_ record: RoomState.Record) -> [[ResultTable.Cell]] {
    let setting = record.setting
    return setting.scenario.actors.enumerated().map { actor, named in
      func cell(_ values: [Rational]?) -> ResultTable.Cell {
        values.map { .number($0[actor], exact: setting.isExact) } ?? ""
      }
      return [
        "result", .count(record.round), .text(setting.scenario.id), .count(record.table + 1),
        .text(named.key), .text(Self.safe(record.seats[actor].plain)), "", "",
        .text(record.result?.words.plain ?? ""), cell(record.result?.gains),
        cell(record.result?.utilities), "",
      ]
    }
  }

  /// A name that no spreadsheet takes for a formula.
  private static func safe(_ name: String) -> String {
    name.first.map { "=+-@\t\r".contains($0) } == true ? "'" + name : name
  }
}

extension Move {
  /// The move for machines: its kind and its numbers.
  var words: String {
    switch self {
    case .choose(let place): "choose \(place)"
    case .propose(let levels): "propose \(levels.map(String.init).joined(separator: " "))"
    case .unite(let members, let shares):
      "unite " + zip(members, shares).map { "\($0)=\($1)" }.joined(separator: " ")
    case .answer(let proposal, let yes): "\(yes ? "yes" : "no") \(proposal)"
    case .leave: "leave"
    case .pass: "pass"
    }
  }
}
