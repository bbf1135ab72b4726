public import Arithmetic
public import Laboratory

/// A game at one table in one round.
///
/// A play is a value that changes only by moves and by chance, so that the same moves give the same
/// play; it knows nothing of players, clocks or pages.
public protocol Play: Sendable {
  /// What is played.
  var setting: Setting { get }
  /// The actors of whom a move is awaited; none when the play is over or chance moves.
  var awaited: [Int] { get }
  /// Whether it is no secret which actors are awaited.
  var showsAwaited: Bool { get }
  /// How often something happened: a move made on another step comes late.
  var step: Int { get }
  /// What came of it, nil while it is going on.
  var result: PlayResult? { get }
  /// How likely each move of chance is; nil where it is not the turn of chance.
  var chance: [Rational]? { get }

  /// What an actor sees and may do: nothing else of the play is shown to it before the debrief.
  func outlook(of actor: Int) -> Outlook
  /// Refuses a move that cannot be made now.
  func check(_ move: Move, by actor: Int) throws(Refusal)
  /// Makes a move that was checked.
  mutating func make(_ move: Move, by actor: Int)
  /// Chance moves.
  mutating func draw(_ action: Int)
  /// The talk is cut off: what there is without agreement comes about.
  mutating func cutOff()
  /// What a bot does, nil for nothing now; `last` is what came of the round before.
  func move(
    of actor: Int, by rule: BotRule, last: PlayResult?,
    using generator: inout some RandomNumberGenerator
  ) -> Move?
}

extension Play {
  /// Yes.
  public var showsAwaited: Bool { true }
  /// Never.
  public var chance: [Rational]? { nil }
  /// Nothing.
  public mutating func draw(_ action: Int) {}
}

/// What came of a play.
public struct PlayResult: Hashable, Sendable {
  /// The outcome as the form encodes it: a profile, a path, a combination, a structure, a state.
  public var outcome: [Int]
  /// The same in words.
  public var words: Wording
  /// What all at the table may read of it before the debrief, nil for nothing.
  public var told: Wording?
  /// Each actor's absolute gain over the status quo; nil where the form has ranks only.
  public var gains: [Rational]?
  /// What each actor makes of it under the rule in force.
  public var utilities: [Rational]?
  /// What theory has to object, for the debrief alone.
  public var note: Note?

  /// The result of these parts.
  public init(outcome: [Int], words: Wording, gains: [Rational]?, utilities: [Rational]?) {
    self.outcome = outcome
    self.words = words
    told = words
    self.gains = gains
    self.utilities = utilities
  }

  /// The result that is cell `cell` of the form.
  init(outcome: [Int], words: Wording, cell: Int, in setting: Setting) {
    let actors = setting.scenario.actors.count
    let places = (cell * actors)..<((cell + 1) * actors)
    self.init(
      outcome: outcome, words: words, gains: Array(setting.evaluated.gains[places]),
      utilities: Array(setting.evaluated.utilities[places]))
  }

  /// The result that brings these gains.
  init(outcome: [Int], words: Wording, gains: [Rational], in setting: Setting) {
    let utilities = try? setting.evaluated.rule.utilities(of: gains)
    self.init(outcome: outcome, words: words, gains: gains, utilities: utilities ?? gains)
  }
}
