import Arithmetic
import GameForms
public import Laboratory
import Scenarios

/// A game of types: chance draws what each actor is and tells it that alone, then all choose at
/// once, and nobody learns another's choice before all have chosen, nor its type before the debrief.
public struct BayesianPlay: Play {
  /// What is played.
  public let setting: Setting
  private let form: BayesianForm
  private var types: [Int]?
  private var moves: [Int?]
  /// What came of it, nil while it is going on.
  public private(set) var result: PlayResult?

  /// The game before types are drawn.
  init(_ setting: Setting, form: BayesianForm) {
    self.setting = setting
    self.form = form
    moves = form.strategies.map { _ in nil }
  }

  /// How likely each profile of types is, until one is drawn.
  public var chance: [Rational]? { types == nil ? setting.evaluated.numbers : nil }

  /// Those who have not chosen.
  public var awaited: [Int] {
    types == nil || result != nil ? [] : moves.indices.filter { moves[$0] == nil }
  }

  /// Choices do not come one after another.
  public var step: Int { 0 }

  /// The types are drawn.
  public mutating func draw(_ action: Int) {
    guard types == nil, setting.evaluated.numbers.indices.contains(action) else { return }
    types = form.types(ofDraw: action)
  }

  /// The actor's own type, strategies and choice, and what may come of them where it is of that
  /// type.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    guard let own = types?[actor] else { return outlook }
    if form.types[actor].count > 1 { outlook.type = form.types[actor][own] }
    let strategies = form.strategies[actor]
    if let move = moves[actor] {
      outlook.chosen = strategies[move].label
    } else {
      outlook.choices = strategies.enumerated().map { place, strategy in
        Outlook.Choice(value: place, label: strategy.key, detail: strategy.description)
      }
    }
    let cells = possible(to: actor, of: own)
    if cells.count <= Self.mostProspects {
      outlook.prospects = cells.map { cell in
        Outlook.Prospect(
          outcome: .said(words(form.profile(ofCell: cell), hiding: actor)),
          gain: .said(gain(at: cell, of: actor).readingText))
      }
    }
    return outlook
  }

  /// Outcomes past this number are not listed.
  private static let mostProspects = 64

  /// The cells that an actor of one type thinks possible.
  private func possible(to actor: Int, of type: Int) -> [Int] {
    form.cells.indices.filter { cell in
      form.profile(ofCell: cell)[actor] == type
        && !setting.evaluated.numbers[form.draw(ofCell: cell)].isZero
    }
  }

  private func gain(at cell: Int, of actor: Int) -> Rational {
    setting.evaluated.gains[cell * moves.count + actor]
  }

  /// Refuses a second choice, and one that there is not.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard case .choose(let strategy) = move, form.strategies[actor].indices.contains(strategy)
    else { throw .unknown }
    guard types != nil, result == nil else { throw .late }
    guard moves[actor] == nil else { throw .alreadyMoved }
  }

  /// Seals a choice; the last one opens all.
  public mutating func make(_ move: Move, by actor: Int) {
    guard let types, case .choose(let strategy) = move else { return }
    moves[actor] = strategy
    let actions = moves.compactMap(\.self)
    guard actions.count == moves.count else { return }
    let outcome = types + actions
    var result = PlayResult(
      outcome: outcome, words: .said(words(outcome)), cell: form.cell(of: outcome), in: setting)
    result.told = .said(words(actions: actions))
    self.result = result
  }

  /// Nothing comes of a game in which somebody has not chosen.
  public mutating func cutOff() {}

  /// The choice that the rule makes, knowing the actor's own type; `reciprocal` is `careful` here.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard let own = types?[actor], moves[actor] == nil, result == nil else { return nil }
    let strategies = form.strategies[actor].indices
    switch rule {
    case .random: return .choose(Int.random(in: strategies, using: &generator))
    case .careful, .reciprocal:
      let cells = possible(to: actor, of: own)
      return strategies.best { strategy in
        cells.filter { form.profile(ofCell: $0)[moves.count + actor] == strategy }
          .map { gain(at: $0, of: actor) }.min() ?? .zero
      }.map { .choose($0) }
    }
  }

  /// Types and actions, without the type of one who knows it.
  private func words(_ outcome: [Int], hiding actor: Int? = nil) -> String {
    let actors = setting.scenario.actors.indices
    let types = actors.map { other in
      other == actor || form.types[other].count == 1 ? "" : form.types[other][outcome[other]]
    }
    return words(actions: Array(outcome.dropFirst(moves.count)), types: types)
  }

  private func words(actions: [Int], types: [String]? = nil) -> String {
    setting.scenario.actors.indices.map { actor in
      let type = types.flatMap { $0[actor].isEmpty ? nil : " (\($0[actor]))" } ?? ""
      return "\(setting.scenario.actors[actor].name)\(type): "
        + form.strategies[actor][actions[actor]].key
    }.joined(separator: ", ")
  }
}

extension BayesianForm: Playable {
  /// Chance draws types, then all choose at once.
  ///
  /// - Throws: `InputError` where the probabilities of types do not add up to 1.
  public func play(in setting: Setting) throws(InputError) -> any Play {
    _ = try games(of: setting.evaluated)
    return BayesianPlay(setting, form: self)
  }
}
