public import Arithmetic
import GSL
import Scenarios

/// A share of the box of a game's parameter ranges.
public enum ParameterShare: Hashable, Sendable {
  /// Exact, from thresholds of one parameter, a map of two, or because nothing varies.
  case exact(Rational)
  /// By counting hits among this many Sobol points.
  case sampled(hits: Int, points: Int)
  /// Not known, because the payoffs have no value somewhere in the box.
  case unknown(String)

  /// Sobol points in a box of several parameters: a power of two, on which the sequence is even.
  public static let points = 4096

  /// The share in which the game `holds` what is asked.
  ///
  /// - Parameters:
  ///   - evaluator: the game; parameters without a range stay at `values`, those that nothing
  ///     depends on do not belong to the box.
  ///   - values: where the other parameters stay.
  ///   - claim: the same as a claim about pure equilibria, where it is one, for exact shares.
  static func share(
    in evaluator: GameEvaluator, at values: [Rational], of claim: Claim?,
    where holds: (EvaluatedGame) throws -> Bool
  ) -> ParameterShare {
    do {
      let varying = varying(in: evaluator)
      if varying.isEmpty { return .exact(try holds(evaluator.evaluate(values)) ? .one : .zero) }
      if let claim, let exact = try exact(claim, evaluator, values, varying) {
        return .exact(exact)
      }
      return try sampled(evaluator.makeWorkspace(values: values), varying, holds)
    } catch {
      // A point of the box without a value says nothing against the verdict elsewhere.
      return .unknown("\(error)")
    }
  }

  /// The places and ranges of the parameters that matter and have room.
  static func varying(in evaluator: GameEvaluator) -> [(Int, ClosedRange<Rational>)] {
    let form = evaluator.scenario.form
    let used = Set(
      (form.cells.flatMap(\.gains) + form.numbers + evaluator.relativeGains.expressions)
        .flatMap(\.parameters))
    return evaluator.declared.indices.compactMap { place in
      let parameter = evaluator.declared[place]
      guard let range = parameter.range, range.lowerBound < range.upperBound,
        used.contains(parameter.name)
      else { return nil }
      return (place, range)
    }
  }

  /// The length of an interval or the area of polygons; nil where borders are curved or there are
  /// more dimensions.
  private static func exact(
    _ claim: Claim, _ evaluator: GameEvaluator, _ values: [Rational],
    _ varying: [(Int, ClosedRange<Rational>)]
  ) throws -> Rational? {
    let names = varying.map { evaluator.declared[$0.0].name }
    let set = zip(evaluator.parameters, values).map { Setting.ParameterValue($0, $1) }
    do {
      switch names.count {
      case 1:
        let found = try Thresholds(
          of: evaluator.scenario, parameter: names[0], set: set,
          relativeGains: evaluator.relativeGains)
        return found.map.regions.filter { claim.holds($0.equilibria, in: found.form) }
          .reduce(Rational.zero) { $0 + ($1.to - $1.from) } / (found.to - found.from)
      case 2:
        let found = try Regions(
          of: evaluator.scenario, x: .init(names[0]), y: .init(names[1]), set: set,
          relativeGains: evaluator.relativeGains, seconds: 0)
        guard found.map.resolution == nil, let form = evaluator.scenario.form as? StrategicForm
        else { return nil }
        return found.map.regions.filter { claim.holds($0.items, in: form) }
          .reduce(Rational.zero) { $0 + found.map.share(of: $1) }
      default: return nil
      }
    } catch LaboratoryError.notAffine {
      return nil
    }
  }

  private static func sampled(
    _ start: GameWorkspace, _ varying: [(Int, ClosedRange<Rational>)],
    _ holds: (EvaluatedGame) throws -> Bool
  ) throws -> ParameterShare {
    var sequence = try SobolSequence(dimensions: varying.count)
    var workspace = start
    var hits = 0
    for _ in 0..<points {
      for ((place, range), coordinate) in zip(varying, try sequence.next()) {
        let part = Rational(coordinate) ?? .zero
        workspace.set(place, range.lowerBound + part * (range.upperBound - range.lowerBound))
      }
      try workspace.update()
      if try holds(workspace.evaluated()) { hits += 1 }
    }
    return .sampled(hits: hits, points: points)
  }
}
