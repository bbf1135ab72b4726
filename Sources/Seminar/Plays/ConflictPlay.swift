import Arithmetic
import GameForms
public import Laboratory
public import Scenarios

/// A conflict: actors move in turn from state to state or leave things as they are; it ends where
/// all leave things as they are one after another.
public struct ConflictPlay: Talk {
  /// What is played.
  public let setting: Setting
  private let form: ConflictForm
  private let graph: ConflictGraph
  private var state: Int
  private var turn = 0
  private var passes = 0
  private var history: [Outlook.Fact] = []
  private var isOver = false
  /// How many moves were made.
  public private(set) var step = 0

  /// The conflict in its status quo, or in its first state.
  init(_ setting: Setting, form: ConflictForm) {
    self.setting = setting
    self.form = form
    graph = form.graph(of: setting.evaluated)
    state = form.statusQuo ?? 0
  }

  /// Most moves an actor.
  private static let mostMoves = 20

  /// The actor whose turn it is.
  public var awaited: [Int] { isOver ? [] : [turn] }

  /// The state in which it ended.
  public var result: PlayResult? {
    guard isOver else { return nil }
    let words = Wording.said(form.name(ofState: state))
    guard case .gains(let gains) = form.preferences else {
      return PlayResult(outcome: [state], words: words, gains: nil, utilities: nil)
    }
    return PlayResult(outcome: [state], words: words, cell: gains.entry[state], in: setting)
  }

  /// The state, what led to it, and where the actor can turn.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    outlook.situation = label(state)
    outlook.facts = history
    if !isOver, turn == actor {
      outlook.choices = graph.moves[actor][state].map { target in
        Outlook.Choice(
          value: Int(target), label: form.name(ofState: Int(target)),
          detail: difference(to: Int(target)))
      }
      outlook.mayPass = true
    }
    if graph.states <= Self.mostProspects {
      outlook.prospects = (0..<graph.states).map { state in
        Outlook.Prospect(outcome: label(state), gain: value(of: state, to: actor))
      }
    }
    return outlook
  }

  /// States past this number are not listed.
  private static let mostProspects = 40

  private func value(of state: Int, to actor: Int) -> Wording {
    guard case .gains(let gains) = form.preferences else {
      let order = graph.preferences[actor].ranks
      return .rank(order[state] + 1, of: (order.max() ?? 0) + 1)
    }
    let actors = setting.scenario.actors.count
    return .said(setting.evaluated.gains[gains.entry[state] * actors + actor].readingText)
  }

  private func label(_ state: Int) -> Wording {
    let taken = form.options.indices.filter { isTaken($0, in: state) }
      .map { form.options[$0].description ?? form.options[$0].key }
    let name = form.name(ofState: state)
    return taken.isEmpty
      ? .noOption(state: name) : .said("\(name): \(taken.joined(separator: "; "))")
  }

  private func difference(to target: Int) -> String {
    form.options.indices.filter { isTaken($0, in: state) != isTaken($0, in: target) }
      .map { place in
        let option = form.options[place]
        let words = option.description ?? option.key
        return isTaken(place, in: target) ? "+ \(words)" : "- \(words)"
      }.joined(separator: "; ")
  }

  private func isTaken(_ option: Int, in state: Int) -> Bool {
    form.codes[state] >> (form.options.count - 1 - option) & 1 == 1
  }

  /// Refuses a move out of turn, and one that there is not.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard !isOver else { throw .late }
    switch move {
    case .choose(let target):
      guard turn == actor else { throw .notYourTurn }
      guard graph.moves[actor][state].contains(where: { Int($0) == target }) else {
        throw .unknown
      }
    case .pass: guard turn == actor else { throw .notYourTurn }
    case .propose, .unite, .answer, .leave: throw .unknown
    }
  }

  /// Turns to another state or leaves things as they are.
  public mutating func make(_ move: Move, by actor: Int) {
    guard !isOver, turn == actor else { return }
    switch move {
    case .choose(let target):
      guard graph.moves[actor][state].contains(where: { Int($0) == target }) else { return }
      history.append(
        Outlook.Fact(
          actor: actor, text: .said("\(form.name(ofState: target)) (\(difference(to: target)))")))
      state = target
      passes = 0
    case .pass:
      history.append(Outlook.Fact(actor: actor, text: .pass))
      passes += 1
    case .propose, .unite, .answer, .leave: return
    }
    step += 1
    turn = (turn + 1) % graph.actors
    isOver = passes >= graph.actors || step >= Self.mostMoves * graph.actors
  }

  /// Things stay as they are.
  public mutating func cutOff() { isOver = true }

  /// `careful` and `reciprocal` turn to the best state that is better than this, if there is one.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard !isOver, turn == actor else { return nil }
    let targets = graph.moves[actor][state].map { Int($0) }
    switch rule {
    case .random:
      let place = Int.random(in: 0...targets.count, using: &generator)
      return place == targets.count ? .pass : .choose(targets[place])
    case .careful, .reciprocal:
      let order = graph.preferences[actor]
      let better = targets.filter { order.prefers($0, to: state) }
      return better.best { order.ranks[$0] }.map { .choose($0) } ?? .pass
    }
  }
}

extension ConflictForm: Playable {
  /// Actors move in turn.
  public func play(in setting: Setting) -> any Play { ConflictPlay(setting, form: self) }
}
