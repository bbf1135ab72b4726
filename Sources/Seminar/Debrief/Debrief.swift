import Arithmetic
public import Laboratory
public import Scenarios

/// What a session came to, held against theory and against the record.
public struct Debrief: Sendable {
  /// The games that were played, in the order of the session.
  public let games: [PlayedRounds]

  /// The debrief of the rounds that are over.
  public init(_ state: RoomState) {
    games = state.games.indices.compactMap { PlayedRounds(of: $0, in: state) }
  }
}

/// What came of one game of a session.
public struct PlayedRounds: Sendable {
  /// The game.
  public let scenario: Scenario
  /// The game as it was played last, with its numbers.
  public let setting: Setting
  /// One a round and table, in order.
  public let lines: [Line]
  /// How often each outcome came about, the most frequent first.
  public let distribution: [(words: Wording, count: Int)]
  /// What the record says happened, in words.
  public let recorded: String?
  /// What solution concepts say, as tables; what could not be worked out says why.
  public let theory: [Theory]
  /// The precision of the players as quantal responders; nil where it means nothing.
  public let precision: RoomPrecision?
  /// The game as it was, where actors saw it in different ways.
  public let truth: TrueGame?

  /// What came of a round at a table.
  public struct Line: Sendable {
    /// The round and the table, from 0.
    public let round: Int, table: Int
    /// Who sat there.
    public let seats: [Sitter]
    /// The outcome in words, nil for none.
    public let words: Wording?
    /// Each actor's gain and utility, nil where nothing came of it or the form has ranks only.
    public let gains: [Rational]?, utilities: [Rational]?
    /// What the model predicts of it under the rule in force, and if nobody cared who gains more.
    public let verdict: String?, verdictWithoutRule: String?
    /// Whether no other outcome is better for somebody and worse for nobody.
    public let isEfficient: Bool?
    /// Whether it is what the record says happened.
    public let isRecorded: Bool
    /// What theory has to object, nil for nothing.
    public let note: Note?
  }

  /// What one concept says.
  public struct Theory: Sendable {
    /// The concept.
    public let concept: Concept
    /// Its tables.
    public let tables: [ResultTable]
    /// Why there are none.
    public let trouble: String?
  }

  /// What came of game `game`; nil if no round of it is over.
  init?(of game: Int, in state: RoomState) {
    let records = state.records.filter { $0.game == game }
    guard let setting = records.last?.setting else { return nil }
    let scenario = setting.scenario
    self.scenario = scenario
    self.setting = setting
    let outcome = scenario.outcome?.profile
    truth = TrueGame(setting)
    var judge = Judge(recorded: outcome, truth: truth)
    let lines = records.map { judge.line($0) }
    self.lines = lines
    distribution = Self.distribution(lines.compactMap(\.words))
    recorded = outcome.map { scenario.form.words(of: $0) }
    theory = Self.concepts(for: scenario).map { Self.theory($0, setting) }
    precision = RoomPrecision(of: game, in: state, setting: setting)
  }

  private static func distribution(_ words: [Wording]) -> [(words: Wording, count: Int)] {
    var counts: [(words: Wording, count: Int)] = []
    for word in words.sorted(by: { $0.plain < $1.plain }) {
      if counts.last?.words == word {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((word, 1))
      }
    }
    return counts.sorted {
      $0.count == $1.count ? $0.words.plain < $1.words.plain : $0.count > $1.count
    }
  }

  private static func concepts(for scenario: Scenario) -> [Concept] {
    let isForTwo = scenario.actors.count == 2
    let names: [String] =
      switch scenario.form {
      case is StrategicForm: [isForTwo ? "nash" : "pure", "pareto"]
      case is RepeatedForm: [isForTwo ? "nash" : "pure", "pareto", "critical-discount"]
      case is ExtensiveForm: ["subgame-perfect"]
      case is BayesianForm: ["bayesian-nash"]
      case is HypergameForm: ["hypergame"]
      case is BargainingForm: ["nash-bargaining", "kalai-smorodinsky", "zone-of-agreement"]
      case is DivisionForm:
        isForTwo ? ["adjusted-winner", "envy-free", "cut-and-choose"] : ["envy-free"]
      case is CoalitionalForm: ["core", "shapley", "nucleolus"]
      default: []
      }
    let named = names.compactMap { name in Concept.all.first { $0.name == name } }
    return named.isEmpty ? [Concept.byDefault(for: scenario)] : named
  }

  private static func theory(_ concept: Concept, _ setting: Setting) -> Theory {
    do {
      let solution = try concept.solution(of: setting, options: Concept.Options(seconds: 5))
      return Theory(
        concept: concept, tables: solution.answer.tables(in: setting), trouble: nil)
    } catch {
      return Theory(concept: concept, tables: [], trouble: "\(error)")
    }
  }
}
