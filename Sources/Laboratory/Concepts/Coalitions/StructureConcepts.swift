import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// Which agreements hold.
  public static let agreementStability = Concept(
    name: "stability",
    answers: "Which coalitions hold as agreements: no member leaves and no outsider joins?",
    forms: [CoalitionalForm.name], takes: "up to 9 actors",
    method: "every coalition, the others alone, exact",
    source: "d'Aspremont et al. 1983; Barrett 1994; with transfers Carraro et al. 2006",
    limits: "9 actors", options: [CoalitionQuestion.sharingOption]
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "stability")
    let sharing = try question.sharing()
    let stability = AgreementStability(
      try question.partition(), sharing: sharing, weights: question.weights)
    return Solution(
      concept: "stability", method: "every coalition, exact", isExact: setting.isExact,
      answer: AgreementAnswer(
        question: question, sharing: sharing, verdicts: stability.verdicts()))
  }

  /// Which coalition structures last.
  public static let coalitionStructure = Concept(
    name: "coalition-structure",
    answers: "Which divisions of the actors into coalitions last when coalitions merge and split?",
    forms: [CoalitionalForm.name], takes: "up to 9 actors",
    method: "every structure, merger and split, exact; the core of each block",
    source: "Apt and Witzel 2009; Aumann and Dreze 1974", limits: "9 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "coalition-structure")
    let game = try question.partition()
    let moves = MergeAndSplit(game, weights: question.weights)
    let holding = StructureStability(game, weights: question.weights)
    let structures = CoalitionStructure.all(game.actors)
    options.announce("\(structures.count) structures", seconds: 2.4e-4 * Double(structures.count))
    let entries = try question.asking { () throws(CoalitionRefusal) in
      var entries: [StructureAnswer.Entry] = []
      for structure in structures {
        entries.append(
          StructureAnswer.Entry(
            structure: structure, worths: game.worths(in: structure),
            isStable: moves.moves(from: structure).isEmpty,
            holds: try holding.holds(structure, seconds: options.seconds)))
      }
      return entries
    }
    return Solution(
      concept: "coalition-structure", method: "every structure, exact", isExact: setting.isExact,
      answer: StructureAnswer(
        question: question, entries: entries,
        path: moves.path(from: .singletons(game.actors))))
  }
}

/// The verdict on every coalition as an agreement.
struct AgreementAnswer: Answer {
  let question: CoalitionQuestion
  let sharing: AgreementStability.Sharing
  let verdicts: [AgreementStability.Verdict]

  private var word: String { sharing == .equal ? "equal" : "transfers" }

  func json(in setting: Setting) -> [JSONValue.Member] {
    func gains(_ gains: [Rational?]) -> JSONValue {
      .object(
        zip(question.actors, gains).compactMap { actor, gain in
          gain.map { .init(actor.key, setting.json($0)) }
        })
    }
    return [
      .init("sharing", .string(word)),
      .init(
        "agreements",
        .array(
          verdicts.map {
            .object([
              .init("coalition", question.json($0.agreement)),
              .init("internallyStable", .bool($0.isInternallyStable)),
              .init("externallyStable", .bool($0.isExternallyStable)),
              .init("leaving", gains($0.leaving)), .init("joining", gains($0.joining)),
            ])
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    table.notes = [
      sharing == .equal
        ? "Members share equally; --sharing transfers lets them share as keeps them together."
        : "Members share as keeps them together, if anything does; who leaves shows what is lacking."
    ]
    if question.mindsOthers { table.notes += question.notes.prefix(1) }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    func movers(_ gains: [Rational?]) -> ResultTable.Cell {
      let words = zip(question.actors, gains).compactMap { actor, gain in
        gain.map { "\(actor.name) (+\($0.readingText))" }
      }
      return .several(words.isEmpty ? ["-"] : words.map { .text($0) })
    }
    return ResultTable(
      columns: ["agreement", "stable", "who leaves", "who joins"],
      rows: verdicts.map {
        [
          .text(question.words($0.agreement)), .text($0.isStable ? "yes" : "no"),
          movers($0.leaving), movers($0.joining),
        ]
      })
  }
}

/// The verdict on every structure.
struct StructureAnswer: Answer {
  struct Entry: Sendable {
    let structure: CoalitionStructure
    let worths: [Rational]
    let isStable: Bool
    let holds: Bool
  }

  let question: CoalitionQuestion
  let entries: [Entry]
  let path: [CoalitionStructure]

  /// Most structures that the page for people lists.
  static let mostRows = 20

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init(
        "structures",
        .array(
          entries.map { entry in
            .object([
              .init("structure", question.json(entry.structure)),
              .init("worths", .array(entry.worths.map { setting.json($0) })),
              .init("noMovePays", .bool(entry.isStable)), .init("holds", .bool(entry.holds)),
            ])
          })),
      .init("path", .array(path.map { question.json($0) })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    table.columns = ["structure", "worths", "no merger or split pays", "each block holds"]
    if entries.count > Self.mostRows {
      let kept = zip(entries, table.rows).filter { $0.0.isStable }.map(\.1)
      table.rows = Array(kept.prefix(Self.mostRows))
      table.notes.append(
        "\(entries.count) structures; shown are those from which no move pays, --format json has all."
      )
    }
    table.notes.append(
      "A block holds where it can be divided so that no part of it gains by leaving.")
    table.notes.append(
      "From all apart, the best move each time: "
        + path.map { question.words($0) }.joined(separator: " -> ") + ".")
    if question.mindsOthers { table.notes += question.notes.prefix(1) }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["structure", "worths", "no-move-pays", "holds"],
      rows: entries.map { entry in
        [
          .text(question.words(entry.structure)),
          .several(entry.worths.map { setting.cell(question.shown($0)) }),
          .text(entry.isStable ? "yes" : "no"), .text(entry.holds ? "yes" : "no"),
        ]
      })
  }
}
