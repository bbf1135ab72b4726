import GameForms

/// Reads the block of a conflict: options, what restricts them, states with names, preferences.
struct ConflictFormDecoder {
  private let source: FormSource
  private let options: [ConflictForm.Option]

  init(_ source: FormSource) throws(InputError) {
    self.source = source
    options = try Self.options(source)
  }

  private var fields: Fields { source.fields }

  /// The form.
  func form() throws(InputError) -> ConflictForm {
    var patterns = PatternDecoder(options: options)
    let infeasible = try infeasible(patterns)
    let codes = (0..<(1 << options.count)).filter { code in
      !infeasible.contains { $0.pattern.fits(code) }
    }
    guard !codes.isEmpty else {
      throw InputError(
        "\"infeasible\" leaves no state: leave a pattern out", at: fields["infeasible"]?.position)
    }
    try checkSize(codes)
    patterns.codes = codes
    patterns.named = try named(patterns)
    let preferences = try ConflictPreferenceDecoder(source: source, patterns: patterns)
      .preferences()
    return ConflictForm(
      options: options, infeasible: infeasible, irreversible: try irreversible(patterns),
      named: patterns.named, preferences: preferences,
      statusQuo: try statusQuo(patterns), codes: codes, optionCounts: counts)
  }

  private var counts: [Int] {
    source.actors.indices.map { actor in options.count { $0.actor == actor } }
  }

  private func checkSize(_ codes: [Int]) throws(InputError) {
    let choices = ConflictGraph.Choices(shape: counts.map { 1 << $0 }, codes: codes)
    let moves = ConflictGraph.moveCount(of: choices)
    guard moves <= ConflictForm.mostMoves else {
      throw InputError(
        "\(counted(codes.count, "state")) make \(moves) moves, and the limit is "
          + "\(ConflictForm.mostMoves): name more infeasible patterns, or leave options out",
        at: fields["options"]?.position)
    }
  }

  private static func options(_ source: FormSource) throws(InputError) -> [ConflictForm.Option] {
    let example = "options: {\(source.actors[0].key): {act: \"what it means\"}}"
    let document = try source.fields.required("options", example: example)
    var byActor: [[ConflictForm.Option]] = source.actors.map { _ in [] }
    var seen: [ConflictForm.Option] = []
    for entry in try document.entries("\"options\"") {
      let actor = try source.actors.place(of: entry.key, at: entry.keyPosition)
      for option in try list(entry.value, of: actor, key: entry.key) {
        if let first = seen.first(where: { $0.key == option.key })?.position {
          throw InputError(
            "the option \(quoted(option.key)) stands here and at \(first.inWords): give one "
              + "another name", at: option.position)
        }
        seen.append(option)
        byActor[actor].append(option)
      }
    }
    for (actor, list) in zip(source.actors, byActor) where list.isEmpty {
      throw InputError(
        "\"options\" lacks \(quoted(actor.key)): write \(actor.key): {act: \"what it means\"}",
        at: document.position)
    }
    guard seen.count <= ConflictForm.mostOptions else {
      throw InputError(
        "\(seen.count) options, and the limit is \(ConflictForm.mostOptions): leave some out",
        at: document.position)
    }
    return byActor.flatMap(\.self)
  }

  private static func list(
    _ document: Document, of actor: Int, key: String
  ) throws(InputError) -> [ConflictForm.Option] {
    let what = "the options of \(quoted(key))"
    var options: [ConflictForm.Option] = []
    if case .sequence(let items, _) = document {
      for item in items {
        options.append(
          .init(key: try item.text("one of \(what)"), actor: actor, position: item.position))
      }
    } else {
      for entry in try document.entries(what) {
        var text: String?
        if case .scalar(let scalar) = entry.value, scalar.isNull {
          text = nil
        } else {
          text = try entry.value.text("option \(quoted(entry.key))")
        }
        options.append(
          .init(key: entry.key, description: text, actor: actor, position: entry.keyPosition))
      }
    }
    for option in options where !isName(option.key) {
      throw InputError(
        "\(quoted(option.key)) cannot name an option: write a letter, then letters, digits, _ or -",
        at: option.position)
    }
    return options
  }

  /// Whether a statement can refer to an option of this name.
  private static func isName(_ key: String) -> Bool {
    let words = ["and", "or", "not", "if", "min", "max", "abs", "sqrt", "exp", "log"]
    guard let first = key.unicodeScalars.first, first.properties.isAlphabetic,
      !words.contains(key), key.last != "-"
    else { return false }
    return key.unicodeScalars.allSatisfy { scalar in
      scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
    }
  }

  private func infeasible(
    _ patterns: PatternDecoder
  ) throws(InputError) -> [ConflictForm.Exclusion] {
    var exclusions: [ConflictForm.Exclusion] = []
    for entry in try fields.list("infeasible") {
      let what = "an entry of \"infeasible\""
      if case .mapping(let entries, _) = entry, entries.contains(where: { $0.key == "pattern" }) {
        let fields = try Fields(entry, of: what, keys: ["pattern", "because"])
        let pattern = try fields.required("pattern", example: "pattern: YN")
        exclusions.append(
          .init(
            pattern: try patterns.pattern(pattern, of: what), because: try fields.text("because")))
      } else {
        exclusions.append(.init(pattern: try patterns.pattern(entry, of: what)))
      }
    }
    return exclusions
  }

  private func irreversible(
    _ patterns: PatternDecoder
  ) throws(InputError) -> [ConflictForm.Irreversible] {
    var rules: [ConflictForm.Irreversible] = []
    for entry in try fields["irreversible"]?.entries("\"irreversible\"") ?? [] {
      rules.append(
        .init(
          option: try patterns.option(entry.key, at: entry.keyPosition),
          staysTaken: try patterns.flag(entry.value, of: entry.key)))
    }
    return rules
  }

  private func named(_ patterns: PatternDecoder) throws(InputError) -> [ConflictForm.NamedState] {
    var named: [ConflictForm.NamedState] = []
    for entry in try fields["states"]?.entries("\"states\"") ?? [] {
      let what = "the state \(quoted(entry.key))"
      guard !PatternDecoder.isPattern(entry.key), entry.key != ">>", !entry.key.isEmpty else {
        throw InputError(
          "\(quoted(entry.key)) cannot name a state: write a word", at: entry.keyPosition)
      }
      var (pattern, meaning) = (entry.value, nil as String?)
      if case .mapping(let entries, _) = entry.value,
        entries.contains(where: { $0.key == "pattern" })
      {
        let fields = try Fields(entry.value, of: what, keys: ["pattern", "meaning"])
        pattern = try fields.required("pattern", example: "pattern: YN")
        meaning = try fields.text("meaning")
      }
      let state = try patterns.state(pattern, of: what)
      if let first = named.first(where: { $0.state == state }) {
        throw InputError(
          "\(what) is \(quoted(first.key)) by another name: keep one", at: entry.keyPosition)
      }
      named.append(.init(key: entry.key, state: state, description: meaning))
    }
    return named
  }

  private func statusQuo(_ patterns: PatternDecoder) throws(InputError) -> Int? {
    guard let document = fields["status-quo"] else { return nil }
    return try patterns.state(document, of: "\"status-quo\"")
  }
}
