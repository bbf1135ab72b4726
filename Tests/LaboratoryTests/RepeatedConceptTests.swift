import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

/// The prisoner's dilemma 10, 9, 3, 1 under Snidal's weight r, with what is written of its
/// repetition.
private func dilemma(_ repetition: String) throws -> Scenario {
  try TestGames.read(
    """
    format: 1
    id: dilemma
    title: A dilemma
    actors: {Row: {name: Row}, Col: {name: Col}}
    parameters: {r: {default: 0, range: [0, 1]}, w: {default: 3/4, range: [0, 2]}}
    form: repeated
    strategies: {Row: [C, D], Col: [C, D]}
    payoffs:
      - {Row: C, Col: C, gains: [9, 9]}
      - {Row: C, Col: D, gains: [1, 10]}
      - {Row: D, Col: C, gains: [10, 1]}
      - {Row: D, Col: D, gains: [3, 3]}
    relative-gains: {rule: snidal, weights: r}
    \(repetition)
    """)
}

@Suite struct `Repeated games` {
  private func solution(
    _ concept: String, _ setting: Setting, _ texts: [(name: String, text: String)] = []
  ) throws -> JSONValue {
    let solution = try Concept.named(concept).solution(
      of: setting, options: Concept.Options(texts: texts))
    return SolutionReport(setting, [solution]).json["solutions"]?[0] ?? .null
  }

  private func corners(_ solution: JSONValue) -> [String?] {
    (0..<(solution["corners"]?.count ?? 0)).map {
      solution["corners"]?[$0]?["utilities"]?.compactText
    }
  }

  @Test func `are solved for all subgame-perfect payoffs unless something is said`() throws {
    let scenario = try dilemma("discount: w")
    #expect(Concept.byDefault(for: scenario).name == "subgame-perfect-payoffs")
    let found = try solution("subgame-perfect-payoffs", try Setting(scenario))
    #expect(
      corners(found) == [
        #"{"Row":"3","Col":"3"}"#, #"{"Row":"39/4","Col":"3"}"#, #"{"Row":"9","Col":"9"}"#,
        #"{"Row":"3","Col":"39/4"}"#,
      ])
    #expect(found["arithmetic"] == "exact" && found["status"] == "complete")
    #expect(found["periods"] == .null)
  }

  @Test func `of more than two strategies say nothing of tit for tat`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: three
      title: Three
      actors: {a: A, b: B}
      form: repeated
      discount: 3/4
      strategies: {a: [c, d, e], b: [c, d]}
      payoffs:
        - {a: c, b: c, gains: [3, 3]}
        - {a: c, b: d, gains: [0, 5]}
        - {a: d, b: c, gains: [5, 0]}
        - {a: d, b: d, gains: [1, 1]}
        - {a: e, b: c, gains: [9, 0]}
        - {a: e, b: d, gains: [0, 0]}
      cooperation: {a: c, b: c}
      punishment: {a: d, b: d}
      """)
    let found = try solution("critical-discount", try Setting(scenario))
    #expect(found["gains"]?["titForTat"] == .null)
    #expect(found["gains"]?["grim"]?["overall"] == .string("3/4"))
  }

  @Test func `of more than two are solved for one period unless something is said`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: three
      title: Three
      actors: {a: A, b: B, c: C}
      form: repeated
      discount: 3/4
      strategies: {a: [x], b: [x], c: [x]}
      payoffs: [{a: x, b: x, c: x, gains: [1, 1, 1]}]
      """)
    #expect(Concept.byDefault(for: scenario).name == "pure")
  }

  @Test func `apply relative gains to what is earned in each period`() throws {
    // At r = 1 the stage is zero-sum, and only its equilibrium is left.
    let setting = try Setting(try dilemma("discount: w"), set: [.init("r", 1)])
    let found = try solution("subgame-perfect-payoffs", setting)
    #expect(corners(found) == [#"{"Row":"0","Col":"0"}"#])
  }

  @Test func `that end are played like the last period when that has one equilibrium`() throws {
    let scenario = try dilemma("discount: {Row: w, Col: 1/2}\nperiods: 7")
    let found = try solution("subgame-perfect-payoffs", try Setting(scenario))
    #expect(corners(found) == [#"{"Row":"3","Col":"3"}"#])
    #expect(found["discount"]?.compactText == #"{"Row":"3/4","Col":"1/2"}"#)
    #expect(found["periods"] == 7)
  }

  @Test func `written and read again are the same`() throws {
    let scenario = try dilemma("discount: {Row: w, Col: 1/2}\nperiods: 7")
    let form = try #require(scenario.form as? RepeatedForm)
    #expect(form.discounts.map(\.text) == ["w", "1/2"] && form.periods == 7)
    #expect(form.size == "2 x 2, 7 times")
    let again = try TestGames.read(ScenarioWriter.yaml(scenario))
    let copy = try #require(again.form as? RepeatedForm)
    #expect(copy.discounts.map(\.text) == ["w", "1/2"] && copy.periods == 7)
    #expect(copy.cells.map { $0.gains.map(\.text) } == form.cells.map { $0.gains.map(\.text) })
  }

  @Test func `answer concepts of one period, and say so`() throws {
    let setting = try Setting(try dilemma("discount: w"))
    #expect(try solution("nash", setting)["equilibria"]?.count == 1)
    #expect(setting.remarks == ["concepts of games played once are about one period"])
    let page = GamePage(setting).text()
    #expect(page.contains("Played again and again, no end; discount factors: Row 3/4 (0.75)"))
  }

  @Test(arguments: [
    ("", "\"discount\""), ("discount: {Row: 1/2}", "lacks \"Col\""),
    ("discount: w\nperiods: 0", "from 1 to"), ("discount: w\nperiods: 1/2", "periods"),
    ("discount: {Row: 1/2, Cal: 1/2}", "did you mean \"Col\"?"), ("discount: q", "\"q\""),
    ("discount: w\ngains: ordinal", "ranks"),
  ])
  func `with a fault are refused in one line`(repetition: String, complaint: String) {
    let error = #expect(throws: InputError.self) { try dilemma(repetition) }
    #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    #expect(error?.position != nil)
  }

  @Test func `with discount factors out of range are refused at their place`() throws {
    let setting = try Setting(try dilemma("discount: w"), set: [.init("w", 1)])
    let error = #expect(throws: InputError.self) {
      try solution("subgame-perfect-payoffs", setting)
    }
    #expect(error?.description.contains("\"Row\" is 1: write one from 0 to below 1") == true)
    #expect(error?.position?.line == 14)
    _ = try solution("subgame-perfect-payoffs", setting, [("periods", "3")])
    #expect(throws: LaboratoryError.self) {
      try solution("subgame-perfect-payoffs", setting, [("delta", "3/2")])
    }
    #expect(throws: LaboratoryError.self) {
      try solution("subgame-perfect-payoffs", setting, [("periods", "many")])
    }
  }

  @Test func `with different discount factors and no end are refused with a way out`() throws {
    let setting = try Setting(try dilemma("discount: {Row: w, Col: 1/2}"))
    let error = #expect(throws: LaboratoryError.self) {
      try solution("subgame-perfect-payoffs", setting)
    }
    #expect(error?.description.contains("has 3/4 and 1/2: add --delta") == true)
  }

  @Test func `have penance beside the grim trigger and tit for tat`() throws {
    let found = try solution("critical-discount", try Setting(try dilemma("discount: w")))
    let penance = found["gains"]?["penance"]
    // (T - R) / (R - S) = 1/8 to cooperate, (P - S) / (R - S) = 1/4 to do penance.
    #expect(penance?[0]?["factor"]?["overall"] == "1/4" && penance?.count == 3)
    #expect(penance?[1]?["factor"]?["overall"] == "1/2")
    #expect(penance?[2]?["factor"]?["overall"]?["above"] != nil)
  }
}

@Suite struct `Tournament reports` {
  @Test func `rank a field by its names`() throws {
    let setting = try Setting(try dilemma("discount: w"))
    let report = try TournamentReport(
      setting,
      .init(field: try TournamentReport.field("tit-for-tat*3,always-defect*2"), repetitions: 1))
    #expect(report.result.names.count == 5)
    #expect(report.json["ranking"]?[0]?["strategy"] == "tit-for-tat")
    #expect(report.csv.rows.count == 5 && report.text().contains("1  tit-for-tat"))
  }

  @Test(arguments: [
    ("tit-for-tta,grim", "did you mean \"tit-for-tat\"?"), ("grim", "at least two"),
    ("grim*x", "grim*3"), ("", "axelrod-1"), ("grim,,grim", "axelrod-1"),
  ])
  func `refuse fields that are none`(text: String, complaint: String) {
    let error = #expect(throws: LaboratoryError.self) { try TournamentReport.field(text) }
    #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
  }
}
