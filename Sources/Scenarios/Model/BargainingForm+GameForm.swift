extension BargainingForm: GameForm {
  /// `bargaining`.
  public static let name = "bargaining"
  /// What is to be settled, and what there is without an agreement.
  public static let keys = [
    "issues", "outcomes", "infeasible", "disagreement", "outside-options", "ratifiers", "power",
    "discounts", "breakdown", "attrition", "lotteries",
  ]
  /// `agreement`.
  public static let outcomeKey = "agreement"
  /// The words for no agreement.
  static let noAgreement = "disagreement"
  /// The key for an actor who left.
  static let leaves = "leaves"

  /// Reads the form.
  public init(decoding source: FormSource) throws(InputError) {
    self = try BargainingDecoder(source).form()
  }

  /// Floors, power, discount factors, and the risk of breakdown.
  public var numbers: [Expression] {
    ratifiers.map(\.floor) + (power ?? []) + (discounts ?? []) + (breakdown.map { [$0] } ?? [])
  }

  /// `3 x 2 x 2, 10 feasible`.
  public var size: String {
    if listsOutcomes { return "\(combinations.count) outcomes" }
    let sizes = issues.map { String($0.levels.count) }.joined(separator: " x ")
    return infeasible.isEmpty ? sizes : "\(sizes), \(combinations.count) feasible"
  }

  /// `long, low`, `disagreement`, or `a leaves`.
  public func name(ofCell index: Int) -> String {
    guard index >= combinations.count else {
      return zip(issues, combinations[index]).map { $0.levels[$1].key }.joined(separator: ", ")
    }
    if index == combinations.count { return Self.noAgreement }
    if index == roundCell { return "a round of holding out" }
    let leaving = actors.indices.first { cell(leaving: $0) == index }
    return "\(leaving.map { actors[$0] } ?? "nobody") leaves"
  }

  /// Reads `{issue: level}`, the name of an outcome, `disagreement`, or `{leaves: actor}`.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    if case .scalar = document {
      let text = try document.text(what)
      if text == Self.noAgreement { return [combinations.count] }
      if listsOutcomes { return [try issues[0].level(text, at: document.position)] }
    }
    let entries = try document.entries(what)
    if let entry = entries.first(where: { $0.key == Self.leaves }) {
      let actor = try actors.place(
        of: try entry.value.text(quoted(Self.leaves)), at: entry.value.position)
      guard let cell = cell(leaving: actor) else {
        throw InputError(
          "\(quoted(actors[actor].key)) has no outside option: write disagreement, or add it to "
            + "\"outside-options\"", at: entry.value.position)
      }
      return [cell]
    }
    let combination = try issues.pattern(entries, of: what)
    for (issue, level) in zip(issues, combination) where level == nil {
      throw InputError(
        "\(what) names no level of \(quoted(issue.key)): write \(issue.key): "
          + issue.levels[0].key, at: document.position)
    }
    guard let place = combinations.firstIndex(of: combination.compactMap(\.self)) else {
      throw InputError(
        "\(what) is infeasible: write a combination that \"infeasible\" leaves",
        at: document.position)
    }
    return [place]
  }

  /// The outcome as ``outcome(_:of:actors:)`` reads it.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    let index = outcome[0]
    guard index >= combinations.count else {
      if listsOutcomes { return .text(name(ofCell: index)) }
      return document(of: combinations[index].map { $0 as Int? })
    }
    guard let actor = actors.indices.first(where: { cell(leaving: $0) == index }) else {
      return .text(Self.noAgreement)
    }
    return .mapping([(Self.leaves, .text(actors[actor].key))])
  }

  private func document(of pattern: [Int?]) -> Document {
    .mapping(
      zip(issues, pattern).map { issue, level in
        (issue.key, level.map { .text(issue.levels[$0].key) })
      })
  }

  /// `long, low`.
  public func words(of outcome: [Int]) -> String { name(ofCell: outcome[0]) }

  /// The form's keys, in the order of a reader's questions.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    func perActor(_ expressions: [Expression]?) -> Document? {
      expressions.map { .mapping(zip(actors, $0).map { ($0.key, .plain($1.text)) }) }
    }
    func levels(_ issue: Issue) -> Document {
      .mapping(
        issue.levels.map { level in
          (
            level.key,
            .mapping(
              [("meaning", level.meaning.map(Document.text))] + level.cell.fields(actors: actors))
          )
        })
    }
    let listed = issues.map { issue in
      (
        issue.key,
        Document.mapping([
          ("meaning", issue.meaning.map(Document.text)), ("weights", perActor(issue.weights)),
          ("levels", levels(issue)),
        ]) as Document?
      )
    }
    let outside = zip(actors, outsideOptions).compactMap { actor, cell in
      cell.map { (actor.key, Document.mapping($0.fields(actors: actors)) as Document?) }
    }
    let homes = actors.indices.compactMap { actor -> (String, Document?)? in
      let own = ratifiers.filter { $0.actor == actor }
      guard !own.isEmpty else { return nil }
      return (
        actors[actor].key,
        .list(
          own.map {
            .mapping([
              ("name", .text($0.name)), ("floor", .plain($0.floor.text)),
              ("because", $0.because.map(Document.text)), ("source", $0.source.map(Document.text)),
            ])
          })
      )
    }
    return [
      (listsOutcomes ? "outcomes" : "issues", listsOutcomes ? levels(issues[0]) : .mapping(listed)),
      (
        "infeasible",
        infeasible.isEmpty
          ? nil
          : .list(
            infeasible.map { entry in
              guard case .mapping(let entries, _) = document(of: entry.pattern) else {
                return .list([])
              }
              return .mapping(
                entries.map { ($0.key, $0.value) } + [("because", entry.because.map(Document.text))]
              )
            })
      ),
      ("disagreement", .mapping(disagreement.fields(actors: actors))),
      ("outside-options", .mappingUnlessEmpty(outside)),
      ("ratifiers", .mappingUnlessEmpty(homes)), ("power", perActor(power)),
      ("discounts", perActor(discounts)), ("breakdown", breakdown.map { .plain($0.text) }),
      ("attrition", attrition.map { document(of: $0, actors) }),
      ("lotteries", lotteries ? .plain("true") : nil),
    ]
  }

  private func document(of attrition: Attrition, _ actors: [Scenario.Actor]) -> Document {
    .mapping([
      (
        "favourites",
        .mapping(
          zip(actors, attrition.favourites).map {
            ($0.key, document(of: [$1], actors: actors))
          })
      ),
      ("round", .mapping(attrition.round.fields(actors: actors))),
    ])
  }

  /// Levels that say not what they mean, and ratifiers without a source.
  public func problems(actors: [Scenario.Actor]) -> [InputError] {
    var problems: [InputError] = []
    for issue in issues {
      for level in issue.levels where level.meaning == nil {
        problems.append(
          InputError(
            "the level \(quoted(level.key)) of \(quoted(issue.key)) says not what it means: write "
              + "meaning: \"...\"", at: level.cell.position))
      }
    }
    for ratifier in ratifiers where ratifier.source == nil {
      problems.append(
        InputError(
          "lacks \"source\" of the ratifier \(quoted(ratifier.name)): write source: AUTHOR, PAGE, "
            + "or assumed", at: ratifier.position))
    }
    return problems
  }
}

extension BargainingForm.Issue {
  /// The place of the level that a file names.
  func level(_ key: String, at position: Position) throws(InputError) -> Int {
    guard let place = levels.firstIndex(where: { $0.key == key }) else {
      throw InputError(
        "\(quoted(self.key)) has no level \(quoted(key))"
          + Suggestion.hint(for: key, in: levels.map(\.key)), at: position)
    }
    return place
  }
}

extension [BargainingForm.Issue] {
  /// One level an issue, nil where the entries name none.
  func pattern(_ entries: [Document.Entry], of what: String) throws(InputError) -> [Int?] {
    var pattern: [Int?] = map { _ in nil }
    for entry in entries {
      guard let issue = firstIndex(where: { $0.key == entry.key }) else {
        throw InputError(
          "\(what) names an unknown issue \(quoted(entry.key))"
            + Suggestion.hint(for: entry.key, in: map(\.key)), at: entry.keyPosition)
      }
      pattern[issue] = try self[issue].level(
        try entry.value.text("the level of \(quoted(entry.key))"), at: entry.value.position)
    }
    return pattern
  }
}
