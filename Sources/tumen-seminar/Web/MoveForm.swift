import Seminar

extension Move {
  /// The move that a form sends; nil for none. Whether it can be made is the play's to say.
  init?(_ form: FormData) {
    switch form["kind"] {
    case "choose":
      guard let value = form.number("value") else { return nil }
      self = .choose(value)
    case "propose":
      var levels: [Int] = []
      while let level = form.number("issue\(levels.count)") { levels.append(level) }
      guard !levels.isEmpty else { return nil }
      self = .propose(levels)
    case "unite":
      let members = (0..<24).filter { form["member\($0)"] == "1" }
      let shares = members.map { form["share\($0)"] ?? "" }
      guard !members.isEmpty, shares.allSatisfy({ $0.utf8.count <= 20 }) else { return nil }
      self = .unite(members: members, shares: shares)
    case "answer":
      guard let number = form.number("proposal"), let yes = form["yes"] else { return nil }
      self = .answer(proposal: number, yes: yes == "1")
    case "leave": self = .leave
    case "pass": self = .pass
    default: return nil
    }
  }
}

extension Direction {
  /// What a facilitator's form asks for; nil for nothing known.
  init?(_ form: FormData) {
    switch form["kind"] {
    case "next": self = .nextRound
    case "play":
      guard let game = form.number("game") else { return nil }
      self = .play(game: game)
    case "rotate": self = .rotate
    case "closeRound": self = .closeRound
    case "pause": self = .pause(true)
    case "goOn": self = .pause(false)
    case "timer": self = .timer(seconds: form["seconds"] == "" ? nil : form.number("seconds") ?? 0)
    case "say":
      let table = form["table"] ?? ""
      self = .say(form["text"] ?? "", table: table.isEmpty ? nil : max(Int(table) ?? 0, 0) - 1)
    case "seat":
      guard let table = form.number("table"), let actor = form.number("actor") else { return nil }
      let rule = form["rule"] ?? ""
      guard rule.isEmpty || BotRule(rawValue: rule) != nil else { return nil }
      self = .seatBot(table: table, actor: actor, rule: BotRule(rawValue: rule))
    case "weight":
      guard let actor = form.number("actor"), let value = form["value"] else { return nil }
      self = .setWeight(actor: actor, value: value)
    case "set":
      guard let name = form["name"], let value = form["value"] else { return nil }
      self = .setParameter(name: name, value: value)
    case "story": self = .tellStory
    case "reveal": self = .reveal
    case "close": self = .close
    default: return nil
    }
  }
}
