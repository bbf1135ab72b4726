import Arithmetic
import Glibc
import Scenarios
import TestSupport
import Testing

@testable import Experiments

@Suite struct `Sensitivity` {
  /// What SALib said of a function: `make_sensitivity.py` writes it.
  private struct Recorded {
    var title: [String]
    var rows: [[Double]]
  }

  private func recorded(_ kind: String) -> [Recorded] {
    var cases: [Recorded] = []
    for line in FixtureFile.text("sensitivity.txt").split(separator: "\n") where line.first != "#" {
      let words = line.split(separator: " ").map(String.init)
      if ["sobol", "pairs", "morris"].contains(words[0]) {
        cases.append(Recorded(title: words, rows: []))
      } else {
        cases[cases.count - 1].rows.append(words.compactMap { Double($0) })
      }
    }
    return cases.filter { $0.title[0] == kind }
  }

  private func agree(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-12) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * (1 + abs($1)) }
  }

  @Test func `indices of Sobol agree with SALib's, their intervals nearly`() throws {
    let cases = recorded("sobol")
    #expect(cases.count == 2)
    for recorded in cases {
      let factors = try #require(Int(recorded.title[2]))
      let indices = try #require(
        SobolIndices(recorded.rows[0], factors: factors, resamples: 1000))
      #expect(indices.points == 64)
      #expect(agree(indices.first.map(\.value), recorded.rows[1]))
      #expect(agree(indices.total.map(\.value), recorded.rows[2]))
      // The bootstrap draws other numbers: a tenth of the interval is what 1000 draws leave open.
      #expect(agree(indices.first.map(\.reach), recorded.rows[3], within: 0.1))
      #expect(agree(indices.total.map(\.reach), recorded.rows[4], within: 0.1))
    }
  }

  @Test func `elementary effects agree with SALib's`() throws {
    let cases = recorded("morris")
    #expect(cases.count == 2)
    for recorded in cases {
      let factors = try #require(Int(recorded.title[2]))
      let count = try #require(Int(recorded.title[3]))
      let effects = MorrisScreening.elementary(
        recorded.rows[..<count].map { $0[factors] }, factors: factors
      ) { Array(recorded.rows[$0][..<factors]) }
      let screening = try #require(MorrisScreening(effects, resamples: 1000))
      #expect(agree(screening.effects.map(\.mean), recorded.rows[count], within: 1e-9))
      #expect(agree(screening.effects.map(\.magnitude), recorded.rows[count + 1], within: 1e-9))
      #expect(agree(screening.effects.map(\.deviation), recorded.rows[count + 2], within: 1e-9))
      #expect(
        agree(
          screening.effects.map(\.reach), recorded.rows[count + 3],
          within: 0.15 * recorded.rows[count + 3].reduce(0, max)))
    }
  }

  @Test func `indices of the second order agree with SALib's, their intervals nearly`() throws {
    let cases = recorded("pairs")
    #expect(cases.count == 2)
    for recorded in cases {
      let factors = try #require(Int(recorded.title[2]))
      let indices = try #require(
        SobolIndices(recorded.rows[0], factors: factors, secondOrder: true, resamples: 1000))
      #expect(indices.points == 64)
      #expect(agree(indices.first.map(\.value), recorded.rows[1]))
      #expect(agree(indices.total.map(\.value), recorded.rows[2]))
      #expect(agree(indices.second.map(\.value), recorded.rows[3]))
      #expect(agree(indices.second.map(\.reach), recorded.rows[4], within: 0.1))
    }
  }

  @Test func `pairs are counted as in a triangle`() {
    #expect(SobolIndices.pairs(of: 0).isEmpty && SobolIndices.pairs(of: 1).isEmpty)
    let pairs = SobolIndices.pairs(of: 4).map { [$0.0, $0.1] }
    #expect(pairs == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
  }

  @Test func `the function of Ishigami has the indices that its formula gives`() throws {
    let factors = (0..<3).map { _ in
      Experiment.Factor(parameter: "x", distribution: .uniform(from: -1, to: 1))
    }
    let points = 4096
    let design = Design(
      .saltelli(secondOrder: true), factors, points: points,
      sequence: try SobolPoints(dimensions: 6, count: points))
    let values = (0..<design.rows).map { row -> Double in
      let x = design.values(in: row).map { $0.double * Double.pi }
      return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
    }
    let indices = try #require(SobolIndices(values, factors: 3, secondOrder: true))
    #expect(agree(indices.second.map(\.value), [0, 0.2437, 0], within: 0.01))
    #expect(agree(indices.first.map(\.value), [0.3139, 0.4424, 0], within: 0.01))
    #expect(agree(indices.total.map(\.value), [0.5576, 0.4424, 0.2437], within: 0.01))
  }

  @Test func `B12: two equal weights explain half of the acceptable range each`() throws {
    let body = """
      parameters:
        r1: {default: 0, range: [0, 1], meaning: a weight}
        r2: {default: 0, range: [0, 1], meaning: a weight}
      vary: [{parameter: r1}, {parameter: r2}]
      design: {kind: saltelli, n: 1024}
      measure: [{name: width, of: game, value: 1/(1+r2) - r1/(1+r1)}]
      sensitivity: [{measure: width, resamples: 100}]
      """
    let place = try Workplace()
    let (summary, _) = try place.run(body)
    let lines = place.directory.text("out/sensitivity.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines[0] == ["series", "of", "method", "parameter", "index", "value", "low", "high"])
    #expect(lines.dropFirst().map { $0[3] } == ["r1", "r1", "r2", "r2"])
    #expect(lines.dropFirst().map { $0[4] } == ["first", "total", "first", "total"])
    for line in lines.dropFirst() {
      let numbers = line[5...].compactMap { Double($0) }
      #expect(abs(numbers[0] - 0.5) < 0.01)
      #expect(numbers[1] < numbers[0] && numbers[0] < numbers[2])
    }
    #expect(summary.files == ["results.csv", "sensitivity.csv", "manifest.json"])
    #expect(summary.sensitivity?.rows.count == 4)
  }

  @Test func `B12: the two weights do nothing together that they do not do alone`() throws {
    let body = """
      parameters:
        r1: {default: 0, range: [0, 1], meaning: a weight}
        r2: {default: 0, range: [0, 1], meaning: a weight}
      vary: [{parameter: r1}, {parameter: r2}]
      design: {kind: saltelli, n: 1024, second-order: true}
      measure: [{name: width, of: game, value: 1/(1+r2) - r1/(1+r1)}]
      sensitivity: [{measure: width, resamples: 100}]
      """
    let (summary, csv) = try Workplace().run(body)
    #expect(csv.split(separator: "\n").count == 1 + 1024 * 6)
    let rows = try #require(summary.sensitivity?.rows)
    #expect(rows.count == 5)
    #expect(rows[4][3...4] == ["r1 * r2", "second"])
    let numbers = rows[4][5...].compactMap { cell -> Double? in
      if case .number(let number, _) = cell { number.double } else { nil }
    }
    #expect(numbers.count == 3)
    #expect(abs(numbers[0]) < 0.02)
    #expect(numbers[1] < 0 && 0 < numbers[2])
  }

  @Test func `screening finds what does not matter`() throws {
    let body = """
      vary: [{parameter: r}, {parameter: s, from: 0, to: 4}]
      design: {kind: morris, n: 10}
      measure: [{name: m, of: game, value: 3*r + 0*s}]
      sensitivity: [{measure: m}]
      """
    let place = try Workplace()
    _ = try place.run(body)
    let text = place.directory.text("out/sensitivity.csv")
    #expect(text.contains(",m,morris,r,mu,3.0,,") || text.contains(",m,morris,r,mu,3,,"))
    #expect(text.contains(",m,morris,s,sigma,0"))
  }

  @Test func `a box is found where the condition holds, and its useless ends go`() throws {
    let points = (0..<400).map { [Double($0 % 20) / 20, Double($0 / 20) / 20, 0.5] }
    let holds = points.map { $0[0] >= 0.6 && $0[1] < 0.5 }
    let box = try #require(RuleInduction(points, holds, goal: 1))
    #expect(box.density == 1)
    #expect(box.coverage > 0.7)
    #expect(box.ends[0].low.map { $0 >= 0.6 } == true)
    #expect(box.ends[1].high.map { $0 < 0.5 } == true)
    #expect(box.ends[2].low == nil && box.ends[2].high == nil)
    #expect(RuleInduction(points, points.map { _ in false }) == nil)
  }

  @Test func `nothing is said where nothing varies`() {
    #expect(SobolIndices(Array(repeating: 1, count: 40), factors: 2) == nil)
    #expect(SobolIndices(Array(repeating: .nan, count: 40), factors: 2) == nil)
    #expect(MorrisScreening([[], [1]]) == nil)
  }

  @Test(arguments: [
    ("{measure: m}", "needs a design made for it"), ("{measure: q}", "unknown measure"),
    ("{measure: m, box: \"m > 1\"}", "write two entries"), ("{}", "lacks \"measure\""),
    ("{box: \"m > 1\", density: 2}", "above 0 and up to 1"),
    ("{measure: m, resamples: -1}", "write 0 to 100000"),
  ])
  func `faults say what to write`(entry: String, message: String) throws {
    let error = try #require(throws: InputError.self) {
      try Workplace().experiment(
        "vary: [{parameter: r, list: [0, 1]}]\nmeasure: [{name: m, of: game, value: r}]\n"
          + "sensitivity: [\(entry)]")
    }
    #expect("\(error)".contains(message), "\(error)")
  }
}
