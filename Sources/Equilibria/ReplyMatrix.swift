import Arithmetic
import GameForms

/// The constraints `G x <= 1` of one actor's best-response polytope, flat and of any size.
///
/// Doubles guide a path; the systems that are solved exactly at its end are read from the game.
/// Entries are stored by the actor's own strategies, the replies fastest.
///
/// - Source: von Stengel 2002, Computing equilibria for two-person games, section 2.
struct ReplyMatrix {
  /// Differences of such integers are exact in doubles.
  private static let largestInteger = 1 << 45

  let game: StrategicGame
  let actor: Int
  /// The actor's own strategies.
  let dimension: Int
  /// The other actor's strategies.
  let constraints: Int
  /// `G` scaled to at most 1.
  let values: [Double]

  /// The matrices of the replies to both actors.
  static func both(in game: StrategicGame) -> [ReplyMatrix] {
    let integers = integers(in: game)
    return [0, 1].map { actor in
      ReplyMatrix(
        of: actor, in: game,
        values: integers.map { scaled($0[1 - actor], against: actor, in: game) }
          ?? scaledFractions(of: actor, in: game))
    }
  }

  private init(of actor: Int, in game: StrategicGame, values: [Double]) {
    self.game = game
    self.actor = actor
    self.values = values
    (dimension, constraints) = (game.shape[actor], game.shape[1 - actor])
  }

  /// Integers, in the order of profiles, shifted to at least 1 in each line and scaled.
  private static func scaled(
    _ payoffs: [Double], against actor: Int, in game: StrategicGame
  ) -> [Double] {
    let (dimension, constraints) = (game.shape[actor], game.shape[1 - actor])
    let (ownStep, replyStep) = (game.strides[actor], game.strides[1 - actor])
    var shifts = Array(repeating: 0.0, count: dimension)
    var largest = 1.0
    return [Double](unsafeUninitializedCapacity: payoffs.count) { values, count in
      count = payoffs.count
      payoffs.withUnsafeBufferPointer { payoffs in
        for own in 0..<dimension {
          var (least, most) = (Double.infinity, -Double.infinity)
          let line = own * constraints
          for reply in 0..<constraints {
            let value = payoffs[own &* ownStep &+ reply &* replyStep]
            values[line &+ reply] = value
            least = value < least ? value : least
            most = value > most ? value : most
          }
          shifts[own] = 1 - least
          largest = max(largest, most - least + 1)
        }
      }
      let scale = 1 / largest
      for own in 0..<dimension {
        let (line, shift) = (own * constraints, shifts[own])
        for reply in 0..<constraints {
          values[line &+ reply] = (values[line &+ reply] + shift) * scale
        }
      }
    }
  }

  /// The payoffs of each actor in the order of profiles, exact; nil where some is no integer or too
  /// large.
  private static func integers(in game: StrategicGame) -> [[Double]]? {
    var isWhole = true
    let count = game.profiles
    var second: [Double] = []
    let first = [Double](unsafeUninitializedCapacity: count) { first, initialized in
      initialized = count
      second = [Double](unsafeUninitializedCapacity: count) { second, initialized in
        initialized = count
        game.payoffs.withUnsafeBufferPointer { payoffs in
          for profile in 0..<count {
            let own = payoffs[2 &* profile].integer ?? largestInteger
            let other = payoffs[2 &* profile &+ 1].integer ?? largestInteger
            isWhole = isWhole && max(own.magnitude, other.magnitude) < largestInteger
            first[profile] = Double(own)
            second[profile] = Double(other)
          }
        }
      }
    }
    return isWhole ? [first, second] : nil
  }

  /// Differences from the least of each line, over the largest of them.
  private static func scaledFractions(of actor: Int, in game: StrategicGame) -> [Double] {
    let differences = (0..<game.shape[actor]).flatMap { own in
      let line = (0..<game.shape[1 - actor]).map { payoff($0, own, against: actor, in: game) }
      let least = line.reduce(line[0], min)
      return line.map { $0 - least }
    }
    let range = differences.reduce(.zero, max)
    let scale = range.isZero ? Rational.one : range.reciprocal
    return differences.map { (($0 * scale).double + 0x1p-10) / (1 + 0x1p-10) }
  }

  private static func payoff(
    _ reply: Int, _ own: Int, against actor: Int, in game: StrategicGame
  ) -> Rational {
    game.payoff(at: reply * game.strides[1 - actor] + own * game.strides[actor], of: 1 - actor)
  }

  /// An entry of `G` in doubles.
  func value(_ reply: Int, _ own: Int) -> Double { values[own * constraints + reply] }

  /// A strategy's column of `G`, or a constant without one, less multiples of other columns.
  func combine(
    _ own: Int?, plus constant: Double = 0, less factors: [Double], times others: [Int],
    into target: inout [Double]
  ) {
    let count = constraints
    values.withUnsafeBufferPointer { values in
      target.withUnsafeMutableBufferPointer { target in
        if let own {
          let column = UnsafeBufferPointer(rebasing: values[(own * count)..<((own + 1) * count)])
          for k in 0..<count { target[k] = column[k] }
        } else {
          for k in 0..<count { target[k] = constant }
        }
        for (other, factor) in zip(others, factors) {
          let column = UnsafeBufferPointer(
            rebasing: values[(other * count)..<((other + 1) * count)])
          for k in 0..<count { target[k] -= factor * column[k] }
        }
      }
    }
  }

  /// The mixed strategy with this support that makes these replies equally good, exact.
  ///
  /// - Returns: nil where no single one does.
  func mixedStrategy(support: [Int], replies: [Int]) -> [Rational]? {
    guard !support.isEmpty, support.count == replies.count else { return nil }
    // Less the least of each strategy, which changes no comparison of replies: small and positive.
    let lines = support.map { own in
      let line = replies.map { Self.payoff($0, own, against: actor, in: game) }
      let least = line.reduce(line[0], min)
      return line.map { $0 - least }
    }
    let isWhole = lines.allSatisfy { $0.allSatisfy { $0.integer != nil } }
    let scale = isWhole ? .one : Rational.commonDenominator(lines.joined())
    let words = replies.indices.map { reply in
      lines.compactMap { ($0[reply] * scale + .one).integer }
    }
    let solved: [Rational]?
    if words.allSatisfy({ $0.count == support.count }) {
      solved = LinearSystem.mixtureForOnes(words)
    } else {
      let solution = LinearSystem.solve(
        replies.indices.map { reply in lines.map { $0[reply] + .one } + [.one] })
      let total = solution?.reduce(.zero, +) ?? .zero
      solved = total.signum > 0 ? solution?.map { $0 / total } : nil
    }
    guard let solved else { return nil }
    var strategy = Array(repeating: Rational.zero, count: dimension)
    for (index, value) in zip(support, solved) { strategy[index] = value }
    return strategy
  }
}
