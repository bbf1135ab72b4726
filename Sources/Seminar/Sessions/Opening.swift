public import Scenarios

/// How a session was opened: everything that does not change afterwards.
public struct Opening: Codable, Hashable, Sendable {
  /// The games, played one after another, as the texts that were read.
  public var games: [GameText]
  /// What students type to come in.
  public var code: String
  /// What lets the facilitator in.
  public var facilitator: String
  /// The rule that plays empty chairs and for those who are late.
  public var bot: BotRule
  /// Whether students see what each outcome brings them.
  public var showsGains: Bool
  /// The probability of another round after each, from 0 to 1; nil where the facilitator decides.
  public var continuation: Double?
  /// Whether players change chairs before each further round and game; nil, as in older logs, for no.
  public var rotates: Bool?

  /// A game as it was read.
  public struct GameText: Codable, Hashable, Sendable {
    /// The file's name, for errors.
    public var name: String
    /// The format, as `ScenarioFormat` names it.
    public var format: String
    /// The content.
    public var text: String

    /// The text of a game.
    public init(name: String, format: ScenarioFormat, text: String) {
      self.name = name
      self.format = format.rawValue
      self.text = text
    }

    /// The game.
    ///
    /// - Throws: `InputError` for a text that is none.
    public func scenario() throws(InputError) -> Scenario {
      try ScenarioReader.read(
        text: text, format: ScenarioFormat(rawValue: format) ?? .yaml, file: name)
    }
  }

  /// An opening with fresh code and token.
  public init(
    games: [GameText], bot: BotRule = .careful, showsGains: Bool = true,
    continuation: Double? = nil, rotates: Bool = false
  ) {
    self.games = games
    code = Token.joinCode()
    facilitator = Token.fresh()
    self.bot = bot
    self.showsGains = showsGains
    self.continuation = continuation
    self.rotates = rotates
  }
}
