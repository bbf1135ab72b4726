import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

extension Fixture {
  /// The game of two in a line of `random-bimatrix` or `known-games`.
  fileprivate var bimatrix: StrategicGame {
    StrategicGame(shape: shape(1), payoffs: zip(numbers(2), numbers(3)).flatMap { [$0, $1] })
  }

  /// The recorded extreme equilibria.
  fileprivate var equilibria: Set<MixedProfile> {
    Set(
      fields[5].split(separator: ";").map { equilibrium in
        MixedProfile(equilibrium.split(separator: ",").map { Fixture.numbers($0) })
      })
  }
}

@Suite struct `Enumeration of equilibria` {
  @Test(arguments: Fixture.read("known-games") + Fixture.read("random-bimatrix"))
  func `agrees with two independent exact programs`(fixture: Fixture) throws {
    let result = try EquilibriumEnumeration().solve(fixture.bimatrix)
    #expect(Set(result.extreme.map(\.profile)) == fixture.equilibria)
    #expect(result.extreme.count == fixture.equilibria.count)
    #expect(result.completeness == .complete)
    let counts = [result.extreme.count, result.maximalSubsets.count, result.components.count]
    #expect(counts.map(String.init).joined(separator: " ") == fixture.fields[4])
    #expect(result.indices?.reduce(0, +) == 1)
    #expect(result.indices?.count == result.components.count)
  }

  @Test func `gives the index of known components`() throws {
    let joined = StrategicGame(rows: [[1, 1], [0, 1]], columns: [[1, 1], [0, 1]])
    let one = try EquilibriumEnumeration().solve(joined)
    #expect(one.maximalSubsets.count == 2)
    #expect(one.indices == [1])
    let parted = StrategicGame(
      rows: [[1, 1], [0, 1], [1, 0]], columns: [[2, 1], [0, 1], [0, 1]])
    #expect(try EquilibriumEnumeration().solve(parted).indices?.sorted() == [0, 1])
    let coordination = StrategicGame(rows: [[1, 0], [0, 1]], columns: [[1, 0], [0, 1]])
    #expect(try EquilibriumEnumeration().solve(coordination).indices == [1, -1, 1])
  }

  @Test func `gives components an index that small changes of payoffs keep`() throws {
    // The equilibria of a game nearby, counted with their own indices, must add up to the index of
    // the component they are near.
    var generator = SplitMix64(seed: 18)
    for _ in 0..<40 {
      let shape = [
        Int.random(in: 2...4, using: &generator), Int.random(in: 2...4, using: &generator),
      ]
      let game = StrategicGame.random(shape: shape, payoffs: 0...2, using: &generator)
      let result = try EquilibriumEnumeration().solve(game)
      let nearby = StrategicGame(
        shape: shape,
        payoffs: game.payoffs.map {
          $0 + Rational(Int.random(in: 1...1_000_000, using: &generator), 1_000_000_000_000_000)
        })
      let moved = try EquilibriumEnumeration().solve(nearby)
      var sums = Array(repeating: 0, count: result.components.count)
      for (component, index) in zip(moved.components, try #require(moved.indices)) {
        let point = moved.extreme[moved.maximalSubsets[component[0]].members[0]].profile
        let distances = result.components.map { members in
          members.map { Self.distance(of: point, to: result.maximalSubsets[$0]) }.min() ?? .infinity
        }
        let nearest = try #require(distances.indices.min { distances[$0] < distances[$1] })
        sums[nearest] += index
      }
      #expect(sums == result.indices)
    }
  }

  /// How far a point is from a maximal subset, by projected steps onto the hulls of its vertices.
  private static func distance(of point: MixedProfile, to subset: MaximalSubset) -> Double {
    zip(point.probabilities, [subset.rows, subset.columns]).reduce(0) { total, side in
      let target = side.0.map(\.double)
      let corners = side.1.map { $0.map(\.double) }
      var nearest = corners[0]
      for step in 0..<3000 {
        // Frank and Wolfe 1956: towards the corner that lies deepest along the gradient.
        func descent(_ corner: [Double]) -> Double {
          corner.indices.reduce(0) { $0 + corner[$1] * (nearest[$1] - target[$1]) }
        }
        guard let best = corners.min(by: { descent($0) < descent($1) }) else { break }
        let rate = 2 / Double(step + 2)
        for k in nearest.indices { nearest[k] += rate * (best[k] - nearest[k]) }
      }
      return total + zip(nearest, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
  }

  @Test func `finds an odd number of equilibria in random games without ties`() throws {
    var generator = SplitMix64(seed: 11)
    for size in 2...9 {
      for _ in 0..<5 {
        let game = StrategicGame.random(
          shape: [size, size], payoffs: -1_000_000...1_000_000, using: &generator)
        let result = try EquilibriumEnumeration().solve(game)
        #expect(result.extreme.count % 2 == 1)
        #expect(result.maximalSubsets.allSatisfy { $0.isPoint })
      }
    }
  }

  @Test func `finds what survives iterated strict dominance and nothing else`() throws {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<60 {
      let shape = [
        Int.random(in: 1...5, using: &generator), Int.random(in: 1...6, using: &generator),
      ]
      let game = StrategicGame.random(shape: shape, payoffs: 0...4, using: &generator)
      let remaining = IteratedDominance(.strict, by: .mixed).solve(game).remaining
      for equilibrium in try EquilibriumEnumeration().solve(game).extreme {
        for (support, left) in zip(equilibrium.profile.supports, remaining) {
          #expect(Set(support).isSubset(of: left))
        }
      }
    }
  }

  @Test func `contains every pure equilibrium, and points between extreme ones are equilibria`()
    throws
  {
    var generator = SplitMix64(seed: 13)
    for _ in 0..<60 {
      let shape = [
        Int.random(in: 1...6, using: &generator), Int.random(in: 1...6, using: &generator),
      ]
      let game = StrategicGame.random(shape: shape, payoffs: 0...2, using: &generator)
      let result = try EquilibriumEnumeration().solve(game)
      let pure = Set(result.extreme.compactMap(\.profile.pure).map { game.index(of: $0) })
      #expect(pure == Set(PureEquilibria.solve(game)))
      for subset in result.maximalSubsets {
        let middle = MixedProfile([subset.rows, subset.columns].map(Self.average))
        #expect(Equilibrium(verifying: middle, in: game) != nil)
      }
    }
  }

  private static func average(_ points: [[Rational]]) -> [Rational] {
    points[0].indices.map { index in
      points.reduce(Rational.zero) { $0 + $1[index] } / Rational(points.count)
    }
  }

  @Test func `does not depend on scale, shift or the size of payoffs`() throws {
    var generator = SplitMix64(seed: 14)
    let huge = Rational(10).raised(to: 30)
    for _ in 0..<20 {
      let game = StrategicGame.random(shape: [4, 5], payoffs: 0...6, using: &generator)
      let stretched = StrategicGame(
        shape: game.shape, payoffs: game.payoffs.map { $0 * huge / Rational(7) - huge })
      let (plain, other) = (
        try EquilibriumEnumeration().solve(game), try EquilibriumEnumeration().solve(stretched)
      )
      #expect(plain.extreme.map(\.profile) == other.extreme.map(\.profile))
      #expect(plain.components == other.components)
    }
  }

  @Test func `is the same for the game seen from the other side`() throws {
    var generator = SplitMix64(seed: 15)
    for size in [3, 6, 9] {
      let game = StrategicGame.random(shape: [size, size + 1], payoffs: 0...20, using: &generator)
      let (rows, columns) = (game.matrix(of: 0), game.matrix(of: 1))
      func transposed(_ matrix: [[Rational]]) -> [[Rational]] {
        matrix[0].indices.map { column in matrix.map { $0[column] } }
      }
      let mirror = StrategicGame(rows: transposed(columns), columns: transposed(rows))
      let result = try EquilibriumEnumeration().solve(game)
      let mirrored = try EquilibriumEnumeration().solve(mirror)
      #expect(
        Set(result.extreme.map(\.profile))
          == Set(mirrored.extreme.map { MixedProfile($0.profile.probabilities.reversed()) }))
    }
  }

  @Test func `refuses what it cannot do, before doing it`() {
    let three = StrategicGame(shape: [1, 1, 1], payoffs: [0, 0, 0])
    #expect(throws: EnumerationRefusal.needsTwoActors(actors: 3)) {
      try EquilibriumEnumeration().solve(three)
    }
    let wide = StrategicGame(shape: [1, 200], payoffs: Array(repeating: 0, count: 400))
    #expect(throws: EnumerationRefusal.tooManyStrategies(count: 201, limit: 128)) {
      try EquilibriumEnumeration().solve(wide)
    }
    var generator = SplitMix64(seed: 16)
    let large = StrategicGame.random(shape: [40, 40], payoffs: 0...999, using: &generator)
    #expect(throws: EnumerationRefusal.self) { try EquilibriumEnumeration().solve(large) }
  }

  @Test func `stops at the time limit and says so`() throws {
    var generator = SplitMix64(seed: 17)
    let large = StrategicGame.random(shape: [30, 30], payoffs: 0...999, using: &generator)
    let result = try EquilibriumEnumeration(seconds: 0.05).solve(large)
    #expect(result.completeness != .complete)
    #expect(result.extreme.allSatisfy { $0.regret.isZero })
  }
}

@Suite struct `The check of an equilibrium` {
  /// Mixtures of a game whose supports and weights are drawn, some of them no distributions.
  private func profile(
    _ shape: [Int], _ generator: inout SplitMix64
  ) -> MixedProfile {
    MixedProfile(
      shape.map { count in
        let weights = (0..<count).map { _ in
          Int.random(in: 0...3, using: &generator) == 0
            ? Int.random(in: -1...5, using: &generator) : 1
        }
        let total = weights.reduce(0, +)
        return weights.map { total == 0 ? .zero : Rational($0, total) }
      })
  }

  @Test func `in wide integers agrees with the definition in fractions`() throws {
    var generator = SplitMix64(seed: 2)
    var accepted = 0
    for number in 0..<2000 {
      let shape = [
        Int.random(in: 1...3, using: &generator), Int.random(in: 1...3, using: &generator),
      ]
      // Few payoffs make ties, and ties equilibria.
      let game = StrategicGame.random(
        shape: shape, payoffs: number % 2 == 0 ? 0...1 : 3...3, using: &generator)
      let profile = profile(shape, &generator)
      let byDefinition = Equilibrium(evaluating: profile, in: game)
      let checked = Equilibrium(verifying: profile, in: game)
      #expect((checked != nil) == (profile.isValid && byDefinition.regret.isZero))
      if let checked {
        #expect(checked == byDefinition)
        accepted += 1
      }
    }
    #expect(accepted > 100)
  }

  @Test func `goes on in fractions where 128 bits do not hold the numbers`() throws {
    let large = Rational(1 << 60)
    let pennies = StrategicGame(
      rows: [[large, -large], [-large, large]], columns: [[-large, large], [large, -large]])
    let tiny = Rational(1, 1 << 60) * Rational(1, 1 << 60)
    let even = MixedProfile([[Rational(1, 2), Rational(1, 2)], [Rational(1, 2), Rational(1, 2)]])
    let off = MixedProfile([
      [Rational(1, 2) + tiny, Rational(1, 2) - tiny], [Rational(1, 2), Rational(1, 2)],
    ])
    #expect(Equilibrium(verifying: even, in: pennies)?.payoffs == [0, 0])
    #expect(Equilibrium(verifying: off, in: pennies) == nil)
    let halves = StrategicGame(
      rows: [[Rational(1, 2), 0], [0, Rational(1, 2)]],
      columns: [[0, Rational(1, 3)], [Rational(1, 3), 0]])
    #expect(
      Equilibrium(verifying: even, in: halves)?.payoffs == [Rational(1, 4), Rational(1, 6)])
  }
}
