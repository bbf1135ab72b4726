import Arithmetic
import Equilibria
import GameForms
import RelativeGains

extension Concept {
  /// How patient the actors must be to keep to cooperation in the repeated game.
  public static let criticalDiscount = Concept(
    name: "critical-discount",
    answers: "From which discount factor on does cooperation hold when the game is repeated?",
    forms: ["strategic", "repeated"],
    takes:
      "any number of actors, with a cooperation and a punishment profile (--penance 4: its periods)",
    method: "one-shot deviations against a grim trigger, tit for tat by pairs, and penance",
    source: "Friedman 1971; Axelrod 1984; van Damme 1989; Barrett 2003", limits: nil,
    options: ["penance"]
  ) { setting, options in
    let asked = try options.count("penance", from: 1, to: 60)
    let profiles = try CriticalDiscountAnswer.profiles(of: setting)
    func factors(_ game: StrategicGame) -> CriticalDiscountAnswer.Factors {
      .init(
        grim: .grim(
          game, cooperation: profiles.cooperation, punishment: profiles.punishment),
        titForTat: profiles.areTwo(game)
          ? .titForTat(
            game, cooperation: profiles.cooperation, punishment: profiles.punishment) : nil,
        penances: (asked.map { [$0] } ?? [1, 2, 3]).map { periods in
          .init(
            periods: periods,
            factor: .penance(
              game, cooperation: profiles.cooperation, punishment: profiles.punishment,
              periods: periods))
        })
    }
    return Solution(
      concept: "critical-discount", method: "one-shot deviation, closed form",
      isExact: setting.isExact,
      answer: CriticalDiscountAnswer(
        profiles: profiles, before: factors(setting.gains), after: factors(setting.utilities)))
  }
}

/// Critical discount factors before and after relative gains.
struct CriticalDiscountAnswer: Answer {
  /// What counts as cooperation and as punishment.
  let profiles: Profiles
  /// The factors of the absolute gains.
  let before: Factors
  /// The factors of the utilities.
  let after: Factors

  /// Two profiles, by index.
  struct Profiles: Sendable {
    /// The profile to be sustained.
    let cooperation: Int
    /// The profile played after a deviation.
    let punishment: Int

    /// Whether every actor has two strategies, one in each profile: then there is nothing else to
    /// answer in kind.
    func areTwo(_ game: StrategicGame) -> Bool {
      game.shape.allSatisfy { $0 == 2 }
        && zip(game.profile(at: cooperation), game.profile(at: punishment)).allSatisfy { $0 != $1 }
    }
  }

  /// The factors of one game.
  struct Factors: Sendable {
    /// Punishment for ever.
    let grim: CriticalDiscountFactor
    /// Tit for tat by pairs, where cooperation and punishment differ for all.
    let titForTat: CriticalDiscountFactor?
    /// Penance of several lengths.
    let penances: [PenanceFactor]
  }

  /// The factor for penance of one length.
  struct PenanceFactor: Sendable {
    /// How many periods it takes.
    let periods: Int
    /// From where on it holds.
    let factor: CriticalDiscountFactor
  }

  /// The profiles that the scenario names, or those of the class of a 2x2 game.
  static func profiles(
    of setting: Setting, for concept: String = "critical-discount"
  ) throws(LaboratoryError) -> Profiles {
    let scenario = setting.scenario
    if let cooperation = scenario.cooperation, let punishment = scenario.punishment {
      return Profiles(
        cooperation: setting.gains.index(of: cooperation),
        punishment: setting.gains.index(of: punishment))
    }
    guard let cooperate = GameClass.of(setting.gains)?.cooperate else {
      throw .wrongSize(
        concept: concept, takes: "a game with cooperation and punishment profiles",
        found: "none", instead: "write cooperation: and punishment: into the game's file")
    }
    return Profiles(
      cooperation: setting.gains.index(of: cooperate),
      punishment: setting.gains.index(of: cooperate.map { 1 - $0 }))
  }

  private var named: [(name: String, title: String, factors: Factors)] {
    [("gains", "absolute gains", before), ("utilities", "utilities", after)]
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    func json(_ patience: Patience) -> JSONValue {
      guard let root = patience.enclosure else { return .null }
      return root.exact.map { setting.json($0) }
        ?? ["above": setting.json(root.lower), "atMost": setting.json(root.upper)]
    }
    func json(_ factor: CriticalDiscountFactor) -> JSONValue {
      [
        "actors": .object(
          zip(setting.scenario.actors, factor.actors).map { .init($0.key, json($1)) }),
        "overall": json(factor.overall),
      ]
    }
    return [
      .init("cooperation", setting.json(profile: profiles.cooperation)),
      .init("punishment", setting.json(profile: profiles.punishment)),
    ]
      + named.map { name, _, factors in
        JSONValue.Member(
          name,
          [
            "grim": json(factors.grim), "titForTat": factors.titForTat.map(json) ?? .null,
            "penance": .array(
              factors.penances.map {
                ["periods": .integer($0.periods), "factor": json($0.factor)]
              }),
          ])
      }
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: ["payoffs", "strategy", "overall"] + setting.scenario.actors.map(\.name))
    func cell(_ patience: Patience) -> ResultTable.Cell {
      guard let root = patience.enclosure else { return .text("never") }
      return root.exact.map(setting.cell) ?? .number(root.upper, exact: false)
    }
    for (_, title, factors) in named {
      var rows: [(String, CriticalDiscountFactor)] = [("grim trigger", factors.grim)]
      if let titForTat = factors.titForTat { rows.append(("tit for tat", titForTat)) }
      rows += factors.penances.map {
        ("penance of \(Words.count($0.periods, "period"))", $0.factor)
      }
      for (name, factor) in rows {
        table.rows.append(
          [.text(title), .text(name), cell(factor.overall)] + factor.actors.map(cell))
      }
    }
    table.notes.append(
      "cooperation is (\(setting.text(profile: setting.gains.profile(at: profiles.cooperation)))),"
        + " punishment (\(setting.text(profile: setting.gains.profile(at: profiles.punishment))))")
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable { tables(in: setting)[0] }
}
