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
  public let distribution: [(words: String, count: Int)]
  /// What the record says happened, in words.
  public let recorded: String?
  /// What solution concepts say, as tables; what could not be worked out says why.
  public let theory: [Theory]
  /// The precision of the players as quantal responders; nil where it means nothing.
  public let precision: RoomPrecision?

  /// What came of a round at a table.
  public struct Line: Sendable {
    /// The round and the table, from 0.
    public let round: Int, table: Int
    /// Who sat there.
    public let seats: [String]
    /// The outcome in words, nil for none.
    public let words: String?
    /// Each actor's gain and utility, nil where nothing came of it or the form has ranks only.
    public let gains: [Rational]?, utilities: [Rational]?
    /// What the model predicts of it under the rule in force, and if nobody cared who gains more.
    public let verdict: String?, verdictWithoutRule: String?
    /// Whether no other outcome is better for somebody and worse for nobody.
    public let isEfficient: Bool?
    /// Whether it is what the record says happened.
    public let isRecorded: Bool
    /// What theory has to object, nil for nothing.
    public let note: String?
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
    var judge = Judge(recorded: outcome)
    let lines = records.map { judge.line($0) }
    self.lines = lines
    distribution = Self.distribution(lines.compactMap(\.words))
    recorded = outcome.map { scenario.form.words(of: $0) }
    theory = Self.concepts(for: scenario).map { Self.theory($0, setting) }
    precision = RoomPrecision(of: game, in: state, setting: setting)
  }

  private static func distribution(_ words: [String]) -> [(words: String, count: Int)] {
    var counts: [(words: String, count: Int)] = []
    for word in words.sorted() {
      if counts.last?.words == word {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((word, 1))
      }
    }
    return counts.sorted { $0.count == $1.count ? $0.words < $1.words : $0.count > $1.count }
  }

  private static func concepts(for scenario: Scenario) -> [Concept] {
    let names: [String] =
      switch scenario.form {
      case is StrategicForm, is RepeatedForm: []
      case is ExtensiveForm: ["subgame-perfect"]
      case is BargainingForm: ["nash-bargaining", "kalai-smorodinsky", "zone-of-agreement"]
      case is CoalitionalForm: ["core", "shapley", "nucleolus"]
      case is ConflictForm: []
      default: []
      }
    let named = Concept.all.filter { names.contains($0.name) }
    if scenario.form is StrategicForm || scenario.form is RepeatedForm {
      return [scenario.actors.count == 2 ? "nash" : "pure", "pareto"].compactMap { name in
        Concept.all.first { $0.name == name }
      }
    }
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
