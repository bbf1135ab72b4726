import Arithmetic
import Figures
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Laboratory
import Scenarios
import Testing

@Suite struct `Figures of the core` {
  private func family(_ rest: String) throws -> CoreFamily? {
    try CoreFamily(
      try Setting(
        try ScenarioReader.read(
          text: "format: 1\nid: game\ntitle: A game\n\(rest)", format: .yaml, file: "f")))
  }

  private let three = "actors: {a: {name: Ann}, b: {name: Bob}, c: {name: Cyd}}\n"

  @Test func `shrink to a point at the last weight that has a core`() throws {
    // Theory C11: pairs worth 1/2 of 1 have a core up to r = 2/5.
    let family = try #require(
      try family(three + "form: coalitional\nworth: if(size == 3, 1, (size == 2)/2)"))
    #expect(family.members.map(\.label) == ["r = 0", "r = 2/15", "r = 4/15", "r = 2/5"])
    #expect(family.members.map { $0.vertices?.count } == [3, 3, 3, 1])
    #expect(family.members[3].vertices == [[Rational(1, 3), Rational(1, 3), Rational(1, 3)]])
    let svg = try #require(CoreTriangleFigure(family)).svg
    #expect(svg.contains("core, r = 2/5") && svg.contains("Ann has 1"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
  }

  @Test func `say where the game's own rule leaves none`() throws {
    let family = try #require(
      try family(
        three + "form: coalitional\nworth: if(size == 3, 1, (size == 2)/2)\n"
          + "relative-gains: {rule: snidal, weights: 1/2}"))
    #expect(family.own?.vertices == nil)
    #expect(try #require(CoreTriangleFigure(family)).svg.contains("core, rule snidal: empty"))
  }

  @Test func `are bars where there are more than three`() throws {
    let family = try #require(
      try family(
        "actors: {a: A, b: B, c: C, d: D}\nform: coalitional\ncosts: {largest-of: [1, 2, 3, 4]}"))
    #expect(CoreTriangleFigure(family) == nil)
    let svg = CoreRangesFigure(family).svg
    #expect(svg.contains("what each pays") && svg.contains("nucleolus"))
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    let empty = try #require(
      try self.family("actors: {a: A, b: B, c: C, d: D}\nform: coalitional\nworth: size >= 2"))
    #expect(empty.members.isEmpty)
    #expect(CoreRangesFigure(empty).svg.contains("There is no core at any weight."))
  }
}
