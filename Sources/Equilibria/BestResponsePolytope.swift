import Arithmetic
import GameForms

/// The polytope `{x >= 0, G x <= 1}` of one actor in a game of two: its points are the actor's
/// mixed strategies, scaled, with the other actor's best replies tight.
///
/// `G` has a row for each of the other actor's strategies (`constraints`) and a column for each of
/// the actor's own (`dimension`). Its entries are positive integers: payoffs cleared of
/// denominators and shifted within each column, which leaves best replies as they are.
///
/// - Source: von Stengel 2002, Computing equilibria for two-person games, section 2.
struct BestResponsePolytope {
  let dimension: Int
  let constraints: Int
  /// `rows[j][i]`, positive integers.
  let rows: [[Rational]]
  /// The label of the inequality `x_i >= 0`.
  let ownLabels: [Int]
  /// The label of the inequality `G_j x <= 1`.
  let replyLabels: [Int]

  /// The polytope of `actor`'s mixed strategies.
  init(of actor: Int, in game: StrategicGame) {
    let other = 1 - actor
    let (dimension, constraints) = (game.shape[actor], game.shape[other])
    func payoff(_ reply: Int, _ own: Int) -> Rational {
      game.payoff(
        at: actor == 0 ? own * game.shape[1] + reply : reply * game.shape[1] + own, of: other)
    }
    var scale = Rational.one
    for reply in 0..<constraints {
      for own in 0..<dimension { scale = scale.commonMultiple(ofDenominator: payoff(reply, own)) }
    }
    let least = (0..<dimension).map { own in
      (0..<constraints).map { payoff($0, own) }.min() ?? .zero
    }
    rows = (0..<constraints).map { reply in
      (0..<dimension).map { (payoff(reply, $0) - least[$0]) * scale + .one }
    }
    self.dimension = dimension
    self.constraints = constraints
    let base = [0, game.shape[0]]
    ownLabels = (0..<dimension).map { base[actor] + $0 }
    replyLabels = (0..<constraints).map { base[other] + $0 }
  }

  /// The polytope of the strategies that use only the actor's own labels among these.
  func restricted(to labels: LabelSet) -> BestResponsePolytope {
    let kept = (0..<dimension).filter { labels.contains(ownLabels[$0]) }
    return BestResponsePolytope(
      rows: rows.map { row in kept.map { row[$0] } }, ownLabels: kept.map { ownLabels[$0] },
      replyLabels: replyLabels)
  }

  private init(rows: [[Rational]], ownLabels: [Int], replyLabels: [Int]) {
    self.rows = rows
    self.ownLabels = ownLabels
    self.replyLabels = replyLabels
    dimension = ownLabels.count
    constraints = replyLabels.count
  }

  /// The label of a variable: the x come first, then the slacks.
  var labels: [Int] { ownLabels + replyLabels }

  /// The mixed strategy at the vertex with these tight labels, exact.
  ///
  /// - Returns: nil at the origin, or where the labels determine no point.
  func mixedStrategy(at vertex: LabelSet) -> [Rational]? {
    let support = (0..<dimension).filter { !vertex.contains(ownLabels[$0]) }
    let tight = (0..<constraints).filter { vertex.contains(replyLabels[$0]) }
    guard !support.isEmpty else { return nil }
    let words = tight.map { row in support.compactMap { rows[row][$0].integer } }
    let mixture: [Rational]
    if support.count == tight.count, words.allSatisfy({ $0.count == support.count }) {
      guard let solved = LinearSystem.mixtureForOnes(words) else { return nil }
      mixture = solved
    } else {
      let equations = tight.map { row in support.map { rows[row][$0] } + [.one] }
      guard let solved = LinearSystem.solve(equations) else { return nil }
      let total = solved.reduce(.zero, +)
      mixture = solved.map { $0 / total }
    }
    var strategy = Array(repeating: Rational.zero, count: dimension)
    for (index, value) in zip(support, mixture) { strategy[index] = value }
    return strategy
  }
}

extension Rational {
  /// The least integer that both the receiver (an integer) and `other`'s denominator divide.
  fileprivate func commonMultiple(ofDenominator other: Rational) -> Rational {
    let product = self * other
    guard !product.isInteger else { return self }
    return self * product.denominatorPart
  }
}
