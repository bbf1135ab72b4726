import Arithmetic
import GameForms

/// The constraints `G x <= 1` of one actor's best-response polytope, flat and of any size.
///
/// Doubles guide a path; integers, where the payoffs have them, make the systems that are solved
/// exactly at its end. Both are stored by the actor's own strategies, the replies fastest.
///
/// - Source: von Stengel 2002, Computing equilibria for two-person games, section 2.
struct ReplyMatrix {
  /// Differences of such integers still fit a machine word with room to spare.
  private static let largestInteger = 1 << 45

  let game: StrategicGame
  let actor: Int
  /// The actor's own strategies.
  let dimension: Int
  /// The other actor's strategies.
  let constraints: Int
  /// `G`, positive integers, where machine words hold it.
  private let integers: [Int]?
  /// `G` scaled to at most 1.
  let values: [Double]

  /// The matrix of the replies to `actor`.
  init(of actor: Int, in game: StrategicGame) {
    self.game = game
    self.actor = actor
    let (dimension, constraints) = (game.shape[actor], game.shape[1 - actor])
    (self.dimension, self.constraints) = (dimension, constraints)
    if var integers = Self.integers(of: actor, in: game) {
      var largest = 1
      for line in stride(from: 0, to: integers.count, by: constraints) {
        let places = line..<(line + constraints)
        let least = integers[places].reduce(.max, min)
        for place in places {
          integers[place] -= least - 1
          largest = max(largest, integers[place])
        }
      }
      let scale = 1 / Double(largest)
      values = integers.map { Double($0) * scale }
      self.integers = integers
    } else {
      let differences = (0..<dimension).flatMap { own in
        let line = (0..<constraints).map { Self.payoff($0, own, against: actor, in: game) }
        let least = line.reduce(line[0], min)
        return line.map { $0 - least }
      }
      // All of them alike would have made integers.
      let range = differences.reduce(.zero, max)
      let scale = range.isZero ? Rational.one : range.reciprocal
      values = differences.map { (($0 * scale).double + 0x1p-10) / (1 + 0x1p-10) }
      integers = nil
    }
  }

  private static func payoff(
    _ reply: Int, _ own: Int, against actor: Int, in game: StrategicGame
  ) -> Rational {
    game.payoff(at: reply * game.strides[1 - actor] + own * game.strides[actor], of: 1 - actor)
  }

  /// The other actor's payoffs cleared of denominators, nil where they do not fit.
  private static func integers(of actor: Int, in game: StrategicGame) -> [Int]? {
    let (dimension, constraints) = (game.shape[actor], game.shape[1 - actor])
    let (ownStride, replyStride) = (game.strides[actor], game.strides[1 - actor])
    var integers: [Int] = []
    integers.reserveCapacity(dimension * constraints)
    for own in 0..<dimension {
      for reply in 0..<constraints {
        let place = own * ownStride + reply * replyStride
        guard let integer = game.payoff(at: place, of: 1 - actor).integer else {
          return clearedIntegers(of: actor, in: game)
        }
        guard integer.magnitude < largestInteger else { return nil }
        integers.append(integer)
      }
    }
    return integers
  }

  private static func clearedIntegers(of actor: Int, in game: StrategicGame) -> [Int]? {
    let payoffs = (0..<game.shape[actor]).flatMap { own in
      (0..<game.shape[1 - actor]).map { payoff($0, own, against: actor, in: game) }
    }
    let scale = Rational.commonDenominator(payoffs)
    guard let words = scale.integer, words < largestInteger else { return nil }
    let integers = payoffs.compactMap { ($0 * scale).integer }
    return integers.count == payoffs.count
      && integers.allSatisfy { $0.magnitude < largestInteger } ? integers : nil
  }

  /// An entry of `G` in doubles.
  func value(_ reply: Int, _ own: Int) -> Double { values[own * constraints + reply] }

  /// Subtracts a multiple of a strategy's column of `G`.
  func subtract(_ factor: Double, times own: Int, from target: inout [Double]) {
    let start = own * constraints
    values.withUnsafeBufferPointer { values in
      for k in target.indices { target[k] -= factor * values[start + k] }
    }
  }

  /// The mixed strategy with this support that makes these replies equally good, exact.
  ///
  /// - Returns: nil where no single one does.
  func mixedStrategy(support: [Int], replies: [Int]) -> [Rational]? {
    guard !support.isEmpty, support.count == replies.count else { return nil }
    let solved: [Rational]?
    if let integers {
      solved = LinearSystem.solveForOnes(
        replies.map { reply in support.map { integers[$0 * constraints + reply] } })
    } else {
      let lines = support.map { own in
        let least = (1..<max(constraints, 1)).reduce(Self.payoff(0, own, against: actor, in: game))
        {
          min($0, Self.payoff($1, own, against: actor, in: game))
        }
        return replies.map { Self.payoff($0, own, against: actor, in: game) - least + .one }
      }
      solved = LinearSystem.solve(
        replies.indices.map { reply in lines.map { $0[reply] } + [.one] })
    }
    guard let solved else { return nil }
    let total = solved.reduce(.zero, +)
    guard total.signum > 0 else { return nil }
    var strategy = Array(repeating: Rational.zero, count: dimension)
    for (index, value) in zip(support, solved) { strategy[index] = value / total }
    return strategy
  }
}
