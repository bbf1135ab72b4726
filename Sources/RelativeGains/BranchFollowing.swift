import Arithmetic

/// One pair of supports along a parameter: the strategies that make the other side indifferent, and
/// where they are probabilities that nobody improves on.
struct BranchFollowing {
  /// `payoffs[actor][row][column]` as polynomials in the parameter.
  let payoffs: [[[Polynomial]]]
  let supports: [[Int]]
  let from: Rational
  let to: Rational

  /// A stretch of the parameter on which all conditions hold.
  private struct Piece {
    var from: AlgebraicNumber
    var to: AlgebraicNumber
  }

  /// What must be positive inside: a numerator over a denominator.
  private struct Condition {
    let numerator: Polynomial
    let denominator: Polynomial
  }

  /// The branches; none where the pair is never an equilibrium, or only at ties that last.
  func branches() -> [EquilibriumBranch] {
    // The mixed strategy of each actor makes the other indifferent.
    guard let rows = weights(of: 0), let columns = weights(of: 1) else { return [] }
    var conditions: [Condition] = []
    var hasLastingTie = false
    for (actor, solution) in [rows, columns].enumerated() {
      for numerator in solution.numerators {
        guard numerator.degree >= 0 else { return [] }
        conditions.append(Condition(numerator: numerator, denominator: solution.denominator))
      }
      for slack in slacks(of: 1 - actor, against: solution.numerators) {
        if slack.degree < 0 {
          hasLastingTie = true
        } else {
          conditions.append(Condition(numerator: slack, denominator: solution.denominator))
        }
      }
    }
    var pieces = [Piece(from: AlgebraicNumber(from), to: AlgebraicNumber(to))]
    for solution in [rows, columns] {
      pieces = pieces.flatMap { cut($0, at: solution.denominator, where: nil) }
    }
    for condition in conditions {
      pieces = pieces.flatMap { piece in
        cut(piece, at: condition.numerator) { middle in
          condition.numerator.value(at: middle).signum
            * condition.denominator.value(at: middle).signum > 0
        }
      }
      if pieces.isEmpty { return [] }
    }
    let probabilities = [rows, columns].map { solution in
      solution.numerators.map { PolynomialRatio($0, over: solution.denominator) }
    }
    return pieces.map { piece in
      EquilibriumBranch(
        supports: supports, from: piece.from, to: piece.to, probabilities: probabilities,
        index: hasLastingTie ? 0 : index(at: AlgebraicNumber.between(piece.from, piece.to)))
    }
  }

  /// The mixed strategy of an actor, over its support, that leaves the other one indifferent.
  private func weights(of actor: Int) -> PolynomialSystem.Solution? {
    let other = 1 - actor
    let one = Polynomial([.one])
    let zero = Polynomial([])
    guard let first = supports[other].first else { return nil }
    let indifference = supports[other].dropFirst().map { strategy in
      supports[actor].map {
        payoff(of: other, first, against: $0) - payoff(of: other, strategy, against: $0)
      } + [zero]
    }
    return PolynomialSystem.solve(indifference + [supports[actor].map { _ in one } + [one]])
  }

  /// What an actor would lose by each strategy outside of its support, times the denominator.
  private func slacks(of actor: Int, against numerators: [Polynomial]) -> [Polynomial] {
    guard let first = supports[actor].first else { return [] }
    let count = actor == 0 ? payoffs[0].count : payoffs[0][0].count
    return (0..<count).filter { !supports[actor].contains($0) }.map { strategy in
      zip(supports[1 - actor], numerators).reduce(Polynomial([])) { sum, other in
        sum
          + (payoff(of: actor, first, against: other.0)
            - payoff(of: actor, strategy, against: other.0)) * other.1
      }
    }
  }

  private func payoff(of actor: Int, _ own: Int, against other: Int) -> Polynomial {
    actor == 0 ? payoffs[0][own][other] : payoffs[1][other][own]
  }

  /// The piece cut where a polynomial is zero, parts that meet in a mere touch joined again.
  private func cut(
    _ piece: Piece, at polynomial: Polynomial, where holds: ((Rational) -> Bool)?
  ) -> [Piece] {
    let roots = AlgebraicNumber.roots(of: polynomial, from: from, to: to)
      .filter { piece.from < $0 && $0 < piece.to }
    let ends = [piece.from] + roots + [piece.to]
    var parts: [Piece] = []
    for (low, high) in zip(ends, ends.dropFirst()) {
      if let holds {
        guard holds(AlgebraicNumber.between(low, high)) else { continue }
        if let last = parts.last, last.to == low {
          parts[parts.count - 1].to = high
          continue
        }
      }
      parts.append(Piece(from: low, to: high))
    }
    return parts
  }

  /// `(-1)^(k+1) sign(det A det B)` over the supports, payoffs made positive.
  ///
  /// - Source: Shapley 1974.
  private func index(at value: Rational) -> Int {
    let signs = (0..<2).map { actor in
      let numbers = payoffs[actor].map { $0.map { $0.value(at: value) } }
      let least = numbers.joined().min() ?? .zero
      return LinearSystem.determinantSign(
        supports[0].map { row in supports[1].map { numbers[row][$0] - least + .one } })
    }
    return (supports[0].count % 2 == 1 ? 1 : -1) * signs[0] * signs[1]
  }
}
