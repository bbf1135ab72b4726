import Glibc

/// The logarithmic tracing procedure.
///
/// At parameter t each actor expects the others to play their prior with probability 1 - t and what
/// they do in equilibrium with probability t, and earns besides (1 - t) times a share of the
/// logarithms of its own probabilities. At t = 0 the best reply is one and mixed throughout; at
/// t = 1 the game is the original one. The unknown of the curve is s = -log(1 - t), from 0 to
/// infinity.
///
/// - Source: Harsanyi 1975; Herings and Peeters 2001; Eibelshaeuser, Klockmann, Poensgen and von
///   Schenk 2023.
struct TracingHomotopy: Homotopy {
  /// What the logarithms weigh at first, as a share of the spread of payoffs: small, so that the
  /// prior decides which equilibrium is traced.
  static let share = 0.1

  let tensor: PayoffTensor
  /// What the logarithms weigh at first.
  let scale: Double
  /// What each strategy earns against the prior.
  private let priorValues: [Double]
  private var mixed: [Double]
  private var values: [Double]
  private var slopes: [Double]
  /// What each strategy earns at the point, and its smoothed best reply.
  private var blends: [Double]
  private var replies: [Double]
  private var means: [Double]

  init(_ tensor: PayoffTensor, scale: Double, prior: [Double]) {
    self.tensor = tensor
    self.scale = Self.share * scale
    priorValues = tensor.values(of: prior)
    let count = tensor.strategies
    mixed = Array(repeating: 0, count: count)
    values = mixed
    blends = mixed
    replies = mixed
    means = mixed
    slopes = Array(repeating: 0, count: count * count)
  }

  var equations: Int { tensor.strategies }

  /// The one point with t = 0.
  mutating func start() -> [Double] {
    blends = priorValues
    for actor in tensor.shape.indices { reply(of: actor, weight: scale) }
    return replies.map { log($0) } + [0]
  }

  mutating func evaluate(at point: [Double], residual: inout [Double]) {
    for k in 0..<equations { mixed[k] = exp(point[k]) }
    tensor.evaluate(at: mixed, values: &values)
    reply(point, &residual)
  }

  mutating func evaluate(
    at point: [Double], residual: inout [Double], jacobian: inout [Double]
  ) {
    let count = equations
    for k in 0..<count { mixed[k] = exp(point[k]) }
    tensor.evaluate(at: mixed, values: &values, jacobian: &slopes)
    reply(point, &residual)
    let rest = exp(-point[count])
    let (share, weight) = (1 - rest, rest * scale)
    for actor in tensor.shape.indices {
      let own = tensor.range(of: actor)
      // The multiplier moves so that the replies' changes add to nothing.
      var (sum, drift) = (0.0, 0.0)
      for column in 0..<count { means[column] = 0 }
      for row in own {
        let steepness = replies[row] * replies[row] / weight
        sum += steepness
        drift += steepness * (values[row] - priorValues[row])
        for column in 0..<count { means[column] += steepness * slopes[row * count + column] }
      }
      drift = (drift * rest - 1) / sum
      for column in 0..<count { means[column] /= sum }
      for row in own {
        let line = row * (count + 1)
        let steepness = replies[row] / weight
        for column in 0..<count {
          jacobian[line + column] =
            steepness * share * (means[column] - slopes[row * count + column]) * mixed[column]
        }
        jacobian[line + row] += 1
        jacobian[line + count] =
          1 - steepness * ((values[row] - priorValues[row]) * rest - drift)
      }
    }
  }

  private mutating func reply(_ point: [Double], _ residual: inout [Double]) {
    let rest = exp(-point[equations])
    for k in 0..<equations { blends[k] = (1 - rest) * values[k] + rest * priorValues[k] }
    for actor in tensor.shape.indices { reply(of: actor, weight: rest * scale) }
    for k in 0..<equations { residual[k] = point[k] - log(replies[k]) }
  }

  /// One actor's best reply to ``blends`` with this weight on the logarithms: weight over the
  /// multiplier less the payoff. Newton's method on the multiplier rises from below to the root, as
  /// the sum of probabilities is convex in it.
  private mutating func reply(of actor: Int, weight: Double) {
    let own = tensor.range(of: actor)
    var best = -Double.infinity
    for k in own { best = max(best, blends[k]) }
    var excess = weight
    for _ in 0..<100 {
      var (sum, slope) = (-1.0, 0.0)
      for k in own {
        let inverse = 1 / (excess + (best - blends[k]))
        sum += weight * inverse
        slope += weight * inverse * inverse
      }
      let step = sum / slope
      excess += step
      if step <= 1e-15 * excess { break }
    }
    for k in own { replies[k] = weight / (excess + (best - blends[k])) }
  }

  func metric(at point: [Double], weights: inout [Double]) {
    ProbabilityMetric.write(point, &weights)
    weights[equations] = 1
  }
}
