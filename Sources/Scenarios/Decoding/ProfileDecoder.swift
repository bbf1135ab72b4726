/// Reads profiles: one strategy for every actor.
struct ProfileDecoder {
  let actors: [Scenario.Actor]
  /// The keys of each actor's strategies.
  let strategies: [[String]]

  init(actors: [Scenario.Actor], strategies: [[StrategicForm.Strategy]]) {
    self.actors = actors
    self.strategies = strategies.map { $0.map(\.key) }
  }

  /// Reads `{actor: strategy}` for every actor, or a list of strategies in the order of actors.
  func decode(_ document: Document, of what: String) throws(InputError) -> [Int] {
    if case .sequence(let items, let position) = document {
      guard items.count == actors.count else {
        throw InputError(
          "\(what) names \(counted(items.count, "strategy", plural: "strategies")) "
            + "for \(counted(actors.count, "actor"))", at: position)
      }
      var profile: [Int] = []
      for (actor, item) in items.enumerated() { profile.append(try strategy(item, of: actor)) }
      return profile
    }
    var profile: [Int?] = actors.map { _ in nil }
    for entry in try document.entries(what) {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      profile[actor] = try strategy(entry.value, of: actor)
    }
    return try complete(profile, of: what, at: document.position)
  }

  /// Reads what may be absent.
  func decode(_ document: Document?, of what: String) throws(InputError) -> [Int]? {
    guard let document else { return nil }
    let profile: [Int] = try decode(document, of: what)
    return profile
  }

  /// The strategy of `actor` that `document` names.
  func strategy(_ document: Document, of actor: Int) throws(InputError) -> Int {
    let key = try document.text("the strategy of \(quoted(actors[actor].key))")
    guard let strategy = strategies[actor].firstIndex(of: key) else {
      let hint = Suggestion.hint(for: key, in: strategies[actor])
      throw InputError(
        "\(quoted(actors[actor].key)) has no strategy \(quoted(key))\(hint)", at: document.position)
    }
    return strategy
  }

  /// The profile if it names a strategy for every actor.
  func complete(
    _ profile: [Int?], of what: String, at position: Position
  ) throws(InputError) -> [Int] {
    for (actor, strategy) in zip(actors, profile) where strategy == nil {
      throw InputError(
        "\(what) names no strategy for \(quoted(actor.key)): write \(actor.key): "
          + (strategies[self.actors.firstIndex(of: actor) ?? 0].first ?? "..."), at: position)
    }
    return profile.compactMap(\.self)
  }

  /// `(row: up, column: left)`.
  func words(_ profile: [Int]) -> String {
    let parts = profile.indices.map { "\(actors[$0].key): \(strategies[$0][profile[$0]])" }
    return "(" + parts.joined(separator: ", ") + ")"
  }
}
