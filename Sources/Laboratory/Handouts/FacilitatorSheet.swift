import Equilibria
import Scenarios

extension Handout {
  /// Seconds that the solution on the facilitator's sheet may take.
  static let secondsToSolve = 10.0

  /// What only the facilitator has: purpose, timing, the whole game, its solution, what happened,
  /// questions for afterwards.
  ///
  /// - Throws: what a concept throws that is no refusal.
  public func facilitatorSheet() throws -> Sheet {
    var sections: [Sheet.Section] = [
      Sheet.Section(
        "Purpose",
        paragraphs: (scenario.seminar?.purpose).map { [$0.capitalizedFirst + "."] } ?? []),
      timing,
      Sheet.Section(
        "Who has what",
        items: [
          "Everyone: the public sheet.",
          "Each side: its own role sheet, and nobody else's.",
          "Each table: the forms, cut into slips.",
        ] + scenario.actors.indices.map { "\(scenario.actors[$0].name): \(counting(of: $0))" }),
      Sheet.Section(
        "The story, for you and for afterwards", paragraphs: scenario.story.map { [$0] } ?? []),
      game, reasons,
    ]
    sections += try solutions()
    sections += [
      Sheet.Section("What happened", paragraphs: record),
      Sheet.Section("Questions for afterwards", items: scenario.seminar?.debrief ?? []),
      Sheet.Section("Where the sources disagree", items: scenario.contradictions),
      Sheet.Section("What the model leaves out", items: scenario.leavesOut),
      Sheet.Section("Sources", items: scenario.sources.map { "\($0.short): \($0.full)" }),
      Sheet.Section(
        "At the keyboard",
        items: [
          "tumen show \(scenario.path): why every number is what it is",
          "tumen solve \(scenario.path) --concept all: every solution",
        ]),
    ]
    return Sheet(title: publicSheet.title, reader: "For the facilitator only", sections: sections)
  }

  /// Every number: a tree as it is drawn, other forms as tables.
  private var game: Sheet.Section {
    let page = GamePage(setting).page
    var section = Sheet.Section(
      "The game", paragraphs: ["\(setting.title)."] + setting.remarks)
    if scenario.form is ExtensiveForm {
      section.verbatim = page.game(.plain)
      return section
    }
    let prefix = setting.title + ": "
    section.tables = page.tables.map { table in
      var table = table
      if let caption = table.caption, caption.hasPrefix(prefix) {
        table.caption = String(caption.dropFirst(prefix.count)).capitalizedFirst
      }
      return table
    }
    return section
  }

  /// Why the payoffs are what they are, where the list is not too long for paper.
  private var reasons: Sheet.Section {
    let form = scenario.form
    var table = ResultTable(columns: [type(of: form).outcomeKey, "because", "source"])
    for (index, cell) in form.cells.enumerated() where cell.because != nil {
      table.rows.append([
        .text(form.name(ofCell: index)), .text(cell.because ?? ""), .text(cell.source ?? ""),
      ])
    }
    return Sheet.Section(
      "Why these payoffs", tables: table.rows.count <= PlayWords.mostRows ? [table] : [])
  }

  /// How the minutes are spent: a fifth on reading, half on play, the rest on talking about it.
  private var timing: Sheet.Section {
    guard let minutes = scenario.seminar?.minutes else { return Sheet.Section("Timing") }
    let reading = max(1, minutes / 5)
    let play = max(1, minutes / 2)
    let steps = [
      ("read the public sheet, then the role sheet, in silence", reading),
      ("play", play), ("collect the slips, reveal all role sheets", max(1, minutes / 10)),
    ]
    var table = ResultTable(columns: ["from minute", "what", "minutes"])
    var clock = 0
    for (what, length) in steps {
      table.rows.append([.count(clock), .text(what), .count(length)])
      clock += length
    }
    table.rows.append([
      .count(clock), "questions for afterwards", .count(max(1, minutes - clock)),
    ])
    let players = scenario.seminar?.players.map {
      ["For \($0) players or teams at a table; several tables can play at once."]
    }
    return Sheet.Section("Timing", paragraphs: players ?? [], tables: [table])
  }

  private var scenario: Scenario { setting.scenario }

  /// The usual concept of the form, and for strategies also pure equilibria.
  private func solutions() throws -> [Sheet.Section] {
    let usual = Concept.byDefault(for: scenario)
    let asked =
      scenario.form is StrategicForm && usual.name != "pure" ? ["pure", usual.name] : [usual.name]
    return try asked.map { name in
      let concept = try Concept.named(name)
      do {
        let solution = try concept.solution(
          of: setting, options: .init(seconds: Self.secondsToSolve))
        return Sheet.Section(
          "Solution: \(name)",
          paragraphs: [
            concept.answers, "\(solution.status.words); \(solution.method).".capitalizedFirst,
          ],
          tables: solution.answer.tables(in: solution.seen ?? setting))
      } catch let error as LaboratoryError {
        return Sheet.Section("Solution: \(name)", paragraphs: ["Not computed: \(error)."])
      }
    }
  }

  private var record: [String] {
    guard let outcome = scenario.outcome else { return [] }
    var words = [scenario.form.words(of: outcome.profile).capitalizedFirst + "."]
    if let note = outcome.note { words.append(note) }
    if let source = outcome.source { words.append("Source: \(source).") }
    if let predicting = scenario.form as? any Predicting,
      let verdict = try? predicting.verdict(on: outcome.profile, setting.evaluated)
    {
      words.append("In the model at these values: \(verdict == "no" ? "not predicted" : verdict).")
    }
    return words
  }
}

extension String {
  /// The text with its first letter a capital.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
