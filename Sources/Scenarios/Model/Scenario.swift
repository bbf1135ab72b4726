public import Arithmetic

/// A game with names, free parameters, sources, a story and the recorded outcome: what a file in
/// `Games/` holds.
public struct Scenario: Sendable {
  /// The id that the file gives, unique in the library.
  public var id: String
  /// The title.
  public var title: String
  /// The family it belongs to, such as `textbook`.
  public var family: String?
  /// The years it is about.
  public var when: String?
  /// The ids of the casebook's situations that it covers, such as `C2`; see ``SituationList``.
  public var situations: [String]
  /// What happened, for a reader who runs nothing.
  public var story: String?
  /// Who acts, in the order of the file.
  public var actors: [Actor]
  /// The free numbers, in the order of the file.
  public var parameters: [Parameter]
  /// The form of the game and its content.
  public var form: any GameForm
  /// How the actors weigh one another's gains.
  public var relativeGains: RelativeGainsBlock
  /// What the record says happened, if anything.
  public var outcome: RecordedOutcome?
  /// How to play it in a room.
  public var seminar: Seminar?
  /// The profile that counts as cooperation: `[actor]` to strategy.
  public var cooperation: [Int]?
  /// The profile that punishes: `[actor]` to strategy.
  public var punishment: [Int]?
  /// Where the sources disagree.
  public var contradictions: [String]
  /// What the game leaves out.
  public var leavesOut: [String]
  /// Short names of sources and their full ones, in the order of the file.
  public var sources: [Source]
  /// Where it was read from.
  public var position: Position

  /// One who acts.
  public struct Actor: Hashable, Sendable {
    /// The name in payoffs and weights, such as `row`.
    public var key: String
    /// The name for people.
    public var name: String
    /// What the actor wants.
    public var wants: String?
    /// What the actor fears.
    public var fears: String?
    /// Where the key stands.
    public var position: Position?

    /// The actor `key`, called `name`.
    public init(
      key: String, name: String, wants: String? = nil, fears: String? = nil,
      position: Position? = nil
    ) {
      self.key = key
      self.name = name
      self.wants = wants
      self.fears = fears
      self.position = position
    }
  }

  /// A free number.
  public struct Parameter: Sendable {
    /// The name in expressions.
    public var name: String
    /// The value unless another is set.
    public var `default`: Rational
    /// The values that make sense, nil when nothing is said.
    public var range: ClosedRange<Rational>?
    /// What the number means.
    public var meaning: String?
    /// Where the number comes from, or `assumed`.
    public var source: String?
    /// Where the name stands.
    public var position: Position?

    /// The parameter `name`.
    public init(
      name: String, default: Rational, range: ClosedRange<Rational>? = nil,
      meaning: String? = nil, source: String? = nil, position: Position? = nil
    ) {
      self.name = name
      self.default = `default`
      self.range = range
      self.meaning = meaning
      self.source = source
      self.position = position
    }
  }

  /// A source: the short name that payoffs cite, and the full one.
  public struct Source: Hashable, Sendable {
    /// The short name.
    public var short: String
    /// The full name.
    public var full: String

    /// The source `full`, cited as `short`.
    public init(short: String, full: String) {
      self.short = short
      self.full = full
    }
  }

  /// A scenario of the given parts.
  public init(
    id: String, title: String, family: String? = nil, when: String? = nil,
    situations: [String] = [], story: String? = nil, actors: [Actor], parameters: [Parameter] = [],
    form: any GameForm,
    relativeGains: RelativeGainsBlock? = nil, outcome: RecordedOutcome? = nil,
    seminar: Seminar? = nil, cooperation: [Int]? = nil, punishment: [Int]? = nil,
    contradictions: [String] = [], leavesOut: [String] = [], sources: [Source] = [],
    position: Position = Position(file: "<game>")
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.when = when
    self.situations = situations
    self.story = story
    self.actors = actors
    self.parameters = parameters
    self.form = form
    self.relativeGains = relativeGains ?? .absolute(actors: actors.count)
    self.outcome = outcome
    self.seminar = seminar
    self.cooperation = cooperation
    self.punishment = punishment
    self.contradictions = contradictions
    self.leavesOut = leavesOut
    self.sources = sources
    self.position = position
  }

  /// The place of the actor `key` among ``actors``, nil if there is none.
  public func actor(_ key: String) -> Int? { actors.firstIndex { $0.key == key } }
}

extension Scenario {
  /// Every expression of the form, then of the rule.
  public var expressions: [Expression] {
    form.cells.flatMap(\.gains) + form.numbers + relativeGains.expressions
  }
}
