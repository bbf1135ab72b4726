import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

/// Numbers of the theory sheet, found by the general methods from games in words.
@Suite struct `Golden numbers by the general thresholds` {
  private static func points(_ payoffs: [Int], rule: String = "snidal") throws -> [String] {
    try Laboratory.Thresholds(
      of: try TestGames.symmetric(payoffs[0], payoffs[1], payoffs[2], payoffs[3], rule: rule)
    ).map.points.map(\.at.description)
  }

  /// T, R, P, S of stag hunt, chicken, harmony, prisoner's dilemma and deadlock.
  @Test(arguments: [
    ([3, 4, 2, 1], ["1/3"]), ([4, 3, 1, 2], ["1/3"]), ([3, 4, 1, 2], ["1/2"]),
    ([4, 3, 2, 1], []), ([4, 2, 3, 1], []),
  ])
  func `A5: where games become a prisoner's dilemma`(payoffs: [Int], at: [String]) throws {
    #expect(try Self.points(payoffs) == at)
  }

  @Test func `A10: where allies cooperate`() throws {
    #expect(try Self.points([4, 3, 2, 1], rule: "ally") == ["1/2"])
  }

  /// A7 and A8: the branch of mixed equilibria, at 0, 1/5 and its end.
  @Test(arguments: [
    ([4, 3, 1, 2], ["1/2", "1/4", "0"]), ([3, 4, 2, 1], ["1/2", "3/4", "1"]),
  ])
  func `A7 and A8: the mixed branch`(payoffs: [Int], expected: [String]) throws {
    let branches = try NashBranches(
      of: try TestGames.symmetric(payoffs[0], payoffs[1], payoffs[2], payoffs[3]),
      ParameterRequest(parameter: "r"), width: Rational(1, 1000))
    let json = branches.json["branches"]
    let mixed = (0..<(json?.count ?? 0)).compactMap { json?[$0] }.first {
      $0["strategies"]?["Row"]?["C"]?["numerator"]?.count == 2
    }
    let row = try #require(mixed?["strategies"]?["Row"]?["C"])
    func polynomial(_ key: String, at value: Rational) throws -> Rational {
      let list = try #require(row[key])
      return try (0..<(list.count ?? 0)).reversed().reduce(Rational.zero) { sum, place in
        guard case .string(let text)? = list[place], let number = Rational(text) else {
          throw InputError("no number")
        }
        return sum * value + number
      }
    }
    let found = try [Rational.zero, Rational(1, 5), Rational(1, 3)].map { r in
      try (polynomial("numerator", at: r) / polynomial("denominator", at: r)).description
    }
    #expect(found == expected)
    #expect(mixed?["to"] == "1/3")
  }

  @Test func `A9: where insisting becomes dominant`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: battle
      title: Battle of the sexes
      actors: {Row: {name: Row}, Col: {name: Col}}
      parameters: {r: {default: 0, range: [0, 1], meaning: weight, source: assumed}}
      form: strategic
      strategies: {Row: [A, B], Col: [A, B]}
      payoffs:
        - {Row: A, Col: A, gains: [2, 1]}
        - {Row: A, Col: B, gains: [0, 0]}
        - {Row: B, Col: A, gains: [0, 0]}
        - {Row: B, Col: B, gains: [1, 2]}
      relative-gains: {rule: snidal, weights: r}
      """)
    let map = try Laboratory.Thresholds(of: scenario).map
    #expect(map.points.map(\.at) == [Rational(1, 2)])
    #expect(map.regions.map(\.equilibria) == [[0, 3], [1]])
  }

  /// A pie of which the first has x.
  private static func pie() throws -> Scenario {
    try TestGames.read(
      """
      format: 1
      id: pie
      title: A pie
      actors: {first: {name: First}, second: {name: Second}}
      parameters:
        x: {default: 1/2, range: [0, 1], meaning: the share of the first, source: assumed}
        r1: {default: 0, range: [0, 1], meaning: weight of the first, source: assumed}
        r2: {default: 0, range: [0, 1], meaning: weight of the second, source: assumed}
      form: bargaining
      outcomes: {divide: {gains: {first: x, second: 1 - x}}}
      disagreement: {gains: {first: 0, second: 0}}
      relative-gains: {rule: snidal, weights: {first: r1, second: r2}}
      """)
  }

  /// [r1/(1 + r1), 1/(1 + r2)], widths 1, 3/5, 1/3 and 0 with both weights alike.
  @Test(arguments: [
    ("0", "0", "0", "1"), ("1/4", "1/4", "1/5", "4/5"), ("1/2", "1/2", "1/3", "2/3"),
    ("1", "1", "1/2", "1/2"), ("1/2", "0", "1/3", "1"), ("0", "1/4", "0", "4/5"),
  ])
  func `B1: the acceptable range`(r1: String, r2: String, low: String, high: String) throws {
    let values = try [r1, r2].map { try #require(Rational($0)) }
    let found = try AgreementThresholds(
      of: try Self.pie(), parameter: "x", set: [.init("r1", values[0]), .init("r2", values[1])])
    let map = try #require(found?.map)
    let steps = map.regions.filter { !$0.accepted.isEmpty }
    let points = map.points.filter { !$0.accepted.isEmpty }
    let ends = steps.flatMap { [$0.from, $0.to] } + points.map(\.at)
    #expect(ends.min()?.description == low && ends.max()?.description == high)
  }

  @Test func `B1: the range over both weights at once is bounded by two curves`() throws {
    let regions = try Regions(
      of: try Self.pie(), concept: .zoneOfAgreement, x: .init("x"), y: .init("r1"),
      set: [.init("r2", Rational(1, 4))])
    for region in regions.map.regions {
      for corner in region.polygons.flatMap(\.vertices) {
        let isInside = corner.y / (1 + corner.y) <= corner.x && corner.x <= Rational(4, 5)
        let isOutside = corner.y / (1 + corner.y) >= corner.x || corner.x >= Rational(4, 5)
        #expect(region.items == [0] ? isInside : isOutside)
      }
    }
    #expect(regions.map.undecidedShare < Rational(3, 100))
  }

  /// Pairs of three have so much, everyone 1: the core is not empty up to 4(1 - r) / 3(2 - r).
  @Test(arguments: [("0", "2/3"), ("1/4", "4/7"), ("1/2", "4/9"), ("1", "0")])
  func `C11: the core under relative gains`(r: String, most: String) throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: pairs
      title: Pairs of three
      actors: {a: {name: A}, b: {name: B}, c: {name: C}}
      parameters:
        pair: {default: 0, range: [0, 1], meaning: what a pair has, source: assumed}
        r: {default: 0, range: [0, 1], meaning: weight, source: assumed}
      form: coalitional
      worth: "if(size == 2, pair, if(size == 3, 1, 0))"
      relative-gains: {rule: snidal, weights: r}
      """)
    let weight = try #require(Rational(r))
    let found = try StepThresholds(
      core: scenario, ParameterRequest(parameter: "pair", set: [.init("r", weight)]))
    let last = try #require(found.steps.last { $0.answers == ["not empty"] })
    #expect(last.from.isZero && last.to.description == most && last.holdsTo)
  }

  /// n states make a public good, those in the agreement what is best for them together. The treaty
  /// of all holds from r = 1 - 1/(n - 2)^2: 3/4 of four, 8/9 of five.
  @Test(arguments: [(4, "3/4"), (5, "8/9")])
  func `D3: the agreement of all`(n: Int, at: String) throws {
    let threshold = try #require(Rational(at))
    let found = try RefinedRegions(
      of: try Self.treaty(n), over: [.init("r", from: 0, to: Rational(19, 20))])
    let everyone = 0
    let holding = found.regions.filter { $0.items.contains(everyone) }
    let failing = found.regions.filter { !$0.items.contains(everyone) }
    let least = try #require(holding.flatMap(\.boxes).map { $0[0].lowerBound }.min())
    let most = try #require(failing.flatMap(\.boxes).map { $0[0].upperBound }.max())
    #expect(most <= threshold && threshold <= least)
    #expect(least - most < Rational(1, 10_000))
    // At the threshold itself leaving pays nothing.
    let game = try GameEvaluator(Self.treaty(n))
    func holds(_ r: Rational) throws -> Bool {
      let utilities = try game.evaluate([r]).utilities
      return utilities[n] <= utilities[0]
    }
    #expect(try holds(threshold))
    #expect(try !holds(threshold - Rational(1, 1_000_000)))
  }

  /// The first of n states, which are all alike, stays in the agreement of all or leaves the others
  /// to it; what each makes is best for its block.
  private static func treaty(_ n: Int) throws -> Scenario {
    let names = (0..<n).map { "s\($0)" }
    // The sum of the utilities of s members is largest where each makes so much.
    func quantity(_ s: Int) -> String {
      s == n ? "\(n)" : "\(s) * (1 - r) / (1 - r * \(s - 1) / \(n - 1))"
    }
    let payoffs = [true, false].map { stays -> String in
      let made = (0..<n).map { quantity($0 > 0 ? (stays ? n : n - 1) : stays ? n : 1) }
      let total = made.map { "(\($0))" }.joined(separator: " + ")
      let choices = names.map { "\($0): \($0 == "s0" && !stays ? "out" : "in")" }
      let gains = zip(names, made).map { "\($0): \"\(total) - (\($1)) * (\($1)) / 2\"" }
      return "  - {\(choices.joined(separator: ", ")), gains: {\(gains.joined(separator: ", "))}}"
    }
    return try TestGames.read(
      """
      format: 1
      id: treaty
      title: A treaty on a public good
      actors: {\(names.map { "\($0): {name: \($0)}" }.joined(separator: ", "))}
      parameters: {r: {default: 0, range: [0, 1], meaning: weight, source: assumed}}
      form: strategic
      strategies: {\(names.map { "\($0): \($0 == "s0" ? "[in, out]" : "[in]")" }.joined(separator: ", "))}
      payoffs:
      \(payoffs.joined(separator: "\n"))
      relative-gains: {rule: snidal, weights: r}
      """)
  }
}
