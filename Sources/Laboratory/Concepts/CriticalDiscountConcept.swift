import Arithmetic
import Equilibria
import GameForms
import RelativeGains

extension Concept {
  /// How patient the actors must be to keep to cooperation in the repeated game.
  public static let criticalDiscount = Concept(
    name: "critical-discount",
    answers: "From which discount factor on does cooperation hold when the game is repeated?",
    forms: ["strategic"],
    takes:
      "any number of actors, with a cooperation and a punishment profile; tit for tat 2x2 only",
    method: "one-shot deviation against punishment for ever, and against tit for tat",
    source: "Friedman 1971; Axelrod 1984", limits: nil
  ) { setting, _ in
    let profiles = try CriticalDiscountAnswer.profiles(of: setting)
    func factors(_ game: StrategicGame) -> CriticalDiscountAnswer.Factors {
      .init(
        grim: .grim(
          game, cooperation: profiles.cooperation, punishment: profiles.punishment),
        titForTat: game.shape == [2, 2] && profiles.differInAll(game)
          ? .titForTat(
            game, cooperation: profiles.cooperation, punishment: profiles.punishment) : nil)
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

    func differInAll(_ game: StrategicGame) -> Bool {
      zip(game.profile(at: cooperation), game.profile(at: punishment)).allSatisfy { $0 != $1 }
    }
  }

  /// The factors of one game.
  struct Factors: Sendable {
    /// Punishment for ever.
    let grim: CriticalDiscountFactor
    /// Tit for tat, in 2x2 games.
    let titForTat: CriticalDiscountFactor?
  }

  /// The profiles that the scenario names, or those of the class of a 2x2 game.
  static func profiles(of setting: Setting) throws(LaboratoryError) -> Profiles {
    let scenario = setting.scenario
    if let cooperation = scenario.cooperation, let punishment = scenario.punishment {
      return Profiles(
        cooperation: setting.gains.index(of: cooperation),
        punishment: setting.gains.index(of: punishment))
    }
    guard let cooperate = GameClass.of(setting.gains)?.cooperate else {
      throw .wrongSize(
        concept: "critical-discount", takes: "a game with cooperation and punishment profiles",
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
      patience.factor.map { setting.json($0) } ?? .null
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
          name, ["grim": json(factors.grim), "titForTat": factors.titForTat.map(json) ?? .null])
      }
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: ["payoffs", "strategy", "overall"] + setting.scenario.actors.map(\.name))
    func cell(_ patience: Patience) -> ResultTable.Cell {
      patience.factor.map(setting.cell) ?? .text("never")
    }
    for (_, title, factors) in named {
      for (name, factor) in [("grim trigger", factors.grim), ("tit for tat", factors.titForTat)] {
        guard let factor else { continue }
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
