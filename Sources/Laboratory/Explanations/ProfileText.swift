public import Scenarios

/// A pure profile as people type it: `(C, D)`, `C,D`, `C D`, or `Row: C, Col: D`.
struct ProfileText {
  let actors: [Scenario.Actor]
  let strategies: [[StrategicForm.Strategy]]

  /// What is wrong with a text, and what to write instead.
  struct Trouble: Error {
    let reason: String
  }

  /// Reads a profile: one strategy an actor.
  func read(_ text: String) throws(Trouble) -> [Int] {
    let inside = text.filter { !"(){}".contains($0) }
    var parts = inside.split(separator: ",", omittingEmptySubsequences: false)
      .map { trimmed($0) }
    if parts.count == 1, actors.count > 1 {
      // Without commas, blanks part the strategies, unless their names have blanks themselves.
      parts = inside.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    guard parts.count == actors.count else {
      throw Trouble(
        reason: "a profile names a strategy of each of "
          + actors.map(\.key).joined(separator: ", "))
    }
    var profile = [Int?](repeating: nil, count: actors.count)
    for (place, part) in parts.enumerated() {
      let named = part.split(separator: ":", maxSplits: 1).map { trimmed($0) }
      var actor = place
      if named.count == 2 { actor = try self.actor(named[0]) }
      guard profile[actor] == nil else {
        throw Trouble(reason: "\(actors[actor].key) is named twice: name each once")
      }
      profile[actor] = try strategy(named.last ?? "", of: actor)
    }
    return profile.compactMap(\.self)
  }

  /// The place of an actor.
  func actor(_ key: String) throws(Trouble) -> Int {
    if let place = actors.firstIndex(where: { $0.key == key || $0.name == key }) { return place }
    throw Trouble(
      reason: "there is no actor \(quoted(key))" + Suggestion.hint(for: key, in: actors.map(\.key)))
  }

  /// The place of a strategy.
  func strategy(_ key: String, of actor: Int) throws(Trouble) -> Int {
    if let place = strategies[actor].firstIndex(where: { $0.key == key }) { return place }
    throw Trouble(
      reason: "\(actors[actor].key) has no strategy \(quoted(key))"
        + Suggestion.hint(for: key, in: strategies[actor].map(\.key)))
  }
}

extension Setting {
  /// Reads a profile as people type it: `(C, D)`, `C,D`, `C D`, or `Row: C, Col: D`.
  ///
  /// - Throws: ``LaboratoryError/wrongSubject(_:reason:)``.
  public static func profile(
    _ text: String, actors: [Scenario.Actor], strategies: [[StrategicForm.Strategy]]
  ) throws(LaboratoryError) -> [Int] {
    do {
      return try ProfileText(actors: actors, strategies: strategies).read(text)
    } catch {
      throw .wrongSubject(text, reason: error.reason)
    }
  }
}
