public import RelativeGains

extension RelativeGainsBlock {
  /// Reads a `relative-gains:` block.
  ///
  /// - Parameters:
  ///   - document: the block: `rule`, and as the rule needs them `weights`, `among`,
  ///     `capabilities`, `scale`. `weights` is an expression for every actor towards every other,
  ///     `{actor: expression}`, or `{actor: {other: expression}}`. `rule: none` may be written
  ///     `relative-gains: none`.
  ///   - actors: the actors of the game.
  ///   - names: the parameters that its expressions may use.
  public static func decode(
    _ document: Document, actors: [Scenario.Actor], names: [String]
  ) throws(InputError) -> RelativeGainsBlock {
    if case .scalar = document {
      let rule = try RelativeGainsRule.decode(document)
      guard rule == .none else {
        throw InputError(
          "the rule \(rule.rawValue) needs weights: write {rule: \(rule.rawValue), weights: ...}",
          at: document.position)
      }
      return absolute(actors: actors.count)
    }
    let fields = try Fields(
      document, of: "\"relative-gains\"",
      keys: ["rule", "weights", "among", "capabilities", "scale"])
    let rule = try RelativeGainsRule.decode(
      try fields.required("rule", example: "rule: grieco"))
    let decoder = RelativeGainsDecoder(fields: fields, rule: rule, actors: actors, names: names)
    return try decoder.block(at: document.position)
  }
}

extension RelativeGainsRule {
  /// Reads the name of a rule.
  public static func decode(_ document: Document) throws(InputError) -> RelativeGainsRule {
    let name = try document.text("\"rule\"")
    guard let rule = RelativeGainsRule(rawValue: name) else {
      let hint = Suggestion.hint(for: name, in: allCases.map(\.rawValue))
      throw InputError("unknown rule \(quoted(name))\(hint)", at: document.position)
    }
    return rule
  }
}

/// Reads the numbers of one rule.
private struct RelativeGainsDecoder {
  let fields: Fields
  let rule: RelativeGainsRule
  let actors: [Scenario.Actor]
  let names: [String]

  func block(at position: Position) throws(InputError) -> RelativeGainsBlock {
    try refuse("weights", unless: rule != .none)
    try refuse("among", unless: rule == .snidal)
    try refuse("capabilities", unless: rule == .power)
    try refuse("scale", unless: rule == .power)
    guard rule != .none else { return .absolute(actors: actors.count) }
    var block = RelativeGainsBlock(rule: rule, weights: try weights(), position: position)
    block.among = try expression("among")
    if rule == .power {
      block.scale = try fields.required("scale", example: "scale: 10")
        .expression(fields.name("scale"), names: names)
      block.capabilities = try capabilities()
    }
    return block
  }

  private func refuse(_ key: String, unless wanted: Bool) throws(InputError) {
    guard !wanted, let place = fields.position(of: key) else { return }
    throw InputError(
      "\(quoted(key)) means nothing to the rule \(rule.rawValue): leave it out", at: place)
  }

  private func expression(_ key: String) throws(InputError) -> Expression? {
    try fields[key]?.expression(fields.name(key), names: names)
  }

  private func weights() throws(InputError) -> [RelativeGainsBlock.Weight] {
    let document = try fields.required("weights", example: "weights: {\(actors[0].key): 1/2}")
    if case .scalar = document {
      let all = try document.expression(fields.name("weights"), names: names)
      return actors.map { _ in .all(all) }
    }
    var weights: [RelativeGainsBlock.Weight] = actors.map { _ in .none }
    for entry in try document.entries(fields.name("weights")) {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      let what = "the weight of \(quoted(entry.key))"
      if case .mapping = entry.value, rule != .power {
        weights[actor] = .towards(try pairs(entry.value, of: actor))
      } else {
        weights[actor] = .all(try entry.value.expression(what, names: names))
      }
    }
    return weights
  }

  private func pairs(_ document: Document, of actor: Int) throws(InputError) -> [Expression?] {
    var pairs: [Expression?] = actors.map { _ in nil }
    let own = quoted(actors[actor].key)
    for entry in try document.entries("the weights of \(own)") {
      let other = try actors.place(of: entry.key, at: entry.keyPosition)
      guard other != actor else {
        throw InputError("\(own) has no weight towards itself: leave it out", at: entry.keyPosition)
      }
      pairs[other] = try entry.value.expression(
        "the weight of \(own) towards \(quoted(entry.key))", names: names)
    }
    return pairs
  }

  private func capabilities() throws(InputError) -> [Expression?] {
    let example = "capabilities: {" + actors.map { "\($0.key): 1" }.joined(separator: ", ") + "}"
    let document = try fields.required("capabilities", example: example)
    var capabilities: [Expression?] = actors.map { _ in nil }
    for entry in try document.entries(fields.name("capabilities")) {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      capabilities[actor] = try entry.value.expression(
        "the capability of \(quoted(entry.key))", names: names)
    }
    for (actor, capability) in zip(actors, capabilities) where capability == nil {
      throw InputError(
        "\(fields.name("capabilities")) lacks \(quoted(actor.key)): write \(actor.key): NUMBER",
        at: document.position)
    }
    return capabilities
  }
}
