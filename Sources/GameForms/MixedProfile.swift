import Arithmetic

/// One mixed strategy an actor: `probabilities[actor][strategy]`, exact.
public struct MixedProfile: Hashable, Sendable {
  /// `probabilities[actor][strategy]`, each row summing to 1.
  public let probabilities: [[Rational]]

  /// The profile with these probabilities.
  public init(_ probabilities: [[Rational]]) { self.probabilities = probabilities }

  /// The profile in which each actor plays one strategy for certain.
  public init(pure profile: [Int], shape: [Int]) {
    probabilities = zip(profile, shape).map { strategy, count in
      (0..<count).map { $0 == strategy ? .one : .zero }
    }
  }

  /// The strategies played with positive probability, per actor.
  public var supports: [[Int]] {
    probabilities.map { row in row.indices.filter { !row[$0].isZero } }
  }

  /// The strategy each actor plays for certain, if all do.
  public var pure: [Int]? {
    let supports = supports
    return supports.allSatisfy { $0.count == 1 } ? supports.map { $0[0] } : nil
  }

  /// Whether every row is a probability distribution, exactly.
  public var isValid: Bool {
    probabilities.allSatisfy { row in
      row.allSatisfy { $0.signum >= 0 } && row.reduce(.zero, +) == .one
    }
  }
}

extension StrategicGame {
  /// `values[actor][strategy]`: what each pure strategy earns against the others' part of `mixed`.
  ///
  /// - Complexity: profiles times actors squared, over the profiles of positive probability.
  public func strategyValues(against mixed: MixedProfile) -> [[Rational]] {
    if actors == 2 { return strategyValuesOfTwo(mixed.probabilities) }
    var values = shape.map { Array(repeating: Rational.zero, count: $0) }
    for index in 0..<profiles {
      let weights = (0..<actors).map { mixed.probabilities[$0][strategy(of: $0, at: index)] }
      for actor in 0..<actors {
        var weight = Rational.one
        for other in 0..<actors where other != actor {
          weight *= weights[other]
          if weight.isZero { break }
        }
        guard !weight.isZero else { continue }
        values[actor][strategy(of: actor, at: index)] += weight * payoff(at: index, of: actor)
      }
    }
    return values
  }

  /// The same for two actors: weights are brought to one denominator first, so that the sums are
  /// of integers where payoffs are.
  private func strategyValuesOfTwo(_ mixed: [[Rational]]) -> [[Rational]] {
    (0..<2).map { actor in
      let common = Rational.commonDenominator(mixed[1 - actor])
      let weights = mixed[1 - actor].enumerated().filter { !$0.element.isZero }
        .map { (index: $0.offset * strides[1 - actor], weight: $0.element * common) }
      let scale = common.reciprocal
      return (0..<shape[actor]).map { strategy in
        let base = strategy * strides[actor]
        return scale
          * weights.reduce(Rational.zero) {
            $0 + $1.weight * payoff(at: base + $1.index, of: actor)
          }
      }
    }
  }

  /// Each actor's expected payoff under `mixed`.
  public func expectedPayoffs(of mixed: MixedProfile) -> [Rational] {
    zip(strategyValues(against: mixed), mixed.probabilities).map { values, weights in
      zip(values, weights).reduce(.zero) { $0 + $1.0 * $1.1 }
    }
  }
}
