import Arithmetic
import RelativeGains
import Scenarios

/// What is printed to play a game in a room: a sheet for everyone, a confidential one an actor,
/// forms to fill in, and the facilitator's.
///
/// Sheets of players are made of nothing but the opening, the actors' names, the rules and, on an
/// actor's own sheet, its brief, what it wants and fears, and its own gains. The story, reasons,
/// what happened, the purpose and every solution are the facilitator's.
public struct Handout: Sendable {
  /// The game at its values.
  public let setting: Setting
  private let form: any Playable

  /// The handout of a game.
  ///
  /// - Throws: ``LaboratoryError/wrongForm(asked:takes:found:)`` for a form that is not played.
  public init(_ setting: Setting) throws(LaboratoryError) {
    guard let form = setting.scenario.form as? any Playable else {
      throw .wrongForm(
        asked: "handout",
        takes: KnownForms.all.filter { $0 is any Playable.Type }.map { $0.name },
        found: setting.scenario.form.name)
    }
    self.setting = setting
    self.form = form
  }

  private var scenario: Scenario { setting.scenario }

  private var title: String { scenario.title.isEmpty ? scenario.id : scenario.title }

  /// Whether the game says what everyone knows before play; else the sheet for everyone tells no
  /// story, since the game's story tells the end.
  public var hasOpening: Bool { scenario.seminar?.opening != nil }

  /// What everyone may know.
  public var publicSheet: Sheet {
    var facts = [String]()
    if let when = scenario.when { facts.append("The time: \(when).") }
    if let minutes = scenario.seminar?.minutes {
      facts.append("You have \(minutes) minutes in all.")
    }
    return Sheet(
      title: title, reader: "For everyone",
      sections: [
        Sheet.Section(
          "The situation", paragraphs: (scenario.seminar?.opening.map { [$0] } ?? []) + facts),
        Sheet.Section("Who is at the table", items: scenario.actors.map(\.name)),
      ] + form.rules(in: setting))
  }

  /// What one actor is told and nobody else.
  public func roleSheet(of actor: Int) -> Sheet {
    let entry = scenario.actors[actor]
    let briefs = scenario.seminar?.roles.filter { $0.actor == actor }.map(\.text) ?? []
    let aims = [entry.wants.map { "You want: \($0)" }, entry.fears.map { "You fear: \($0)" }]
      .compactMap { $0.map(Self.withoutCitations) }
    return Sheet(
      title: title, reader: "Confidential: for \(entry.name) only",
      sections: [
        Sheet.Section("Your brief", paragraphs: briefs, items: aims)
      ] + form.knowledge(of: actor, in: setting) + [
        Sheet.Section("How you count", paragraphs: [counting(of: actor)])
      ])
  }

  /// Slips to fill in, and the record of the rounds.
  public var forms: Sheet {
    let actors = scenario.actors.map(\.name)
    let record = ResultTable(
      columns: ["round", "who", "what was said or done", "answer"],
      rows: (1...12).map { [.count($0), "", "", ""] })
    let scores = ResultTable(
      columns: ["result"] + actors,
      rows: ["agreement or outcome", "points", "after counting the others"].map { row in
        [.text(row)] + actors.map { _ in "" }
      })
    return Sheet(
      title: title, reader: "Forms: cut out the slips",
      sections: [
        Sheet.Section("Slips", slips: form.slips(in: setting)),
        Sheet.Section("Record", tables: [record]),
        Sheet.Section("Result", tables: [scores]),
      ])
  }

  /// How an actor weighs the others' gains, in words and numbers.
  func counting(of actor: Int) -> String {
    let names = scenario.actors.map(\.name)
    func towards(_ row: [Rational], _ words: (String, String) -> String) -> String? {
      let parts = names.indices.filter { $0 != actor && !row[$0].isZero }.map {
        words(row[$0].shortText, names[$0])
      }
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
    let own = "Your own points count, and nobody else's."
    switch setting.evaluated.rule {
    case .none: return own
    case .grieco(let table):
      return towards(table[actor]) {
        "from your points deduct \($0) for each point by which \($1) ends ahead of you, and add as "
          + "much for each point by which it ends behind"
      }.map { "At the end, \($0)." } ?? own
    case .lead(let table):
      return towards(table[actor]) {
        "deduct \($0) for each point by which \($1) ends ahead of you"
      }.map { "At the end, \($0)." } ?? own
    case .convex(let table):
      return towards(table[actor]) {
        "deduct \($0) times the square of the points by which \($1) ends ahead of you"
      }.map { "At the end, \($0)." } ?? own
    case .snidal(let table):
      return towards(table[actor]) { "deduct \($0) of a point for each point of \($1)" }
        .map { "At the end, \($0)." } ?? own
    case .ally(let table):
      return towards(table[actor]) { "add \($0) of a point for each point of \($1)" }
        .map { "At the end, \($0); where the number is negative, it is deducted." } ?? own
    case .power(let weights, _, _):
      return weights[actor].isZero
        ? own
        : "Of what counts for you, \(weights[actor].shortText) is your share of all power afterwards; "
          + "the rest is your own points. The facilitator works it out."
    }
  }

  /// A text without the citations in parentheses or brackets at its end, which students do not need.
  static func withoutCitations(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      text[open...].contains(where: \.isNumber)
    else { return text }
    var rest = text[..<open]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
