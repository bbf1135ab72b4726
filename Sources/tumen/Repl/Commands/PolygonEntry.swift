import Laboratory
import Scenarios

extension ReplEntry {
  static let polygon = ReplEntry(
    "polygon", "polygon [name] [actors A,B] 0,0 4,0 0,3 without 1,1",
    "make a bargaining problem of two: corners of what can be had, and what they have without",
    group: .make,
    more: ["Every point between the corners can be agreed on, by lotteries."],
    example: [
      "polygon split actors Ann,Bob 4,0 0,3 without 1,1", "nash-bargaining", "kalai-smorodinsky",
    ],
    completes: [.words(["actors", "without"])]
  ) { words, session in
    var parts = TableText.words(words)[...]
    let name = TypedGame.name(&parts, default: "polygon") {
      $0 == "actors" || $0 == "without" || $0.contains(",")
    }
    let actors = try TypedGame.names(after: "actors", in: &parts) ?? ["A", "B"]
    guard actors.count == 2 else {
      throw UsageError("polygon takes two actors and not \(actors.count): write actors A,B")
    }
    let sides = parts.split(separator: "without", omittingEmptySubsequences: false).map(Array.init)
    guard sides.count == 2, sides[1].count == 1, sides[0].count >= 1 else {
      throw UsageError(
        "polygon needs corners and what both have without an agreement: polygon 4,0 0,3 without 1,1"
      )
    }
    func point(_ text: String) throws(UsageError) -> [String] {
      let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      guard numbers.count == 2 else {
        throw UsageError("\(quoted(text)) is no point: write both gains, as in 4,0")
      }
      return [
        try TypedGame.number(numbers[0], of: actors[0]),
        try TypedGame.number(numbers[1], of: actors[1]),
      ]
    }
    var corners: [JSONValue.Member] = []
    for corner in sides[0] {
      let gains = try point(corner)
      corners.append(.init("corner \(corners.count + 1)", TypedGame.gains(gains, actors)))
    }
    let scenario = try TypedGame.scenario(
      name, form: BargainingForm.name, actors: actors,
      [
        .init("outcomes", .object(corners)),
        .init("disagreement", TypedGame.gains(try point(sides[1][0]), actors)),
        .init("lotteries", true),
      ])
    try session.add(scenario, named: name)
    return try page(session, brief: true)
  }
}
