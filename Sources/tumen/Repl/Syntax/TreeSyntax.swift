import Laboratory
import Scenarios

/// A tree by indented lines: who moves on one line, each action further in as `action: what follows`.
///
///     Entrant
///       out: 0, 2
///       in: Incumbent [asked]
///         fight: -1, -1
///         share: 1, 1
///
/// What follows is an actor, with the name of what it cannot tell apart in brackets; `chance`, whose
/// moves are `move 1/2: ...`; or gains, one an actor.
struct TreeSyntax {
  private(set) var name = "tree"
  private var actors: [String] = []
  private var isNamed = false
  private let lines: [Line]

  static let example = "tree entry: and then its lines, as in help tree"

  private struct Line {
    let depth: Int
    let text: String
    let number: Int
  }

  /// Reads what stands after the word `tree`, then the lines of the tree.
  init(_ text: String) throws(UsageError) {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var head = all[0].split(whereSeparator: \.isWhitespace).map(String.init)[...]
    name = TypedGame.name(&head, default: name) { $0 == "actors" }
    if let named = try TypedGame.names(after: "actors", in: &head) {
      actors = named
      isNamed = true
    }
    guard head.isEmpty else {
      throw UsageError("\(quoted(head.joined(separator: " "))) is too much: \(Self.example)")
    }
    lines = all.enumerated().dropFirst().filter { !trimmed($1).isEmpty }.map {
      number, line in
      Line(
        depth: line.prefix { $0.isWhitespace }.count, text: trimmed(line), number: number)
    }
    guard let first = lines.first else { throw UsageError("tree needs lines: \(Self.example)") }
    if !isNamed { findActors() }
    guard !actors.isEmpty else {
      throw UsageError("\(quoted(first.text)) names nobody who moves: \(Self.example)")
    }
  }

  /// Actors in the order in which they move.
  private mutating func findActors() {
    for (place, line) in lines.enumerated() {
      let node = place == 0 ? line.text : Self.parted(line.text).node
      let key = Self.actorAndSet(node).actor
      if place + 1 < lines.count, lines[place + 1].depth > line.depth, key != "chance",
        key.first?.isLetter == true, !actors.contains(key)
      {
        actors.append(key)
      }
    }
  }

  /// The game as a scenario.
  func scenario() throws(UsageError) -> Scenario {
    var place = 0
    let root = try node(lines[0].text, at: &place, 0)
    if place < lines.count {
      throw complaint(lines[place], "stands outside the tree: indent it below the line it follows")
    }
    return try TypedGame.scenario(
      name, form: ExtensiveForm.name, actors: actors, [.init("tree", root)])
  }

  /// The node that `text` says, its actions on the lines after `place`.
  private func node(
    _ text: String, at place: inout Int, _ level: Int
  ) throws(UsageError) -> JSONValue {
    let line = lines[place]
    guard level < 100 else {
      throw complaint(line, "is more than 100 moves deep: load a .efg file")
    }
    place += 1
    let children = place < lines.count && lines[place].depth > line.depth
    let (actor, set) = Self.actorAndSet(text)
    guard children else { return try end(text, line) }
    guard actor == "chance" || actors.contains(actor) else {
      throw complaint(
        line, "does not say who moves: write chance or one of \(actors.joined(separator: ", "))")
    }
    let depth = lines[place].depth
    var actions: [JSONValue.Member] = []
    var chances: [JSONValue.Member] = []
    while place < lines.count, lines[place].depth > line.depth {
      let child = lines[place]
      guard child.depth == depth else {
        throw complaint(child, "is indented unlike the action before it: align actions of one move")
      }
      var (key, rest) = Self.parted(child.text)
      guard !key.isEmpty, !rest.isEmpty else {
        throw complaint(child, "is no action: write action: gains, or action: who moves next")
      }
      if actor == "chance" {
        guard let blank = key.lastIndex(of: " ") else {
          throw complaint(child, "has no probability: write \(key) 1/2: what follows")
        }
        let probability = key[key.index(after: blank)...]
        key = trimmed(key[..<blank])
        chances.append(.init(key, .string(String(probability.filter { !"()".contains($0) }))))
      }
      guard !actions.contains(where: { $0.key == key }) else {
        throw complaint(child, "names the action \(quoted(key)) a second time: name each once")
      }
      actions.append(.init(key, try node(rest, at: &place, level + 1)))
    }
    if actor == "chance" {
      return ["chance": .object(chances), "actions": .object(actions)]
    }
    return .object(
      [.init("actor", .string(actor))] + (set.map { [.init("set", .string($0))] } ?? [])
        + [.init("actions", .object(actions))])
  }

  private func end(_ text: String, _ line: Line) throws(UsageError) -> JSONValue {
    let texts = text.filter { !"()".contains($0) }.split { $0 == "," || $0.isWhitespace }
      .map(String.init)
    guard texts.count == actors.count else {
      throw complaint(
        line,
        "ends with \(Words.count(texts.count, "gain")) and there "
          + "are \(actors.count) actors, \(actors.joined(separator: ", ")): write one each, or what "
          + "follows on the next line, further in")
    }
    var numbers: [String] = []
    for (text, actor) in zip(texts, actors) {
      numbers.append(try TypedGame.number(text, of: "the gain of \(actor)"))
    }
    return TypedGame.gains(numbers, actors)
  }

  private func complaint(_ line: Line, _ words: String) -> UsageError {
    UsageError("line \(line.number) of the tree, \(quoted(line.text)), \(words)")
  }

  /// The action and what follows it.
  private static func parted(_ text: String) -> (action: String, node: String) {
    guard let colon = text.firstIndex(of: ":") else { return (text, "") }
    return (
      trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...])
    )
  }

  /// `Incumbent [asked]` as its two parts.
  private static func actorAndSet(_ text: String) -> (actor: String, set: String?) {
    guard let open = text.firstIndex(of: "["), text.hasSuffix("]") else { return (text, nil) }
    return (
      trimmed(text[..<open]), String(text[text.index(after: open)...].dropLast())
    )
  }
}
