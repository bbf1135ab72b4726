import Arithmetic
import Equilibria
import GameForms
import LinearPrograms
import Scenarios

extension Concept {
  /// Everything that two actors can earn in subgame-perfect equilibria of a repeated game.
  public static let subgamePerfectPayoffs = Concept(
    name: "subgame-perfect-payoffs",
    answers: "What can two actors earn in subgame-perfect equilibria when the game is repeated?",
    forms: ["repeated", "strategic"],
    takes: "two actors; the same discount factor of both unless the game ends (--delta 3/4)",
    method: "the largest set that sustains itself, proved in fractions",
    source: "Abreu and Sannikov 2014; Benoit and Krishna 1985 for games that end",
    limits: nil, options: ["delta", "periods"]
  ) { setting, options in
    let name = "subgame-perfect-payoffs"
    guard setting.utilities.actors == 2 else {
      throw LaboratoryError.wrongSize(
        concept: name, takes: "two actors",
        found: Words.count(setting.utilities.actors, "actor"),
        instead: "use --concept critical-discount")
    }
    let game = try setting.repeated(options, asking: name)
    guard game.periods == nil else { return try Self.ending(game, setting, options) }
    guard let discount = game.commonDiscount else {
      throw LaboratoryError.wrongSize(
        concept: name, takes: "one discount factor for both where the game has no end",
        found: Words.list(game.discounts.map(\.shortText)),
        instead: "add --delta, or periods: for a game that ends")
    }
    options.announce(
      "\(Words.count(game.stage.profiles, "profile")) a step until the set is at rest",
      seconds: SubgamePerfectPayoffs.expectedSeconds(
        profiles: game.stage.profiles, discount: discount.double))
    let found = SubgamePerfectPayoffs.solve(
      game.stage, discount: discount, seconds: options.seconds)
    let isExact = setting.isExact && found.isExact
    return Solution(
      concept: name,
      method: found.isExact
        ? "Abreu-Sannikov in doubles, the polygon proved in fractions to sustain itself"
        : "Abreu-Sannikov in doubles, the last step moved it by \(found.residual.text(digits: 2))",
      isExact: isExact,
      status: found.isComplete
        ? .complete : .limit(Self.limit(options, "\(SubgamePerfectPayoffs.mostSteps) steps")),
      answer: SubgamePerfectPayoffsAnswer(game: game, found: found, isExact: isExact))
  }

  private static func ending(
    _ game: RepeatedGame, _ setting: Setting, _ options: Options
  ) throws -> Solution {
    let most = 2000
    guard let periods = game.periods, periods <= most || options.seconds != nil else {
      throw LaboratoryError.tooLarge(
        concept: "subgame-perfect-payoffs", size: Words.count(game.periods ?? 0, "period"),
        limit: "\(most)", instead: "add --seconds, or leave out the end")
    }
    options.announce(
      "\(Words.count(periods, "period")) of \(Words.count(game.stage.profiles, "profile"))",
      seconds: expectedSeconds(game, periods: periods, options))
    let found = SubgamePerfectPayoffs.solve(finite: game, seconds: options.seconds)
    return Solution(
      concept: "subgame-perfect-payoffs", method: "backwards from the last period, exact",
      isExact: setting.isExact,
      status: found.isComplete
        ? .complete
        : .limit(Self.limit(options, "") + ", \(found.steps) of \(periods) periods from the end"),
      answer: SubgamePerfectPayoffsAnswer(game: game, found: found, isExact: setting.isExact))
  }

  /// What all periods are likely to take, judged by the last tenth of them: how many corners there
  /// are is not known before, and with them grows what a period takes, the numbers being longer with
  /// each.
  private static func expectedSeconds(
    _ game: RepeatedGame, periods: Int, _ options: Options
  ) -> Double {
    let share = 10
    guard periods >= 2 * share else { return 0 }
    let last = RepeatedGame(
      stage: game.stage, discounts: game.discounts, periods: periods / share)
    let time = ContinuousClock().measure {
      _ = SubgamePerfectPayoffs.solve(
        finite: last, seconds: options.seconds.map { $0 / Double(share) })
    }
    return time / .seconds(1) * Double(share * share)
  }

  private static func limit(_ options: Options, _ otherwise: String) -> String {
    options.seconds == nil && !Deadline.isInterrupted ? otherwise : options.limit
  }
}

/// The corners of the set of payoffs, in utilities.
struct SubgamePerfectPayoffsAnswer: Answer {
  /// The game that was repeated.
  let game: RepeatedGame
  /// The set.
  let found: SubgamePerfectPayoffs
  /// Whether its numbers are exact.
  let isExact: Bool

  private func values(_ corner: SubgamePerfectPayoffs.Corner) -> [Rational] {
    [corner.payoffs.first, corner.payoffs.second]
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    func json(_ values: [Rational]) -> JSONValue {
      .object(
        zip(setting.scenario.actors, values).map {
          .init($0.key, .quantity($1, exact: isExact))
        })
    }
    let corners = found.corners.map { corner -> JSONValue in
      [
        "utilities": json(values(corner)), "first": setting.json(profile: corner.profile),
        "stationary": .bool(corner.isStationary),
      ]
    }
    return [
      .init("discount", setting.json(perActor: game.discounts)),
      .init("periods", game.periods.map { .integer($0) } ?? .null),
      .init("corners", .array(corners)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors
    var table = ResultTable(
      columns: ["corner"] + actors.map { "utility of \($0.name)" } + ["first period", "then"])
    for (index, corner) in found.corners.enumerated() {
      table.rows.append(
        [.count(index + 1)] + values(corner).map { .number($0, exact: isExact) } + [
          .text(setting.text(profile: setting.utilities.profile(at: corner.profile))),
          corner.isStationary ? "the same for ever" : "as promised",
        ])
    }
    if game.periods != nil {
      table.columns.removeLast()
      table.rows = table.rows.map { $0.dropLast() }
    }
    table.notes.append(
      found.corners.isEmpty
        ? "There is no such equilibrium in pure strategies."
        : "Averages per period; every mixture of the corners can be had by a public lottery.")
    let factors = game.commonDiscount.map { [$0] } ?? game.discounts
    table.notes.append(
      "Discount factor \(Words.list(factors.map(\.readingText))), "
        + (game.periods.map { Words.count($0, "period") } ?? "without end")
        + "; pure strategies, what was done is known to both.")
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    let actors = setting.scenario.actors
    var table = ResultTable(
      columns: ["corner"] + actors.map { "utility.\($0.key)" } + actors.map { "first.\($0.key)" }
        + ["stationary"])
    for (index, corner) in found.corners.enumerated() {
      table.rows.append(
        [.count(index)] + values(corner).map { .number($0, exact: isExact) }
          + setting.cells(profile: corner.profile) + [.text(corner.isStationary ? "yes" : "no")])
    }
    return table
  }
}
