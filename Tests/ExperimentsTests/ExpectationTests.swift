import Experiments
import Testing

@Suite struct `Expectations` {
  struct Case: CustomTestStringConvertible, Sendable {
    let holds: String
    let verdict: String
    var testDescription: String { holds }
  }

  @Test(arguments: [
    Case(
      holds: "nonincreasing(size, s)",
      verdict: "fails in row 3: s = 0, r = 0: size = 0 after -3 at s = -1"),
    Case(holds: "nondecreasing(size, s)", verdict: "holds (6 rows)"),
    Case(holds: "constant(size, r)", verdict: "holds (6 rows)"),
    Case(holds: "constant(size)", verdict: "fails in row 3: s = 0, r = 0: size = 0 after -3"),
    Case(holds: "nonincreasing(falling, s)", verdict: "holds (6 rows)"),
    Case(holds: "equals(size, 3*s)", verdict: "holds (6 rows)"),
    Case(holds: "equals(size, s)", verdict: "fails in row 1: s = -1, r = 0: found -3, expected -1"),
    Case(holds: "always(size + falling == 0)", verdict: "holds (6 rows)"),
    Case(holds: "always(size > -1)", verdict: "fails in row 1: s = -1, r = 0: size = -3"),
    Case(holds: "never(size == 3)", verdict: "fails in row 5: s = 1, r = 0: size = 3"),
    Case(holds: "crosses(size, s, 1/2)", verdict: "holds (6 rows)"),
    Case(
      holds: "crosses(size, s, 7)",
      verdict: "fails in row 5: s = 1, r = 0: size was only below 7 up to here"),
    Case(holds: "equals(inverse, 1/s)", verdict: "holds (4 rows, 2 without a value)"),
    Case(holds: "nondecreasing(nothing, s)", verdict: "not tested: no row has a value to compare"),
    Case(holds: "always(nothing == 1)", verdict: "not tested: no row has a value to compare"),
  ])
  func `are told apart, with the row that refutes them`(_ given: Case) throws {
    let body = """
      vary: [{parameter: s, list: [-1, 0, 1]}, {parameter: r, list: [0, 1/2]}]
      measure:
        - {name: size, of: game, value: "gain(Row; C, C)"}
        - {name: falling, of: game, value: "-gain(Row; C, C)"}
        - {name: inverse, of: game, value: 1/s}
        - {name: nothing, of: game, value: "1/(s-s)"}
      expect: [{claim: "claimed", holds: "\(given.holds)"}]
      """
    let (summary, _) = try Workplace().run(body)
    #expect(summary.verdicts.map(\.description) == [given.verdict])
    #expect(summary.expectationsHold == given.verdict.hasPrefix("holds"))
  }

  @Test func `the row of a counterexample counts from the first series`() throws {
    let body = """
      vary: [{parameter: s, list: [1, 2]}]
      series:
        - {name: plain, relative-gains: none}
        - {name: worried, set: {r: 1}}
      measure: [{name: joint, of: pure, value: utility(Row) + utility(Col)}]
      expect: [{claim: something to gain, holds: always(joint > 0)}]
      """
    let (summary, csv) = try Workplace().run(body)
    #expect(
      summary.verdicts.map(\.description) == ["holds (2 rows)", "fails in row 3: s = 1: joint = 0"])
    #expect(summary.verdicts.map(\.series) == ["plain", "worried"])
    #expect(csv.split(separator: "\n")[3] == "worried,1,1,0,")
  }
}
