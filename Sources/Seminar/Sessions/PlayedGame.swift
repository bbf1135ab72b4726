import Arithmetic
public import Laboratory
public import Scenarios

/// A game of the session with the changes that the facilitator made to it.
public struct PlayedGame: Sendable {
  /// The game as it was read.
  public let scenario: Scenario
  /// Weights of relative gains set for actors, nil for the file's own.
  public private(set) var weights: [Rational?]
  /// Values of parameters that were set, later ones winning.
  public private(set) var values: [Setting.ParameterValue] = []
  /// The game under these changes.
  public private(set) var setting: Setting

  /// The game as it was read.
  ///
  /// - Throws: `InputError` for a game that has no numbers, or whose form no table can play.
  public init(_ scenario: Scenario) throws(InputError) {
    guard let form = scenario.form as? any Playable else {
      let playable = KnownForms.all.filter { $0 is any Playable.Type }.map { $0.name }
      throw InputError(
        "a table cannot play the form \(scenario.form.name) yet: choose a game of the form "
          + playable.joined(separator: ", "), at: scenario.position)
    }
    self.scenario = scenario
    weights = scenario.actors.map { _ in nil }
    setting = try Setting(scenario)
    _ = try form.play(in: setting)
  }

  /// A table's game at the start of a round; nil never for a game that ``init(_:)`` took.
  public func play() -> (any Play)? {
    (scenario.form as? any Playable).flatMap { try? $0.play(in: setting) }
  }

  /// Sets what an actor attaches to each point by which another is ahead, or to the other's gain,
  /// as the game's rule has it; a game without a rule takes Grieco's.
  ///
  /// - Throws: `InputError` for what is no number of 0 or more.
  mutating func setWeight(_ text: String, of actor: Int) throws(InputError) {
    guard scenario.actors.indices.contains(actor) else { throw InputError("no such actor") }
    guard let weight = Rational(text), weight.signum >= 0 else {
      throw InputError("\(quoted(text)) is no weight: write 0 or more, such as 1/2")
    }
    var changed = self
    changed.weights[actor] = weight
    try changed.update()
    self = changed
  }

  /// Sets a parameter.
  ///
  /// - Throws: `InputError` for an unknown one, and for a value out of its range.
  mutating func setParameter(_ name: String, to text: String) throws(InputError) {
    guard let value = Rational(text) else {
      throw InputError("\(quoted(text)) is no number: write one such as 1/2")
    }
    var changed = self
    changed.values.removeAll { $0.name == name }
    changed.values.append(Setting.ParameterValue(name, value))
    try changed.update()
    self = changed
  }

  private mutating func update() throws(InputError) {
    var block = scenario.relativeGains
    if weights.contains(where: { $0 != nil }), block.rule == .none {
      block = RelativeGainsBlock(
        rule: .grieco, weights: Array(repeating: .none, count: scenario.actors.count))
    }
    for (actor, weight) in weights.enumerated() {
      guard let weight else { continue }
      block.weights[actor] = .all(
        try Expression.parse(
          weight.description, at: Position(file: "<weight>"),
          names: scenario.parameters.map(\.name)))
    }
    setting = try Setting(scenario, set: values, relativeGains: block)
  }
}
