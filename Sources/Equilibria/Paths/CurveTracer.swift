import GSL
import Glibc

/// Follows the curve of a homotopy by predictor and corrector.
///
/// The predictor extrapolates with the last two tangents (Adams and Bashforth's second-order
/// rule), the corrector is Newton's method with the derivatives of the predicted point, at a right
/// angle to the tangent. A step is shortened where the prediction falls too far from the curve,
/// where corrections shrink too slowly, or where the curve bends too much: it might be another
/// curve that was reached.
///
/// - Source: Allgower and Georg, Numerical Continuation Methods, 1990, chapters 2 and 6; for
///   quantal responses Turocy 2005.
struct CurveTracer<Curve: Homotopy>: ~Copyable {
  /// How boldly to step.
  struct Settings: Sendable {
    /// The first step.
    var firstStep = 0.05
    /// The longest step.
    var longestStep = 1.5
    /// A step below which the curve is given up.
    var shortestStep = 1e-9
    /// How far a prediction should fall from the curve, and may.
    var wantedDistance = 0.03
    var largestDistance = 0.15
    /// How much of a correction the next one may be.
    var contraction = 0.3
    /// The least cosine of the angle between the tangents at both ends of a step.
    var leastCosine = 0.85
  }

  /// The homotopy.
  private(set) var curve: Curve
  private let settings: Settings
  private var system: BorderedSystem
  private var weights: [Double]
  private var residual: [Double]
  private var jacobian: [Double]
  private var correction: [Double]
  private var step: Double
  /// Points reached and steps tried.
  private(set) var points = 0
  private(set) var attempts = 0

  /// The point reached last, and the one before.
  private(set) var current: CurvePoint
  private(set) var previous: CurvePoint?

  /// A tracer at a point of the curve, going to where the parameter grows.
  ///
  /// - Parameter backwards: go to where the parameter falls instead.
  /// - Throws: `GSLError` where the curve has no direction: at a crossing of branches.
  init(
    _ curve: Curve, at start: [Double], backwards: Bool = false, settings: Settings = Settings()
  ) throws(GSLError) {
    self.curve = curve
    self.settings = settings
    let count = curve.equations
    system = BorderedSystem(equations: count)
    weights = Array(repeating: 0, count: count + 1)
    residual = Array(repeating: 0, count: count)
    jacobian = Array(repeating: 0, count: count * (count + 1))
    correction = Array(repeating: 0, count: count + 1)
    step = settings.firstStep
    var direction = Array(repeating: 0.0, count: count + 1)
    direction[count] = backwards ? -1 : 1
    current = CurvePoint(unknowns: start, tangent: direction, length: 0, orientation: 0)
    self.curve.metric(at: start, weights: &weights)
    self.curve.evaluate(at: start, residual: &residual, jacobian: &jacobian)
    try system.factor(jacobian, border: direction, weights: weights)
    try system.solve(jacobian, change: nil, along: 1, into: &current.tangent)
    Self.normalise(&current.tangent, weights)
    current.orientation = system.determinantSign
  }

  /// Goes one step on; false where no step is short enough.
  mutating func advance() -> Bool {
    while step >= settings.shortestStep {
      attempts += 1
      if let (point, distance) = attempt(step) {
        previous = current
        current = point
        points += 1
        let factor = cbrt(settings.wantedDistance / max(distance, 1e-12))
        step = min(settings.longestStep, step * min(2, max(0.3, factor)))
        return true
      }
      step /= 2
    }
    return false
  }

  /// The point between ``previous`` and ``current`` where `value`, of different signs at the two,
  /// is zero; the nearest point found before it where the corrector gets no further.
  mutating func locate(_ value: (CurvePoint) -> Double) -> CurvePoint? {
    guard let start = previous else { return nil }
    let end = current
    defer { (previous, current) = (start, end) }
    var (low, high) = (value(start), value(end))
    var far = end
    (previous, current) = (nil, start)
    for round in 0..<80 where abs(low) > 1e-13 {
      let remaining = distance(to: far)
      guard remaining > 1e-12 else { break }
      // Every other step a bisection, lest the secant creep.
      let share = round % 2 == 0 ? min(0.95, max(0.05, low / (low - high))) : 0.5
      var length = share * remaining
      var reached = attempt(length)?.point
      while reached == nil, length > 1e-9 {
        length /= 2
        reached = attempt(length)?.point
      }
      guard let reached else { break }
      let found = value(reached)
      if (found > 0) == (low > 0) {
        (current, low) = (reached, found)
      } else {
        (far, high) = (reached, found)
      }
    }
    return current
  }

  /// How far a point further on lies in the direction of the tangent.
  private mutating func distance(to point: CurvePoint) -> Double {
    curve.metric(at: current.unknowns, weights: &weights)
    return current.unknowns.indices.reduce(0) {
      $0 + weights[$1] * current.tangent[$1] * (point.unknowns[$1] - current.unknowns[$1])
    }
  }

  /// One step of predictor and corrector.
  private mutating func attempt(_ length: Double) -> (point: CurvePoint, distance: Double)? {
    let count = current.unknowns.count
    var point = current
    // Adams and Bashforth: the tangent changes on as it did in the step before.
    let bend = previous.map { length * length / 2 / (current.length - $0.length) } ?? 0
    for k in 0..<count {
      var move = length * current.tangent[k]
      if let previous { move += bend * (current.tangent[k] - previous.tangent[k]) }
      point.unknowns[k] += move
    }
    do throws(GSLError) {
      curve.metric(at: point.unknowns, weights: &weights)
      curve.evaluate(at: point.unknowns, residual: &residual, jacobian: &jacobian)
      try system.factor(jacobian, border: current.tangent, weights: weights)
      var (distance, last) = (0.0, 0.0)
      for round in 0..<8 {
        if round > 0 { curve.evaluate(at: point.unknowns, residual: &residual) }
        for k in residual.indices { residual[k] = -residual[k] }
        try system.solve(jacobian, change: residual, along: 0, into: &correction)
        let size = norm(correction)
        guard size.isFinite, round == 0 || size <= settings.contraction * max(last, 1e-3) else {
          return nil
        }
        if round == 0 {
          distance = size
          guard distance <= settings.largestDistance else { return nil }
        }
        for k in 0..<count { point.unknowns[k] += correction[k] }
        last = size
        if size < 1e-10 { break }
      }
      guard last < 1e-10 else { return nil }
      // The direction is taken anew at the point itself: extrema along the curve are where it says.
      curve.metric(at: point.unknowns, weights: &weights)
      curve.evaluate(at: point.unknowns, residual: &residual, jacobian: &jacobian)
      try system.factor(jacobian, border: current.tangent, weights: weights)
      try system.solve(jacobian, change: nil, along: 1, into: &point.tangent)
      point.orientation = system.determinantSign
      Self.normalise(&point.tangent, weights)
      guard cosine(point.tangent, current.tangent) >= settings.leastCosine else { return nil }
      point.length += abs(length)
      return (point, distance)
    } catch {
      return nil
    }
  }

  /// The point near `start` whose parameter is the same; nil where Newton's method does not end.
  mutating func solve(near start: [Double]) -> [Double]? {
    let count = start.count
    var unknowns = start
    var last = Double.infinity
    for _ in 0..<50 {
      do throws(GSLError) {
        curve.metric(at: unknowns, weights: &weights)
        curve.evaluate(at: unknowns, residual: &residual, jacobian: &jacobian)
        try system.factor(jacobian, border: nil, weights: weights)
        for k in residual.indices { residual[k] = -residual[k] }
        try system.solve(jacobian, change: residual, along: 0, into: &correction)
      } catch { return nil }
      let size = norm(correction)
      guard size.isFinite else { return nil }
      // Far from the solution logarithms are held back: probabilities grow as their exponentials.
      let scale = min(1, 2 / max(size, 1e-300))
      for k in 0..<(count - 1) { unknowns[k] += scale * correction[k] }
      if size < 1e-13 || (size < 1e-10 && size > 0.5 * last) { return unknowns }
      last = size
    }
    return nil
  }

  private func norm(_ vector: [Double]) -> Double { Self.norm(vector, weights) }

  private static func norm(_ vector: [Double], _ weights: [Double]) -> Double {
    var sum = 0.0
    for k in vector.indices { sum += weights[k] * vector[k] * vector[k] }
    return sum.squareRoot()
  }

  private static func normalise(_ vector: inout [Double], _ weights: [Double]) {
    let size = norm(vector, weights)
    for k in vector.indices { vector[k] /= size }
  }

  private func cosine(_ one: [Double], _ other: [Double]) -> Double {
    var (product, square) = (0.0, 0.0)
    for k in one.indices {
      product += weights[k] * one[k] * other[k]
      square += weights[k] * other[k] * other[k]
    }
    return product / max(square.squareRoot(), 1e-300)
  }
}
