import RelativeGains
import Scenarios

/// Reads `measure:` entries: `{name, of, value, over, exact}`.
struct MeasureDecoder {
  let scenario: Scenario
  /// Every parameter, the experiment's own after the game's.
  let parameters: [String]

  private static let calls = [
    "probability", "gain", "utility", "delta", "is", "gap", "value", "size", "first", "last",
    "changes",
  ]

  func decode(_ document: Document) throws(InputError) -> Measure {
    let fields = try Fields(
      document, of: "a measure", keys: ["name", "of", "value", "over", "exact", "seconds"])
    let name = try fields.required("name", example: "name: accepted").text(fields.name("name"))
    let what = "measure \(quoted(name))"
    let (subject, concept) = try self.subject(fields, what)
    try checkSize(subject, what, at: fields["of"]?.position ?? document.position)
    let over = try choice(fields, "over", of: what, Measure.Aggregate.self, example: "over: mean")
    let written = try fields.required("value", example: "value: count").scalar(
      "the value of \(what)")
    let value = try self.value(written, subject, what)
    let seconds = try fields.number("seconds")?.double
    if let seconds, concept == nil || seconds <= 0 {
      throw InputError(
        concept == nil
          ? "\(what) asks no concept: leave \"seconds\" out" : "\"seconds\" must be above 0",
        at: fields.position(of: "seconds") ?? document.position)
    }
    let measure = Measure(
      name: name, subject: subject, value: value, concept: concept, seconds: seconds,
      over: over ?? .mean,
      isExactToo: try fields.flag("exact") ?? false, position: document.position)
    if over != nil, !measure.dependsOnEquilibrium {
      throw InputError(
        "\(what) has one value a row: leave \"over\" out",
        at: fields.position(of: "over") ?? document.position)
    }
    if measure.isText, measure.isExactToo {
      throw InputError(
        "\(what) is a text: leave \"exact\" out",
        at: fields.position(of: "exact") ?? document.position)
    }
    return measure
  }

  /// Refuses what is defined for games of another size only.
  private func checkSize(
    _ subject: Measure.Subject, _ what: String, at position: Position
  ) throws(InputError) {
    switch subject {
    case .game, .concept: return
    case .history:
      guard scenario.outcome == nil else { return }
      throw InputError("\(what): the game has no recorded outcome to look for", at: position)
    default: break
    }
    guard let form = scenario.form as? StrategicForm else {
      throw InputError(
        "\(what): of: \(subject.rawValue) takes games of form strategic, and this one is "
          + "\(scenario.form.name): write of: a concept, as tumen concepts lists them, with value("
          + "KEY.KEY) out of its JSON", at: position)
    }
    switch subject {
    case .nash where form.shape.count != 2:
      throw InputError(
        "\(what): all equilibria are found for two actors, this game has \(form.shape.count): "
          + "write of: pure", at: position)
    case .class where form.shape != [2, 2]:
      throw InputError(
        "\(what): only games of two actors with two strategies each have a class", at: position)
    case .criticalDiscount
    where form.shape != [2, 2] && (scenario.cooperation == nil || scenario.punishment == nil):
      throw InputError(
        "\(what): the game must name its profiles \"cooperation\" and \"punishment\"",
        at: position)
    default: return
    }
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ fields: Fields, _ key: String, of what: String, _: Choice.Type, example: String
  ) throws(InputError) -> Choice? {
    guard let document = fields[key] else { return nil }
    let text = try document.text(fields.name(key))
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      throw InputError(
        "\(quoted(key)) of \(what) cannot be \(quoted(text))\(Suggestion.hint(for: text, in: known))",
        at: document.position)
    }
    return choice
  }

  private func value(
    _ written: Document.Scalar, _ subject: Measure.Subject, _ what: String
  ) throws(InputError) -> Measure.Value {
    if subject == .class, written.text == "name" { return .className }
    var names = parameters
    switch subject {
    case .pure, .nash: names = ["count", "outcome", "welfare"] + names
    case .history: names = ["outcome"] + names
    default: break
    }
    let expression = try Expression.parse(
      written.text, at: written.textPosition, names: names, calls: Self.calls)
    var symbols: [Measure.Symbol] = []
    for name in expression.parameters {
      let symbol = try self.symbol(name, subject, at: written.textPosition)
      try check(symbol, name, belongsTo: subject, what, at: written.textPosition)
      symbols.append(symbol)
    }
    return .number(expression, symbols)
  }

  private func symbol(
    _ name: String, _ subject: Measure.Subject, at position: Position
  ) throws(InputError) -> Measure.Symbol {
    if subject == .history, name == "outcome" { return .outcome }
    if subject == .pure || subject == .nash {
      if name == "count" { return .count }
      if name == "welfare" { return .welfare }
      if name == "outcome" {
        guard scenario.outcome != nil else {
          throw InputError("the game has no recorded outcome to look for", at: position)
        }
        return .outcome
      }
    }
    if let parameter = parameters.firstIndex(of: name) { return .parameter(parameter) }
    let call = MeasureCall(name)
    switch call.function {
    case "probability":
      guard let colon = call.parts(";").first?.firstIndex(of: ":"), call.parts(";").count == 1
      else {
        throw InputError(
          "\(quoted(name)) must name an actor and a strategy: write probability(actor: strategy)",
          at: position)
      }
      let actor = try self.actor(trimmed(call.argument[..<colon]), at: position)
      let key = trimmed(call.argument[call.argument.index(after: colon)...])
      return .probability(
        actor: actor, strategy: try strategy(key, of: actor, at: position))
    case "delta":
      switch call.argument {
      case "grim": return .grimTrigger
      case "tit-for-tat":
        guard let form = scenario.form as? StrategicForm, form.shape == [2, 2] else {
          throw InputError(
            "tit for tat is for two actors with two strategies each: write delta(grim)",
            at: position)
        }
        return .titForTat
      default:
        throw InputError(
          "\(quoted(name)) names no strategy: write delta(grim) or delta(tit-for-tat)", at: position
        )
      }
    case "gap", "value", "size", "first", "last", "changes":
      return try answer(call, at: position)
    case "is":
      return .isClass(try gameClass(call.argument, at: position))
    default:
      return try payoff(call, at: position)
    }
  }

  /// `gain(actor)`, or `gain(actor; strategy, strategy, ...)` with one strategy an actor.
  private func payoff(
    _ call: MeasureCall, at position: Position
  ) throws(InputError) -> Measure.Symbol {
    let parts = call.parts(";")
    let actor = try self.actor(parts[0], at: position)
    let isGain = call.function == "gain"
    guard parts.count > 1 else { return isGain ? .gain(actor: actor) : .utility(actor: actor) }
    let keys = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      .map { trimmed($0) }
    guard parts.count == 2, keys.count == scenario.actors.count else {
      let example = scenario.actors.map { "strategy of \($0.key)" }.joined(separator: ", ")
      throw InputError(
        "\(quoted(call.text)) must name a strategy of each actor: write "
          + "\(call.function)(\(scenario.actors[actor].key); \(example))", at: position)
    }
    guard let form = scenario.form as? StrategicForm else {
      throw InputError("\(quoted(call.text)) needs a strategic game", at: position)
    }
    var profile: [Int] = []
    for (other, key) in keys.enumerated() {
      profile.append(try strategy(key, of: other, at: position))
    }
    let index = form.index(of: profile) * scenario.actors.count + actor
    return isGain ? .gainAt(index) : .utilityAt(index)
  }

  /// The class of this name; apostrophes, blanks and hyphens do not matter.
  private func gameClass(_ name: String, at position: Position) throws(InputError) -> GameClass {
    func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
    guard let kind = GameClass.allCases.first(where: { letters($0.name) == letters(name) }) else {
      let known = GameClass.allCases.map(\.name)
      throw InputError(
        "unknown class \(quoted(name))\(Suggestion.hint(for: name, in: known))", at: position)
    }
    return kind
  }

  func actor(_ key: String, at position: Position) throws(InputError) -> Int {
    guard let actor = scenario.actor(key) else {
      let hint = Suggestion.hint(for: key, in: scenario.actors.map(\.key))
      throw InputError("unknown actor \(quoted(key))\(hint)", at: position)
    }
    return actor
  }

  private func strategy(
    _ key: String, of actor: Int, at position: Position
  ) throws(InputError) -> Int {
    guard let form = scenario.form as? StrategicForm else {
      throw InputError("only a strategic game has strategies", at: position)
    }
    guard let strategy = form.strategy(key, of: actor) else {
      let hint = Suggestion.hint(for: key, in: form.strategies[actor].map(\.key))
      throw InputError(
        "\(scenario.actors[actor].key) has no strategy \(quoted(key))\(hint)", at: position)
    }
    return strategy
  }

  /// Refuses what a measure of this subject cannot know.
  private func check(
    _ symbol: Measure.Symbol, _ name: String, belongsTo subject: Measure.Subject, _ what: String,
    at position: Position
  ) throws(InputError) {
    let subjects: [Measure.Subject]
    switch symbol {
    case .parameter, .gainAt, .utilityAt: return
    case .outcome: subjects = [.pure, .nash, .history]
    case .count, .probability, .gain, .utility, .welfare, .gap: subjects = [.pure, .nash]
    case .answer, .answerCount:
      guard subject != .concept else { return }
      throw InputError(
        "\(quoted(name)) is a number in the answer of a concept: write of: shapley, or another that "
          + "tumen concepts lists", at: position)
    case .firstThreshold, .lastThreshold, .thresholds: subjects = [.thresholds]
    case .grimTrigger, .titForTat: subjects = [.criticalDiscount]
    case .isClass: subjects = [.class]
    }
    guard subjects.contains(subject) else {
      let wanted = subjects.map { "of: \($0.rawValue)" }.joined(separator: " or ")
      throw InputError(
        "\(quoted(name)) is not known to a measure of \(subject.rawValue): write \(wanted)",
        at: position)
    }
  }
}

/// `function(argument)` as an expression hands it over.
struct MeasureCall {
  let text: String
  let function: String
  let argument: String

  init(_ text: String) {
    self.text = text
    let open = text.firstIndex(of: "(") ?? text.endIndex
    function = trimmed(text[..<open])
    argument = trimmed(text[open...].dropFirst().dropLast())
  }

  /// The argument cut at a separator.
  func parts(_ separator: Character) -> [String] {
    argument.split(separator: separator, omittingEmptySubsequences: false).map { trimmed($0) }
  }
}
