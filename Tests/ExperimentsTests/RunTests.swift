import Arithmetic
import Experiments
import Glibc
import Scenarios
import Testing

@Suite(.serialized) struct `Running an experiment` {
  @Test func `A1, A2 and A3: critical discount factors under three rules`() throws {
    let body = """
      parameters:
        k: {default: 0, range: [0, 10], meaning: Grieco coefficient}
        n: {default: 2, range: [2, 5], meaning: states in the system}
      series:
        - name: snidal
          vary: [{parameter: r, list: [0, 1/4, 1/2, 3/4, 1]}]
        - name: grieco
          relative-gains: {rule: grieco, weights: k}
          vary: [{parameter: k, list: [1/2, 1, 2]}]
        - name: many states
          relative-gains: {rule: snidal, weights: r, among: n}
          set: {r: 1}
          vary: [{parameter: n, from: 2, to: 5, step: 1}]
      measure:
        - {name: delta, of: critical-discount, value: delta(grim), exact: true}
      expect:
        - {claim: "as theory has it", holds: "equals(delta, (1+2*r)/(2+r))", series: snidal}
        - {claim: "as theory has it", holds: "equals(delta, (1+3*k)/(2+3*k))", series: grieco}
        - {claim: "dilution", holds: "equals(delta, (n+1)/(2*n-1))", series: many states}
        - {claim: "worry raises it", holds: "nondecreasing(delta, r)", series: [snidal]}
      """
    let (summary, csv) = try Workplace().run(body)
    #expect(
      csv == """
        series,r,k,n,delta,delta.exact,error
        snidal,0,0,2,0.5,1/2,
        snidal,0.25,0,2,0.6666666666666666,2/3,
        snidal,0.5,0,2,0.8,4/5,
        snidal,0.75,0,2,0.9090909090909091,10/11,
        snidal,1,0,2,1,1,
        grieco,0,0.5,2,0.7142857142857143,5/7,
        grieco,0,1,2,0.8,4/5,
        grieco,0,2,2,0.875,7/8,
        many states,1,0,2,1,1,
        many states,1,0,3,0.8,4/5,
        many states,1,0,4,0.7142857142857143,5/7,
        many states,1,0,5,0.6666666666666666,2/3,

        """)
    #expect(summary.rows == 12)
    #expect(summary.expectationsHold)
    #expect(summary.table?.rows.count == 12)
    #expect(summary.files == ["results.csv", "manifest.json"])
  }

  @Test func `pure equilibria, their gains, and the recorded outcome`() throws {
    let body = """
      vary: [{parameter: s, list: [-1, 1]}]
      measure:
        - {name: equilibria, of: pure, value: count}
        - {name: cooperate, of: pure, value: "probability(Row: C)"}
        - {name: both, of: pure, value: "utility(Row) + utility(Col)"}
        - {name: record, of: pure, value: outcome}
        - {name: reward, of: game, value: "gain(Col; C, C) - s"}
      """
    let (_, csv) = try Workplace().run(body)
    #expect(
      csv == """
        s,equilibria,cooperate,both,record,reward,error
        -1,1,1,-6,0,-2,
        1,1,0,4,1,2,

        """)
  }

  @Test func `several equilibria are averaged, or the least or greatest is taken`() throws {
    let body = """
      vary: [{parameter: r, list: [0, 1/3, 1/2]}]
      measure:
        - {name: pure, of: pure, value: count}
        - {name: all, of: nash, value: count}
        - {name: mean, of: nash, value: "probability(Row: C)", exact: true}
        - {name: least, of: pure, value: gain(Row), over: min}
        - {name: most, of: pure, value: gain(Row), over: max}
        - {name: kind, of: class, value: name}
        - {name: dilemma, of: class, value: is(prisoners-dilemma)}
      """
    let (_, csv) = try Workplace().run(body, game: "hunt")
    #expect(
      csv == """
        r,pure,all,mean,mean.exact,least,most,kind,dilemma,error
        0,2,3,0.5,1/2,2,4,stag hunt,0,
        0.3333333333333333,2,2,0.5,1/2,2,4,on a boundary,0,
        0.5,1,1,0,0,2,2,prisoner's dilemma,1,

        """)
  }

  @Test func `a division by zero costs the row its values, not the run`() throws {
    let body = """
      vary: [{parameter: s, from: -1, to: 1, step: 1}]
      measure:
        - {name: inverse, of: game, value: 1/s}
        - {name: equilibria, of: pure, value: count}
      expect:
        - {claim: positive, holds: "always(inverse > 0)"}
        - {claim: counted, holds: "always(equilibria > 0)"}
      """
    let place = try Workplace()
    let (summary, csv) = try place.run(body)
    let lines = csv.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[1] == "-1,-1,1,")
    #expect(
      lines[2].hasPrefix("0,,4,\"division by zero in \"\"1/s\"\"")
        || lines[2].hasPrefix("0,,4,division by zero"))
    #expect(lines[3] == "1,1,1,")
    #expect(summary.failures.count == 1)
    #expect(summary.failures.first.first?.row == 2)
    #expect(summary.verdicts[0].description.hasPrefix("fails in row 1: s = -1: inverse = -1"))
    #expect(summary.verdicts[1].description == "holds (3 rows)")
    #expect(place.directory.text("out/manifest.json").contains("\"row\": 2,"))
  }

  @Test func `errors are equal bytes too, whatever a thread did before`() throws {
    let place = try Workplace()
    place.directory.write(
      dilemma.replacing("Row: 3*s", with: "Row: 3/s").replacing("Col: 4*s", with: "Col: 1/r"),
      to: "poles.yaml")
    let body = """
      vary:
        - {parameter: s, from: -1, to: 1, count: 301}
        - {parameter: r, from: 0, to: 1, count: 3}
      measure: [{name: n, of: pure, value: count}]
      """
    let (summary, one) = try place.run(body, game: "poles", jobs: 1)
    #expect(summary.failures.count == 301 + 2)
    for jobs in 2...5 {
      #expect(try place.run(body, game: "poles", jobs: jobs).csv == one)
    }
  }

  @Test func `results are equal bytes whatever the jobs, run after run`() throws {
    let body = """
      vary:
        - {parameter: s, from: -1, to: 3, count: 37}
        - {parameter: r, from: 0, to: 1, count: 409}
      measure:
        - {name: equilibria, of: pure, value: count}
        - {name: cooperate, of: pure, value: "probability(Row: C)"}
        - {name: share, of: game, value: "gain(Row; C, D) / (gain(Row; D, C) + r)", exact: true}
      expect:
        - {claim: one, holds: "nonincreasing(share, r)"}
        - {claim: two, holds: "always(equilibria >= 1)"}
      """
    let place = try Workplace()
    let (first, one) = try place.run(body, jobs: 1)
    let (second, two) = try place.run(body, jobs: 2)
    let (_, many) = try place.run(body, jobs: 7)
    #expect(one == two)
    #expect(one == many)
    #expect(first.verdicts == second.verdicts)
    #expect(first.rows == 37 * 409)
    #expect(one.utf8.filter { $0 == 0x0A }.count == 37 * 409 + 1)
  }

  @Test func `a directory that cannot be written to is left as it is`() throws {
    let place = try Workplace()
    let body = "vary: [{parameter: r, list: [0, 1]}]\nmeasure: [{name: n, of: pure, value: count}]"
    let experiment = try place.experiment(body)
    #expect(throws: OutputError.self) { try experiment.run(into: "/proc/nowhere/out") }
    #expect(throws: OutputError.self) {
      try experiment.run(into: place.directory.path + "/spec.yaml")
    }
  }

  @Test func `a run interrupted before its first part leaves nothing`() throws {
    let place = try Workplace()
    let body = """
      vary: [{parameter: r, from: 0, to: 1, count: 50000}]
      measure: [{name: n, of: pure, value: count}]
      """
    let experiment = try place.experiment(body)
    defer { Interruption.forget() }
    Interruption.note(SIGINT)
    #expect(throws: Interruption.self) {
      try experiment.run(into: place.directory.path + "/deep/out")
    }
    #expect(place.directory.files == ["dilemma.yaml", "hunt.yaml", "spec.yaml"])
  }

  @Test func `what no run has written is left alone`() throws {
    let place = try Workplace()
    let body = """
      vary: [{parameter: r, list: [0, 1]}]
      measure: [{name: n, of: pure, value: count}]
      figures: [{kind: line, x: r, y: n}]
      """
    let experiment = try place.experiment(body)
    let out = place.directory.path + "/out"
    mkdir(out, 0o755)
    place.directory.write("notes", to: "out/notes.txt")
    for name in ["results.csv", "manifest.json", "n.svg"] {
      place.directory.write("mine", to: "out/" + name)
      let error = try #require(throws: OutputError.self) {
        try experiment.run(into: out, draw: { _ in "<svg/>" })
      }
      #expect(error == .foreign(path: out + "/" + name))
      #expect(place.directory.text("out/" + name) == "mine")
      unlink(out + "/" + name)
    }

    _ = try experiment.run(into: out, draw: { _ in "<svg/>" })
    #expect(place.directory.text("out/n.svg") == "<svg/>")
    // The second run draws nothing: the figure of the first must not stay beside its results.
    _ = try experiment.run(into: out)
    #expect(place.directory.names(in: "out") == ["manifest.json", "notes.txt", "results.csv"])
    #expect(place.directory.text("out/notes.txt") == "notes")
    #expect(place.directory.text("out/results.csv") == "r,n,error\n0,1,\n1,1,\n")
  }
}
