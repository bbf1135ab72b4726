import Laboratory
import RelativeGains
import Scenarios

/// What may stand at a place of a line.
enum Completion: Sendable {
  /// Games made here and prepared ones.
  case games
  /// Names of parameters of the current game.
  case parameters
  /// Names of actors of the current game.
  case actors
  /// Names of strategies, states, levels or members of the current game.
  case strategies
  /// Relative-gains rules.
  case rules
  /// Solution concepts.
  case concepts
  /// Everything that can be said.
  case commands
  /// These words.
  case words([String])

  /// The words that may stand after `before` and begin as `beginning`, in order.
  static func words(after before: String, beginning: String, in session: Session) -> [String] {
    let first = trimmed(before)
    let all: [String]
    if first.isEmpty {
      all = ReplEntry.all.map(\.name)
    } else {
      let name = String(first.prefix { !$0.isWhitespace })
      guard let entry = try? ReplEntry.named(name) else { return [] }
      all = entry.completes.flatMap { $0.words(in: session) }
    }
    var found: [String] = []
    for word in all where word.hasPrefix(beginning) && !found.contains(word) { found.append(word) }
    return found
  }

  private func words(in session: Session) -> [String] {
    switch self {
    case .games:
      let prepared = (try? session.library.games()) ?? []
      return session.games.map(\.name) + prepared.map(\.id) + prepared.map(\.name)
    case .parameters: return (try? session.game().scenario.parameters.map(\.name)) ?? []
    case .actors: return (try? session.game().scenario.actors.map(\.key)) ?? []
    case .strategies: return (try? session.game().scenario.form.choiceNames) ?? []
    case .rules: return RelativeGainsRule.allCases.map(\.rawValue)
    case .concepts: return Concept.names
    case .commands: return ReplEntry.all.map(\.name)
    case .words(let words): return words
    }
  }
}

extension GameForm {
  /// The names of what can be chosen, for completion.
  fileprivate var choiceNames: [String] {
    switch self {
    case let form as StrategicForm: form.strategies.flatMap { $0.map(\.key) }
    case let form as RepeatedForm: form.stage.choiceNames
    case let form as HypergameForm: form.truth.choiceNames
    case let form as ExtensiveForm: form.sets.flatMap(\.actions)
    case let form as BargainingForm: form.issues.flatMap { $0.levels.map(\.key) }
    case let form as ConflictForm: form.named.map(\.key)
    default: []
    }
  }
}
