import Arithmetic
import Glibc
import Scenarios
import Testing

@testable import Experiments

@Suite struct `Measures of every form` {
  /// Runs a spec on a prepared game.
  private func run(_ game: String, _ body: String) throws -> (RunSummary, [[String]]) {
    let games = "\(#filePath)".split(separator: "/Tests/")[0] + "/Games/\(game).yaml"
    let place = try Workplace()
    let text = "format: 1\nid: trial\nquestion: What?\ngame: \(games)\n" + body
    let experiment = try Experiment.read(place.directory.write(text, to: "spec.yaml"))
    let summary = try experiment.run(into: place.directory.path + "/out")
    let lines = place.directory.text("out/results.csv").split(separator: "\n")
    return (
      summary,
      lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    )
  }

  @Test func `values of coalitional concepts, as tumen solve tells them`() throws {
    let (summary, rows) = try run(
      "tumen-programme/membership",
      """
      vary: [{parameter: r, list: [0, 1/4]}]
      measure:
        - {name: china, of: shapley, value: value(values.china), exact: true}
        - {name: levels, of: nucleolus, value: size(levels)}
        - {name: excess, of: nucleolus, value: "value(levels.0.excess) + 0*r"}
        - {name: nothing, of: shapley, value: value(values.nobody)}
        - {name: wrong, of: shapley, value: value(values)}
      """)
    #expect(rows[0][...6] == ["r", "china", "china.exact", "levels", "excess", "nothing", "wrong"])
    #expect(rows[2][1...3] == ["10.666666666666666", "32/3", "4"])
    #expect(rows[2][5] == "" && rows[2][6] == "")
    #expect(summary.failures.count == 2)
    #expect(summary.failures.first[0].reason.contains("values of shapley is no number"))
  }

  @Test func `history and concepts of a bargain`() throws {
    let (summary, rows) = try run(
      "port-leases/zarubino-terms",
      """
      vary: [{parameter: rajin, list: [0, 1]}]
      measure:
        - {name: expected, of: history, value: outcome}
        - {name: nash, of: nash-bargaining, value: 1 + rajin}
      """)
    #expect(rows.count == 3)
    #expect(rows[1][1] == "0" || rows[1][1] == "1")
    #expect(summary.failures.count == 0)
  }

  @Test func `welfare, gaps and thresholds of a strategic game`() throws {
    let body = """
      vary: [{parameter: r, list: [0, 1/2]}]
      measure:
        - {name: welfare, of: pure, value: welfare, over: max}
        - {name: gap, of: nash, value: "gap(Row, Col)"}
        - {name: turn, of: thresholds, value: first(r), exact: true}
        - {name: turns, of: thresholds, value: changes(r)}
        - {name: last, of: thresholds, value: last(r) - first(r)}
        - {name: regret, of: lemke-howson, value: size(equilibria)}
      """
    let (_, csv) = try Workplace().run(body, game: "hunt")
    let lines = csv.split(separator: "\n")
    #expect(lines[1].hasPrefix("0,8,0,0.3333333333333333,1/3,1,0,"))
    #expect(lines[2].hasPrefix("0.5,4,0,0.3333333333333333,1/3,1,0,"))
  }

  @Test(arguments: [
    ("of: shaply, value: 1", "did you mean \"shapley\"?"),
    ("of: shapley, value: value(values.Row)", "takes games of form"),
    ("of: pure, value: value(x)", "write of: shapley"),
    ("of: pure, value: gap(Row)", "write gap(Row, Col)"),
    ("of: thresholds, value: first(q)", "unknown parameter \"q\""),
    ("of: pure, value: first(r)", "write of: thresholds"),
    ("of: pure, value: count, seconds: 3", "leave \"seconds\" out"),
    ("of: security, value: value(a..b)", "must name keys"),
  ])
  func `faults say what to write`(entry: String, message: String) throws {
    let error = try #require(throws: InputError.self) {
      try Workplace().experiment(
        "vary: [{parameter: r, list: [0, 1]}]\nmeasure: [{name: m, \(entry)}]")
    }
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func `words for strategic games are refused to other forms with a way out`() throws {
    let error = try #require(throws: InputError.self) {
      _ = try run(
        "tumen-programme/membership",
        "vary: [{parameter: r, list: [0]}]\nmeasure: [{name: m, of: thresholds, value: first(r)}]\n"
      )
    }
    #expect("\(error)".contains("takes games of form strategic"))
  }
}

@Suite struct `Expectations on conditions, crossings and correlations` {
  private func verdict(_ holds: String, over: String = "{parameter: r, from: 0, to: 1, count: 11}")
    throws -> String
  {
    let body = """
      vary: [\(over)]
      measure:
        - {name: up, of: game, value: r - 1/3}
        - {name: down, of: game, value: 1 - r^2}
        - {name: flat, of: game, value: 0*r}
      expect: [{claim: c, holds: "\(holds)"}]
      """
    return try Workplace().run(body).summary.verdicts[0].description
  }

  @Test(arguments: [
    ("always(up > 0, r > 1/2)", "holds (5 rows)"),
    ("holds(up > 0, r >= 3/10)", "fails in row 4: r = 3/10: up = -1/30"),
    ("never(down > 0, r == 1)", "holds (1 row)"),
    ("equals(down, 1, r == 0)", "holds (1 row)"),
    ("always(up > 0, r > 2)", "not tested: no row has a value to compare"),
    ("crosses(up, r, 0, 1/3)", "holds (11 rows)"),
    (
      "crosses(up, r, 0, 1/2)",
      "fails in row 11: r = 1: up does not pass from one side of 0 to the other at 1/2"
    ),
    ("correlates(up, r, > 99/100)", "holds (11 rows)"),
    ("correlates(down, r, < -1/2)", "holds (11 rows)"),
    ("correlates(up, down, <= 0)", "holds (11 rows)"),
  ])
  func `are judged row by row`(holds: String, expected: String) throws {
    #expect(try verdict(holds) == expected)
  }

  @Test func `a correlation that fails names the row that speaks most against it`() throws {
    let text = try verdict("correlates(down, r, > 0)")
    #expect(text.hasPrefix("fails in row 11: r = 1: the correlation with r is -0.9"), "\(text)")
    #expect(try verdict("correlates(flat, r, > 0)").contains("nothing varies"))
  }

  @Test(arguments: [
    ("correlates(up, r, 1/2)", "write > 0"), ("correlates(up, q, > 0)", "unknown measure \"q\""),
    ("holds(up > 0)", "must have the form holds(condition, where)"),
    ("crosses(up, r, 0, q)", "q"),
  ])
  func `faults say what to write`(holds: String, message: String) throws {
    let error = try #require(throws: InputError.self) { _ = try verdict(holds) }
    #expect("\(error)".contains(message), "\(error)")
  }
}
