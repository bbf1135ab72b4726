/// Makes a ``Scenario`` of a document: the structure of a game file, whatever the form.
struct ScenarioDecoder {
  /// The newest version of the game file format.
  static let format = 1

  private static let keys = [
    "format", "id", "title", "family", "when", "situations", "story", "actors", "parameters",
    "form", "relative-gains", "outcome", "seminar", "contradictions", "leaves-out", "sources",
  ]

  private let fields: Fields
  private let document: Document
  private let type: any GameForm.Type

  init(_ document: Document) throws(InputError) {
    self.document = document
    type = try Self.form(of: document)
    fields = try Fields(document, of: "the game", keys: Self.keys + type.keys)
  }

  /// The form that the file names; keys are only known after that.
  private static func form(of document: Document) throws(InputError) -> any GameForm.Type {
    let entries = try document.entries("the game")
    guard let named = entries.first(where: { $0.key == "form" })?.value else {
      return StrategicForm.self
    }
    let name = try named.text("\"form\"")
    guard let type = KnownForms.all.first(where: { $0.name == name }) else {
      throw InputError(
        "unknown form \(quoted(name))\(Suggestion.hint(for: name, in: KnownForms.names))",
        at: named.position)
    }
    return type
  }

  func scenario() throws(InputError) -> Scenario {
    try checkFormat()
    let id = try fields.required("id", example: "id: a-short-name").text("\"id\"")
    let title = try fields.required("title", example: "title: The lease").text("\"title\"")
    let actors = try actors()
    let parameters = try fields["parameters"].map { (document) throws(InputError) in
      try Scenario.Parameter.decode(document)
    }
    let names = (parameters ?? []).map(\.name)
    _ = try fields.required("form", example: "form: strategic")
    let form = try type.init(
      decoding: FormSource(fields: fields, actors: actors, names: names))
    let relativeGains = try fields["relative-gains"].map { (document) throws(InputError) in
      try RelativeGainsBlock.decode(document, actors: actors, names: names)
    }
    return Scenario(
      id: id, title: title, family: try fields.text("family"), when: try fields.text("when"),
      situations: try fields.texts("situations"), story: try fields.text("story"), actors: actors,
      parameters: parameters ?? [], form: form,
      relativeGains: relativeGains, outcome: try outcome(in: form, actors),
      seminar: try seminar(actors),
      cooperation: try profile("cooperation", in: form, actors),
      punishment: try profile("punishment", in: form, actors),
      contradictions: try fields.texts("contradictions"),
      leavesOut: try fields.texts("leaves-out"), sources: try sources(),
      position: document.position)
  }

  private func checkFormat() throws(InputError) {
    let document = try fields.required("format", example: "format: \(Self.format)")
    let version = try document.integer("\"format\"")
    guard version == Self.format else {
      throw InputError(
        "\"format\" is \(version), which is not known here: write format: \(Self.format)",
        at: document.position)
    }
  }

  private func actors() throws(InputError) -> [Scenario.Actor] {
    let document = try fields.required("actors", example: "actors: {row: {name: Row}}")
    var actors: [Scenario.Actor] = []
    for entry in try document.entries("\"actors\"") {
      guard !type.reserved.contains(entry.key), !entry.key.isEmpty else {
        throw InputError(
          "\(quoted(entry.key)) cannot name an actor: it is a key of payoffs", at: entry.keyPosition
        )
      }
      actors.append(try actor(entry))
    }
    guard !actors.isEmpty else {
      throw InputError("\"actors\" is empty: name at least one", at: document.position)
    }
    return actors
  }

  private func actor(_ entry: Document.Entry) throws(InputError) -> Scenario.Actor {
    let what = "actor \(quoted(entry.key))"
    if case .scalar(let scalar) = entry.value {
      let name = scalar.isNull ? entry.key : try entry.value.text(what)
      return Scenario.Actor(key: entry.key, name: name, position: entry.keyPosition)
    }
    let fields = try Fields(entry.value, of: what, keys: ["name", "wants", "fears"])
    return Scenario.Actor(
      key: entry.key, name: try fields.text("name") ?? entry.key,
      wants: try fields.text("wants"), fears: try fields.text("fears"),
      position: entry.keyPosition)
  }

  private func profile(
    _ key: String, in form: any GameForm, _ actors: [Scenario.Actor]
  ) throws(InputError) -> [Int]? {
    guard let document = fields[key] else { return nil }
    return try form.outcome(document, of: quoted(key), actors: actors)
  }

  private func outcome(
    in form: any GameForm, _ actors: [Scenario.Actor]
  ) throws(InputError) -> RecordedOutcome? {
    guard let document = fields["outcome"] else { return nil }
    let key = type.outcomeKey
    let fields = try Fields(document, of: "\"outcome\"", keys: [key, "source", "note"])
    let profile = try fields.required(key, example: "\(key): what happened")
    return RecordedOutcome(
      profile: try form.outcome(
        profile, of: "\(quoted(key)) of \"outcome\"", actors: actors),
      source: try fields.text("source"), note: try fields.text("note"))
  }

  private func seminar(_ actors: [Scenario.Actor]) throws(InputError) -> Seminar? {
    guard let document = fields["seminar"] else { return nil }
    let fields = try Fields(
      document, of: "\"seminar\"",
      keys: ["minutes", "players", "purpose", "opening", "roles", "debrief"])
    var roles: [Seminar.Role] = []
    for entry in try fields["roles"]?.entries("\"roles\" of \"seminar\"") ?? [] {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      roles.append(
        Seminar.Role(
          actor: actor, text: try entry.value.text("the role of \(quoted(entry.key))")))
    }
    return Seminar(
      minutes: try positive("minutes", in: fields), players: try positive("players", in: fields),
      purpose: try fields.text("purpose"), opening: try fields.text("opening"), roles: roles,
      debrief: try fields.texts("debrief"))
  }

  private func positive(_ key: String, in fields: Fields) throws(InputError) -> Int? {
    guard let number = try fields.integer(key) else { return nil }
    guard number > 0 else {
      throw InputError("\(fields.name(key)) must be positive", at: fields[key]?.position)
    }
    return number
  }

  private func sources() throws(InputError) -> [Scenario.Source] {
    var sources: [Scenario.Source] = []
    for entry in try fields["sources"]?.entries("\"sources\"") ?? [] {
      let full = try entry.value.text("source \(quoted(entry.key))")
      sources.append(Scenario.Source(short: entry.key, full: full))
    }
    return sources
  }
}

extension [Scenario.Actor] {
  /// The place of the actor that a file names.
  func place(of key: String, at position: Position) throws(InputError) -> Int {
    guard let place = firstIndex(where: { $0.key == key }) else {
      throw InputError(
        "unknown actor \(quoted(key))\(Suggestion.hint(for: key, in: map(\.key)))", at: position)
    }
    return place
  }
}
