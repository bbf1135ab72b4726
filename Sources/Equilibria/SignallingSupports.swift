import Arithmetic
import GameForms
import LinearPrograms

/// A signalling game together with which messages each type sends, and which replies follow each
/// message.
struct SignallingSupports {
  let game: SignallingGame
  /// `sends[type]`: places among the type's offers.
  let sends: [[Int]]
  /// `replies[message]`: the replies that are given.
  let replies: [[Int]]

  /// An equilibrium with exactly these supports, if there is one.
  func equilibrium() -> SignallingEquilibria.Found? {
    // Cheap tests first: a type that is sure to do better elsewhere needs no program.
    guard let receiver = receiverSide(), let sender = senderSide() else { return nil }
    let messages = game.offers.indices.map { type in
      game.offers[type].indices.map { sender.sent[[type, $0]] ?? .zero }
    }
    let kind: SignallingEquilibria.Kind
    let sentBy = game.offers.indices.map { type in
      sends[type].map { game.offers[type][$0].message ?? -1 - type }
    }
    if sentBy.indices.dropFirst().allSatisfy({ conveys(messages, 0) == conveys(messages, $0) }) {
      kind = .pooling
    } else if Set(sentBy.flatMap(\.self)).count == sentBy.reduce(0, { $0 + $1.count }) {
      kind = .separating
    } else {
      kind = .semiseparating
    }
    return .init(
      messages: messages, replies: receiver.point, beliefs: sender.beliefs,
      isUnique: receiver.isUnique && sender.isUnique, kind: kind)
  }

  /// How likely a type sends each message.
  private func conveys(_ messages: [[Rational]], _ type: Int) -> [Int: Rational] {
    var row: [Int: Rational] = [:]
    for (offer, weight) in zip(game.offers[type], messages[type]) where !weight.isZero {
      row[offer.message ?? -1] = weight
    }
    return row
  }

  /// The receiver's probabilities: each type must find the messages it sends best.
  private func receiverSide() -> (point: [[Rational]], isUnique: Bool)? {
    var columns: [[Int]: Int] = [:]
    for (message, list) in replies.enumerated() {
      for reply in list { columns[[message, reply]] = columns.count }
    }
    var cone = ProbabilityCone(variables: columns.count)
    for (message, list) in replies.enumerated() {
      cone.distribution(list.compactMap { columns[[message, $0]] })
    }
    for type in game.offers.indices {
      let worth = game.offers[type].map { offer -> (row: [Rational], constant: Rational) in
        var row = Array(repeating: Rational.zero, count: columns.count)
        guard let message = offer.message else { return (row, offer.payoffs[0].0) }
        for reply in replies[message] {
          if let column = columns[[message, reply]] { row[column] = offer.payoffs[reply].0 }
        }
        return (row, .zero)
      }
      guard let best = sends[type].first else { return nil }
      for place in worth.indices where place != best {
        let difference = zip(worth[best].row, worth[place].row).map { $0 - $1 }
        let constant = worth[best].constant - worth[place].constant
        cone.require(difference, constant, isEqual: sends[type].contains(place))
      }
    }
    guard let point = cone.interior() else { return nil }
    let isUnique = cone.isPoint()
    let rows = replies.indices.map { message in
      (0..<game.replies[message]).map { reply in
        columns[[message, reply]].map { point[$0] } ?? .zero
      }
    }
    return (rows, isUnique)
  }

  /// The sender's probabilities, and beliefs after messages that nobody sends: each reply given must
  /// be best.
  private func senderSide() -> (
    sent: [[Int]: Rational], beliefs: [[Rational]], isUnique: Bool
  )? {
    var columns: [[Int]: Int] = [:]
    for (type, list) in sends.enumerated() {
      for place in list { columns[[type, place]] = columns.count }
    }
    let sentColumns = columns.count
    let senders = game.replies.indices.map { game.senders(of: $0) }
    let isSent = senders.map { $0.contains { sends[$0.type].contains($0.place) } }
    // Beliefs after unsent messages have columns of their own.
    for (message, list) in senders.enumerated() where !isSent[message] {
      for (type, _) in list { columns[[-1 - message, type]] = columns.count }
    }
    var cone = ProbabilityCone(variables: columns.count, positive: sentColumns)
    for (type, list) in sends.enumerated() {
      cone.distribution(list.compactMap { columns[[type, $0]] })
    }
    for (message, list) in senders.enumerated() {
      var weights: [(column: Int, prior: Rational, offer: SignallingGame.Offer)] = []
      for (type, place) in list {
        if isSent[message] {
          guard let column = columns[[type, place]] else { continue }
          weights.append((column, game.prior[type], game.offers[type][place]))
        } else if let column = columns[[-1 - message, type]] {
          weights.append((column, .one, game.offers[type][place]))
        }
      }
      if !isSent[message] { cone.distribution(weights.map(\.column)) }
      guard let best = replies[message].first else { return nil }
      for reply in 0..<game.replies[message] where reply != best {
        var row = Array(repeating: Rational.zero, count: columns.count)
        for (column, prior, offer) in weights {
          row[column] = prior * (offer.payoffs[best].1 - offer.payoffs[reply].1)
        }
        cone.require(row, .zero, isEqual: replies[message].contains(reply))
      }
    }
    guard let point = cone.interior() else { return nil }
    let beliefs = senders.enumerated().map { message, list -> [Rational] in
      let weights = list.map { type, place -> Rational in
        isSent[message]
          ? game.prior[type] * (columns[[type, place]].map { point[$0] } ?? .zero)
          : columns[[-1 - message, type]].map { point[$0] } ?? .zero
      }
      let total = weights.reduce(.zero, +)
      return weights.map { $0 / total }
    }
    let sent = columns.filter { $0.key[0] >= 0 }.mapValues { point[$0] }
    return (sent, beliefs, cone.isPoint())
  }
}
