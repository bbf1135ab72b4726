/// Reads the block of a strategic form: `strategies`, `payoffs`, and `gains: ordinal`.
struct StrategicFormDecoder {
  /// Most numbers in one game.
  static let mostPayoffs = 4_000_000

  private let source: FormSource
  private let profiles: ProfileDecoder
  private let strategies: [[StrategicForm.Strategy]]
  private let fields: Fields
  private let actors: [Scenario.Actor]
  private let ordinal: Bool

  init(_ source: FormSource) throws(InputError) {
    self.source = source
    fields = source.fields
    actors = source.actors
    strategies = try Self.strategies(fields, actors)
    profiles = ProfileDecoder(actors: actors, strategies: strategies)
    let scale = try fields.text("gains") ?? "cardinal"
    guard ["ordinal", "cardinal"].contains(scale) else {
      throw InputError(
        "\"gains\" must be ordinal or cardinal, found \(quoted(scale))",
        at: fields["gains"]?.position)
    }
    ordinal = scale == "ordinal"
  }

  private var shape: [Int] { strategies.map(\.count) }

  /// The form: every profile exactly once.
  func form() throws(InputError) -> StrategicForm {
    let document = try fields.required("payoffs", example: "a list with one entry a profile")
    let entries = try document.list("\"payoffs\"")
    let count = try self.count(at: document.position)
    var cells: [Int: Cell] = [:]
    for entry in entries {
      let (profile, cell) = try self.cell(entry)
      let index = shape.index(of: profile)
      if let first = cells[index]?.position {
        throw InputError(
          "the profile \(profiles.words(profile)) stands here and at \(first.inWords): keep one",
          at: entry.position)
      }
      cells[index] = cell
    }
    guard cells.count == count else {
      throw missing(cells, count: count, at: document.position)
    }
    return StrategicForm(
      strategies: strategies, cells: (0..<count).compactMap { cells[$0] }, ordinal: ordinal)
  }

  private func count(at position: Position) throws(InputError) -> Int {
    var count = 1
    for list in strategies {
      let (product, overflow) = count.multipliedReportingOverflow(by: list.count)
      guard !overflow, product <= Self.mostPayoffs / actors.count else {
        throw InputError(
          "the strategies make more than \(Self.mostPayoffs) payoffs: leave some out", at: position)
      }
      count = product
    }
    return count
  }

  private func missing(_ cells: [Int: Cell], count: Int, at position: Position) -> InputError {
    let shown = (0..<count).lazy.filter { cells[$0] == nil }.prefix(3).map {
      profiles.words(shape.profile(at: $0))
    }
    let lacking = count - cells.count
    let more = lacking > 3 ? " and \(lacking - 3) more" : ""
    return InputError(
      "\"payoffs\" lacks \(lacking == 1 ? "the profile" : "the profiles") "
        + shown.joined(separator: ", ") + more + ": write an entry for each", at: position)
  }

  private func cell(_ document: Document) throws(InputError) -> ([Int], Cell) {
    let what = "an entry of \"payoffs\""
    let gainsKey = ordinal ? "ranks" : "gains"
    let entries = try document.entries(what)
    for entry in entries where entry.key == (ordinal ? "gains" : "ranks") {
      throw InputError(
        ordinal
          ? "\"gains\" in an ordinal game: write ranks"
          : "\"ranks\" in a game that is not ordinal: write gains, or gains: ordinal at the top",
        at: entry.keyPosition)
    }
    let keys = actors.map(\.key) + [gainsKey, "because", "source"]
    let fields = try Fields(document, of: what, keys: keys)
    var profile: [Int?] = []
    for (actor, key) in actors.map(\.key).enumerated() {
      guard let value = fields[key] else {
        profile.append(nil)
        continue
      }
      profile.append(try profiles.strategy(value, of: actor))
    }
    let complete = try profiles.complete(profile, of: what, at: document.position)
    let example = "\(gainsKey): {" + actors.map { "\($0.key): 0" }.joined(separator: ", ") + "}"
    let gains = try source.gains(
      try fields.required(gainsKey, example: example), of: fields.name(gainsKey),
      areRanks: ordinal)
    return (
      complete,
      Cell(
        gains: gains, because: try fields.text("because"), source: try fields.text("source"),
        position: document.position)
    )
  }

  static func strategies(
    _ fields: Fields, _ actors: [Scenario.Actor]
  ) throws(InputError) -> [[StrategicForm.Strategy]] {
    let document = try fields.required(
      "strategies", example: "strategies: {\(actors[0].key): [yes, no]}")
    var strategies: [[StrategicForm.Strategy]] = actors.map { _ in [] }
    for entry in try document.entries("\"strategies\"") {
      let actor = try actors.place(of: entry.key, at: entry.keyPosition)
      strategies[actor] = try list(entry.value, of: "the strategies of \(quoted(entry.key))")
    }
    for (actor, list) in zip(actors, strategies) where list.isEmpty {
      throw InputError(
        "\"strategies\" lacks \(quoted(actor.key)): write \(actor.key): [a, b]",
        at: document.position)
    }
    return strategies
  }

  private static func list(
    _ document: Document, of what: String
  ) throws(InputError) -> [StrategicForm.Strategy] {
    var strategies: [StrategicForm.Strategy] = []
    func add(_ key: String, _ text: String?, at position: Position) throws(InputError) {
      if let first = strategies.first(where: { $0.key == key })?.position {
        throw InputError(
          "the strategy \(quoted(key)) stands here and at \(first.inWords): keep one", at: position)
      }
      strategies.append(StrategicForm.Strategy(key: key, description: text, position: position))
    }
    if case .sequence(let items, _) = document {
      for item in items { try add(try item.text("one of \(what)"), nil, at: item.position) }
    } else {
      for entry in try document.entries(what) {
        guard !entry.key.isEmpty else {
          throw InputError("a strategy needs a name", at: entry.keyPosition)
        }
        var text: String?
        if case .scalar(let scalar) = entry.value, scalar.isNull {
          text = nil
        } else {
          text = try entry.value.text("strategy \(quoted(entry.key))")
        }
        try add(entry.key, text, at: entry.keyPosition)
      }
    }
    return strategies
  }
}

extension Document {
  /// The expression over `names` that stands here; ``Expression/parse(_:at:names:calls:)`` has what
  /// `calls` are.
  public func expression(
    _ what: String, names: [String], calls: [String] = []
  ) throws(InputError) -> Expression {
    let scalar = try scalar(what)
    return try Expression.parse(
      scalar.text, at: scalar.textPosition, names: names, calls: calls)
  }
}
