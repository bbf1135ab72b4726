import Arithmetic
public import Laboratory
import Scenarios

/// Bargaining: actors propose a level of each issue; what all say yes to is agreed, unless somebody
/// at home does not consent; who leaves ends the talks.
public struct BargainingPlay: Talk {
  /// What is played.
  public let setting: Setting
  private let form: BargainingForm
  private var book: OfferBook<Int>
  /// What came of it, nil while it is going on.
  public private(set) var result: PlayResult?

  /// The talks at their beginning.
  init(_ setting: Setting, form: BargainingForm) {
    self.setting = setting
    self.form = form
    book = OfferBook(actors: setting.scenario.actors.count)
  }

  private var actors: Int { setting.scenario.actors.count }

  /// Those who have not answered a proposal that stands; everybody where there is none.
  public var awaited: [Int] { result == nil ? book.awaited : [] }

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
    outlook.proposals = book.proposals {
      words($0).plain
    } gain: {
      gain(of: $0, to: actor).readingText
    }
    outlook.mayLeave = true
    return outlook
  }

  private func prospects(of actor: Int) -> [Outlook.Prospect] {
    var cells: [Int] = []
    if form.combinations.count <= Self.mostProspects { cells += form.combinations.indices }
    cells.append(form.combinations.count)
    if let cell = form.cell(leaving: actor) { cells.append(cell) }
    return cells.map {
      Outlook.Prospect(outcome: words($0), gain: .said(gain(of: $0, to: actor).readingText))
    }
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
      try book.check(proposing: place)
    case .answer(let number, _): try book.check(answering: number)
    case .leave: break
    case .choose, .unite, .pass: throw .unknown
    }
  }

  /// Takes a proposal, an answer, or a leave.
  public mutating func make(_ move: Move, by actor: Int) {
    guard result == nil else { return }
    switch move {
    case .propose(let levels):
      guard let combination = form.combinations.firstIndex(of: levels) else { return }
      settle(book.propose(combination, by: actor))
    case .answer(let number, let yes):
      guard book.offers.indices.contains(number) else { return }
      book.answer(number, yes: yes, by: actor)
      settle(number)
    case .leave: end(form.cell(leaving: actor) ?? form.combinations.count)
    case .choose, .unite, .pass: return
    }
  }

  private mutating func settle(_ number: Int) {
    let offer = book.offers[number]
    guard offer.fallen == nil, offer.isAgreed else { return }
    let floors = form.numbers(of: setting.evaluated).floors
    for (ratifier, floor) in zip(form.ratifiers, floors)
    where gain(of: offer.content, to: ratifier.actor) < floor {
      book.fall(number, .notRatified(by: ratifier.name))
      return
    }
    end(offer.content)
  }

  private mutating func end(_ cell: Int) {
    var result = PlayResult(outcome: [cell], words: words(cell), cell: cell, in: setting)
    result.note = NashProduct(form.problem(of: setting.evaluated)).note(on: result) { words($0) }
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
    guard result == nil, let (number, combination) = book.unanswered(by: actor) else { return nil }
    let nothing = form.combinations.count
    let surpluses = (0..<actors).map { gain(of: combination, to: $0) - gain(of: nothing, to: $0) }
    return .answer(
      proposal: number, yes: rule.accepts(surpluses, as: actor, using: &generator))
  }

  private func gain(of cell: Int, to actor: Int) -> Rational {
    setting.evaluated.gains[cell * actors + actor]
  }

  private func words(_ cell: Int) -> Wording {
    if cell == form.combinations.count { return .disagreement }
    if let leaving = (0..<actors).first(where: { form.cell(leaving: $0) == cell }) {
      return .left(setting.scenario.actors[leaving].name)
    }
    guard cell < form.combinations.count, !form.listsOutcomes else {
      return .said(form.name(ofCell: cell))
    }
    return .said(
      zip(form.issues, form.combinations[cell])
        .map { "\($0.key): \($0.levels[$1].key)" }.joined(separator: ", "))
  }
}

extension BargainingForm: Playable {
  /// Actors make proposals and answer them.
  public func play(in setting: Setting) -> any Play { BargainingPlay(setting, form: self) }
}
