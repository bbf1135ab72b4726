import GameForms

/// Reads the block of a bargaining form.
struct BargainingDecoder {
  private let fields: Fields
  private let source: FormSource
  private let cells: CellDecoder

  init(_ source: FormSource) {
    fields = source.fields
    self.source = source
    cells = CellDecoder(source)
  }

  func form() throws(InputError) -> BargainingForm {
    let issues = try issues()
    let infeasible = try infeasible(issues)
    let disagreement = try fields.required(
      "disagreement", example: "disagreement: {gains: {\(source.actors[0].key): 0, ...}}")
    let form = try BargainingForm(
      issues: issues, infeasible: infeasible,
      disagreement: try cell(disagreement, of: "\"disagreement\""),
      outsideOptions: try outsideOptions(), ratifiers: try ratifiers(),
      power: try perActor("power", named: "bargaining power"),
      discounts: try perActor("discounts", named: "discount factor"),
      breakdown: try fields["breakdown"].map { (document) throws(InputError) in
        try document.expression("\"breakdown\"", names: source.names)
      },
      attrition: nil, lotteries: try fields.flag("lotteries") ?? false,
      combinations: try combinations(issues, infeasible), source: source)
    guard let attrition = try attrition(in: form) else { return form }
    return try BargainingForm(
      issues: form.issues, infeasible: infeasible, disagreement: form.disagreement,
      outsideOptions: form.outsideOptions, ratifiers: form.ratifiers, power: form.power,
      discounts: form.discounts, breakdown: form.breakdown, attrition: attrition,
      lotteries: form.lotteries, combinations: form.combinations, source: source)
  }

  private func cell(_ document: Document, of what: String) throws(InputError) -> Cell {
    try cells.cell(Fields(document, of: what, keys: CellDecoder.keys))
  }

  private func perActor(_ key: String, named noun: String) throws(InputError) -> [Expression]? {
    guard let document = fields[key] else { return nil }
    return try cells.perActor(document, of: quoted(key), named: noun)
  }

  private func issues() throws(InputError) -> [BargainingForm.Issue] {
    if let outcomes = fields["outcomes"] {
      if let position = fields.position(of: "issues") {
        throw InputError("\"issues\" beside \"outcomes\": keep one of the two", at: position)
      }
      return [
        BargainingForm.Issue(
          key: BargainingForm.outcome,
          levels: try levels(outcomes, of: "\"outcomes\"", called: "outcome"),
          position: outcomes.position)
      ]
    }
    let document = try fields.required(
      "issues", example: "issues: {years: {levels: {...}}}, or outcomes: {...}")
    var issues: [BargainingForm.Issue] = []
    for entry in try document.entries("\"issues\"") {
      let what = "issue \(quoted(entry.key))"
      guard ![BargainingForm.leaves, "because", BargainingForm.outcome, ""].contains(entry.key)
      else {
        throw InputError(
          "\(quoted(entry.key)) cannot name an issue: write another name", at: entry.keyPosition)
      }
      let fields = try Fields(entry.value, of: what, keys: ["meaning", "weights", "levels"])
      let levels = try fields.required(
        "levels", example: "levels: {low: {gains: {...}}, high: {gains: {...}}}")
      issues.append(
        BargainingForm.Issue(
          key: entry.key, meaning: try fields.text("meaning"),
          weights: try fields["weights"].map { (document) throws(InputError) in
            try cells.perActor(document, of: fields.name("weights"), named: "weight")
          },
          levels: try self.levels(
            levels, of: "the levels of \(quoted(entry.key))", called: "level"),
          position: entry.keyPosition))
    }
    guard !issues.isEmpty else {
      throw InputError("\"issues\" is empty: name at least one", at: document.position)
    }
    return issues
  }

  private func levels(
    _ document: Document, of what: String, called noun: String
  ) throws(InputError) -> [BargainingForm.Level] {
    var levels: [BargainingForm.Level] = []
    for entry in try document.entries(what) {
      guard !["", BargainingForm.noAgreement].contains(entry.key) else {
        throw InputError(
          "\(quoted(entry.key)) cannot name \(noun == "level" ? "a" : "an") \(noun): write another "
            + "name", at: entry.keyPosition)
      }
      let fields = try Fields(
        entry.value, of: "\(noun) \(quoted(entry.key))", keys: ["meaning"] + CellDecoder.keys)
      levels.append(
        BargainingForm.Level(
          key: entry.key, meaning: try fields.text("meaning"), cell: try cells.cell(fields)))
    }
    guard !levels.isEmpty else {
      throw InputError("\(what) is empty: name at least one \(noun)", at: document.position)
    }
    return levels
  }

  private func infeasible(
    _ issues: [BargainingForm.Issue]
  ) throws(InputError) -> [BargainingForm.Infeasible] {
    let what = "an entry of \"infeasible\""
    var infeasible: [BargainingForm.Infeasible] = []
    for document in try fields["infeasible"]?.list("\"infeasible\"") ?? [] {
      let entries = try document.entries(what)
      let pattern = try issues.pattern(entries.filter { $0.key != "because" }, of: what)
      guard pattern.contains(where: { $0 != nil }) else {
        throw InputError("\(what) rules out everything: name a level", at: document.position)
      }
      infeasible.append(
        BargainingForm.Infeasible(
          pattern: pattern,
          because: try entries.first { $0.key == "because" }?.value.text("\"because\" of \(what)")))
    }
    return infeasible
  }

  private func combinations(
    _ issues: [BargainingForm.Issue], _ infeasible: [BargainingForm.Infeasible]
  ) throws(InputError) -> [[Int]] {
    let space = IssueSpace(
      levels: issues.map(\.levels.count), infeasible: infeasible.map(\.pattern))
    guard let count = space.combinations, count <= BargainingForm.mostCombinations else {
      throw InputError(
        "the issues make more than \(BargainingForm.mostCombinations) combinations: leave some "
          + "levels out", at: issues[0].position)
    }
    let combinations = space.outcomes
    guard !combinations.isEmpty else {
      throw InputError(
        "\"infeasible\" leaves no combination: leave some entries out",
        at: fields.position(of: "infeasible"))
    }
    return combinations
  }

  private func outsideOptions() throws(InputError) -> [Cell?] {
    var options: [Cell?] = source.actors.map { _ in nil }
    for entry in try fields["outside-options"]?.entries("\"outside-options\"") ?? [] {
      let actor = try source.actors.place(of: entry.key, at: entry.keyPosition)
      options[actor] = try cell(entry.value, of: "the outside option of \(quoted(entry.key))")
    }
    return options
  }

  private func ratifiers() throws(InputError) -> [BargainingForm.Ratifier] {
    var ratifiers: [BargainingForm.Ratifier] = []
    for entry in try fields["ratifiers"]?.entries("\"ratifiers\"") ?? [] {
      let actor = try source.actors.place(of: entry.key, at: entry.keyPosition)
      for document in try entry.value.list("the ratifiers of \(quoted(entry.key))") {
        let fields = try Fields(
          document, of: "a ratifier of \(quoted(entry.key))",
          keys: ["name", "floor", "because", "source"])
        let name = try fields.required("name", example: "name: Parliament")
        let floor = try fields.required("floor", example: "floor: 1/2")
        ratifiers.append(
          BargainingForm.Ratifier(
            actor: actor, name: try name.text(fields.name("name")),
            floor: try floor.expression(fields.name("floor"), names: source.names),
            because: try fields.text("because"), source: try fields.text("source"),
            position: document.position))
      }
    }
    return ratifiers
  }

  private func attrition(
    in form: BargainingForm
  ) throws(InputError) -> BargainingForm.Attrition? {
    guard let document = fields["attrition"] else { return nil }
    let actors = source.actors
    guard actors.count == 2 else {
      throw InputError(
        "\"attrition\" is between two actors, found \(actors.count)", at: document.position)
    }
    let fields = try Fields(document, of: "\"attrition\"", keys: ["favourites", "round"])
    let wanted = try fields.required(
      "favourites", example: "favourites: {\(actors[0].key): OUTCOME, \(actors[1].key): OUTCOME}")
    var favourites: [Int?] = [nil, nil]
    for entry in try wanted.entries(fields.name("favourites")) {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      let what = "the favourite of \(quoted(entry.key))"
      let outcome = try form.outcome(entry.value, of: what, actors: actors)[0]
      guard outcome < form.combinations.count else {
        throw InputError("\(what) must be something to agree on", at: entry.value.position)
      }
      favourites[actor] = outcome
    }
    for (actor, favourite) in zip(actors, favourites) where favourite == nil {
      throw InputError(
        "\(fields.name("favourites")) lacks \(quoted(actor.key)): write \(actor.key): OUTCOME",
        at: wanted.position)
    }
    let round = try fields.required(
      "round", example: "round: {gains: {\(actors[0].key): -1, \(actors[1].key): -1}}")
    return BargainingForm.Attrition(
      favourites: favourites.compactMap(\.self), round: try cell(round, of: "\"round\""))
  }
}
