import Laboratory
import Scenarios
import Seminar

/// What the facilitator sees and can do.
struct FacilitatorPage {
  let words: Words
  let state: RoomState
  /// The players who have a page open.
  let present: Set<Int>
  /// Where students come in.
  let address: String

  /// The token is in a cookie, not here: this page is thrown on the wall, address and all.
  private let base = Site.lead
  private var scenario: Scenario { state.current.scenario }

  var html: HTML {
    let regions = regions
    func place(_ id: String) -> HTML {
      "<div id=\"\(id)\">\(regions.first { $0.id == id }?.content ?? "")</div>"
    }
    return Page(
      title: "\(words(.facilitator)): \(scenario.title)", words: words, live: base + "/live",
      content: """
        <section class="card"><p>\(words(.joinAt)) <span class="address">\(address)</span>
        \(words(.withCode)) <span class="code">\(state.opening.code)</span></p></section>
        <section class="card" aria-live="polite">\(place("state"))</section>
        <section class="card">\(place("controls"))</section>
        <section class="card">\(place("seats"))</section>
        <div class="columns">
        <div><section class="card">\(place("messages"))\(say)</section></div>
        <div><section class="card">\(place("weights"))</section>
        <section class="card">\(place("games"))</section></div>
        </div>
        """
    ).html
  }

  var regions: [Region] {
    [
      Region(
        id: "state",
        content: StatePart(
          words: words, state: state,
          debrief: state.records.isEmpty ? nil : base + "/debrief", hint: hint
        ).html),
      Region(id: "controls", content: controls),
      Region(id: "seats", content: SeatsPart(page: self).html),
      Region(id: "messages", content: messages), Region(id: "weights", content: weights),
      Region(id: "games", content: games),
    ]
  }

  /// What comes next.
  private var hint: String? {
    switch state.phase {
    case .lobby: words(state.players.isEmpty ? .hintEmpty : .hintLobby)
    case .playing: words(.hintPlaying)
    case .between: state.isRevealed ? nil : words(.hintBetween)
    case .closed: nil
    }
  }

  /// A form that asks for something.
  func form(_ kind: String, _ fields: HTML, row: Bool = true, clear: Bool = false) -> HTML {
    let attribute: HTML = clear ? " data-clear" : ""
    return """
      <form method="post" class="\(row ? "row" : "")" action="\(base)/do" data-send\(attribute)>
      <input type="hidden" name="kind" value="\(kind)">\(fields)</form>
      """
  }

  private func button(
    _ kind: String, _ label: Phrase, style: String = "", ask: Phrase? = nil, fields: HTML = ""
  ) -> HTML {
    let question: HTML = ask.map { " data-ask=\"\(words($0))\"" } ?? ""
    return form(
      kind,
      "\(fields)<button id=\"do-\(kind)\" class=\"\(style)\"\(question)>\(words(label))</button>")
  }

  private var controls: HTML {
    var html: HTML = ""
    switch state.phase {
    case .lobby, .between:
      if let last = state.records.last, last.game == state.game {
        html += button("next", .nextRound, style: "main")
      } else {
        html += button("next", .startRound, style: "main")
      }
    case .playing: html += button("closeRound", .closeRound, ask: .closeSure)
    case .closed: break
    }
    if state.phase == .lobby || state.phase == .between {
      html += button("rotate", .changeRoles)
    }
    if state.phase != .closed {
      html += state.isPaused ? button("goOn", .goOn) : button("pause", .pause)
    }
    if state.phase == .playing {
      html += form(
        "timer",
        """
        <label for="seconds">\(words(.timer)) <input type="text" class="number" id="seconds"
          name="seconds" inputmode="numeric" maxlength="5"></label>
        <button id="do-timer">\(words(.setTimer))</button>
        """)
    }
    html +=
      state.isStoryTold
      ? "<span class=\"soft\">\(words(.storyTold))</span>" : button("story", .tellStory)
    html +=
      state.isRevealed
      ? "<span class=\"soft\">\(words(.revealed))</span>" : button("reveal", .reveal)
    if state.phase != .closed { html += button("close", .close, style: "grave", ask: .endSure) }
    var more: HTML = ""
    if let continuation = state.opening.continuation {
      more += "<p class=\"soft\">\(words(.continuation, continuation.text(digits: 4)))</p>"
    }
    if state.opening.rotates == true {
      more += "<p class=\"soft\">\(words(.rolesRotate))</p>"
    }
    if state.isEndedByChance { more += "<p class=\"state\">\(words(.chanceEnds))</p>" }
    return "<div class=\"strip\">\(html)</div>\(more)"
  }

  private func name(_ actor: Int) -> String { state.name(of: actor, in: state.game) }

  private var messages: HTML {
    let list = state.messages.suffix(100).html { heard in
      let message = heard.message
      let name = { state.name(of: $0, in: heard.game) }
      let table = message.table.map { words(.atTable, "\($0 + 1)") } ?? words(.allTables)
      let from = message.speaker.map(name) ?? words(.facilitator)
      let aside = message.listener.map { " (\(words(.toOne, name($0))))" } ?? ""
      return """
        <li><span class="soft">\(table)</span> <span class="from">\(from)</span>\(aside): \
        \(message.text)</li>
        """
    }
    return """
      <h2 id="said">\(words(.messages))</h2>
      <ol class="log" role="log" aria-labelledby="said" tabindex="0">\(list)</ol>
      """
  }

  private var say: HTML {
    form(
      "say",
      """
      <label class="grow" for="text">\(words(.inject))
      <input type="text" class="wide" id="text" name="text" maxlength="\(Room.longestMessage)"
        autocomplete="off" required></label>
      <label for="table">\(words(.to)) <input type="text" class="number" id="table" name="table"
        inputmode="numeric" maxlength="4" placeholder="\(words(.allTables))"></label>
      <button>\(words(.send))</button>
      """, clear: true)
  }

  private var weights: HTML {
    let rule = state.current.setting.relativeGains.rule.rawValue
    let options = scenario.actors.indices.html { "<option value=\"\($0)\">\(name($0))</option>" }
    var html: HTML = """
      <h2>\(words(.weights))</h2><p class="soft">\(words(.ruleIs, rule)) \
      \(state.current.setting.conditions)</p>
      """
    html += form(
      "weight",
      """
      <label for="actor">\(words(.weightOf, "")) <select id="actor" name="actor">\(options)</select>
      </label><label for="weight">\(words(.value)) <input type="text" class="number" id="weight"
        name="value" maxlength="20" required></label><button>\(words(.set))</button>
      """)
    if !scenario.parameters.isEmpty {
      let names = scenario.parameters.html { "<option>\($0.name)</option>" }
      html += form(
        "set",
        """
        <label for="parameter">\(words(.parameter)) <select id="parameter" name="name">\(names)\
        </select></label><label for="value">\(words(.value)) <input type="text" class="number"
          id="value" name="value" maxlength="20" required></label><button>\(words(.set))</button>
        """)
    }
    return html
  }

  /// What the game is for: folded up, since the page is thrown on the wall.
  private var about: HTML {
    guard let seminar = scenario.seminar else { return "" }
    var html: HTML = ""
    if let purpose = seminar.purpose { html += "<p>\(words(.purpose, purpose))</p>" }
    if let minutes = seminar.minutes { html += "<p>\(words(.minutes, "\(minutes)"))</p>" }
    if let repeated = scenario.form as? RepeatedForm {
      html += "<p>\(repeated.periods.map { words(.periods, "\($0)") } ?? words(.noPeriods))</p>"
    }
    return html.isEmpty
      ? ""
      : "<details id=\"about\"><summary>\(words(.aboutGame))</summary>\(html)</details>"
  }

  private var games: HTML {
    let ask: HTML = state.phase == .playing ? " data-ask=\"\(words(.closeSure))\"" : ""
    let list = state.games.enumerated().html { place, game in
      let mark: HTML =
        place == state.game
        ? "<span class=\"badge on\">\(words(.playing))</span>"
        : form(
          "play",
          """
          <input type="hidden" name="game" value="\(place)">
          <button id="play\(place)"\(ask)>\(words(.playGame))</button>
          """)
      return """
        <li><b>\(game.scenario.title)</b> \
        <span class="soft">\(words(.actors, "\(game.scenario.actors.count)"))</span> \(mark)</li>
        """
    }
    return """
      <h2>\(words(.gamesTitle))</h2><ul class="plain">\(list)</ul>\(about)
      <p><a href="\(base)/export.csv">\(words(.exportCSV))</a></p>
      """
  }
}
