public import Scenarios

/// `Games/README.md`: the prepared games, and every situation of the sources with its games or the
/// reason why it has none.
public struct CoveragePage: Sendable {
  private let games: [Coverage.Game]
  private let coverage: Coverage

  /// The page of these games.
  public init(games: [Coverage.Game], coverage: Coverage) {
    self.games = games
    self.coverage = coverage
  }

  /// The page in Markdown.
  public var markdown: String {
    var text = """
      # The prepared games

      Written by `tumen games --coverage`, from the games' own key `situations` and from
      `situations.yaml`. Play one with `tumen show GAME`, hold it against its record with
      `tumen history GAME`.


      """
    for family in families {
      let members = games.filter { $0.scenario.family == family }
      text += "## \(family)\n\n| game | title | form | when | situations |\n|---|---|---|---|---|\n"
      for game in members {
        let cells = [
          Self.link(game), game.scenario.title, game.scenario.form.name,
          game.scenario.when ?? "", game.scenario.situations.joined(separator: ", "),
        ]
        text += Self.row(cells)
      }
      text += "\n"
    }
    text += "# The situations of the sources\n\n"
    for part in coverage.parts {
      text += "## \(part.title)\n\n| | situation | place | games |\n|---|---|---|---|\n"
      for line in part.lines {
        let situation = line.situation
        text += Self.row([situation.id, situation.title, situation.place, Self.games(of: line)])
      }
      text += "\n"
    }
    text.removeLast()
    return text
  }

  /// The same for machines: `[{"id", "title", "place", "games": [], "none"}]`.
  public var json: JSONValue {
    .array(
      coverage.parts.flatMap(\.lines).map { line in
        [
          "id": .string(line.situation.id), "title": .string(line.situation.title),
          "place": .string(line.situation.place),
          "games": .array(line.games.map { .string($0.name) }),
          "none": line.situation.none.map(JSONValue.string) ?? .null,
        ]
      })
  }

  /// The families in the order of the games.
  private var families: [String] {
    var families: [String] = []
    for game in games {
      guard let family = game.scenario.family, !families.contains(family) else { continue }
      families.append(family)
    }
    return families
  }

  private static func games(of line: Coverage.Line) -> String {
    if let none = line.situation.none { return "none: \(none)" }
    return line.games.isEmpty ? "none yet" : line.games.map(link).joined(separator: ", ")
  }

  /// `[id](family/id.yaml)`.
  private static func link(_ game: Coverage.Game) -> String {
    "[\(game.scenario.id)](\(game.name).yaml)"
  }

  private static func row(_ cells: [String]) -> String {
    let escaped = cells.map { $0.split(separator: "|").joined(separator: "\\|") }
    return "| \(escaped.joined(separator: " | ")) |\n"
  }
}
