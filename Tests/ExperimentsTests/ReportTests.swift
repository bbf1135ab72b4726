import Arithmetic
import Experiments
import Figures
import Foundation
import FoundationXML
import Testing

@Suite struct `Reports on runs` {
  static let spec = """
    title: Who & why <title>
    notes: A note.
    finding:
      source: "A, p. 1"
      author: it holds
      verdict: holds
      assumptions: [all is known]
    parameters: {size: {default: 2, range: [0, 9], meaning: nothing, source: assumed}}
    vary:
      - {parameter: k, list: [0, 1, 4]}
      - {parameter: r, from: 0, to: 1, count: 7}
    measure:
      - {name: cooperate, of: nash, value: "probability(Row: C)", exact: true}
      - {name: kind, of: class, value: name}
      - {name: ratio, of: game, value: "1 / (r - 1/2)"}
    expect:
      - {claim: it is a share, holds: "never(cooperate > 1)"}
      - {claim: there is none, holds: "always(cooperate < 1/2)"}
    figures:
      - {kind: line, x: r, y: cooperate, by: k, thresholds: true}
      - {kind: line, name: one, x: r, y: ratio, at: {k: 1}}
      - {kind: region, x: r, y: k, fill: kind}
    """

  private func finished(_ spec: String = spec) throws -> (Workplace, FinishedRun) {
    let place = try Workplace()
    _ = try place.run(spec, game: "hunt", draw: Illustration.svg)
    return (place, try FinishedRun(place.directory.path + "/out"))
  }

  /// Whether a page can be read as XML once what only HTML leaves open is closed.
  private func isWellFormed(_ page: String) -> Bool {
    let text = page.split(separator: "<body>").last.map { "<body>" + $0 } ?? ""
    let body = text.replacingOccurrences(of: "</html>", with: "")
      .replacingOccurrences(of: "<br>", with: "<br/>")
    return XMLParser(data: Data(body.utf8)).parse()
  }

  @Test func `the page is whole in itself: well-formed, no link, no script, ids apart`() throws {
    let (_, run) = try finished()
    let page = RunReport(run, name: "trial").page
    #expect(isWellFormed(page))
    #expect(page.contains("<h1>Who &amp; why &lt;title&gt;</h1>"))
    for outside in ["http://www.w3.org/1999", "https:", "src=", "href=", "<script", "@import"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(page.components(separatedBy: "<svg").count - 1 == 3)
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count == Set(ids).count)
  }

  @Test func `says what is asked, found, assumed and computed, and how to make it again`() throws {
    let (place, run) = try finished()
    let page = RunReport(run, name: "trial").page
    for words in [
      "What if?", "A note.", "all is known", "Not established: 1 of 2 expectations fail.",
      "fails in row", "What is assumed", "What is computed", "probability(Row: C)",
      "the payoffs of all 4 outcomes: no source gives them",
      "21 rows", "3 rows without all values", "weight on the other", "varied from 0 to 4",
      "tumen sweep trial --out \(place.directory.path)/out", run.experiment.origin.specDigest,
      run.provenance.results, "rule snidal", "prisoner", "none: nothing is drawn at random",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `figures drawn again from the results are those of the run`() throws {
    let (place, run) = try finished()
    let files = RunReport(run, name: "trial").files(latex: false)
    for name in ["cooperate.svg", "one.svg", "kind.svg"] {
      #expect(files.first { $0.name == name }?.text == place.directory.text("out/" + name))
    }
  }

  @Test func `every number of a figure's table stands in the results`() throws {
    let (place, run) = try finished()
    let files = RunReport(run, name: "trial").files(latex: false)
    let results = place.directory.text("out/results.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(results[0].prefix(3) == ["k", "r", "cooperate"])
    let lines = try #require(files.first { $0.name == "cooperate.csv" }).text
    #expect(
      lines.split(separator: "\n").map(String.init)
        == results.map { $0.prefix(3).joined(separator: ",") })
    let thresholds = try #require(files.first { $0.name == "cooperate.thresholds.csv" }).text
    #expect(thresholds.hasPrefix("k,r,r.exact\n0,0.3333333333333333,1/3\n"))
  }

  @Test func `the summary is that of the column`() throws {
    let (place, run) = try finished()
    let column = try #require(run.columns.first { $0.name == "cooperate" })
    let cells = place.directory.text("out/results.csv").split(separator: "\n").dropFirst()
      .compactMap { Double($0.split(separator: ",", omittingEmptySubsequences: false)[2]) }
    #expect(column.values == cells.count && column.empty == 21 - cells.count)
    #expect(column.least == cells.min() && column.greatest == cells.max())
    let mean = cells.reduce(0, +) / Double(cells.count)
    #expect(abs((column.mean ?? 9) - mean) < 1e-15)
    let ratio = try #require(run.columns.first { $0.name == "ratio" })
    #expect(ratio.empty == 3)
    let kind = try #require(run.columns.first { $0.name == "kind" })
    #expect(kind.texts.reduce(0) { $0 + $1.count } == 21)
    #expect(run.firstRows.count == FinishedRun.mostFirstRows)
  }

  @Test func `tables are written as LaTeX where asked for`() throws {
    let (_, run) = try finished()
    let files = RunReport(run, name: "trial").files(latex: true)
    let summary = try #require(files.first { $0.name == "summary.tex" }).text
    #expect(summary.contains("cooperate & $21$ & $0$ & $0$ &"))
    #expect(try #require(files.first { $0.name == "expectations.tex" }).text.contains("\\hline"))
  }

  @Test func `a field with commas, quotes and line ends is read back`() throws {
    let place = try Workplace()
    let experiment = try place.experiment(
      """
      vary: [{parameter: r, list: [0, 1]}]
      measure: [{name: p, of: pure, value: count}]
      series: [{name: 'a, "b"'}, {name: c}]
      figures: [{kind: line, x: r, y: p}]
      """)
    _ = try experiment.run(into: place.directory.path + "/out", draw: Illustration.svg)
    let run = try FinishedRun(place.directory.path + "/out")
    #expect(run.firstRows.first?.first == "a, \"b\"")
    #expect(run.figures[0].panels.allSatisfy { $0.cells.allSatisfy { $0.number == 1 } })
  }

  @Test func `what is no whole run of these files is refused in one line`() throws {
    func refusal(_ directory: String) -> String {
      do {
        _ = try FinishedRun(directory)
        return ""
      } catch {
        return "\(error)"
      }
    }
    let (place, _) = try finished()
    let out = place.directory.path + "/out"
    #expect(refusal(place.directory.path).contains("holds no run"))
    #expect(refusal(place.directory.path + "/nowhere").contains("holds no run"))

    let results = place.directory.text("out/results.csv")
    place.directory.write(results + "\n", to: "out/results.csv")
    #expect(refusal(out).contains("missing or was changed"))
    place.directory.write(results, to: "out/results.csv")
    #expect(refusal(out) == "")

    let game = place.directory.text("hunt.yaml")
    place.directory.write(game + "\n", to: "hunt.yaml")
    #expect(refusal(out).contains("changed since the run: the game"))
    place.directory.write(game, to: "hunt.yaml")

    place.directory.write(place.directory.text("spec.yaml") + "\n", to: "spec.yaml")
    #expect(refusal(out).contains("changed since the run: the spec"))
    unlink(place.directory.path + "/spec.yaml")
    #expect(refusal(out).contains("write --spec FILE"))

    place.directory.write("{\"kind\": \"run\", \"shard\": \"1/2\"}", to: "out/run.json")
    #expect(refusal(out).contains("tumen merge"))
    place.directory.write("{\"kind\": \"run\"}", to: "out/run.json")
    #expect(refusal(out).contains("--resume"))
  }
}
