/// A strategic game whose gains are expressions over the parameters.
public struct StrategicForm: Sendable {
  /// `strategies[actor]`, in the order of the file.
  public var strategies: [[Strategy]]
  /// One cell a profile, in the order of `StrategicGame.index(of:)`: last actor fastest.
  public var cells: [Cell]
  /// Whether the gains are ranks only: 4 is better than 3, and nothing more is said.
  public var ordinal: Bool

  /// A strategy and what it means.
  public struct Strategy: Hashable, Sendable {
    /// The name in payoffs.
    public var key: String
    /// What it means, nil when nothing is said.
    public var description: String?
    /// Where the key stands.
    public var position: Position?

    /// The strategy `key`.
    public init(key: String, description: String? = nil, position: Position? = nil) {
      self.key = key
      self.description = description
      self.position = position
    }
  }

  /// The form with these strategies and cells.
  ///
  /// - Precondition: there is one cell a profile.
  public init(strategies: [[Strategy]], cells: [Cell], ordinal: Bool = false) {
    precondition(
      cells.count == strategies.reduce(1) { $0 * $1.count }, "a form needs one cell a profile")
    self.strategies = strategies
    self.cells = cells
    self.ordinal = ordinal
  }

  /// How many strategies each actor has.
  public var shape: [Int] { strategies.map(\.count) }

  /// The strategy of each actor in the profile of cell `index`.
  public func profile(at index: Int) -> [Int] { shape.profile(at: index) }

  /// The index of the cell of `profile`.
  public func index(of profile: [Int]) -> Int { shape.index(of: profile) }

  /// The place of strategy `key` among those of `actor`, nil if there is none.
  public func strategy(_ key: String, of actor: Int) -> Int? {
    strategies[actor].firstIndex { $0.key == key }
  }
}

/// What one profile brings, and why.
public struct Cell: Sendable {
  /// The absolute gain of each actor over the status quo.
  public var gains: [Expression]
  /// Why.
  public var because: String?
  /// Where from, or `assumed`.
  public var source: String?
  /// Where the entry stands.
  public var position: Position?

  /// The cell with these gains, one an actor.
  public init(
    gains: [Expression], because: String? = nil, source: String? = nil, position: Position? = nil
  ) {
    self.gains = gains
    self.because = because
    self.source = source
    self.position = position
  }
}

/// What the record says happened.
public struct RecordedOutcome: Hashable, Sendable {
  /// The strategy of each actor.
  public var profile: [Int]
  /// Where the record stands.
  public var source: String?
  /// What to know about it.
  public var note: String?

  /// The outcome `profile`.
  public init(profile: [Int], source: String? = nil, note: String? = nil) {
    self.profile = profile
    self.source = source
    self.note = note
  }
}

/// How to play a game in a room.
public struct Seminar: Hashable, Sendable {
  /// How long it takes.
  public var minutes: Int?
  /// How many play.
  public var players: Int?
  /// What it is for; for the facilitator.
  public var purpose: String?
  /// What everyone knows before play: the situation without how it ended.
  public var opening: String?
  /// What each actor is told, in the order of the file: actor and text.
  public var roles: [Role]
  /// What to talk about afterwards.
  public var debrief: [String]

  /// What one actor is told.
  public struct Role: Hashable, Sendable {
    /// The actor.
    public var actor: Int
    /// The text.
    public var text: String

    /// The role of `actor`.
    public init(actor: Int, text: String) {
      self.actor = actor
      self.text = text
    }
  }

  /// The seminar block.
  public init(
    minutes: Int? = nil, players: Int? = nil, purpose: String? = nil, opening: String? = nil,
    roles: [Role] = [], debrief: [String] = []
  ) {
    self.minutes = minutes
    self.players = players
    self.purpose = purpose
    self.opening = opening
    self.roles = roles
    self.debrief = debrief
  }
}

// The order of profiles for a shape, which counts the strategies of each actor: last actor fastest.
extension [Int] {
  func profile(at index: Int) -> [Int] {
    var rest = index
    var profile = self
    for actor in indices.reversed() {
      profile[actor] = rest % self[actor]
      rest /= self[actor]
    }
    return profile
  }

  func index(of profile: [Int]) -> Int {
    zip(profile, self).reduce(0) { $0 * $1.1 + $1.0 }
  }
}
