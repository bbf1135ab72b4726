import Arithmetic
import GameForms
public import Laboratory
import Scenarios

/// A game in strategic form: all choose at once, and nobody learns another's choice before all have
/// chosen. Actors may see what profiles bring in different ways.
public struct SealedPlay: Play {
  /// What is played.
  public let setting: Setting
  private let form: StrategicForm
  /// `seen[actor]`: everybody's gains as that actor takes them to be, cell by cell; nil where all
  /// see the true ones.
  private let seen: [[Rational]]?
  private var moves: [Int?]
  /// What came of it, nil while it is going on.
  public private(set) var result: PlayResult?

  /// The game at the start.
  init(_ setting: Setting, form: StrategicForm, seen: [[Rational]]? = nil) {
    self.setting = setting
    self.form = form
    self.seen = seen
    moves = form.strategies.map { _ in nil }
  }

  /// Those who have not chosen.
  public var awaited: [Int] {
    result == nil ? moves.indices.filter { moves[$0] == nil } : []
  }

  /// Choices do not come one after another.
  public var step: Int { 0 }

  /// The actor's own strategies, its own choice, and what profiles bring it, as it sees them; where
  /// sights differ, also what it takes them to bring others.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    let own = form.strategies[actor]
    if let move = moves[actor] {
      outlook.chosen = own[move].label
    } else {
      outlook.choices = own.enumerated().map { place, strategy in
        Outlook.Choice(value: place, label: strategy.key, detail: strategy.description)
      }
    }
    if form.cells.count <= Self.mostProspects {
      outlook.prospects = form.cells.indices.map { cell in
        Outlook.Prospect(
          outcome: .said(words(form.profile(at: cell))),
          gain: .said(gain(at: cell, of: actor, to: actor).readingText),
          others: seen == nil
            ? []
            : moves.indices.filter { $0 != actor }.map {
              .said(gain(at: cell, of: $0, to: actor).readingText)
            })
      }
    }
    return outlook
  }

  /// Profiles past this number are not listed.
  private static let mostProspects = 64

  /// Refuses a second choice, and one that there is not; the same again is the same.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard case .choose(let strategy) = move, form.strategies[actor].indices.contains(strategy)
    else { throw .unknown }
    guard result == nil else { throw .late }
    guard moves[actor] == nil else { throw .alreadyMoved }
  }

  /// Seals a choice; the last one opens all.
  public mutating func make(_ move: Move, by actor: Int) {
    guard case .choose(let strategy) = move else { return }
    moves[actor] = strategy
    let profile = moves.compactMap(\.self)
    guard profile.count == moves.count else { return }
    result = PlayResult(
      outcome: profile, words: .said(words(profile)), cell: form.index(of: profile), in: setting)
  }

  /// Nothing comes of a game in which somebody has not chosen.
  public mutating func cutOff() {}

  /// The choice that the rule makes, by what the actor sees.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard moves[actor] == nil, result == nil else { return nil }
    let own = form.strategies[actor].indices
    switch rule {
    case .random:
      return .choose(Int.random(in: own, using: &generator))
    case .careful:
      return own.best { worst(of: actor, choosing: $0) }.map { .choose($0) }
    case .reciprocal:
      let friendly = setting.scenario.cooperation ?? form.strategies.map { _ in 0 }
      let hostile =
        setting.scenario.punishment?[actor] ?? (friendly[actor] == 0 ? own.count - 1 : 0)
      let isKind = moves.indices.allSatisfy {
        $0 == actor || last.map(\.outcome)?[$0] ?? friendly[$0] == friendly[$0]
      }
      return .choose(isKind ? friendly[actor] : hostile)
    }
  }

  private func worst(of actor: Int, choosing strategy: Int) -> Rational {
    let gains = form.cells.indices.filter { form.profile(at: $0)[actor] == strategy }
      .map { gain(at: $0, of: actor, to: actor) }
    return gains.min() ?? .zero
  }

  /// What a cell brings `other` as `actor` sees it.
  private func gain(at cell: Int, of other: Int, to actor: Int) -> Rational {
    seen.map { $0[actor][cell * moves.count + other] }
      ?? setting.gains.payoff(at: cell, of: other)
  }

  private func words(_ profile: [Int]) -> String {
    zip(setting.scenario.actors, zip(form.strategies, profile))
      .map { "\($0.name): \($1.0[$1.1].key)" }.joined(separator: ", ")
  }
}

extension StrategicForm.Strategy {
  /// The name, and what it means where that is said.
  var label: String { description.map { "\(key) (\($0))" } ?? key }
}
