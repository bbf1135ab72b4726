import Arithmetic
public import Equilibria
import Scenarios

/// A tournament in a scenario's game, ready to be shown.
public struct TournamentReport: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// Who met whom, and how.
  public let tournament: Tournament
  /// What came of it.
  public let result: TournamentResult

  /// Plays a tournament.
  ///
  /// - Throws: ``LaboratoryError`` where the game is not two by two, has no cooperation, or the
  ///   work would take too long.
  public init(_ setting: Setting, _ tournament: Tournament, seconds: Double? = nil) throws {
    let shape = setting.utilities.shape
    guard shape == [2, 2] else {
      throw LaboratoryError.wrongSize(
        concept: "a tournament", takes: "a game of two by two",
        found: shape.map(String.init).joined(separator: " x "),
        instead: "leave out strategies in a copy of the file")
    }
    let profiles = try CriticalDiscountAnswer.profiles(of: setting, for: "a tournament")
    let cooperation = setting.utilities.profile(at: profiles.cooperation)
    let size = tournament.field.count
    // Measured: some 2e7 moves a second.
    let moves = Double(size * size) * Double(tournament.rounds) * Double(tournament.repetitions)
    guard seconds != nil || moves <= 1e9 else {
      throw LaboratoryError.tooLarge(
        concept: "a tournament", size: "\(moves.text(digits: 2)) moves", limit: "10^9",
        instead: "fewer rounds or repetitions, or add --seconds")
    }
    guard
      let result = tournament.play(setting.utilities, cooperation: cooperation, seconds: seconds)
    else {
      throw LaboratoryError.tooLarge(
        concept: "a tournament", size: "\(moves.text(digits: 2)) moves",
        limit: "\((seconds ?? 0).text(digits: 3)) seconds",
        instead: "fewer rounds or repetitions, or more --seconds")
    }
    self.setting = setting
    self.tournament = tournament
    self.result = result
  }

  /// The field that a text names: `axelrod-1`, or names of strategies, each with `*3` behind it
  /// where it stands more than once.
  ///
  /// - Throws: ``LaboratoryError/wrongOption(option:found:expected:)``.
  public static func field(_ text: String) throws(LaboratoryError) -> [TournamentStrategy] {
    let known = TournamentStrategy.all.map(\.name)
    var field: [TournamentStrategy] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if part == "axelrod-1" {
        field += TournamentStrategy.axelrodFirst.compactMap(TournamentStrategy.named)
        continue
      }
      let words = part.split(separator: "*", maxSplits: 1).map(String.init)
      let count = words.count == 2 ? Int(words[1]) : 1
      guard let name = words.first, let strategy = TournamentStrategy.named(name) else {
        throw .wrongOption(
          option: "field", found: part.isEmpty ? "\"\"" : part,
          expected: "axelrod-1 or names" + Suggestion.hint(for: words.first ?? "", in: known))
      }
      guard let count, (1...1000).contains(count) else {
        throw .wrongOption(
          option: "field", found: part, expected: "\(name)*3 for three of them, at most 1000")
      }
      field += Array(repeating: strategy, count: count)
    }
    guard field.count > 1 else {
      throw .wrongOption(
        option: "field", found: text, expected: "at least two strategies, such as \(text),grim")
    }
    return field
  }

  /// The strategies as a table.
  public static var strategies: ResultTable {
    ResultTable(
      columns: ["strategy", "what it does"],
      rows: TournamentStrategy.all.map { [.text($0.name), .text($0.meaning)] })
  }

  /// The ranking for people.
  public var table: ResultTable {
    var table = ResultTable(
      columns: ["rank", "strategy", "score", "per round", "cooperates", "worst", "best"])
    for (rank, strategy) in result.ranking.enumerated() {
      let scores = result.scores[strategy]
      table.rows.append([
        .count(rank + 1), .text(result.names[strategy]),
        .text(result.score(of: strategy).double.text(digits: 7)),
        .text(result.perRound(of: strategy).double.text(digits: 4)),
        .text(result.cooperation(of: strategy).double.percentText),
        .text((scores.min() ?? .zero).double.text(digits: 7)),
        .text((scores.max() ?? .zero).double.text(digits: 7)),
      ])
    }
    table.notes = [
      "Scores are sums of utilities over the matches of one repetition, averaged; worst and best",
      "are the lowest and highest of the repetitions. \(conditions)",
    ]
    return table
  }

  private var conditions: String {
    "\(Words.count(tournament.rounds, "round")), "
      + "\(Words.count(tournament.repetitions, "repetition")), noise "
      + "\(tournament.noise.text(digits: 6)), seed \(tournament.seed)"
      + (tournament.meetsTwin ? "; meetings with a twin are played and not counted." : ".")
  }

  /// The ranking as a page.
  public func text(style: TextStyle = .plain) -> String {
    style.heading(setting.title) + "\n\n" + table.text(style: style)
  }

  /// The object that `tumen help json` documents.
  public var json: JSONValue {
    let ranking = result.ranking.map { strategy -> JSONValue in
      [
        "strategy": .string(result.names[strategy]), "place": .integer(strategy),
        "score": setting.json(result.score(of: strategy)),
        "perRound": setting.json(result.perRound(of: strategy)),
        "cooperation": .quantity(result.cooperation(of: strategy)),
        "scores": .array(result.scores[strategy].map(setting.json)),
        "against": .array(
          result.names.indices.map { other in
            let rounds = result.meetings[strategy][other]
            guard rounds > 0 else { return .null }
            return [
              "perRound": setting.json(result.earnings[strategy][other] / Rational(rounds)),
              "cooperation": .quantity(
                Rational(result.cooperations[strategy][other], rounds)),
            ]
          }),
      ]
    }
    return [
      "format": 1, "game": setting.json, "rounds": .integer(tournament.rounds),
      "repetitions": .integer(tournament.repetitions), "noise": .number(tournament.noise),
      "seed": .string(String(tournament.seed)),
      "field": .array(result.names.map(JSONValue.string)), "ranking": .array(ranking),
    ]
  }

  /// One row a strategy and repetition.
  public var csv: ResultTable {
    ResultTable(
      columns: ["rank", "place", "strategy", "repetition", "score", "cooperation"],
      rows: result.ranking.enumerated().flatMap { rank, strategy in
        result.scores[strategy].enumerated().map { repetition, score in
          [
            .count(rank + 1), .count(strategy), .text(result.names[strategy]),
            .count(repetition + 1), setting.cell(score),
            .number(result.cooperation(of: strategy), exact: true),
          ]
        }
      })
  }
}
