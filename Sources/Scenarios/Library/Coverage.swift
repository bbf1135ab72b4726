/// Which of the casebook's situations the prepared games cover.
public struct Coverage: Sendable {
  /// A situation and the games about it.
  public struct Line: Sendable {
    /// The situation.
    public let situation: SituationList.Situation
    /// The games, in the order of the library.
    public let games: [Game]
    /// Whether it has neither a game nor a reason why not.
    public var isOpen: Bool { games.isEmpty && situation.none == nil }
  }

  /// A prepared game: `family/id`, and what its file holds.
  public typealias Game = (name: String, scenario: Scenario)

  /// The lines of each part, in the order of the list.
  public let parts: [(title: String, lines: [Line])]

  /// The situations that have neither a game nor a reason why not.
  public var open: [SituationList.Situation] {
    parts.flatMap(\.lines).filter(\.isOpen).map(\.situation)
  }

  /// What `games` cover of `list`.
  ///
  /// - Throws: ``InputError`` for a game that cites a situation which is not in the list, or one
  ///   that the list says has no game.
  public init(of list: SituationList, by games: [Game]) throws(InputError) {
    let known = list.situations
    for game in games {
      let place = Position(file: game.scenario.position.file)
      for id in game.scenario.situations {
        guard let situation = known.first(where: { $0.id == id }) else {
          throw InputError(
            "unknown situation \(quoted(id))\(Suggestion.hint(for: id, in: known.map(\.id)))",
            at: place)
        }
        guard situation.none == nil else {
          throw InputError(
            "the list of situations gives a reason why \(quoted(id)) has no game: delete one of "
              + "the two", at: place)
        }
      }
    }
    parts = list.parts.map { part in
      let lines = part.situations.map { situation in
        Line(
          situation: situation,
          games: games.filter { $0.scenario.situations.contains(situation.id) })
      }
      return (part.title, lines)
    }
  }
}
