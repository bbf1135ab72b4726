import Arithmetic
import GameForms
public import Laboratory
public import Scenarios

/// Coalitions: actors propose whom to unite with and how to divide what that is worth; those who all
/// say yes are one coalition and leave the talks, as do those who stay alone.
///
/// Who unites is promised shares of what the coalition is worth by itself. What it has in the end
/// may be more or less, since others unite too: the difference is shared equally.
public struct CoalitionPlay: Talk {
  /// What is played.
  public let setting: Setting
  private let form: CoalitionalForm
  private let worth: @Sendable (Coalition) -> Rational
  private var offers: [Offer] = []
  private var blocks: [(coalition: Coalition, shares: [Rational])] = []
  /// What came of it, nil while it is going on.
  public private(set) var result: PlayResult?

  private struct Offer: Sendable {
    let actor: Int
    let coalition: Coalition
    let shares: [Rational]
    var answers: [Bool?]
    var stands = true
  }

  /// The talks at their beginning.
  init(_ setting: Setting, form: CoalitionalForm) {
    self.setting = setting
    self.form = form
    worth = form.worth(in: setting.evaluated)
  }

  private var actors: Int { setting.scenario.actors.count }

  private var free: [Int] {
    (0..<actors).filter { actor in !blocks.contains { $0.coalition.has(actor) } }
  }

  /// The free who have not answered a proposal to them; all of the free where there is none.
  public var awaited: [Int] {
    guard result == nil else { return [] }
    let open = offers.filter(\.stands)
    let asked = free.filter { actor in
      open.contains { offer in
        offer.coalition.members.firstIndex(of: actor).map { offer.answers[$0] == nil } ?? false
      }
    }
    return open.isEmpty ? free : asked
  }

  /// Nobody's move here comes too late because another moved.
  public var step: Int { 0 }

  /// Who is free, what coalitions with the actor are worth, and the proposals made.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    outlook.facts = blocks.map { block in
      Outlook.Fact(
        actor: block.coalition.members.first, text: .said(words(block.coalition, block.shares)))
    }
    outlook.proposals = offers.enumerated().map { number, offer in
      let members = offer.coalition.members
      return Outlook.Proposal(
        number: number, actor: offer.actor, text: words(offer.coalition, offer.shares),
        gain: members.firstIndex(of: actor).map { offer.shares[$0].readingText },
        answers: zip(members, offer.answers).map { Outlook.Answer(actor: $0, yes: $1) },
        stands: offer.stands)
    }
    guard result == nil, free.contains(actor) else { return outlook }
    let others = free.filter { $0 != actor }
    let coalitions = Coalition(others).subsets.map { $0.union(Coalition(of: actor)) }
      .sorted { ($0.count, $0.rawValue) < ($1.count, $1.rawValue) }
    outlook.partners = Outlook.Partners(
      free: free,
      worths: coalitions.prefix(Self.mostWorths).map {
        Outlook.Prospect(outcome: .said(name($0)), gain: .said(worth($0).readingText))
      })
    outlook.mayLeave = true
    return outlook
  }

  /// Coalitions past this number are not listed.
  private static let mostWorths = 64
  /// Most proposals in one round.
  private static let mostProposals = 500

  /// Refuses coalitions with those who are not free, shares that come to more than there is, and
  /// answers by others than members.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard result == nil, free.contains(actor) else { throw .late }
    switch move {
    case .unite(let members, let shares):
      guard members.contains(actor), members.count > 1, members == Set(members).sorted(),
        members.allSatisfy({ (0..<actors).contains($0) }), members.count == shares.count
      else { throw .unknown }
      guard members.allSatisfy(free.contains) else { throw .late }
      let worth = worth(Coalition(members))
      let numbers = shares.compactMap { Rational($0) }
      guard numbers.count == shares.count, numbers.reduce(.zero, +) <= worth else {
        throw .badShares(worth: worth.readingText)
      }
      guard offers.count < Self.mostProposals else { throw .full(limit: Self.mostProposals) }
    case .answer(let number, _):
      guard offers.indices.contains(number), offers[number].coalition.has(actor) else {
        throw .unknown
      }
      guard offers[number].stands else { throw .late }
    case .leave: break
    case .choose, .propose, .pass: throw .unknown
    }
  }

  /// Takes a proposal, an answer, or a wish to stay alone.
  public mutating func make(_ move: Move, by actor: Int) {
    guard result == nil else { return }
    switch move {
    case .unite(let members, let shares):
      let numbers = shares.compactMap { Rational($0) }
      guard numbers.count == members.count, let place = members.firstIndex(of: actor) else {
        return
      }
      for index in offers.indices where offers[index].actor == actor {
        offers[index].stands = false
      }
      var answers = [Bool?](repeating: nil, count: members.count)
      answers[place] = true
      offers.append(
        Offer(actor: actor, coalition: Coalition(members), shares: numbers, answers: answers))
    case .answer(let number, let yes):
      guard offers.indices.contains(number), offers[number].stands,
        let place = offers[number].coalition.members.firstIndex(of: actor)
      else { return }
      offers[number].answers[place] = yes
      if !yes { offers[number].stands = false }
      if offers[number].answers.allSatisfy({ $0 == true }) {
        unite(offers[number].coalition, offers[number].shares)
      }
    case .leave:
      let alone = Coalition(of: actor)
      unite(alone, [worth(alone)])
    case .choose, .propose, .pass: return
    }
  }

  private mutating func unite(_ coalition: Coalition, _ shares: [Rational]) {
    blocks.append((coalition, shares))
    for index in offers.indices where !offers[index].coalition.isDisjoint(with: coalition) {
      offers[index].stands = false
    }
    if free.count <= 1 { cutOff() }
  }

  /// Those who are still free stay alone.
  public mutating func cutOff() {
    guard result == nil else { return }
    for actor in free {
      blocks.append((Coalition(of: actor), [worth(Coalition(of: actor))]))
    }
    guard let structure = CoalitionStructure(blocks.map(\.coalition), actors: actors) else {
      return
    }
    let game = form.partition(in: setting.evaluated)
    var gains = [Rational](repeating: .zero, count: actors)
    for (coalition, shares) in blocks {
      let members = coalition.members
      guard let first = members.first else { continue }
      let rest =
        (game.worth(ofBlockOf: first, in: structure) - shares.reduce(.zero, +))
        / Rational(members.count)
      for (actor, share) in zip(members, shares) { gains[actor] = share + rest }
    }
    var result = PlayResult(
      outcome: structure.blockOf, words: .said(form.words(of: structure.blockOf)), gains: gains,
      in: setting)
    result.note = objection(to: gains)
    self.result = result
  }

  /// The coalition that would gain most by leaving a division; nil if none would: the
  /// division is then in the core.
  private func objection(to gains: [Rational]) -> Note? {
    let all = (1..<(1 << actors)).map(Coalition.init(rawValue:))
    let excess = { worth($0) - CoalitionalGame.total(gains, of: $0) }
    guard let worst = all.best(excess), excess(worst).signum > 0 else { return nil }
    return .couldHaveMore(name(worst), by: excess(worst).readingText)
  }

  /// Says yes or no as the rule has it to the first proposal not answered, and where nobody else is
  /// left, stays alone.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard result == nil, free.contains(actor) else { return nil }
    for (number, offer) in offers.enumerated() where offer.stands {
      let members = offer.coalition.members
      guard let place = members.firstIndex(of: actor), offer.answers[place] == nil else {
        continue
      }
      let surpluses = zip(members, offer.shares).map { $1 - worth(Coalition(of: $0)) }
      return .answer(
        proposal: number, yes: rule.accepts(surpluses, as: place, using: &generator))
    }
    return nil
  }

  private func name(_ coalition: Coalition) -> String {
    coalition.members.map { setting.scenario.actors[$0].name }.joined(separator: " + ")
  }

  private func words(_ coalition: Coalition, _ shares: [Rational]) -> String {
    zip(coalition.members, shares)
      .map { "\(setting.scenario.actors[$0].name) \($1.readingText)" }.joined(separator: ", ")
  }
}

extension CoalitionalForm: Playable {
  /// Actors propose coalitions and answer.
  ///
  /// - Throws: `InputError` for more actors than structures can be worked out for.
  public func play(in setting: Setting) throws(InputError) -> any Play {
    guard actors <= PartitionGame.mostActors else {
      throw InputError(
        "a table holds at most \(PartitionGame.mostActors) actors of a coalitional game, and "
          + "this has \(actors)", at: setting.scenario.position)
    }
    return CoalitionPlay(setting, form: self)
  }
}
