public import Arithmetic
public import Laboratory
import Scenarios

/// A game in extensive form: actors move in turn, each seeing what its information set sees.
public struct TreePlay: Play {
  /// What is played.
  public let setting: Setting
  private let form: ExtensiveForm
  private let sight: TreeSight
  private let probabilities: [[Rational]]
  private var path: [Int] = []
  private var node = 0
  private var known: [[Outlook.Fact]]

  /// The game at its root.
  init(_ setting: Setting, form: ExtensiveForm) {
    self.setting = setting
    self.form = form
    sight = TreeSight(form)
    var numbers = setting.evaluated.numbers[...]
    probabilities = form.nodes.map { node in
      guard case .chance(let moves) = node.kind else { return [] }
      defer { numbers = numbers.dropFirst(moves.count) }
      return Array(numbers.prefix(moves.count))
    }
    known = setting.scenario.actors.map { _ in [] }
    look()
  }

  /// The actor whose turn it is.
  public var awaited: [Int] { here.map { [form.sets[$0].actor] } ?? [] }

  /// Only where everybody sees every move: else whose turn it is would tell what was hidden.
  public var showsAwaited: Bool { form.isOpen }

  /// How many moves were made.
  public var step: Int { path.count }

  /// How likely each move of chance is, where it is its turn.
  public var chance: [Rational]? {
    if case .chance = form.nodes[node].kind { probabilities[node] } else { nil }
  }

  /// The end that was reached.
  public var result: PlayResult? {
    guard case .end(let cell) = form.nodes[node].kind else { return nil }
    var result = PlayResult(
      outcome: path, words: .said(form.words(of: path)), cell: cell, in: setting)
    // The path would tell what was hidden.
    if !form.isOpen { result.told = nil }
    return result
  }

  private var here: Int? {
    if case .decision(let set) = form.nodes[node].kind { set } else { nil }
  }

  /// What the actor knew when it last moved or was asked, and its actions where it is its turn.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    outlook.facts = known[actor]
    if let set = here, form.sets[set].actor == actor {
      outlook.situation = form.sets[set].meaning.map { .said($0) }
      outlook.choices = form.sets[set].actions.enumerated().map {
        Outlook.Choice(value: $0, label: $1, detail: nil)
      }
    }
    if form.cells.count <= Self.mostProspects {
      let actors = setting.scenario.actors.count
      outlook.prospects = form.cells.indices.map { cell in
        Outlook.Prospect(
          outcome: .said(form.name(ofCell: cell)),
          gain: .said(setting.evaluated.gains[cell * actors + actor].readingText))
      }
    }
    return outlook
  }

  /// Ends past this number are not listed.
  private static let mostProspects = 40

  /// Refuses a move out of turn, and one that there is not.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard case .choose(let action) = move else { throw .unknown }
    guard result == nil else { throw .late }
    guard let set = here, form.sets[set].actor == actor else { throw .notYourTurn }
    guard form.sets[set].actions.indices.contains(action) else { throw .unknown }
  }

  /// Takes an action.
  public mutating func make(_ move: Move, by actor: Int) {
    guard case .choose(let action) = move, let set = here, form.sets[set].actor == actor,
      form.sets[set].actions.indices.contains(action)
    else { return }
    known[actor].append(Outlook.Fact(actor: actor, text: .said(form.sets[set].actions[action])))
    go(action)
  }

  /// Chance moves.
  public mutating func draw(_ action: Int) {
    if let chance, chance.indices.contains(action) { go(action) }
  }

  private mutating func go(_ action: Int) {
    path.append(action)
    guard let next = form.node(at: path) else { return }
    node = next
    look()
  }

  /// The actor whose turn it is learns what its information set tells it.
  private mutating func look() {
    if let set = here { known[form.sets[set].actor] = sight.facts(at: node, in: set) }
    if form.isOpen {
      for actor in known.indices { known[actor] = sight.path(to: node) }
    }
  }

  /// Nothing comes of a game that has not ended.
  public mutating func cutOff() {}

  /// The action that the rule takes: `reciprocal` is `careful` here.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard let set = here, form.sets[set].actor == actor else { return nil }
    let actions = form.sets[set].actions.indices
    switch rule {
    case .random: return .choose(Int.random(in: actions, using: &generator))
    case .careful, .reciprocal:
      // The bot knows no more than the set: the worst over all of its nodes counts.
      let nodes = sight.members[set]
      return actions.best { action in
        nodes.map { worst(of: actor, below: form.node(at: form.path(to: $0) + [action]) ?? $0) }
          .min() ?? .zero
      }.map { .choose($0) }
    }
  }

  private func worst(of actor: Int, below node: Int) -> Rational {
    let actors = setting.scenario.actors.count
    var worst: Rational?
    var index = node
    // Nodes below follow their node without a gap.
    let depth = form.path(to: node).count
    while index < form.nodes.count, index == node || form.path(to: index).count > depth {
      if case .end(let cell) = form.nodes[index].kind {
        let gain = setting.evaluated.gains[cell * actors + actor]
        worst = worst.map { min($0, gain) } ?? gain
      }
      index += 1
    }
    return worst ?? .zero
  }
}

extension ExtensiveForm: Playable {
  /// Actors move in turn.
  public func play(in setting: Setting) -> any Play { TreePlay(setting, form: self) }
}
