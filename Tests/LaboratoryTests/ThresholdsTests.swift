import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

@Suite struct `Thresholds` {
  private func points(_ scenario: [Int]) throws -> [Rational] {
    try Laboratory.Thresholds(
      of: try TestGames.symmetric(scenario[0], scenario[1], scenario[2], scenario[3])
    ).map.points.map(\.at)
  }

  /// A5 and A9; a prisoner's dilemma never changes.
  @Test(arguments: [
    ([3, 4, 2, 1], ["1/3"]), ([4, 3, 1, 2], ["1/3"]), ([3, 4, 1, 2], ["1/2"]), ([4, 3, 2, 1], []),
  ])
  func `of the textbook games are exact`(payoffs: [Int], expected: [String]) throws {
    #expect(try points(payoffs).map(\.description) == expected)
  }

  @Test func `are shown as JSON with regions, points and what holds at points`() throws {
    let found = try Laboratory.Thresholds(of: try TestGames.symmetric(3, 4, 2, 1), parameter: "r")
    let json = found.json
    #expect(
      json["regions"]?.compactText == """
        [{"from":"0","to":"1/3","equilibria":[{"Row":"C","Col":"C"},{"Row":"D","Col":"D"}]},\
        {"from":"1/3","to":"1","equilibria":[{"Row":"D","Col":"D"}]}]
        """)
    #expect(json["points"]?.compactText == #"["1/3"]"#)
    #expect(json["parameter"] == "r")
    #expect(
      json["atPoints"]?[0]?.compactText
        == #"{"at":"1/3","equilibria":[{"Row":"C","Col":"C"},{"Row":"D","Col":"D"}]}"#)
  }

  @Test func `are shown to people from low to high`() throws {
    let found = try Laboratory.Thresholds(of: try TestGames.symmetric(4, 3, 1, 2))
    #expect(
      found.table.text() == """
        r                      pure equilibria
        ---------------------  ---------------
        0 <= r < 1/3 (0.3333)  (C, D)
                               (D, C)
        r = 1/3 (0.3333)       (C, D)
                               (D, C)
                               (D, D)
        1/3 (0.3333) < r <= 1  (D, D)

        """)
    #expect(found.csv.hasPrefix("kind,from,to,equilibrium,Row,Col\nregion,0,1/3,1,C,D\n"))
  }

  @Test func `a part of the range can be asked for`() throws {
    let found = try Laboratory.Thresholds(
      of: try TestGames.symmetric(4, 3, 1, 2), from: Rational(1, 2), to: Rational(3, 4))
    #expect(found.map.points.isEmpty && found.map.regions.count == 1)
  }

  @Test func `the payoff that is not affine is named`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: bent
      title: Bent
      actors: {a: {name: A}, b: {name: B}}
      parameters: {k: {default: 1, range: [0, 1], meaning: m, source: assumed}}
      form: strategic
      strategies: {a: [x, y], b: [z]}
      payoffs:
        - {a: x, b: z, gains: {a: "max(k, 1/2)", b: 1}}
        - {a: y, b: z, gains: {a: "k * k", b: 1}}
      """)
    let error = #expect(throws: LaboratoryError.self) { try Laboratory.Thresholds(of: scenario) }
    #expect(
      error?.description == """
        exact thresholds need payoffs that are affine in "k": the gain of a at (y, z), "k * k", is \
        not
        """)
  }

  @Test func `an empty interval, a missing range and an unknown parameter are told`() throws {
    let scenario = try TestGames.symmetric(4, 3, 2, 1)
    #expect(throws: LaboratoryError.emptyInterval(from: "1", to: "0")) {
      try Laboratory.Thresholds(of: scenario, from: .one, to: .zero)
    }
    #expect(throws: (any Error).self) { try Laboratory.Thresholds(of: scenario, parameter: "q") }
    var open = scenario
    open.parameters[0].range = nil
    #expect(throws: LaboratoryError.noRange(parameter: "r")) {
      try Laboratory.Thresholds(of: open)
    }
  }
}

@Suite struct `History` {
  @Test func `one parameter gives an exact share, relative gains off gives the same here`() throws {
    let history = try #require(try Laboratory.History(try TestGames.three()))
    #expect(history.withRule.atDefaults)
    // Staying in pays for x >= 0: three quarters of [-1, 3].
    #expect(history.withRule.share == .exact(Rational(3, 4)))
    #expect(history.absolute.share == .exact(Rational(3, 4)))
    #expect(
      HistoryReport([history]).json.compactText == """
        [{"id":"three","family":null,"title":"Three neighbours","outcome":{"a":"in","b":"in",\
        "c":"in"},"rule":"none","equilibriumAtDefaults":true,"verdict":"equilibrium",\
        "share":{"value":"3/4","method":"exact"},"absolute":{"equilibriumAtDefaults":true,\
        "verdict":"equilibrium","share":{"value":"3/4","method":"exact"}}}]
        """)
  }

  @Test func `a rule on one parameter is judged with and without it`() throws {
    var scenario = try TestGames.symmetric(3, 4, 2, 1)
    scenario.outcome = .init(profile: [0, 0])
    let history = try #require(try Laboratory.History(scenario))
    #expect(history.withRule.share == .exact(Rational(1, 3)))
    #expect(history.absolute.share == .exact(.one))
  }

  /// The three-actor game, its first actor gaining `text` where it plays its first strategy.
  private func gaining(_ text: String, parameters: [String]) throws -> Scenario {
    var scenario = try TestGames.three()
    for name in parameters {
      scenario.parameters.append(
        .init(name: name, default: .zero, range: Rational(-1)...Rational.one))
    }
    var cells = try #require(scenario.form as? StrategicForm)
    let gain = try Expression.parse(
      text, at: Position(file: "test"), names: scenario.parameters.map(\.name))
    for index in cells.cells.indices where cells.profile(at: index)[0] == 0 {
      cells.cells[index].gains[0] = gain
    }
    scenario.form = cells
    return scenario
  }

  @Test func `two parameters give an exact area`() throws {
    let history = try #require(
      try Laboratory.History(try gaining("x + y", parameters: ["y"])))
    // x >= 0 and x + y >= 0 in [-1, 3] x [-1, 1]: 11/16 of the box.
    #expect(history.withRule.share == .exact(Rational(11, 16)))
  }

  @Test func `more parameters are counted at Sobol points`() throws {
    let history = try #require(
      try Laboratory.History(try gaining("x + y + 0 * z", parameters: ["y", "z"])))
    guard case .sampled(let hits, let points) = history.withRule.share else {
      Issue.record("the share should be sampled")
      return
    }
    #expect(abs(Double(hits) / Double(points) - 11.0 / 16) < 0.005)
  }

  @Test func `a game without a recorded outcome has no history`() throws {
    #expect(try Laboratory.History(try TestGames.symmetric(4, 3, 2, 1)) == nil)
  }
}
