import Glibc
import LinearPrograms

extension LogitPath {
  /// The lambda under which the observed choices are most likely, on the principal branch.
  ///
  /// The likelihood's local maxima lie where its derivative along the branch falls through zero.
  /// All of them up to the branch's limit are found, the greatest is the estimate.
  ///
  /// - Parameter frequencies: `frequencies[actor][strategy]`: how often each was observed.
  /// - Precondition: one number a strategy, none negative, some positive.
  /// - Source: McKelvey and Palfrey 1995, section 6.
  public func estimate(frequencies: [[Double]]) -> LogitEstimate {
    let weights = frequencies.flatMap { $0 }
    precondition(weights.count == game.tensor.strategies, "one frequency a strategy")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "frequencies are not negative")
    func rise(_ point: CurvePoint) -> Double {
      weights.indices.reduce(0) { $0 + weights[$1] * point.tangent[$1] }
    }
    func likelihood(_ point: LogitPoint) -> Double {
      zip(weights, point.probabilities.joined()).reduce(0) {
        $1.0 > 0 ? $0 + $1.0 * log($1.1) : $0
      }
    }
    let total = weights.reduce(0, +)
    let start = game.evenLogarithms + [0]
    let origin = stated(start)
    var maxima: [(point: LogitPoint, logLikelihood: Double)] = []
    func result(_ last: LogitPoint, rising: Bool, _ end: LogitBranch.End) -> LogitEstimate {
      let candidates = maxima.isEmpty ? [(last, likelihood(last))] : maxima
      let best = candidates.reduce(candidates[0]) { $1.1 > $0.1 ? $1 : $0 }
      return LogitEstimate(
        best: best.0, logLikelihood: best.1, maxima: maxima,
        isRisingAtEnd: rising && likelihood(last) >= best.1, end: end)
    }

    let homotopy = LogitHomotopy(game.tensor, scale: game.scale)
    guard var tracer = try? CurveTracer(homotopy, at: start) else {
      return result(origin, rising: false, .stalled)
    }
    if rise(tracer.current) <= 0 { maxima.append((origin, likelihood(origin))) }
    let deadline = Deadline(seconds: seconds)
    while tracer.points < Self.mostSteps, tracer.advance(), let previous = tracer.previous {
      let current = tracer.current
      // Where everything observed is nearly certain, a rise is lost in rounding.
      if rise(previous) > 0, rise(current) < -1e-12 * total, let top = tracer.locate(rise) {
        let point = stated(top.unknowns)
        maxima.append((point, likelihood(point)))
      }
      let point = stated(current.unknowns)
      let isLimit = isLimit(current, regret: point.regret)
      if isLimit || deadline.isOver {
        return result(point, rising: rise(current) > -1e-12 * total, isLimit ? .limit : .time)
      }
    }
    let last = stated(tracer.current.unknowns)
    return result(last, rising: rise(tracer.current) > 0, .stalled)
  }
}
