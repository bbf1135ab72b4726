import Arithmetic
import Experiments
import Figures
import Foundation
import FoundationXML
import Testing

/// Checks that a text is well-formed XML and gathers what it draws.
private final class Reader: NSObject, XMLParserDelegate {
  var elements: [String: Int] = [:]
  var texts: [String] = []
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    elements[name, default: 0] += 1
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text" || name == "title" || name == "desc" { texts.append(text) }
    text = ""
  }

  /// Reads a drawing; nil if it is not well-formed.
  static func read(_ svg: String) -> Reader? {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }
}

@Suite struct `Figures` {
  static let lines = LineFigure(
    title: "Hostile <title> & \"more\" \u{1}", xLabel: "r", yLabel: "delta",
    lines: [
      .init(label: "a & b", points: [(0, 0.5), (0.5, nil), (1, 1)]),
      .init(label: "<c>", points: [(0, 0.5), (0.5, 0.75), (1, 1)]),
    ],
    thresholds: [.init(x: 1.0 / 3, label: "1/3")], caption: "A caption.")

  @Test func `lines are well-formed, with title, description, names and marks`() throws {
    let svg = Self.lines.svg
    let reader = try #require(Reader.read(svg))
    #expect(reader.texts.contains("Hostile <title> & \"more\" \u{FFFD}"))
    #expect(reader.texts.contains("a & b"))
    #expect(reader.texts.contains("<c>"))
    #expect(reader.texts.contains("1/3"))
    #expect(reader.texts.contains("A caption."))
    #expect(reader.elements["desc"] == 1)
    #expect(svg == Self.lines.svg)
  }

  @Test func `lines that end in one point are named in the order in which they come to it`() throws
  {
    let figure = LineFigure(
      title: "", xLabel: "", yLabel: "",
      lines: [
        .init(label: "low", points: [(0, 1), (1, 1), (2, 0)]),
        .init(label: "high", points: [(0, 1), (1, 3), (2, 0)]),
        .init(label: "middle", points: [(0, 1), (1, 2), (2, 0)]),
      ])
    let boxes = try #require(TextBoxes.read(figure.svg)).boxes
    let names = ["low", "middle", "high"]
    let order = boxes.filter { names.contains($0.text) }.sorted { $0.top > $1.top }.map(\.text)
    #expect(order == names)
  }

  @Test func `lines that lie on one another are drawn once, under all their names`() throws {
    let (_, drawn) = try drawing(
      """
      vary: [{parameter: r, from: 0, to: 1, count: 3}, {parameter: s, list: [1, 2, 3]}]
      measure: [{name: twice, of: game, value: "2 * r + max(s - 2, 0)"}]
      figures: [{kind: line, x: r, y: twice, by: s}]
      """)
    #expect(drawn.contains(">s = 1, 2<") && drawn.contains(">s = 3<"))
    #expect(drawn.contains("One line stands for s = 1, 2."))
    #expect(drawn.components(separatedBy: "<polyline").count - 1 == 2)
  }

  /// The first figure that a run of this spec draws.
  private func drawing(_ spec: String) throws -> (Workplace, String) {
    let place = try Workplace()
    let (summary, _) = try place.run(spec, draw: Illustration.svg)
    let name = try #require(summary.files.first { $0.hasSuffix(".svg") })
    return (place, place.directory.text("out/" + name))
  }

  @Test(arguments: [
    [(0.0, 1.0 as Double?)], [], [(0, nil)], [(2, 5), (2, 5)], [(-1e9, 1e-9), (1e9, 2e-9)],
    [(0, .infinity), (1, 2)], [(0, -1.7e308), (1, 1.7e308)], [(0, .nan)],
    [(0, 0), (.leastNonzeroMagnitude, .leastNonzeroMagnitude)],
    [(1e17, 3), (1e17 + 16, 4)],
  ])
  func `degenerate lines are drawn all the same`(points: [(Double, Double?)]) {
    let figure = LineFigure(
      title: "", xLabel: "", yLabel: "",
      lines: [.init(label: "x", points: points.map { (x: $0.0, y: $0.1) })])
    #expect(Reader.read(figure.svg) != nil)
    #expect(!figure.svg.contains("nan"))
    #expect(!figure.svg.contains("inf"))
  }

  @Test func `maps are well-formed, with a key and a place for no value`() throws {
    let panel = RegionFigure.Panel(
      title: "one", x: [0, 1, 2], y: [0, 1], values: [0, 1, nil, 1, .infinity, 0],
      borders: [[0.5], []])
    let named = RegionFigure(
      title: "t", xLabel: "x", yLabel: "y", panels: [panel, panel],
      fill: .names(["refuse", "accept"]))
    let reader = try #require(Reader.read(named.svg))
    for text in ["refuse", "accept", "no value", "one"] { #expect(reader.texts.contains(text)) }
    let scaled = RegionFigure(
      title: "t", xLabel: "x", yLabel: "y", panels: [panel],
      fill: .scale("share", names: [(value: 1, text: "all of it")]))
    #expect(try #require(Reader.read(scaled.svg)).texts.contains("all of it"))
  }

  @Test func `bars of thresholds are well-formed`() throws {
    let figure = ThresholdFigure(
      title: "t", label: "r",
      regions: [
        .init(from: 0, to: 1.0 / 3, label: "(C, C)"), .init(from: 1.0 / 3, to: 1, label: "(D, D)"),
      ],
      points: [.init(x: 1.0 / 3, label: "1/3")])
    let reader = try #require(Reader.read(figure.svg))
    for text in ["(C, C)", "(D, D)", "1/3", "r"] { #expect(reader.texts.contains(text)) }
  }

  static let spec = """
    vary:
      - {parameter: k, list: [0, 1, 4]}
      - {parameter: r, from: 0, to: 1, count: 31}
    measure:
      - {name: cooperate, of: nash, value: "probability(Row: C)"}
      - {name: kind, of: class, value: name}
    figures:
      - {kind: line, x: r, y: cooperate, at: {k: 1}, thresholds: true}
      - {kind: line, x: r, y: cooperate, by: k, title: Three lines}
      - {kind: region, x: r, y: k, fill: kind}
    """

  @Test func `a run draws what its spec asks for, the same bytes every time`() throws {
    let place = try Workplace()
    let (summary, _) = try place.run(Self.spec, game: "hunt", draw: Illustration.svg)
    #expect(
      summary.files
        == ["results.csv", "cooperate.svg", "cooperate-2.svg", "kind.svg", "manifest.json"])
    #expect(place.directory.files.contains("out"))
    let names = ["cooperate.svg", "cooperate-2.svg", "kind.svg"]
    let first = names.map { place.directory.text("out/" + $0) }
    let readers = try first.map { try #require(Reader.read($0)) }
    #expect(readers[0].texts.contains("1/3"))
    #expect(readers[0].texts.contains { $0.contains("At k = 1.") })
    #expect(readers[1].texts.contains("One line stands for k = 0, 1, 4."))
    #expect(readers[2].texts.contains("prisoner's dilemma"))
    _ = try place.run(Self.spec, game: "hunt", jobs: 2, draw: Illustration.svg)
    #expect(names.map { place.directory.text("out/" + $0) } == first)
  }

  @Test func `of very many rows some are drawn, and the figure says so`() throws {
    let body = """
      vary: [{parameter: r, from: 0, to: 1, count: 250001}]
      measure: [{name: n, of: game, value: r}]
      figures: [{kind: line, x: r, y: n}]
      """
    var drawn: FigureData?
    _ = try Workplace().run(body) { data in
      drawn = data
      return Illustration.svg(data)
    }
    let panel = try #require(drawn?.panels.first)
    #expect(panel.x.count <= 200_000)
    #expect(panel.x.first == 0 && panel.x.last == 1)
    #expect(panel.cells.allSatisfy { $0 != .empty })
    #expect(zip(panel.x, panel.cells).allSatisfy { $0 == $1.number })
    let svg = try #require(drawn.map(Illustration.svg))
    #expect(svg.contains("125001 of 250001 values of r, evenly chosen"))
  }
}
