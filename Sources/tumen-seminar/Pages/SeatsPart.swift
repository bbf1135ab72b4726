import Scenarios
import Seminar

/// Who is here and who has moved, with a bot for those who are not.
struct SeatsPart {
  let page: FacilitatorPage

  private var words: Words { page.words }
  private var state: RoomState { page.state }

  var html: HTML {
    let chairs = state.tables.reduce(0) { $0 + $1.chairs.count }
    let moved = state.tables.reduce(0) { sum, table in
      sum + (table.play.map { table.chairs.count - $0.awaited.count } ?? 0)
    }
    let rows = state.tables.enumerated().html { table, entry in
      entry.chairs.indices.html { actor in row(table, actor) }
    }
    return """
      <h2>\(words(.seats))</h2>
      <p>\(words(.present, "\(page.present.count)", "\(state.players.count)", "\(moved)", "\(chairs)"))</p>
      <div class="scroll"><table>\(rows)</table></div>
      """
  }

  private func row(_ table: Int, _ actor: Int) -> HTML {
    let entry = state.tables[table]
    let chair = entry.chairs[actor]
    let player = chair.player
    let name = player.map { state.players[$0].name } ?? words(.nobody)
    var badges: HTML = ""
    if let player {
      badges +=
        page.present.contains(player)
        ? "<span class=\"badge on\">\(words(.here))</span>"
        : "<span class=\"badge off\">\(words(.away))</span>"
    }
    if let rule = state.bot(table, actor) {
      badges += " <span class=\"badge\">\(words(.bot)): \(words.name(rule))</span>"
    }
    var moved: HTML = ""
    if state.phase == .playing, let play = entry.play {
      moved = words.badge(of: actor, in: play)
    }
    let first: HTML =
      actor == 0
      ? "<th scope=\"rowgroup\" rowspan=\"\(entry.chairs.count)\">\(words(.atTable, "\(table + 1)"))</th>"
      : ""
    return """
      <tr>\(first)<td>\(state.actors[actor].name)</td><td>\(name) \(badges)</td><td>\(moved)</td>
      <td>\(control(table, actor, chair))</td></tr>
      """
  }

  private func control(_ table: Int, _ actor: Int, _ chair: RoomState.Chair) -> HTML {
    guard state.phase != .closed else { return "" }
    let place: HTML = """
      <input type="hidden" name="table" value="\(table)">
      <input type="hidden" name="actor" value="\(actor)">
      """
    if chair.rule != nil, chair.player != nil {
      return page.form(
        "seat",
        """
        \(place)<input type="hidden" name="rule" value="">
        <button id="back\(table)-\(actor)">\(words(.giveBack))</button>
        """)
    }
    let rules = BotRule.allCases.html { rule in
      let mark: HTML = rule == state.opening.bot ? " selected" : ""
      return """
        <option value="\(rule.rawValue)"\(mark) title="\(words.rule(rule))">\
        \(words.name(rule))</option>
        """
    }
    return page.form(
      "seat",
      """
      \(place)<select id="rule\(table)-\(actor)" name="rule" aria-label="\(words(.bot))">\(rules)</select>
      <button id="bot\(table)-\(actor)">\(words(.seatBot))</button>
      """)
  }
}
