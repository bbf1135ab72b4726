import Laboratory
import Scenarios
import Seminar

/// What an actor sees of its play and may do, for every form alike.
struct PlayPart {
  let words: Words
  let scenario: Scenario
  let play: any Play
  let outlook: Outlook
  let seat: (table: Int, actor: Int)
  let round: Int
  let action: String
  let isReplaced: Bool
  let showsGains: Bool

  var html: HTML {
    var html: HTML = "<h2>\(words(.yourMove))</h2>"
    if isReplaced { html += "<p class=\"warning\">\(words(.seatedBot))</p>" }
    if let type = outlook.type { html += "<p class=\"state\">\(words(.yourType, type))</p>" }
    if let situation = outlook.situation { html += "<p>\(words(situation))</p>" }
    if !outlook.facts.isEmpty { html += facts }
    if let chosen = outlook.chosen { html += "<p class=\"state\">\(words(.youChose, chosen))</p>" }
    if !isReplaced {
      html += choices
      html += proposals
      html += IssuesPart(part: self).html
      html += PartnersPart(part: self).html
      html += rest
    }
    if outlook.choices.isEmpty { html += waiting }
    return html
  }

  /// The beginning of a form that sends a move.
  func opening(_ kind: String) -> HTML {
    """
    <form method="post" action="\(action)" data-send>
    <input type="hidden" name="round" value="\(round)">
    <input type="hidden" name="step" value="\(play.step)">
    <input type="hidden" name="kind" value="\(kind)">
    """
  }

  func name(_ actor: Int) -> String { scenario.actors[actor].name }

  private var facts: HTML {
    let list = outlook.facts.html { fact in
      "<li><b>\(fact.actor.map(name) ?? words(.chance))</b>: \(words(fact.text))</li>"
    }
    return "<h3>\(words(.whatHappened))</h3><ol>\(list)</ol>"
  }

  private var choices: HTML {
    guard !outlook.choices.isEmpty else { return "" }
    let list = outlook.choices.html { choice in
      let detail: HTML = choice.detail.map { "<small>\($0)</small>" } ?? ""
      return """
        <label class="choice"><input type="radio" name="value" value="\(choice.value)"
          id="choice\(round)-\(play.step)-\(choice.value)" required> \(choice.label)\(detail)</label>
        """
    }
    return """
      \(opening("choose"))
      <fieldset><legend>\(words(.chooseOne))</legend>\(list)</fieldset>
      <p><button class="main">\(words(.sealMove))</button></p></form>
      """
  }

  private var proposals: HTML {
    guard !outlook.proposals.isEmpty else { return "" }
    let list = outlook.proposals.reversed().html { proposal in
      let kind: HTML = proposal.stands ? "" : " fallen"
      let gain: HTML =
        proposal.gain.flatMap { gain -> HTML? in
          showsGains ? "<p>\(words(.brings, gain))</p>" : nil
        } ?? ""
      return """
        <div class="proposal\(kind)"><p><b>\(name(proposal.actor))</b>: \(proposal.text)</p>
        \(gain)<p class="soft">\(answers(proposal))</p>\(vote(proposal))</div>
        """
    }
    return "<h3>\(words(.proposals))</h3>\(list)"
  }

  private func answers(_ proposal: Outlook.Proposal) -> String {
    let said = proposal.answers.map { answer in
      switch answer.yes {
      case true: words(.saysYes, name(answer.actor))
      case false: words(.saysNo, name(answer.actor))
      case nil: words(.saysNothing, name(answer.actor))
      }
    }
    let fallen =
      proposal.stands
      ? []
      : [
        proposal.blockedBy.map { words(.notRatifiedBy, $0) } ?? words(.fallen)
      ]
    return (said + fallen).joined(separator: " · ")
  }

  private func vote(_ proposal: Outlook.Proposal) -> HTML {
    guard proposal.stands,
      proposal.answers.contains(where: { $0.actor == seat.actor && $0.yes != true })
    else { return "" }
    return """
      \(opening("answer"))<input type="hidden" name="proposal" value="\(proposal.number)">
      <button class="main" name="yes" value="1" id="yes\(proposal.number)">\(words(.accept))</button>
      <button name="yes" value="0" id="no\(proposal.number)">\(words(.reject))</button></form>
      """
  }

  private var rest: HTML {
    var html: HTML = ""
    if outlook.mayPass {
      html += "\(opening("pass"))<p><button id=\"pass\">\(words(.pass))</button></p></form>"
    }
    if outlook.mayLeave {
      let label = outlook.partners == nil ? words(.leave) : words(.stayAlone)
      html += """
        \(opening("leave"))<p><button class="grave" id="leave"
          data-ask="\(words(.leaveSure))">\(label)</button></p></form>
        """
    }
    return html
  }

  private var waiting: HTML {
    guard play.result == nil else { return "" }
    guard play.showsAwaited else { return "<p class=\"soft\">\(words(.waitingOthers))</p>" }
    let others = play.awaited.filter { $0 != seat.actor }.map(name)
    guard !others.isEmpty, outlook.issues.isEmpty, outlook.partners == nil else { return "" }
    return "<p class=\"soft\">\(words(.waitingFor, others.joined(separator: ", ")))</p>"
  }
}

extension Words {
  /// Whether an actor has moved, as a badge: where all move once, who has and who has not; else
  /// whose turn it is.
  func badge(of actor: Int, in play: any Play) -> HTML {
    let isAwaited = play.awaited.contains(actor)
    guard play is SealedPlay || play is BayesianPlay else {
      return isAwaited ? "<span class=\"badge off\">\(self(.toMove))</span>" : ""
    }
    return isAwaited
      ? "<span class=\"badge off\">\(self(.thinks))</span>"
      : "<span class=\"badge on\">\(self(.moved))</span>"
  }
}
