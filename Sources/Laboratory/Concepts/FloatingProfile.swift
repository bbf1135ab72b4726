import Arithmetic
import Equilibria
import GameForms

/// A mixed profile in doubles with what it earns.
struct FloatingProfile: Sendable {
  /// `probabilities[actor][strategy]`.
  let probabilities: [[Double]]
  /// Expected absolute gains.
  let gains: [Double]
  /// Expected utilities.
  let utilities: [Double]

  init(_ probabilities: [[Double]], in setting: Setting) {
    let flat = probabilities.flatMap { $0 }
    func expected(_ game: StrategicGame) -> [Double] {
      let tensor = PayoffTensor(game)
      let values = tensor.values(of: flat)
      return (0..<game.actors).map { actor in
        tensor.range(of: actor).reduce(0) { $0 + flat[$1] * values[$1] }
      }
    }
    self.probabilities = probabilities
    gains = expected(setting.gains)
    utilities = expected(setting.utilities)
  }

  /// `profile`, `gains` and `utilities`.
  func json(in setting: Setting) -> [JSONValue.Member] {
    func perActor(_ values: [Double]) -> JSONValue {
      .object(
        zip(setting.scenario.actors, values).map { JSONValue.Member($0.key, .number($1)) })
    }
    let profile = zip(setting.scenario.actors, zip(setting.strategies, probabilities)).map {
      actor, mixture in
      JSONValue.Member(
        actor.key,
        .object(
          zip(mixture.0, mixture.1).filter { $0.1 > 0 }.map {
            JSONValue.Member($0.key, .number($1))
          }))
    }
    return [
      .init("profile", .object(profile)), .init("gains", perActor(gains)),
      .init("utilities", perActor(utilities)),
    ]
  }

  /// One line a strategy of an actor; those of less than a millionth are left out.
  func cell(of actor: Int, in setting: Setting) -> ResultTable.Cell {
    let played = zip(setting.strategies[actor], probabilities[actor]).filter { $0.1 >= 1e-6 }
    if played.count == 1, let only = played.first, only.1 == 1 { return .text(only.0.key) }
    return .several(played.map { .text("\($0.key): \($1.text(digits: 6))") })
  }

  /// A table of one row an actor: what it plays, its gain and, under a rule, its utility.
  func table(in setting: Setting, caption: String) -> ResultTable {
    let showsUtilities = setting.relativeGains.rule != .none
    var table = ResultTable(
      caption: caption, columns: ["actor", "plays", "gain"] + (showsUtilities ? ["utility"] : []))
    for (actor, named) in setting.scenario.actors.enumerated() {
      table.rows.append(
        [.text(named.name), cell(of: actor, in: setting), .floating(gains[actor])]
          + (showsUtilities ? [.floating(utilities[actor])] : []))
    }
    return table
  }

  /// One row an actor and strategy, each after the cells `leading`.
  func csvRows(in setting: Setting, leading: [ResultTable.Cell]) -> [[ResultTable.Cell]] {
    setting.scenario.actors.indices.flatMap { actor in
      setting.strategies[actor].indices.map { strategy in
        leading + [
          .text(setting.scenario.actors[actor].key),
          .text(setting.strategies[actor][strategy].key),
          .floating(probabilities[actor][strategy]), .floating(gains[actor]),
          .floating(utilities[actor]),
        ]
      }
    }
  }
}

extension ResultTable.Cell {
  /// A number out of floating-point work, `-` where it is none.
  static func floating(_ value: Double) -> ResultTable.Cell {
    Rational(value).map { .number($0, exact: false) } ?? "-"
  }
}

extension Setting {
  /// What lambda, or any other measure of utility, is in units of: rules stretch and shrink payoffs.
  var normalisation: String {
    relativeGains.rule == .none
      ? "payoffs are the absolute gains of the file, not rescaled"
      : "payoffs are the utilities of rule \(relativeGains.rule.rawValue), not rescaled: rules "
        + "that state the same preferences may stretch them differently"
  }
}
