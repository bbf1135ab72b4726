import Scenarios
import Testing

private func list(_ yaml: String) throws -> SituationList {
  try SituationList(Document.read(yaml: yaml, file: "s"))
}

private let two = """
  format: 1
  parts:
    - title: First
      situations: {A1: {title: one, place: "p. 1"}, A2: {title: two, place: "p. 2", none: untold}}
    - {title: Second, situations: {B1: {title: three, place: "p. 3"}}}
  """

private func game(_ id: String, citing situations: [String]) throws -> Coverage.Game {
  var scenario = try ScenarioReader.read(text: leaseYAML, format: .yaml, file: id)
  scenario.id = id
  scenario.situations = situations
  return ("family/\(id)", scenario)
}

@Suite struct `The coverage of situations` {
  @Test func `joins the list with what games cite`() throws {
    let games = [
      try game("x", citing: ["A1"]), try game("y", citing: []), try game("z", citing: ["A1"]),
    ]
    let coverage = try Coverage(of: list(two), by: games)
    #expect(coverage.parts.map(\.title) == ["First", "Second"])
    let lines = coverage.parts.flatMap(\.lines)
    #expect(lines.map(\.situation.id) == ["A1", "A2", "B1"])
    #expect(lines.map { $0.games.map(\.name) } == [["family/x", "family/z"], [], []])
    #expect(lines.map(\.isOpen) == [false, false, true])
    #expect(coverage.open.map(\.id) == ["B1"])
  }

  @Test func `refuses a game that cites what is not in the list, or what has no game`() throws {
    let unknown = #expect(throws: InputError.self) {
      try Coverage(of: list(two), by: [game("x", citing: ["A9"])])
    }
    #expect(unknown.map { "\($0)" }?.hasPrefix("x: unknown situation \"A9\"") == true)
    let none = #expect(throws: InputError.self) {
      try Coverage(of: list(two), by: [game("x", citing: ["A2"])])
    }
    #expect(none.map { "\($0)" }?.contains("why \"A2\" has no game") == true)
  }

  @Test(arguments: [
    ("parts: [{title: T}]", "lacks \"situations\""),
    ("parts: [{situations: {A1: {title: t, place: p}}}]", "lacks \"title\""),
    ("parts: [{title: T, situations: {A1: {title: t}}}]", "lacks \"place\""),
    ("parts: [{title: T, situations: {A1: {title: t, place: p, non: x}}}]", "unknown key \"non\""),
    (
      "parts: [{title: T, situations: {A1: {title: t, place: p}}}, "
        + "{title: U, situations: {A1: {title: t, place: p}}}]", "\"A1\" stands twice"
    ),
  ])
  func `says what is wrong with a list`(yaml: String, expected: String) {
    let error = #expect(throws: InputError.self) { try list(yaml) }
    #expect(error.map { "\($0)" }?.contains(expected) == true)
  }
}
