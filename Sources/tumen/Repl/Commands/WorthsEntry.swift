import Laboratory
import Scenarios

extension ReplEntry {
  static let worths = ReplEntry(
    "worths", "worths [name] a=0 b=0 a+b=1 ...", "make a game of coalitions: what each is worth",
    group: .make,
    more: ["Members are joined by +; coalitions that are left out are worth otherwise=0."],
    example: ["worths gloves a=0 b=0 c=0 a+b=1 a+c=1 b+c=0 a+b+c=1", "core", "shapley"]
  ) { words, session in
    var parts = words.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    let name = TypedGame.name(&parts, default: "worths") { $0.contains("=") }
    var actors: [String] = []
    var entries: [JSONValue] = []
    var seen: [[String]] = []
    var otherwise: String?
    for part in parts {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw UsageError("\(quoted(part)) is no worth: write a+b=1")
      }
      let worth = try TypedGame.number(sides[1], of: sides[0])
      guard sides[0] != "otherwise" else {
        otherwise = worth
        continue
      }
      let members = try TypedGame.names(
        in: sides[0].split(separator: "+", omittingEmptySubsequences: false).joined(separator: ","),
        of: "members")
      for member in members where !actors.contains(member) { actors.append(member) }
      guard !seen.contains(members.sorted()) else {
        throw UsageError("\(quoted(sides[0])) has a worth already: write it once")
      }
      seen.append(members.sorted())
      entries.append(
        ["coalition": .array(members.map(JSONValue.string)), "worth": .string(worth)])
    }
    guard !entries.isEmpty else {
      throw UsageError("worths needs coalitions: worths gloves a=0 b=0 a+b=1")
    }
    let scenario = try TypedGame.scenario(
      name, form: CoalitionalForm.name, actors: actors,
      [.init("worths", .array(entries)), .init("otherwise", .string(otherwise ?? "0"))])
    try session.add(scenario, named: name)
    return try page(session, brief: true)
  }
}
