import Equilibria
import GameForms
import Scenarios

extension EnumerationRefusal {
  /// The same for people.
  func error(_ concept: String, of setting: Setting) -> LaboratoryError {
    let size = setting.utilities.shape.map(String.init).joined(separator: " x ")
    return switch self {
    case .needsTwoActors(let actors):
      .wrongSize(
        concept: concept, takes: "two actors",
        found: "\(Words.count(actors, "actor")) (\(size))",
        instead: "use --concept pure for its equilibria in pure strategies")
    case .tooManyStrategies(let count, let limit):
      .tooLarge(
        concept: concept, size: "\(size), \(count) strategies together",
        limit: "\(limit) strategies",
        instead: "use --concept pure, or dominance to make it smaller")
    case .tooLong(_, let seconds):
      .tooLarge(
        concept: concept, size: "\(size), about \(seconds.durationText) of work",
        limit: EquilibriumEnumeration.patience.durationText,
        instead: "use --concept pure, or --seconds N to stop with what is found by then")
    }
  }
}

extension Setting {
  /// Refuses payoffs too large to be reckoned with in doubles.
  func refuseHuge(for concept: String) throws(LaboratoryError) {
    let limit = 1e150
    guard let payoffs = view?.utilities.payoffs,
      let largest = payoffs.first(where: { !(abs($0.double) < limit) })
    else { return }
    let power = abs(largest.double).isFinite ? "1e150" : "what doubles hold"
    throw .tooLarge(
      concept: concept, size: "a payoff past \(power)", limit: "1e150 in floating point",
      instead: "divide all payoffs by one number, which changes no equilibrium")
  }
}

extension SymmetryRefusal {
  /// The same for people.
  func error(_ concept: String, of setting: Setting) -> LaboratoryError {
    func wrong(_ found: String) -> LaboratoryError {
      .wrongSize(
        concept: concept, takes: "two actors whose places can be changed", found: found,
        instead: "use --concept nash, or pure where there are more than two")
    }
    func name(_ profile: Int) -> String {
      "(\(setting.text(profile: setting.utilities.profile(at: profile))))"
    }
    return switch self {
    case .needsTwoActors(let actors): wrong(Words.count(actors, "actor"))
    case .shapeDiffers(let rows, let columns): wrong("\(rows) and \(columns) strategies")
    case .payoffsDiffer(let profile, let mirror):
      wrong(
        "other utilities for \(setting.scenario.actors[0].key) at \(name(profile)) than for "
          + "\(setting.scenario.actors[1].key) at \(name(mirror))")
    case .tooManyStrategies(let count, let limit):
      .tooLarge(
        concept: concept, size: "\(count) strategies", limit: "\(limit) strategies",
        instead: "use --concept symmetric")
    case .tooLarge(let refusal): refusal.error(concept, of: setting)
    }
  }
}
