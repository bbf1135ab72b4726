import Arithmetic
import Laboratory
import Scenarios
import Testing

@Suite struct `Quantal responses and tracing, as solved` {
  /// The prisoner's dilemma 4, 3, 2, 1 under Snidal's rule.
  private func setting(r: Rational) throws -> Setting {
    try Setting(try TestGames.symmetric(4, 3, 2, 1), set: [.init("r", r)])
  }

  private func solve(
    _ concept: Concept, r: Rational = .zero, _ texts: [(name: String, text: String)] = []
  ) throws -> JSONValue {
    let setting = try setting(r: r)
    let solution = try concept.solution(of: setting, options: .init(texts: texts))
    let report = SolutionReport(setting, [solution])
    #expect(!report.text().isEmpty && !report.csv.isEmpty && !report.latex.isEmpty)
    guard case .array(let solutions) = report.json["solutions"] else { return .null }
    return solutions.first ?? .null
  }

  private func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  private func first(_ value: JSONValue?) -> JSONValue? {
    guard case .array(let list) = value else { return nil }
    return list.first
  }

  @Test(
    arguments: [(.zero, 0.2689414214), (Rational(1) / 2, 0.1192029220)] as [(Rational, Double)])
  func `give the golden point at lambda 1 and name rule and normalisation`(
    r: Rational, expected: Double
  ) throws {
    let solution = try solve(.qre, r: r, [("lambda", "1")])
    let point = first(solution["points"])
    #expect(number(point?["lambda"]) == 1)
    let chance = try #require(number(point?["profile"]?["Row"]?["C"]))
    #expect(abs(chance - expected) < 1e-10)
    #expect(solution["arithmetic"] == "floating")
    guard case .string(let text) = solution["normalisation"] else {
      Issue.record("no normalisation")
      return
    }
    #expect(text.contains("rule snidal"))
  }

  @Test func `give the limit without lambda, all points on request`() throws {
    let limit = try solve(.qre)
    #expect(first(limit["limits"])?["profile"]?["Row"] == ["D": .number(1)])
    #expect(limit["points"] == [])
    let all = try solve(.qre, [("points", "")])
    guard case .array(let points) = all["points"] else {
      Issue.record("no points")
      return
    }
    #expect(points.count > 5 && number(points[0]["lambda"]) == 0)
  }

  @Test func `estimate lambda from frequencies`() throws {
    let solution = try solve(
      .qre, [("frequencies", "{Row: {C: 26.89414214, D: 73.10585786}, Col: {}}")])
    let lambda = try #require(number(solution["estimate"]?["lambda"]))
    #expect(abs(lambda - 1) < 1e-8)
  }

  @Test func `find the point near a start`() throws {
    let solution = try solve(
      .qre, [("lambda", "2"), ("start", "{Row: D, Col: {C: 1, D: 3}}")])
    #expect(number(first(solution["points"])?["lambda"]) == 2)
  }

  @Test func `trace an equilibrium from a prior`() throws {
    let solution = try solve(.tracing, [("start", "{Row: C, Col: C}")])
    #expect(first(solution["equilibria"])?["profile"]?["Col"] == ["D": .number(1)])
    #expect(solution["prior"]?["Row"] == ["C": .number(1)])
  }

  @Test func `find an equilibrium by polymatrix approximation, proved`() throws {
    let solution = try solve(.iteratedPolymatrix, [("start", "{Row: C, Col: C}")])
    let only = try #require(first(solution["equilibria"]))
    #expect(only["profile"]?["Col"] == ["D": .number(1)])
    #expect(number(only["regret"]) == 0 && number(only["radius"]) == 0)
  }

  @Test(
    arguments: [
      ([("lambda", "-1")], "--lambda -1 is not understood: write a number from 0 up"),
      (
        [("lambda", "much")],
        "--lambda much is not understood: write a number, such as 1, 3/4 or 0.75"
      ),
      (
        [("frequencies", "{Row: {C: 1, E: 2}, Col: {D: 1}}")],
        "--frequencies:1:14: \"Row\" has no strategy \"E\""
      ),
      ([("frequencies", "{Row: {C: -1}}")], "--frequencies:1:11: the number of \"C\" is negative"),
      ([("frequencies", "{Row: {C: 0}}")], "--frequencies:1:1: nothing was observed"),
      (
        [("frequencies", "{Raw: {C: 1}}")],
        "--frequencies:1:2: unknown key \"Raw\" in --frequencies"
      ),
      ([("frequencies", "{Row: [C")], "--frequencies:2:1: malformed YAML"),
      ([("frequencies", "/nowhere/counts.yaml")], "/nowhere/counts.yaml: cannot be read"),
      ([("frequencies", "{Row: C}"), ("lambda", "1")], "--lambda 1 is not understood"),
      ([("start", "{Row: C, Col: C}")], "qre with --start needs --lambda: write --lambda 10"),
      ([("start", "{Row: C}"), ("lambda", "1")], "--start:1:1: --start says nothing of \"Col\""),
      (
        [("start", "{Row: {C: 0}, Col: D}"), ("lambda", "1")],
        "--start:1:1: the numbers of \"Row\" add to 0"
      ),
    ] as [([(name: String, text: String)], String)])
  func `refuse what cannot be meant`(_ texts: [(name: String, text: String)], message: String) {
    var told = ""
    do { _ = try solve(.qre, texts) } catch { told = "\(error)" }
    #expect(told.hasPrefix(message), "\(told)")
  }
}
