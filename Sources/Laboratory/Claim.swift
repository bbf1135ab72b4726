import Arithmetic
import Scenarios

/// Something said of the pure equilibria of a strategic game, which holds or does not.
public enum Claim: Hashable, Sendable {
  /// This profile is an equilibrium.
  case isEquilibrium(profile: Int)
  /// There is an equilibrium, and the actor plays the strategy in every one of them.
  case always(actor: Int, strategy: Int)
  /// The actor plays the strategy in no equilibrium.
  case never(actor: Int, strategy: Int)

  /// How claims are written.
  public static let examples =
    "\"outcome is an equilibrium\", \"(A, B) is an equilibrium\" or "
    + "\"probability(ACTOR: STRATEGY) = 1\""

  /// Reads a claim about a scenario.
  ///
  /// - Throws: ``LaboratoryError/wrongClaim(_:reason:)``.
  public init(_ text: String, about scenario: Scenario, _ form: StrategicForm) throws {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.hasSuffix(" is an equilibrium") {
      let subject = String(words.dropLast(" is an equilibrium".count))
      self = .isEquilibrium(profile: try Self.profile(subject, text, scenario, form))
    } else if words.hasPrefix("probability("), let close = words.firstIndex(of: ")") {
      let inside = words[words.index(words.startIndex, offsetBy: 12)..<close]
      let (actor, strategy) = try Self.choice(String(inside), text, scenario, form)
      switch words[words.index(after: close)...].filter({ $0 != " " }) {
      case "=1": self = .always(actor: actor, strategy: strategy)
      case "=0": self = .never(actor: actor, strategy: strategy)
      default:
        throw LaboratoryError.wrongClaim(
          text, reason: "of pure equilibria a probability is 1 or 0: end it with = 1 or = 0")
      }
    } else {
      throw LaboratoryError.wrongClaim(text, reason: "write \(Self.examples)")
    }
  }

  private static func profile(
    _ subject: String, _ text: String, _ scenario: Scenario, _ form: StrategicForm
  ) throws -> Int {
    if subject == "outcome" || subject == "the outcome" {
      guard let outcome = scenario.outcome else {
        throw LaboratoryError.wrongClaim(
          text, reason: "the game records no outcome: name a profile, as in (A, B)")
      }
      return form.index(of: outcome.profile)
    }
    do {
      return form.index(of: try reader(scenario, form).read(subject))
    } catch {
      throw LaboratoryError.wrongClaim(text, reason: error.reason)
    }
  }

  private static func reader(_ scenario: Scenario, _ form: StrategicForm) -> ProfileText {
    ProfileText(actors: scenario.actors, strategies: form.strategies)
  }

  private static func choice(
    _ inside: String, _ text: String, _ scenario: Scenario, _ form: StrategicForm
  ) throws -> (Int, Int) {
    let parts = inside.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
    guard parts.count == 2 else {
      throw LaboratoryError.wrongClaim(text, reason: "write probability(ACTOR: STRATEGY) = 1")
    }
    do {
      let reader = reader(scenario, form)
      let actor = try reader.actor(parts[0])
      return (actor, try reader.strategy(parts[1], of: actor))
    } catch {
      throw LaboratoryError.wrongClaim(text, reason: error.reason)
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  /// Whether it holds where these are the pure equilibria.
  public func holds(_ equilibria: [Int], in form: StrategicForm) -> Bool {
    func plays(_ profile: Int, _ actor: Int) -> Int { form.profile(at: profile)[actor] }
    return switch self {
    case .isEquilibrium(let profile): equilibria.contains(profile)
    case .always(let actor, let strategy):
      !equilibria.isEmpty && equilibria.allSatisfy { plays($0, actor) == strategy }
    case .never(let actor, let strategy):
      equilibria.allSatisfy { plays($0, actor) != strategy }
    }
  }

  /// The claim in words.
  public func words(in scenario: Scenario, _ form: StrategicForm) -> String {
    func choice(_ actor: Int, _ strategy: Int) -> String {
      "\(scenario.actors[actor].name) plays \(form.strategies[actor][strategy].key)"
    }
    return switch self {
    case .isEquilibrium(let profile): "\(form.name(ofCell: profile)) is an equilibrium"
    case .always(let actor, let strategy):
      "there is a pure equilibrium, and \(choice(actor, strategy)) in every one"
    case .never(let actor, let strategy): "\(choice(actor, strategy)) in no pure equilibrium"
    }
  }
}
