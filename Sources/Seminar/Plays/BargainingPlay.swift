import Arithmetic
public import Laboratory
import Scenarios

/// Bargaining: actors propose a level of each issue; what all say yes to is agreed, unless somebody
/// at home does not consent; who leaves ends the talks.
public struct BargainingPlay: Talk {
  /// What is played.
  public let setting: Setting
  private let form: BargainingForm
  private var proposals: [Offer] = []
  /// What came of it, nil while it is going on.
  public private(set) var result: PlayResult?

  private struct Offer: Sendable {
    let actor: Int
    let combination: Int
    var answers: [Bool?]
    var fallen: Fall?

    enum Fall: Hashable { case replaced, refused, notRatified(String) }
  }

  /// The talks at their beginning.
  init(_ setting: Setting, form: BargainingForm) {
    self.setting = setting
    self.form = form
  }

  private var actors: Int { setting.scenario.actors.count }

  /// Those who have not answered a proposal that stands; everybody where there is none.
  public var awaited: [Int] {
    guard result == nil else { return [] }
    let open = proposals.filter { $0.fallen == nil }
    guard !open.isEmpty else { return Array(0..<actors) }
    return (0..<actors).filter { actor in open.contains { $0.answers[actor] == nil } }
  }

  /// Nobody's move here comes too late because another moved.
  public var step: Int { 0 }

  /// The issues with what each level brings the actor, and the proposals.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    outlook.prospects = prospects(of: actor)
    guard result == nil else { return outlook }
    outlook.issues = form.issues.map { issue in
      Outlook.Issue(
        label: issue.key, detail: issue.meaning,
        levels: issue.levels.enumerated().map { place, level in
          Outlook.Choice(value: place, label: level.key, detail: level.meaning)
        })
    }
    outlook.proposals = proposals.enumerated().map { number, offer in
      Outlook.Proposal(
        number: number, actor: offer.actor, text: words(offer.combination),
        gain: gain(of: offer.combination, to: actor).readingText,
        answers: offer.answers.enumerated().map { Outlook.Answer(actor: $0, yes: $1) },
        stands: offer.fallen == nil,
        because: {
          if case .notRatified(let name)? = offer.fallen { "\(name): no" } else { nil }
        }())
    }
    outlook.mayLeave = true
    return outlook
  }

  private func prospects(of actor: Int) -> [Outlook.Prospect] {
    var list: [Outlook.Prospect] = []
    if form.combinations.count <= Self.mostProspects {
      list = form.combinations.indices.map { combination in
        Outlook.Prospect(
          outcome: words(combination), gain: gain(of: combination, to: actor).readingText)
      }
    }
    list.append(
      Outlook.Prospect(
        outcome: form.name(ofCell: form.combinations.count),
        gain: gain(of: form.combinations.count, to: actor).readingText))
    if let cell = form.cell(leaving: actor) {
      list.append(
        Outlook.Prospect(
          outcome: form.name(ofCell: cell), gain: gain(of: cell, to: actor).readingText))
    }
    return list
  }

  /// Combinations past this number are not listed.
  private static let mostProspects = 64

  /// Refuses a combination that cannot be had, and an answer to what does not stand.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard result == nil else { throw .late }
    switch move {
    case .propose(let levels):
      guard levels.count == form.issues.count,
        zip(form.issues, levels).allSatisfy({ $0.levels.indices.contains($1) })
      else { throw .unknown }
      guard let place = form.combinations.firstIndex(of: levels) else { throw .infeasible }
      guard !proposals.contains(where: { $0.fallen == nil && $0.combination == place }) else {
        throw .alreadyMoved
      }
      guard proposals.count < Self.mostProposals else { throw .full(limit: Self.mostProposals) }
    case .answer(let number, _):
      guard proposals.indices.contains(number) else { throw .unknown }
      guard proposals[number].fallen == nil else { throw .late }
    case .leave: break
    case .choose, .unite, .pass: throw .unknown
    }
  }

  /// Most proposals in one round.
  private static let mostProposals = 500

  /// Takes a proposal, an answer, or a leave.
  public mutating func make(_ move: Move, by actor: Int) {
    guard result == nil else { return }
    switch move {
    case .propose(let levels):
      guard let combination = form.combinations.firstIndex(of: levels) else { return }
      for index in proposals.indices
      where proposals[index].actor == actor && proposals[index].fallen == nil {
        proposals[index].fallen = .replaced
      }
      var answers = [Bool?](repeating: nil, count: actors)
      answers[actor] = true
      proposals.append(Offer(actor: actor, combination: combination, answers: answers))
      settle(proposals.count - 1)
    case .answer(let number, let yes):
      guard proposals.indices.contains(number), proposals[number].fallen == nil else { return }
      proposals[number].answers[actor] = yes
      settle(number)
    case .leave:
      end(form.cell(leaving: actor) ?? form.combinations.count)
    case .choose, .unite, .pass: return
    }
  }

  private mutating func settle(_ number: Int) {
    let offer = proposals[number]
    if offer.answers.contains(false) {
      proposals[number].fallen = .refused
      return
    }
    guard offer.answers.allSatisfy({ $0 == true }) else { return }
    let floors = form.numbers(of: setting.evaluated).floors
    for (ratifier, floor) in zip(form.ratifiers, floors)
    where gain(of: offer.combination, to: ratifier.actor) < floor {
      proposals[number].fallen = .notRatified(ratifier.name)
      return
    }
    end(offer.combination)
  }

  private mutating func end(_ cell: Int) {
    var result = PlayResult(outcome: [cell], words: words(cell), cell: cell, in: setting)
    result.note = NashProduct(form.problem(of: setting.evaluated)).words(of: result) { words($0) }
    self.result = result
  }

  /// No agreement.
  public mutating func cutOff() {
    if result == nil { end(form.combinations.count) }
  }

  /// The answer that the rule gives to the first proposal it has not answered.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard result == nil,
      let number = proposals.firstIndex(where: { $0.fallen == nil && $0.answers[actor] == nil })
    else { return nil }
    let combination = proposals[number].combination
    let nothing = form.combinations.count
    let own = gain(of: combination, to: actor) - gain(of: nothing, to: actor)
    let yes: Bool
    switch rule {
    case .random: yes = Bool.random(using: &generator)
    case .careful: yes = own.signum > 0
    case .reciprocal:
      let surplus = (0..<actors).reduce(Rational.zero) {
        $0 + gain(of: combination, to: $1) - gain(of: nothing, to: $1)
      }
      yes = own.signum > 0 && own * Rational(actors) >= surplus
    }
    return .answer(proposal: number, yes: yes)
  }

  private func gain(of cell: Int, to actor: Int) -> Rational {
    setting.evaluated.gains[cell * actors + actor]
  }

  private func words(_ cell: Int) -> String {
    guard cell < form.combinations.count, !form.listsOutcomes else {
      return form.name(ofCell: cell)
    }
    return zip(form.issues, form.combinations[cell])
      .map { "\($0.key): \($0.levels[$1].key)" }.joined(separator: ", ")
  }
}

extension BargainingForm: Playable {
  /// Actors make proposals and answer them.
  public func play(in setting: Setting) -> any Play { BargainingPlay(setting, form: self) }
}
