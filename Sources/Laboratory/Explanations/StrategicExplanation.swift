import Arithmetic
import Equilibria
import GameForms
import RelativeGains
import Scenarios

/// Why a pure profile is or is not an equilibrium.
enum StrategicExplanation {
  static func of(_ subject: String?, _ setting: Setting) throws -> Explanation {
    let actors = setting.scenario.actors
    let game = setting.utilities
    let profile: [Int]
    if let subject {
      profile = try Setting.profile(
        subject, actors: actors, strategies: setting.strategies)
    } else if let recorded = setting.scenario.outcome?.profile, recorded.count == actors.count {
      profile = recorded
    } else {
      let example = setting.text(profile: game.profile(at: 0))
      throw Explanation.nothingNamed("a profile", example: "\(quoted(example))")
    }
    let index = game.index(of: profile)
    let moves = actors.indices.map { Move(of: $0, at: profile, in: game) }
    let holds = moves.allSatisfy { $0.gain.signum <= 0 }
    let name = "(\(setting.text(profile: profile)))"
    var notes: [String] = []
    if setting.relativeGains.rule != .none {
      notes.append(Self.comparison(profile, holds, setting))
    }
    if holds {
      let strict = moves.allSatisfy { $0.gain.signum < 0 || $0.best == nil }
      notes.append(
        strict
          ? "Whoever moved alone would lose by it: the equilibrium is strict."
          : "Somebody would lose nothing by moving: the equilibrium is not strict.")
    }
    return Explanation(
      setting, subject: name, holds: holds,
      verdict: "\(name) is \(holds ? "" : "not ")an equilibrium: "
        + (holds
          ? "nobody gains by moving alone."
          : "\(Words.list(movers(moves, actors))) would move."),
      reasons: zip(actors, moves).map { actor, move in
        .init(
          actor: actor.key, stays: move.gain.signum <= 0,
          sentence: sentence(move, at: index, setting))
      }, notes: notes)
  }

  /// What an actor could do alone: its best other strategy, nil if it has only one, and what that
  /// changes.
  struct Move {
    let actor: Int
    let now: Rational
    let best: Int?
    let then: Rational
    var gain: Rational { then - now }

    init(of actor: Int, at profile: [Int], in game: StrategicGame) {
      self.actor = actor
      now = game.payoff(at: game.index(of: profile), of: actor)
      var best: (strategy: Int, payoff: Rational)?
      for strategy in 0..<game.shape[actor] where strategy != profile[actor] {
        var other = profile
        other[actor] = strategy
        let payoff = game.payoff(at: game.index(of: other), of: actor)
        if payoff > best?.payoff ?? payoff - .one { best = (strategy, payoff) }
      }
      self.best = best?.strategy
      then = best?.payoff ?? now
    }
  }

  private static func movers(_ moves: [Move], _ actors: [Scenario.Actor]) -> [String] {
    moves.filter { $0.gain.signum > 0 }.map { actors[$0.actor].name }
  }

  private static func sentence(_ move: Move, at index: Int, _ setting: Setting) -> String {
    let actor = setting.scenario.actors[move.actor].name
    func text(_ number: Rational) -> String { setting.number(number) }
    guard let best = move.best else { return "\(actor) has nothing else to do." }
    let key = setting.strategies[move.actor][best].key
    // Ranks have an order, and nothing more.
    let size = setting.isOrdinal ? "" : ", \(text(move.gain.magnitude)) "
    let here = setting.counted(text(move.now), by: move.actor, at: index)
    switch move.gain.signum {
    case 1:
      return
        "\(actor) would move to \(key): that \(setting.verb) \(text(move.then)) for it instead of "
        + here + (size.isEmpty ? "" : size + "more") + "."
    case 0:
      return
        "\(actor) stays, but would lose nothing by moving to \(key): both count \(here) for it."
    default:
      return
        "\(actor) stays: this \(setting.verb) \(here) for it, and the best other choice, \(key), "
        + text(move.then) + (size.isEmpty ? "" : size + "less") + "."
    }
  }

  /// Whether the relative-gains rule decides.
  private static func comparison(_ profile: [Int], _ holds: Bool, _ setting: Setting) -> String {
    let moves = setting.scenario.actors.indices.map {
      Move(of: $0, at: profile, in: setting.gains)
    }
    let held = moves.allSatisfy { $0.gain.signum <= 0 }
    let rule = setting.relativeGains.rule.rawValue
    if held == holds {
      return "By absolute gains alone, without the rule \(rule), it would "
        + (holds ? "be one too." : "not be one either.")
    }
    guard !held else {
      return "By absolute gains alone it would be one: it is the rule \(rule) that unmakes it."
    }
    let reasons = moves.filter { $0.gain.signum > 0 }.map { move in
      let key = move.best.map { setting.strategies[move.actor][$0].key } ?? ""
      return "\(setting.scenario.actors[move.actor].name) would move to \(key)"
    }
    return
      "By absolute gains alone it would not be one, since \(Words.list(reasons)): it is the rule "
      + "\(rule) that makes it."
  }
}

// Numbers in sentences.
extension Setting {
  /// `1/3 (0.3333)`, or a rounded number with `~`.
  func number(_ value: Rational) -> String {
    isExact ? value.readingText : "~" + value.double.text(digits: 6)
  }

  /// `ranks` or `counts`.
  var verb: String { isOrdinal ? "ranks" : "counts" }

  /// The number, and where the rule makes it differ from the gain, why.
  func counted(_ text: String, by actor: Int, at cell: Int) -> String {
    let gains = self.gains
    let own = gains.payoff(at: cell, of: actor)
    guard own != utilities.payoff(at: cell, of: actor) else { return text }
    let others = minded(by: actor).map { other in
      "\(scenario.actors[other].name) gains \(number(gains.payoff(at: cell, of: other)))"
    }
    return "\(text) (it gains \(number(own)), but \(Words.list(others)))"
  }

  /// The actors whose gains an actor minds or shares.
  func minded(by actor: Int) -> [Int] {
    let others = scenario.actors.indices.filter { $0 != actor }
    switch evaluated.rule {
    case .none: return []
    case .grieco(let table), .snidal(let table), .lead(let table), .convex(let table),
      .ally(let table):
      return others.filter { !table[actor][$0].isZero }
    case .power(let weights, _, _): return weights[actor].isZero ? [] : others
    }
  }
}
