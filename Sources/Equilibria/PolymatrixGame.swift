/// The game that a game looks like near a mixed profile, where what every strategy earns is taken as
/// linear in the others' mixtures: a sum of games of two.
///
/// - Source: Govindan and Wilson 2004; Miller and Zucker 1991 for Lemke's algorithm on such games;
///   van den Elzen and Talman 1991 for the path from a prior.
struct PolymatrixGame {
  private let tensor: PayoffTensor
  /// One over each actor's spread of payoffs.
  private let scales: [Double]
  private var values: [Double]
  private var jacobian: [Double]

  /// For approximations of this game.
  ///
  /// - Parameter spreads: of each actor's payoffs.
  init(_ tensor: PayoffTensor, spreads: [Double]) {
    self.tensor = tensor
    scales = spreads.map { $0 > 0 ? 1 / $0 : 1 }
    values = Array(repeating: 0, count: tensor.strategies)
    jacobian = Array(repeating: 0, count: tensor.strategies * tensor.strategies)
  }

  /// An equilibrium of the approximation at `prior`, at the end of the path that begins with what
  /// is best against `prior`; nil where roundings or time lose it.
  ///
  /// With `x` the weights played and `t` what they sum to, every actor replies to `x + (1 - t) prior`;
  /// Lemke's algorithm takes `t` from 0 to 1.
  mutating func equilibrium(from prior: [Double], shouldStop: () -> Bool) -> [Double]? {
    let count = tensor.strategies
    tensor.evaluate(at: prior, values: &values, jacobian: &jacobian)
    let best = tensor.shape.indices.map { actor in
      tensor.range(of: actor).reduce(tensor.offsets[actor]) {
        values[$1] > values[$0] ? $1 : $0
      }
    }
    var rows: [[Double]] = []
    var limits: [Double] = []
    var basic: [Int] = []
    for actor in tensor.shape.indices {
      for place in tensor.range(of: actor) {
        let isReply = place == best[actor]
        rows.append(
          isReply ? weightRow(place, of: actor) : shortfallRow(place, of: actor, best))
        limits.append(isReply ? 0 : (values[best[actor]] - values[place]) * scales[actor])
        // Variable 2k is the weight of strategy k, 2k + 1 what it falls short of the best.
        basic.append(isReply ? 2 * place : 2 * place + 1)
      }
    }
    let isReply = (0..<count).map { basic[$0] & 1 == 0 }
    var tableau = LemkeTableau(
      rows: rows, limits: limits, basic: basic, nonbasic: basic.map { $0 ^ 1 },
      // Lifted shortfalls keep the replies best, whatever lifted weights do.
      order: (0..<count).filter { !isReply[$0] } + (0..<count).filter { isReply[$0] })
    guard case .solved = tableau.walk(limit: 50 * count + 1000, shouldStop: shouldStop) else {
      return nil
    }
    var mixed = (0..<count).map { max(0, tableau.value(of: 2 * $0)) }
    for actor in tensor.shape.indices {
      let own = tensor.range(of: actor)
      let sum = own.reduce(0) { $0 + mixed[$1] }
      guard sum > 0.5, sum < 2 else { return nil }
      for place in own { mixed[place] /= sum }
    }
    return mixed
  }

  /// The reply's weight is `t` less the others': zero at first.
  private func weightRow(_ reply: Int, of actor: Int) -> [Double] {
    var row = Array(repeating: 0.0, count: tensor.strategies + 1)
    // In the reply's own column stands its shortfall, which is not in this row.
    for place in tensor.range(of: actor) where place != reply { row[place] = 1 }
    row[tensor.strategies] = -1
    return row
  }

  /// What a strategy falls short is what the reply falls short and earns more.
  private func shortfallRow(_ place: Int, of actor: Int, _ best: [Int]) -> [Double] {
    let count = tensor.strategies
    let reply = best[actor]
    let scale = scales[actor]
    var row = Array(repeating: 0.0, count: count + 1)
    // The prior's part is there at t = 0 and gone at 1.
    var driven = -Double(tensor.actors - 1) * (values[reply] - values[place])
    for other in tensor.shape.indices where other != actor {
      let base = advantage(reply, place, best[other])
      driven += base
      for strategy in tensor.range(of: other) where strategy != best[other] {
        row[strategy] = -scale * (advantage(reply, place, strategy) - base)
      }
    }
    row[reply] = -1
    row[count] = -scale * driven
    return row
  }

  /// What one strategy earns more than another against a third alone.
  private func advantage(_ strategy: Int, _ other: Int, _ against: Int) -> Double {
    let count = tensor.strategies
    return jacobian[strategy * count + against] - jacobian[other * count + against]
  }
}
