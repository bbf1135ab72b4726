import Experiments
import Figures
import Testing

@Suite struct `Figures of parameters` {
  private static let spec = """
    parameters: {size: {default: 2, range: [0, 9], meaning: nothing, source: assumed}}
    series:
      - name: alone
        vary: [{parameter: r, list: [0, 1/2, 1]}, {parameter: k, list: [0, 4]}]
        design: {kind: one-at-a-time}
      - name: together
        vary: [{parameter: r}, {parameter: k}, {parameter: size, from: 0, to: 1}]
        design: {kind: saltelli, n: 64, second-order: true}
      - name: screened
        vary: [{parameter: r}, {parameter: k}]
        design: {kind: morris, n: 5}
    measure:
      - {name: sum, of: game, value: r + k / 2}
      - {name: product, of: game, value: r * k}
      - {name: large, of: game, value: r + k > 1/2}
    sensitivity:
      - {measure: sum, resamples: 50}
      - {measure: product, resamples: 50}
      - {box: "product > 2", series: together}
    figures:
      - {kind: tornado, measure: sum, series: alone, x-label: the sum}
      - {kind: sobol, measure: product, title: Which matters?}
    """

  private func finished(_ spec: String = spec) throws -> (Workplace, FinishedRun) {
    let place = try Workplace()
    _ = try place.run(spec, game: "hunt", draw: Illustration.svg)
    return (place, try FinishedRun(place.directory.path + "/out"))
  }

  @Test func `a run draws tornado and Sobol bars, and its report draws the same again`() throws {
    let (place, run) = try finished()
    let files = RunReport(run, name: "trial").files(latex: true)
    for name in ["sum-tornado.svg", "product-sobol.svg"] {
      let drawn = place.directory.text("out/" + name)
      #expect(files.first { $0.name == name }?.text == drawn)
      #expect(try #require(TextBoxes.read(drawn)).troubles == [])
    }
    #expect(place.directory.text("out/sum-tornado.svg").contains("the sum"))
    #expect(place.directory.text("out/product-sobol.svg").contains("Which matters?"))
  }

  @Test func `every figure has its numbers beside it`() throws {
    let (place, run) = try finished()
    let files = RunReport(run, name: "trial").files(latex: false)
    for (name, text) in files where name.hasSuffix(".svg") {
      let numbers = try #require(files.first { $0.name == name.dropLast(4) + ".csv" }).text
      #expect(numbers.split(separator: "\n").count > 1, "\(name): \(text.count)")
    }
    let tornado = try #require(files.first { $0.name == "sum-tornado.csv" }).text
    #expect(tornado.contains("r,0.0,0.0,1.0,1.0,0.0\n") || tornado.contains("r,0,0,1,1,0\n"))
    let bars = try #require(files.first { $0.name == "product-sobol.csv" }).text
    let answers = place.directory.text("out/sensitivity.csv").split(separator: "\n")
    #expect(
      bars.split(separator: "\n").dropFirst()
        == answers.filter { $0.hasPrefix("together,product,sobol,") }[...])
  }

  @Test func `the page tells which parameters matter: indices, pairs, effects, a box`() throws {
    let (_, run) = try finished()
    let report = RunReport(run, name: "trial")
    for words in [
      "Which parameters matter", "Share of the variance of product (together)", "r * k",
      "Pairs: what two explain together", "Elementary effects on sum (screened)",
      "Where product &gt; 2 (together)", "Shares of the variance: sum (together)",
    ] {
      #expect(report.page.contains(words), "\(words)")
    }
    let tables = report.files(latex: true).filter { $0.name.hasPrefix("sensitivity-") }
    #expect(tables.count == 7)
    #expect(tables.allSatisfy { $0.text.contains("\\begin{tabular}") })
  }

  @Test func `answers of yes and no have no lengths: no tornado that nobody asked for`() throws {
    let (_, run) = try finished()
    #expect(run.oneAtATime.contains { $0.measure == "large" && $0.moving == 2 })
    let files = RunReport(run, name: "trial").files(latex: false)
    #expect(!files.contains { $0.name.hasPrefix("alone-") && $0.text.contains("large") })
  }

  @Test func `a run without what bars need says so in the drawing`() throws {
    let (place, _) = try finished(
      """
      vary: [{parameter: r, list: [1/4, 1/2]}, {parameter: k, list: [1, 2]}]
      measure: [{name: sum, of: game, value: r + k}]
      figures: [{kind: tornado, measure: sum}]
      """)
    #expect(place.directory.text("out/sum-tornado.svg").contains("No bars"))
  }
}
