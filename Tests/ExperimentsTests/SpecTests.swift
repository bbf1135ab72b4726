import Arithmetic
import Experiments
import Scenarios
import Testing

@Suite struct `Specs` {
  struct Bad: CustomTestStringConvertible, Sendable {
    let body: String
    let says: String
    var testDescription: String { says }

    init(_ body: String, _ says: String) {
      self.body = body
      self.says = says
    }
  }

  static let good = "measure: [{name: n, of: pure, value: count}]"
  static let vary = "vary: [{parameter: r, list: [0, 1]}]"

  @Test(arguments: [
    Bad("", "lacks \"vary\""),
    Bad(
      "finding: {source: s, author: a}\n\(vary)\n\(good)", "lacks \"verdict\""),
    Bad(
      "finding: {source: s, author: a, verdict: hold}\n\(vary)\n\(good)",
      "unknown verdict \"hold\"; did you mean \"holds\"?"),
    Bad(
      "finding: {source: s, author: a, verdict: holds only if}\n\(vary)\n\(good)",
      "needs a condition"),
    Bad("varry: 1", "unknown key \"varry\" in an experiment; did you mean \"vary\"?"),
    Bad("vary: []\n\(good)", "\"vary\" is empty"),
    Bad("vary: 3\n\(good)", "\"vary\" must be a list"),
    Bad("vary: [{parameter: q, list: [0]}]\n\(good)", "unknown parameter \"q\""),
    Bad("vary: [{parameter: r}]\n\(good)", "lacks its levels"),
    Bad("vary: [{parameter: r, list: []}]\n\(good)", "the list of \"r\" is empty"),
    Bad("vary: [{parameter: r, list: [nan]}]\n\(good)", "must be a number"),
    Bad("vary: [{parameter: r, list: [1/0]}]\n\(good)", "divides by zero"),
    Bad("vary: [{parameter: r, list: [2]}]\n\(good)", "r = 2 is out of its range"),
    Bad("vary: [{parameter: r, list: [0], from: 1}]\n\(good)", "both \"list\" and \"from\""),
    Bad("vary: [{parameter: r, from: 1, to: 0, count: 3}]\n\(good)", "runs from 1 to 0"),
    Bad(
      "vary: [{parameter: r, from: 0, to: 1, count: 0}]\n\(good)",
      "the count of \"r\" is 0: write 1 or more"),
    Bad("vary: [{parameter: r, from: 0, to: 1, count: -3}]\n\(good)", "write 1 or more"),
    Bad(
      "vary: [{parameter: r, from: 0, to: 1, count: 1}]\n\(good)", "one value of \"r\" cannot reach"
    ),
    Bad("vary: [{parameter: r, from: 0, to: 1, count: 2.5}]\n\(good)", "must be a whole number"),
    Bad("vary: [{parameter: r, from: 0, to: 1, step: 0}]\n\(good)", "write a number above 0"),
    Bad("vary: [{parameter: r, from: 0, to: 1, step: 1e-60}]\n\(good)", "is too small"),
    Bad("vary: [{parameter: r, from: 0, to: 1}]\n\(good)", "needs either \"count\" or \"step\""),
    Bad("vary: [{parameter: r, from: 0, to: 1, step: 1, count: 2}]\n\(good)", "needs either"),
    Bad("vary: [{parameter: r, list: [0]}, {parameter: r, list: [1]}]\n\(good)", "is varied twice"),
    Bad("set: {r: 1}\n\(vary)\n\(good)", "both set and varied"),
    Bad("set: {q: 1}\n\(vary)\n\(good)", "unknown parameter \"q\""),
    Bad(
      "vary: [{parameter: r, from: 0, to: 1, count: 10000000}, {parameter: s, from: 0, to: 1, count: 10000000}]\n\(good)",
      "more than 1000000000000 rows"),
    Bad(
      "design: {kind: sobol}\n\(vary)\n\(good)", "a sobol design needs \"n\": write n: 1024"),
    Bad(vary, "an experiment lacks \"measure\""),
    Bad("\(vary)\nmeasure: []", "\"measure\" is empty"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: purr, value: count}]",
      "cannot be \"purr\"; did you mean \"pure\"?"),
    Bad("\(vary)\nmeasure: [{name: n, value: count}]", "lacks \"of\""),
    Bad("\(vary)\nmeasure: [{name: n, of: pure}]", "lacks \"value\""),
    Bad("\(vary)\nmeasure: [{name: r, of: pure, value: count}]", "the name is taken"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: pure, value: countt}]",
      "unknown parameter \"countt\"; did you mean \"count\"?"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: pure, value: \"probability(Row: retreat)\"}]",
      "Row has no strategy \"retreat\"; known: C, D"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: pure, value: \"probability(Roo: C)\"}]",
      "unknown actor \"Roo\"; did you mean \"Row\"?"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: pure, value: probability(Row)}]",
      "write probability(actor: strategy)"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: pure, value: \"gain(Row; C)\"}]",
      "must name a strategy of each actor"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: pure, value: delta(grim)}]", "write of: critical-discount"),
    Bad(
      "\(vary)\nmeasure: [{name: n, of: critical-discount, value: delta(mild)}]",
      "write delta(grim) or delta(tit-for-tat)"),
    Bad("\(vary)\nmeasure: [{name: n, of: game, value: gain(Row)}]", "write of: pure or of: nash"),
    Bad("\(vary)\nmeasure: [{name: n, of: pure, value: count, over: max}]", "leave \"over\" out"),
    Bad("\(vary)\nmeasure: [{name: n, of: class, value: is(prisoner)}]", "unknown class"),
    Bad("\(vary)\n\(good)\nexpect: [{claim: x, holds: rising(n)}]", "is no expectation"),
    Bad(
      "\(vary)\n\(good)\nexpect: [{claim: x, holds: \"nonincreasing(m, r)\"}]",
      "unknown measure \"m\""),
    Bad(
      "\(vary)\n\(good)\nexpect: [{claim: x, holds: \"nonincreasing(n, s)\"}]",
      "\"s\" is not varied"),
    Bad(
      "\(vary)\n\(good)\nexpect: [{claim: x, holds: nonincreasing(n)}]",
      "must have the form nonincreasing(measure, parameter)"),
    Bad("\(vary)\n\(good)\nexpect: [{claim: x, holds: always(q > 1)}]", "unknown parameter \"q\""),
    Bad(
      "\(vary)\n\(good)\nexpect: [{claim: x, holds: always(n > 1), series: y}]",
      "unknown series \"y\""),
    Bad("\(vary)\n\(good)\nexpect: [{holds: always(n > 1)}]", "lacks \"claim\""),
    Bad(
      "vary: [{parameter: r, list: [1, 0]}]\n\(good)\nexpect: [{claim: x, holds: \"nonincreasing(n, r)\"}]",
      "the levels of \"r\" must ascend"),
    Bad("\(vary)\n\(good)\nfigures: [{kind: pie, x: r, y: n}]", "unknown kind of figure \"pie\""),
    Bad("\(vary)\n\(good)\nfigures: [{kind: line, x: q, y: n}]", "unknown parameter \"q\""),
    Bad("\(vary)\n\(good)\nfigures: [{kind: line, x: r, y: m}]", "unknown measure \"m\""),
    Bad("\(vary)\n\(good)\nfigures: [{kind: line, x: s, y: n}]", "no series varies \"s\""),
    Bad(
      "\(vary)\n\(good)\nfigures: [{kind: line, x: r, y: n, fill: n}]",
      "a line figure has no \"fill\""),
    Bad("\(vary)\n\(good)\nfigures: [{kind: line, x: r, y: n, name: ../up}]", "write up"),
    Bad("\(vary)\n\(good)\nfigures: [{kind: line, x: r, measure: n}]", "write y: measure"),
    Bad("\(vary)\n\(good)\nfigures: [{kind: tornado, measure: n, x: r}]", "has no \"x\""),
    Bad("\(vary)\n\(good)\nfigures: [{kind: tornado}]", "lacks \"measure\""),
    Bad(
      "\(vary)\n\(good)\nfigures: [{kind: sobol, measure: n}]", "write sensitivity: [{measure: n}]"),
    Bad(
      "\(vary)\n\(good)\nseries: [{name: a}, {name: b}]\nfigures: [{kind: tornado, measure: n}]",
      "write series: name"),
    Bad(
      "vary: [{parameter: r, list: [0, 1]}, {parameter: s, list: [1, 2]}]\n\(good)\nfigures: [{kind: line, x: r, y: n}]",
      "\"s\" varies and the figure does not show it: write by: s, or at: {s: 1}"),
    Bad("series: []\n\(good)", "\"series\" is empty"),
    Bad("\(vary)\nseries: [{name: a}, {name: a}]\n\(good)", "two series are named \"a\""),
    Bad(
      "\(vary)\nseries: [{name: a, relative-gains: {rule: snydal, weights: r}}]\n\(good)",
      "unknown rule \"snydal\"; did you mean \"snidal\"?"),
    Bad(
      "parameters: {r: {default: 1}}\n\(vary)\n\(good)", "the game has a parameter \"r\" already"),
  ])
  func `with a fault are refused in one line that points at it`(_ bad: Bad) throws {
    let place = try Workplace()
    let error = try #require(throws: InputError.self) { _ = try place.experiment(bad.body) }
    #expect(error.description.contains(bad.says))
    #expect(!error.description.contains("\n"))
    #expect(error.position?.file.hasSuffix("spec.yaml") == true)
  }

  @Test func `that name no game are refused`() throws {
    let place = try Workplace()
    let body = "\(Self.vary)\n\(Self.good)"
    #expect(throws: InputError.self) { try place.experiment(body, game: "nowhere") }
    #expect(throws: InputError.self) { try Experiment.check(place.directory.path + "/none.yaml") }
  }

  @Test func `count their rows and levels`() throws {
    let experiment = try Workplace().experiment(
      """
      vary:
        - {parameter: s, list: [1, 5/2, 1/3]}
        - {parameter: r, from: 0, to: 1, count: 11}
      \(Self.good)
      """)
    #expect(experiment.rows == 33)
    #expect(experiment.columns == ["s", "r"])
    #expect(experiment.headings == ["s", "r", "n", "error"])
    #expect(experiment.series[0].factors[1].levels[3] == Rational(3, 10))
  }
}
