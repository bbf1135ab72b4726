import Arithmetic
import Figures
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Laboratory
import Scenarios
import Testing

@Suite struct `Figures of bargaining and division` {
  private func setting(_ rest: String) throws -> Setting {
    try Setting(
      try ScenarioReader.read(
        text: """
          format: 1
          id: game
          title: A game
          actors: {a: {name: Ann}, b: {name: Bob}}
          \(rest)
          """, format: .yaml, file: "f"))
  }

  private func count(_ passage: String, in text: String) -> Int {
    text.components(separatedBy: passage).count - 1
  }

  @Test func `mark what each solution chooses, once where they agree`() throws {
    let polygon = try setting(
      """
      form: bargaining
      lotteries: true
      outcomes: {p: {gains: [10, 0]}, q: {gains: [8, 4]}, s: {gains: [0, 6]}, t: {gains: [-1, 5]}}
      disagreement: {gains: [0, 0]}
      """)
    let svg = try #require(try BargainingFigure(polygon)).svg
    #expect(svg.contains(">Nash, utilitarian: (8, 4)<"))
    #expect(svg.contains(">egalitarian, leximin, equal gains:<"))
    #expect(svg.contains("utility of Bob"))
    #expect(count("<polyline", in: svg) == 1)
    let outcomes = try #require(try BargainingFigure(polygon, space: .outcomes)).svg
    #expect(count("<polyline", in: outcomes) == 0)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(DivisionFigure(polygon) == nil)
  }

  @Test func `fill the outcomes that each side could have ratified`() throws {
    let game = try setting(
      """
      form: bargaining
      outcomes: {p: {gains: [3, 0]}, q: {gains: [2, 2]}, s: {gains: [0, 3]}}
      disagreement: {gains: [0, 0]}
      ratifiers: {a: [{name: Parliament, floor: 2}], b: [{name: Senate, floor: 2}]}
      """)
    let svg = try #require(WinSetFigure(game)).svg
    #expect(svg.contains("Of 3: Ann 2, Bob 2, all 1."))
    #expect(count("fill=\"#222222\" stroke", in: svg) == 1)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func `draw the bars of both sides to the same length`() throws {
    let parcels = try setting(
      "form: division\nparcels: {x: {gains: [50, 20]}, y: {gains: [30, 30]}, z: {gains: [20, 50]}}")
    let svg = try #require(DivisionFigure(parcels)).svg
    #expect(count(">65</text>", in: svg) == 2)
    #expect(svg.contains("y is cut."))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(try BargainingFigure(parcels) == nil)
  }
}
