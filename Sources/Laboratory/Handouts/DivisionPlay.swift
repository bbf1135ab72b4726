import Arithmetic
import Scenarios

extension DivisionForm: Playable {
  func rules(in setting: Setting) -> [Sheet.Section] {
    let names = setting.scenario.actors.map(\.name)
    let items = parcels.map { parcel in
      var words = PlayWords.item(parcel.key, parcel.meaning)
      words += parcel.divisible ? "; it can be cut" : "; it cannot be cut"
      if let holder = parcel.heldBy { words += "; \(names[holder]) holds it today" }
      return words
    }
    return [
      Sheet.Section("What is divided", items: items),
      Sheet.Section(
        "How it is played",
        paragraphs: [
          "Agree on who has what. First spread 100 points over the parcels in secret, as they matter "
            + "to you, and give the slip to the facilitator; then talk."
        ]),
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    let worths = worths(of: setting.evaluated)[actor]
    let table = ResultTable(
      columns: ["parcel", "points for you"],
      rows: zip(parcels, worths).map { [.text($0.key), setting.cell($1)] })
    var without = "Without an agreement you have nothing more than today."
    if disagreement != nil {
      let cell = setting.gain(of: actor, inCell: parcels.count * actors.count)
      without = "Without an agreement you have \(cell.textLines.joined(separator: " "))."
    }
    return [
      Sheet.Section(PlayWords.worth, tables: [table]),
      Sheet.Section("Your fall-back", items: [without]),
    ]
  }

  func slips(in setting: Setting) -> [Sheet.Slip] {
    let names = setting.scenario.actors.map(\.name)
    return [
      Sheet.Slip(
        title: "Points of one side, 100 in all",
        fields: [.blank("Side")] + parcels.map { .blank($0.key) }, copies: names.count),
      Sheet.Slip(
        title: "Agreement: who has what",
        fields: parcels.map { .choice($0.key, names + ($0.divisible ? ["cut at:"] : [])) }
          + names.map { .blank("Signed for \($0)") }, copies: 1),
    ]
  }
}
