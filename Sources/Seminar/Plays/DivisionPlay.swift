import Arithmetic
import GameForms
public import Laboratory
public import Scenarios

/// A division: actors propose who has which parcel, or which share of one that can be cut; what all
/// say yes to is done. Without agreement there is what the game says of disagreement.
public struct DivisionPlay: Talk {
  /// What is played.
  public let setting: Setting
  private let form: DivisionForm
  /// `splits[parcel]`: the shares, one an actor, that a proposal can name.
  private let splits: [[[Rational]]]
  private var book: OfferBook<[Int]>
  /// What came of it, nil while it is going on.
  public private(set) var result: PlayResult?

  /// The talks at their beginning.
  init(_ setting: Setting, form: DivisionForm) {
    self.setting = setting
    self.form = form
    let actors = setting.scenario.actors.count
    splits = form.parcels.map { Self.splits(among: actors, divisible: $0.divisible) }
    book = OfferBook(actors: actors)
  }

  private var actors: Int { setting.scenario.actors.count }

  /// Most actors at a table: splits among subsets are listed.
  static let mostActors = 6
  /// What two can cut a parcel into.
  private static let parts = [
    (1, 10), (1, 5), (1, 4), (3, 10), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (7, 10), (3, 4),
    (4, 5), (9, 10),
  ].map { Rational($0, $1) }

  /// All to one; of what can be cut also simple fractions between two, and equal parts among more.
  private static func splits(among actors: Int, divisible: Bool) -> [[Rational]] {
    let whole = (0..<actors).map { holder in
      (0..<actors).map { $0 == holder ? Rational.one : .zero }
    }
    guard divisible else { return whole }
    if actors == 2 { return whole + parts.reversed().map { [$0, .one - $0] } }
    let shared = (1..<(1 << actors)).map(Coalition.init(rawValue:)).filter { $0.count > 1 }
      .sorted { ($0.count, $0.rawValue) < ($1.count, $1.rawValue) }
    return whole
      + shared.map { coalition in
        (0..<actors).map { coalition.has($0) ? Rational(1, coalition.count) : .zero }
      }
  }

  /// Those who have not answered a proposal that stands; everybody where there is none.
  public var awaited: [Int] { result == nil ? book.awaited : [] }

  /// Nobody's move here comes too late because another moved.
  public var step: Int { 0 }

  /// The parcels with what each is worth to the actor, how they can be shared, and the proposals.
  public func outlook(of actor: Int) -> Outlook {
    var outlook = Outlook()
    let worths = form.worths(of: setting.evaluated)[actor]
    outlook.prospects =
      zip(form.parcels, worths).map {
        Outlook.Prospect(outcome: .said(label($0)), gain: .said($1.readingText))
      } + [
        Outlook.Prospect(outcome: .disagreement, gain: .said(disagreement[actor].readingText))
      ]
    guard result == nil else { return outlook }
    outlook.issues = zip(form.parcels, splits).map { parcel, splits in
      Outlook.Issue(
        label: parcel.key, detail: parcel.meaning,
        levels: splits.enumerated().map { place, shares in
          Outlook.Choice(value: place, label: words(shares), detail: nil)
        })
    }
    outlook.proposals = book.proposals {
      words($0)
    } gain: {
      gains(of: $0)[actor].readingText
    }
    outlook.mayLeave = true
    return outlook
  }

  /// Refuses shares that there are not, and an answer to what does not stand.
  public func check(_ move: Move, by actor: Int) throws(Refusal) {
    guard result == nil else { throw .late }
    switch move {
    case .propose(let levels):
      guard isDivision(levels) else { throw .unknown }
      try book.check(proposing: levels)
    case .answer(let number, _): try book.check(answering: number)
    case .leave: break
    case .choose, .unite, .pass: throw .unknown
    }
  }

  private func isDivision(_ levels: [Int]) -> Bool {
    levels.count == splits.count && zip(splits, levels).allSatisfy { $0.indices.contains($1) }
  }

  /// Takes a proposal, an answer, or a leave.
  public mutating func make(_ move: Move, by actor: Int) {
    guard result == nil else { return }
    switch move {
    case .propose(let levels):
      if isDivision(levels) { settle(book.propose(levels, by: actor)) }
    case .answer(let number, let yes):
      guard book.offers.indices.contains(number) else { return }
      book.answer(number, yes: yes, by: actor)
      settle(number)
    case .leave: cutOff()
    case .choose, .unite, .pass: return
    }
  }

  private mutating func settle(_ number: Int) {
    let offer = book.offers[number]
    guard offer.fallen == nil, offer.isAgreed else { return }
    let allocation = allocation(offer.content)
    var result = PlayResult(
      outcome: form.outcome(of: allocation), words: .said(words(offer.content)),
      gains: gains(of: offer.content), in: setting)
    if setting.relativeGains.rule.isLinear {
      let problem = form.problem(of: setting.evaluated)
      result.note = .envy(
        (0..<actors).filter { actor in
          (0..<actors).contains {
            $0 != actor && problem.envy(of: actor, towards: $0, in: allocation).signum > 0
          }
        }.map { setting.scenario.actors[$0].name })
    }
    self.result = result
  }

  /// No agreement.
  public mutating func cutOff() {
    guard result == nil else { return }
    result = PlayResult(
      outcome: Self.nothing, words: .disagreement, gains: disagreement, in: setting)
  }

  /// What stands for disagreement, which no division is encoded as.
  private static let nothing = [-1]

  /// The answer that the rule gives to the first proposal it has not answered.
  public func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move? {
    guard result == nil, let (number, levels) = book.unanswered(by: actor) else { return nil }
    let surpluses = zip(gains(of: levels), disagreement).map { $0 - $1 }
    return .answer(
      proposal: number, yes: rule.accepts(surpluses, as: actor, using: &generator))
  }

  private func allocation(_ levels: [Int]) -> DivisionProblem.Allocation {
    zip(splits, levels).map { $0[$1] }
  }

  /// Absolute gains over the status quo.
  private func gains(of levels: [Int]) -> [Rational] {
    let allocation = allocation(levels)
    return form.worths(of: setting.evaluated).enumerated().map { actor, worths in
      zip(worths, allocation).reduce(.zero) { $0 + $1.0 * $1.1[actor] }
    }
  }

  private var disagreement: [Rational] {
    guard form.disagreement != nil else { return Array(repeating: .zero, count: actors) }
    return Array(setting.evaluated.gains.suffix(actors))
  }

  private func label(_ parcel: DivisionForm.Parcel) -> String {
    parcel.meaning.map { "\(parcel.key) (\($0))" } ?? parcel.key
  }

  private func words(_ levels: [Int]) -> String {
    zip(form.parcels, allocation(levels)).map { "\($0.key): \(words($1))" }
      .joined(separator: ", ")
  }

  private func words(_ shares: [Rational]) -> String {
    zip(setting.scenario.actors, shares).filter { !$0.1.isZero }
      .map { $0.1 == .one ? $0.0.name : "\($0.0.name) \($0.1.description)" }
      .joined(separator: " + ")
  }
}

extension DivisionForm: Playable {
  /// Actors propose divisions and answer.
  ///
  /// - Throws: `InputError` for more actors than ways to share a parcel can be listed for.
  public func play(in setting: Setting) throws(InputError) -> any Play {
    guard actors.count <= DivisionPlay.mostActors else {
      throw InputError(
        "a table holds at most \(DivisionPlay.mostActors) actors of a division, and this has "
          + "\(actors.count)", at: setting.scenario.position)
    }
    return DivisionPlay(setting, form: self)
  }
}
