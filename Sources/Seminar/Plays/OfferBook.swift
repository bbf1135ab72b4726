/// Proposals to all actors of a table, each of which stands until it is replaced, refused, or all
/// say yes to it.
struct OfferBook<Content: Hashable & Sendable>: Sendable {
  /// Every proposal made, the last one last.
  private(set) var offers: [Offer] = []
  private let actors: Int

  /// A proposal and the answers to it.
  struct Offer: Sendable {
    let actor: Int
    let content: Content
    fileprivate(set) var answers: [Bool?]
    fileprivate(set) var fallen: Fall?

    /// Whether all say yes.
    var isAgreed: Bool { answers.allSatisfy { $0 == true } }
  }

  /// Why a proposal no longer stands.
  enum Fall: Hashable {
    case replaced, refused
    /// Somebody at home does not consent.
    case notRatified(by: String)
  }

  /// Most proposals in one round.
  static var mostOffers: Int { 500 }

  init(actors: Int) { self.actors = actors }

  /// Those who have not answered a proposal that stands; everybody where there is none.
  var awaited: [Int] {
    let open = offers.filter { $0.fallen == nil }
    guard !open.isEmpty else { return Array(0..<actors) }
    return (0..<actors).filter { actor in open.contains { $0.answers[actor] == nil } }
  }

  /// The first proposal that an actor has not answered.
  func unanswered(by actor: Int) -> (number: Int, content: Content)? {
    offers.firstIndex { $0.fallen == nil && $0.answers[actor] == nil }
      .map { ($0, offers[$0].content) }
  }

  /// Refuses a proposal that stands already, and one too many.
  func check(proposing content: Content) throws(Refusal) {
    guard !offers.contains(where: { $0.fallen == nil && $0.content == content }) else {
      throw .alreadyMoved
    }
    guard offers.count < Self.mostOffers else { throw .full(limit: Self.mostOffers) }
  }

  /// Refuses an answer to what does not stand.
  func check(answering number: Int) throws(Refusal) {
    guard offers.indices.contains(number) else { throw .unknown }
    guard offers[number].fallen == nil else { throw .late }
  }

  /// Makes a proposal in place of the actor's own that stands, and gives its number.
  mutating func propose(_ content: Content, by actor: Int) -> Int {
    for index in offers.indices where offers[index].actor == actor && offers[index].fallen == nil {
      offers[index].fallen = .replaced
    }
    var answers = [Bool?](repeating: nil, count: actors)
    answers[actor] = true
    offers.append(Offer(actor: actor, content: content, answers: answers))
    return offers.count - 1
  }

  /// Answers a proposal that stands.
  mutating func answer(_ number: Int, yes: Bool, by actor: Int) {
    guard offers.indices.contains(number), offers[number].fallen == nil else { return }
    offers[number].answers[actor] = yes
    if !yes { offers[number].fallen = .refused }
  }

  /// Lets a proposal that all agreed to fall.
  mutating func fall(_ number: Int, _ fall: Fall) { offers[number].fallen = fall }

  /// The proposals as an actor sees them.
  func proposals(
    words: (Content) -> String, gain: (Content) -> String
  ) -> [Outlook.Proposal] {
    offers.enumerated().map { number, offer in
      Outlook.Proposal(
        number: number, actor: offer.actor, text: words(offer.content), gain: gain(offer.content),
        answers: offer.answers.enumerated().map { Outlook.Answer(actor: $0, yes: $1) },
        stands: offer.fallen == nil,
        blockedBy: {
          if case .notRatified(let name)? = offer.fallen { name } else { nil }
        }())
    }
  }
}
