import Glibc

/// Logit quantal responses: each strategy's log-probability is lambda times what the strategy
/// earns, less what makes an actor's probabilities sum to 1.
///
/// - Source: McKelvey and Palfrey 1995; in logarithms Turocy 2005.
struct LogitHomotopy: Homotopy {
  let tensor: PayoffTensor
  /// The difference of payoffs that counts as large: lambda times it has no dimension.
  let scale: Double
  private var mixed: [Double]
  private var values: [Double]
  private var slopes: [Double]
  private var replies: [Double]
  private var means: [Double]

  init(_ tensor: PayoffTensor, scale: Double) {
    self.tensor = tensor
    self.scale = scale
    let count = tensor.strategies
    mixed = Array(repeating: 0, count: count)
    values = mixed
    replies = mixed
    means = mixed
    slopes = Array(repeating: 0, count: count * count)
  }

  var equations: Int { tensor.strategies }

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
    let lambda = point[count]
    for actor in tensor.shape.indices {
      let own = tensor.range(of: actor)
      var value = 0.0
      for column in 0..<count { means[column] = 0 }
      for row in own {
        value += replies[row] * values[row]
        for column in 0..<count { means[column] += replies[row] * slopes[row * count + column] }
      }
      for row in own {
        let line = row * (count + 1)
        for column in 0..<count {
          jacobian[line + column] =
            lambda * (means[column] - slopes[row * count + column]) * mixed[column]
        }
        jacobian[line + row] += 1
        jacobian[line + count] = value - values[row]
      }
    }
  }

  /// The logit replies to ``values``, and how far `point` is from them.
  private mutating func reply(_ point: [Double], _ residual: inout [Double]) {
    let lambda = point[equations]
    for actor in tensor.shape.indices {
      let own = tensor.range(of: actor)
      var best = -Double.infinity
      for k in own { best = max(best, lambda * values[k]) }
      var sum = 0.0
      for k in own {
        replies[k] = exp(lambda * values[k] - best)
        sum += replies[k]
      }
      let logarithm = log(sum)
      for k in own {
        replies[k] /= sum
        residual[k] = point[k] - (lambda * values[k] - best - logarithm)
      }
    }
  }

  func metric(at point: [Double], weights: inout [Double]) {
    ProbabilityMetric.write(point, &weights)
    let relative = scale / (1 + scale * abs(point[equations]))
    weights[equations] = relative * relative
  }
}

/// How far apart two mixed profiles are, as a metric of log-probabilities.
enum ProbabilityMetric {
  /// Writes the weights of the strategies: Fisher's metric for what is played, and the change of
  /// the probability itself below 0.01, where large changes of a logarithm mean nothing.
  static func write(_ point: [Double], _ weights: inout [Double]) {
    for k in 0..<(point.count - 1) {
      let probability = exp(point[k])
      weights[k] = probability * min(1, 100 * probability)
    }
  }
}
