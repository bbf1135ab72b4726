import Arithmetic

/// A game of two in which one who knows its type sends a message, and one who sees only the message
/// replies.
///
/// - Source: Spence 1973; Cho and Kreps 1987.
public struct SignallingGame: Hashable, Sendable {
  /// A message that a type may send.
  public struct Offer: Hashable, Sendable {
    /// The message: which set of the receiver it leads to; nil where it ends the game.
    public let message: Int?
    /// `payoffs[reply]`: the sender's and the receiver's; one pair where the game ends.
    public let payoffs: [(Rational, Rational)]

    /// Whether both are the same.
    public static func == (a: Offer, b: Offer) -> Bool {
      a.message == b.message && a.payoffs.map(\.0) == b.payoffs.map(\.0)
        && a.payoffs.map(\.1) == b.payoffs.map(\.1)
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(message)
      hasher.combine(payoffs.map(\.0))
      hasher.combine(payoffs.map(\.1))
    }
  }

  /// The actor that sends and the actor that replies.
  public let sender: Int, receiver: Int
  /// How likely each type is.
  public let prior: [Rational]
  /// `offers[type]`: what the type may send.
  public let offers: [[Offer]]
  /// How many replies each message has.
  public let replies: [Int]
  /// The sender's information set of each type, in the tree it was made of.
  public let typeSets: [Int]
  /// The receiver's information set of each message.
  public let messageSets: [Int]

  /// The signalling game that a tree is; nil where it is none: chance moves first, and only then;
  /// each of its moves leads to a set of the sender of that one node; each of its actions leads to
  /// the receiver, who moves once, or ends the game.
  public init?(_ game: ExtensiveGame) {
    guard game.actors == 2, case .chance(let prior) = game.nodes[0].kind else { return nil }
    let starts = game.nodes[0].children
    let typeSets = starts.compactMap { game.set(of: $0) }
    guard typeSets.count == starts.count, let first = typeSets.first else { return nil }
    let sender = game.sets[first].actor
    guard typeSets.allSatisfy({ game.sets[$0].actor == sender && game.members[$0].count == 1 })
    else { return nil }
    var messageSets: [Int] = []
    var offers: [[Offer]] = []
    for start in starts {
      var list: [Offer] = []
      for child in game.nodes[start].children {
        if case .end(let payoffs) = game.nodes[child].kind {
          list.append(
            Offer(message: nil, payoffs: [(payoffs[sender], payoffs[1 - sender])]))
          continue
        }
        guard let set = game.set(of: child), game.sets[set].actor != sender else { return nil }
        var pairs: [(Rational, Rational)] = []
        for end in game.nodes[child].children {
          guard case .end(let payoffs) = game.nodes[end].kind else { return nil }
          pairs.append((payoffs[sender], payoffs[1 - sender]))
        }
        if !messageSets.contains(set) { messageSets.append(set) }
        guard let message = messageSets.firstIndex(of: set),
          !list.contains(where: { $0.message == message })
        else { return nil }
        list.append(Offer(message: message, payoffs: pairs))
      }
      offers.append(list)
    }
    self.sender = sender
    receiver = 1 - sender
    self.prior = prior
    self.offers = offers
    replies = messageSets.map { game.sets[$0].actions }
    self.typeSets = typeSets
    self.messageSets = messageSets
  }

  /// The types that may send a message, each with the place of the message among its offers.
  public func senders(of message: Int) -> [(type: Int, place: Int)] {
    offers.indices.compactMap { type in
      offers[type].firstIndex { $0.message == message }.map { (type, $0) }
    }
  }
}
