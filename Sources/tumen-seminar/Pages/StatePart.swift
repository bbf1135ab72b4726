import Scenarios
import Seminar

/// What is going on, in a line or two, for everybody alike.
struct StatePart {
  let words: Words
  let state: RoomState
  /// Where the debrief is, nil while it is closed.
  let debrief: String?
  /// What to say of who looks at it and what to do now, nothing where the state says it all.
  var hint: String?

  var html: HTML {
    let scenario = state.current.scenario
    var html: HTML = """
      <h1>\(scenario.title)</h1>
      <p class="strip"><span class="state">\(phase)</span>\(pause)\(timer)</p>
      """
    if let hint { html += "<p class=\"soft\">\(hint)</p>" }
    if let debrief {
      html += "<p><a href=\"\(debrief)\">\(words(.openDebrief))</a></p>"
    }
    return html
  }

  private var phase: String {
    switch state.phase {
    case .lobby: words(.lobby)
    case .playing: words(.roundGoesOn, "\(state.round)")
    case .between:
      state.records.last?.game == state.game
        ? words(.between, "\(state.round)") : words(.betweenGames)
    case .closed: words(.ended)
    }
  }

  private var pause: HTML {
    state.isPaused ? "<span class=\"warning\">\(words(.paused))</span>" : ""
  }

  private var timer: HTML {
    guard let deadline = state.deadline, !state.isPaused else { return "" }
    return """
      <span>\(words(.timeLeft)) <b role="timer" data-deadline="\(deadline)"></b></span>
      """
  }
}
