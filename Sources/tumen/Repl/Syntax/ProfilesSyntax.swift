import Arithmetic
import Laboratory
import Scenarios

/// A game of any number of actors, profile by profile: `a c e = 1 2 3`, one a line or parted by
/// semicolons. Strategies are those that occur, in the order in which they do.
struct ProfilesSyntax {
  private(set) var name = "profiles"
  private var actors: [String] = []
  private var strategies: [[String]] = []
  private var gains: [[Int]: [Rational]] = [:]

  static let example = "profiles trio a,c,e=1,2,3 ; a,c,f=0,0,0 ; ..."

  /// The most profiles typed.
  private static let mostProfiles = 100_000

  /// Reads what stands after the word `profiles`.
  init(_ text: String) throws(UsageError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var parts = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    parts += lines.dropFirst()
    var head = parts[0].split(whereSeparator: \.isWhitespace).map(String.init)[...]
    name = TypedGame.name(&head, default: name) {
      $0 == "actors" || $0.contains { "=,:".contains($0) }
    }
    let named = try TypedGame.names(after: "actors", in: &head)
    parts[0] = head.joined(separator: " ")
    for part in parts where !trimmed(part).isEmpty { try read(part) }
    guard let width = strategies.isEmpty ? nil : strategies.count else {
      throw UsageError("profiles needs profiles: \(Self.example)")
    }
    actors = named ?? (1...width).map { "P\($0)" }
    guard actors.count == width else {
      throw UsageError(
        "actors has \(Words.count(actors.count, "name")), the profiles have "
          + "\(Words.count(width, "strategy", plural: "strategies"))")
    }
    try checkWhole()
  }

  private mutating func read(_ part: String) throws(UsageError) {
    let sides = part.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else {
      throw UsageError("\(quoted(trimmed(part))) is no profile: write a,c,e = 1,2,3")
    }
    let keys = Self.list(sides[0])
    let texts = Self.list(sides[1])
    guard !keys.isEmpty, keys.count == texts.count else {
      throw UsageError(
        "\(quoted(trimmed(part))) has \(Words.count(keys.count, "strategy", plural: "strategies")) "
          + "and \(Words.count(texts.count, "payoff")): write one each for every actor")
    }
    if strategies.isEmpty { strategies = keys.map { _ in [] } }
    guard keys.count == strategies.count else {
      throw UsageError(
        "\(quoted(trimmed(part))) names \(Words.count(keys.count, "strategy", plural: "strategies")), "
          + "the first profile \(strategies.count): name as many")
    }
    var profile: [Int] = []
    for (actor, key) in keys.enumerated() {
      if !strategies[actor].contains(key) {
        _ = try TypedGame.names(in: key, of: "strategies")
        strategies[actor].append(key)
      }
      profile.append(strategies[actor].firstIndex(of: key) ?? 0)
    }
    guard gains[profile] == nil else {
      throw UsageError("(\(keys.joined(separator: ", "))) is given twice: write it once")
    }
    var row: [Rational] = []
    for text in texts { row.append(try Typed.number(text, of: keys.joined(separator: ", "))) }
    gains[profile] = row
  }

  /// Words parted by commas or blanks.
  private static func list(_ text: Substring) -> [String] {
    text.filter { !"()".contains($0) }.split { $0 == "," || $0.isWhitespace }.map(String.init)
  }

  private func checkWhole() throws(UsageError) {
    let shape = strategies.map(\.count)
    let (count, tooMany) = shape.reduce((1, false)) { partial, size in
      let (product, overflow) = partial.0.multipliedReportingOverflow(by: size)
      return (product, partial.1 || overflow)
    }
    guard !tooMany, count <= Self.mostProfiles else {
      throw UsageError(
        "the strategies make more than \(Self.mostProfiles) profiles: write a .nfg file and load it"
      )
    }
    for profile in Self.profiles(of: shape) where gains[profile] == nil {
      throw UsageError(
        "(\(zip(strategies, profile).map { $0[$1] }.joined(separator: ", "))) has no payoffs, "
          + "\(gains.count) of \(count) profiles have: write them all")
    }
  }

  private static func profiles(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { profiles, size in
      profiles.flatMap { profile in (0..<size).map { profile + [$0] } }
    }
  }

  /// The game as a scenario.
  var scenario: Scenario {
    let shape = strategies.map(\.count)
    return Scenario(
      id: name, title: "", actors: actors.map { Scenario.Actor(key: $0, name: $0) },
      form: StrategicForm(
        strategies: strategies.map { $0.map { StrategicForm.Strategy(key: $0) } },
        cells: Self.profiles(of: shape).map { profile in
          Cell(gains: (gains[profile] ?? []).map { Expression($0) })
        }))
  }
}
