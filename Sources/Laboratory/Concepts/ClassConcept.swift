import Arithmetic
import Equilibria
import GameForms
import RelativeGains

extension Concept {
  /// The class of a 2x2 game, before and after relative gains.
  public static let gameClass = Concept(
    name: "class",
    answers: "What kind of problem is this: a prisoner's dilemma, chicken, a stag hunt, ...?",
    forms: ["strategic"], takes: "two actors with two strategies each",
    method: "order of each actor's four payoffs", source: "Rapoport and Guyer 1966; Snidal 1991",
    limits: nil
  ) { setting, _ in
    guard let before = GameClass.of(setting.gains), let after = GameClass.of(setting.utilities)
    else {
      throw LaboratoryError.wrongSize(
        concept: "class", takes: "two actors with two strategies each",
        found: setting.sizeText, instead: "use --concept dominance or pure")
    }
    return Solution(
      concept: "class", method: "order of payoffs", isExact: setting.isExact,
      answer: ClassAnswer(before: before, after: after))
  }
}

/// The class of a game before and after relative gains.
struct ClassAnswer: Answer {
  /// The class of the absolute gains.
  let before: GameClass.Reading
  /// The class of the utilities.
  let after: GameClass.Reading

  func json(in setting: Setting) -> [JSONValue.Member] {
    func json(_ reading: GameClass.Reading) -> JSONValue {
      [
        "class": .string(reading.kind.name),
        "cooperate": reading.cooperate.map { setting.json(profile: $0) } ?? .null,
      ]
    }
    return [.init("gains", json(before)), .init("utilities", json(after))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    func row(_ name: String, _ reading: GameClass.Reading) -> [ResultTable.Cell] {
      [
        .text(name), .text(reading.kind.name),
        .text(reading.cooperate.map { setting.text(profile: $0) } ?? "-"),
      ]
    }
    return [
      ResultTable(
        columns: ["payoffs", "class", "to cooperate is"],
        rows: [row("absolute gains", before), row("utilities", after)])
    ]
  }

  func csv(in setting: Setting) -> ResultTable { tables(in: setting)[0] }
}

extension Setting {
  /// `3 actors (3 x 2 x 2)`.
  var sizeText: String {
    "\(Words.count(gains.actors, "actor")) "
      + "(\(gains.shape.map(String.init).joined(separator: " x ")) strategies)"
  }
}
