import Arithmetic
import Scenarios

extension BargainingForm: Playable {
  func rules(in setting: Setting) -> [Sheet.Section] {
    var issueItems: [String] = []
    for issue in issues {
      for level in issue.levels {
        let name = listsOutcomes ? level.key : "\(issue.key), \(level.key)"
        issueItems.append(PlayWords.item(name, level.meaning))
      }
    }
    let excluded = infeasible.map { entry in
      let levels = zip(issues, entry.pattern).compactMap { issue, level in
        level.map { "\(issue.key) \(issue.levels[$0].key)" }
      }
      return "Not together: \(Words.list(levels))"
    }
    let actors = setting.scenario.actors
    let leaving = actors.indices.filter { outsideOptions[$0] != nil }.map { actors[$0].name }
    var rules = [
      "An agreement settles every issue and is signed by all. Offers are made on slips; an answer is "
        + "yes, no, or another offer. Without an agreement things stay as they are."
    ]
    if lotteries { rules.append("You may also agree on chances, such as one outcome with 1 in 3.") }
    if !leaving.isEmpty {
      rules.append("\(Words.list(leaving)) may leave the table for good instead.")
    }
    if !ratifiers.isEmpty {
      rules.append("Some agreements may fail at home: who signs should know what home accepts.")
    }
    return [
      Sheet.Section("What is on the table", items: issueItems + excluded),
      Sheet.Section("How it is played", paragraphs: rules),
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    var table = ResultTable(
      columns: (listsOutcomes ? [] : ["issue"]) + ["level", "points for you"])
    for issue in issues {
      let weight = issue.weights.flatMap { setting.value(of: $0[actor]) } ?? .one
      for level in issue.levels {
        let gain = setting.value(of: level.cell.gains[actor]).map { $0 * weight }
        table.rows.append(
          (listsOutcomes ? [] : [.text(issue.key)]) + [
            .text(level.key), gain.map(setting.cell) ?? .text(level.cell.gains[actor].text),
          ])
      }
    }
    var fallBack = [
      "Without an agreement you have \(words(setting.gain(of: actor, inCell: combinations.count)))."
    ]
    if let cell = cell(leaving: actor) {
      fallBack.append(
        "If you leave for good you have \(words(setting.gain(of: actor, inCell: cell))).")
    }
    if let cell = roundCell {
      fallBack.append(
        "Each round of holding out brings you \(words(setting.gain(of: actor, inCell: cell))).")
    }
    let floors = numbers(of: setting.evaluated).floors
    let home = zip(ratifiers, floors).filter { $0.0.actor == actor }.map { ratifier, floor in
      "\(ratifier.name) ratifies only what brings you at least \(words(setting.cell(floor)))."
    }
    return [
      Sheet.Section(
        PlayWords.worth,
        paragraphs: [
          listsOutcomes ? "Points gained over the status quo." : "The points of all issues add up."
        ], tables: [table]),
      Sheet.Section("Your fall-back", items: fallBack),
      Sheet.Section("Those at home", items: home),
    ]
  }

  private func words(_ cell: ResultTable.Cell) -> String {
    cell.textLines.joined(separator: " ")
  }

  func slips(in setting: Setting) -> [Sheet.Slip] {
    let levels = issues.map { issue in
      Sheet.Field.choice(listsOutcomes ? "We offer" : issue.key, issue.levels.map(\.key))
    }
    return [
      Sheet.Slip(
        title: "Offer",
        fields: [.blank("From, round")] + levels + [.choice("Answer", ["yes", "no"])],
        copies: 4),
      Sheet.Slip(
        title: "Agreement",
        fields: levels + setting.scenario.actors.map { .blank("Signed for \($0.name)") }, copies: 1),
    ]
  }
}
