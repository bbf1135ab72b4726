import Arithmetic
import GameForms
import Scenarios

extension CoalitionalForm: Playable {
  func rules(in setting: Setting) -> [Sheet.Section] {
    let names = setting.scenario.actors.map(\.name)
    var items: [String] = []
    if let unions {
      items.append(
        "Standing together from the start: "
          + unions.blocks.map { $0.members.map { names[$0] }.joined(separator: " with ") }
          .joined(separator: "; "))
    }
    if let links {
      items.append(
        "Who can talk with whom: "
          + links.map { "\(names[$0.one]) and \(names[$0.other])" }.joined(separator: "; "))
    }
    return [
      Sheet.Section(
        "How it is played",
        paragraphs: [
          "Any of you may work together. A group is formed when all its members sign one slip, which "
            + "also says who of them has how much. Nobody is in two groups; who signs nothing stands "
            + "alone."
        ], items: items)
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    if case .projects(let projects) = content {
      let table = ResultTable(
        columns: ["where these work together", "it brings you"],
        rows: projects.indices.map {
          [.text(words(projects[$0].together, setting)), setting.gain(of: actor, inCell: $0)]
        })
      return [
        Sheet.Section(
          PlayWords.worth,
          paragraphs: [
            "Points over the status quo; what several groups bring adds up. A group may also pay its "
              + "members."
          ], tables: [table])
      ]
    }
    let noun = areCosts ? "costs" : "has to share"
    guard actors <= CoalitionalPage.mostListed else {
      return [
        Sheet.Section(
          PlayWords.worth,
          paragraphs: [PlayWords.tooLong(1 << (actors - 1), "groups with you in them")])
      ]
    }
    let worth = worth(in: setting.evaluated)
    let own = Order.lexicographic.coalitions(of: actors).filter { $0.has(actor) }
    let table = ResultTable(
      columns: ["a group of", noun],
      rows: own.map { coalition in
        let value = worth(coalition)
        return [.text(words(coalition, setting)), setting.cell(areCosts ? -value : value)]
      })
    return [
      Sheet.Section(
        PlayWords.worth, paragraphs: ["The groups that you can be in, and what each \(noun):"],
        tables: [table])
    ]
  }

  private func words(_ coalition: Coalition, _ setting: Setting) -> String {
    coalition.members.map { setting.scenario.actors[$0].name }.joined(separator: ", ")
  }

  func slips(in setting: Setting) -> [Sheet.Slip] {
    let names = setting.scenario.actors.map(\.name)
    return [
      Sheet.Slip(
        title: "Group",
        fields: names.map { .blank("\($0): share and signature") }, copies: 4)
    ]
  }
}
