import Laboratory
import Scenarios
import Seminar

/// What one player sees: its own brief, its own outlook on the game, what it was told. Nothing of
/// what others know goes into it.
struct SeatPage {
  let words: Words
  let state: RoomState
  let player: Int

  private var address: String { "/s/\(state.players[player].token)" }
  private var scenario: Scenario { state.current.scenario }

  var html: HTML {
    Page(
      title: scenario.title, words: words, live: address + "/live",
      content: """
        <section class="card" aria-live="polite">\(place("state"))</section>
        <div class="columns seat">
        <div>
        <section class="card">\(place("play"))</section>
        <section class="card">\(place("past"))</section>
        <section class="card talk">\(place("messages"))\(place("say"))</section>
        </div>
        <div>
        <section class="card brief">\(place("brief"))</section>
        <section class="card">\(place("table"))</section>
        </div>
        </div>
        <p class="soft">\(words(.keepPage))</p>
        """
    ).html
  }

  private func place(_ id: String) -> HTML {
    let content = regions.first { $0.id == id }?.content ?? ""
    return "<div id=\"\(id)\">\(content)</div>"
  }

  var regions: [Region] {
    [
      Region(
        id: "state",
        content: StatePart(words: words, state: state, debrief: debrief, hint: hint).html),
      Region(id: "play", content: play), Region(id: "past", content: past),
      Region(id: "messages", content: messages), Region(id: "say", content: say),
      Region(id: "brief", content: brief), Region(id: "table", content: table),
    ]
  }

  /// Who the player is, for eyes that see the top of a phone only; and that nothing is to be done.
  private var hint: String? {
    guard let seat else { return nil }
    let role = words(.youAre, name(seat.actor)) + "."
    return state.phase == .lobby ? role + " " + words(.hintSeat) : role
  }

  private var debrief: String? { state.isRevealed ? address + "/debrief" : nil }

  private var seat: (table: Int, actor: Int)? { state.chair(of: player) }

  private func name(_ actor: Int) -> String { state.name(of: actor, in: state.game) }

  private var brief: HTML {
    guard let seat else { return "" }
    let actor = scenario.actors[seat.actor]
    let role = scenario.seminar?.roles.first { $0.actor == seat.actor }?.text
    var html: HTML = """
      <h2>\(words(.youAre, actor.name))</h2>
      <p class="soft">\(words(.yourBrief)). \(words(.onlyYou))</p>
      <p>\(role ?? words(.noBrief))</p>
      """
    if let wants = actor.wants { html += "<p><b>\(words(.wants))</b> \(wants)</p>" }
    if let fears = actor.fears { html += "<p><b>\(words(.fears))</b> \(fears)</p>" }
    if let opening = scenario.seminar?.opening {
      html += "<h3>\(words(.opening))</h3><p>\(opening)</p>"
    }
    if state.isStoryTold, let story = scenario.story {
      html += "<h3>\(words(.story))</h3><p>\(story)</p>"
    }
    if state.opening.showsGains { html += gains(seat) }
    return html
  }

  /// What each outcome brings, also before the first round.
  private func gains(_ seat: (table: Int, actor: Int)) -> HTML {
    let play = state.tables[seat.table].play ?? state.current.play()
    guard let prospects = play?.outlook(of: seat.actor).prospects, let first = prospects.first
    else { return "" }
    let others = scenario.actors.indices.filter { $0 != seat.actor }.prefix(first.others.count)
    let heads = others.html { "<th class=\"number\">\(words(.othersGain, name($0)))</th>" }
    let rows = prospects.html { prospect in
      let numbers = ([prospect.gain] + prospect.others).html {
        "<td class=\"number\">\(words($0))</td>"
      }
      return "<tr><td>\(words(prospect.outcome))</td>\(numbers)</tr>"
    }
    let open: HTML = prospects.count <= 9 ? " open" : ""
    let title = words(scenario.form is DivisionForm ? .parcelGains : .gainsTitle)
    let note: HTML = others.isEmpty ? "" : "<p class=\"soft\">\(words(.mayErr))</p>"
    return """
      <details id="prospects"\(open)><summary>\(title)</summary><div class="scroll"><table>
      <tr><th>\(words(.outcome))</th><th class="number">\(words(.gain))</th>\(heads)</tr>
      \(rows)</table></div>\(note)</details>
      """
  }

  private var table: HTML {
    guard let seat else { return "" }
    let table = state.tables[seat.table]
    let rows = table.chairs.indices.html { actor in
      let who: String
      if actor == seat.actor, table.chairs[actor].rule == nil {
        who = words(.you)
      } else if let rule = state.bot(seat.table, actor) {
        who = words(.botRule, words.rule(rule))
      } else {
        who = table.chairs[actor].player.map { state.players[$0].name } ?? words(.nobody)
      }
      var badge: HTML = ""
      if state.phase == .playing, let play = table.play, play.result == nil, play.showsAwaited {
        badge = words.badge(of: actor, in: play)
      }
      return "<li><b>\(name(actor))</b>: \(who) \(badge)</li>"
    }
    return """
      <h2>\(words(.who)) · \(words(.atTable, "\(seat.table + 1)"))</h2>
      <ul class="plain">\(rows)</ul>
      """
  }

  private var play: HTML {
    guard let seat else { return "" }
    guard state.phase == .playing, let play = state.tables[seat.table].play else { return "" }
    guard play.result == nil else { return "<p>\(words(.otherTables))</p>" }
    return PlayPart(
      words: words, scenario: scenario, play: play, outlook: play.outlook(of: seat.actor),
      seat: seat, round: state.round, action: address + "/move",
      isReplaced: state.bot(seat.table, seat.actor) != nil,
      showsGains: state.opening.showsGains
    ).html
  }

  private var past: HTML {
    guard let seat else { return "" }
    let table = state.tables[seat.table]
    // A table that is through need not wait for the others to see what came of it.
    let now = state.phase == .playing ? table.play?.result : nil
    let chairs = table.chairs.map(\.player)
    let past =
      (now.map { [RoomState.Past(round: state.round, result: $0, players: chairs)] } ?? [])
      + table.past.suffix(20).reversed()
    guard !past.isEmpty else { return "" }
    return """
      <h2>\(words(.resultTitle))</h2>
      <ul class="plain">\(past.html(line))</ul>
      """
  }

  private func line(_ entry: RoomState.Past) -> HTML {
    let title = words(.round, "\(entry.round)")
    guard let result = entry.result else {
      return "<li><b>\(title)</b>: \(words(.noResult))</li>"
    }
    let outcome: HTML = result.told.map { "\(words($0)). " } ?? ""
    // The chair that was the player's then: roles may have changed since.
    let actor = entry.players.firstIndex(of: player)
    let gain: HTML =
      actor.flatMap { actor in
        result.gains.map { "<b>\(words(.yourGain, $0[actor].readingText))</b>" }
      } ?? ""
    return "<li><b>\(title)</b>: \(outcome)\(gain)</li>"
  }

  private var messages: HTML {
    let mine = state.messages(for: player).suffix(100)
    let list = mine.html { heard in
      let message = heard.message
      let from = message.speaker.map { state.name(of: $0, in: heard.game) } ?? words(.facilitator)
      let aside: HTML =
        message.listener.map {
          " <span class=\"soft\">(\(words(.toOne, state.name(of: $0, in: heard.game))))</span>"
        } ?? ""
      let kind: HTML = message.listener == nil ? "" : " class=\"private\""
      return "<li\(kind)><span class=\"from\">\(from)</span>\(aside): \(message.text)</li>"
    }
    let content: HTML = mine.isEmpty ? "<li class=\"soft\">\(words(.noMessages))</li>" : list
    return """
      <h2 id="said">\(words(.messages))</h2>
      <ol class="log" role="log" aria-labelledby="said" tabindex="0">\(content)</ol>
      """
  }

  private var say: HTML {
    guard let seat, state.phase != .closed else { return "" }
    let others = scenario.actors.indices.filter { $0 != seat.actor }
    let options = others.html { "<option value=\"\($0)\">\(name($0))</option>" }
    return """
      <form class="row" method="post" action="\(address)/say" data-send data-clear>
      <label class="grow" for="text">\(words(.message))
      <input type="text" class="wide" id="text" name="text" maxlength="\(Room.longestMessage)"
        autocomplete="off" required></label>
      <label for="to">\(words(.to))
      <select id="to" name="to"><option value="">\(words(.everyone))</option>\(options)</select>
      </label>
      <button>\(words(.say))</button>
      </form>
      """
  }
}
