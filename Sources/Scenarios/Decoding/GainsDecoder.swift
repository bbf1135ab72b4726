extension FormSource {
  /// The gains, or ranks, that stand here: `{actor: NUMBER, ...}`, or a list with one number an
  /// actor.
  func gains(
    _ document: Document, of what: String, areRanks: Bool = false
  ) throws(InputError) -> [Expression] {
    func gain(_ document: Document, of actor: Int) throws(InputError) -> Expression {
      try self.gain(document, of: actor, isRank: areRanks)
    }

    var gains: [Expression?] = actors.map { _ in nil }
    if case .sequence(let items, let position) = document {
      guard items.count == actors.count else {
        throw InputError(
          "\(what) holds \(counted(items.count, "number")) for \(counted(actors.count, "actor"))",
          at: position)
      }
      for (actor, item) in items.enumerated() { gains[actor] = try gain(item, of: actor) }
    } else {
      for entry in try document.entries(what) {
        let actor = try actors.place(of: entry.key, at: entry.keyPosition)
        gains[actor] = try gain(entry.value, of: actor)
      }
    }
    for (actor, gain) in zip(actors, gains) where gain == nil {
      throw InputError(
        "\(what) lacks \(quoted(actor.key)): write \(actor.key): NUMBER", at: document.position)
    }
    return gains.compactMap(\.self)
  }

  private func gain(
    _ document: Document, of actor: Int, isRank: Bool
  ) throws(InputError) -> Expression {
    let what = "the \(isRank ? "rank" : "gain") of \(quoted(actors[actor].key))"
    let expression = try document.expression(what, names: names)
    if isRank, let rank = expression.constant, !rank.isInteger {
      throw InputError(
        "\(what) must be a whole number or an expression, found \(document.kind)",
        at: document.position)
    }
    return expression
  }
}
