import Laboratory
import Scenarios

/// What it takes, as the command line and the REPL ask it.
enum AskedQuestion {
  /// The smallest value of a parameter at which a claim holds.
  case smallest(claim: String?)
  /// The smallest side payment.
  case payment
  /// Where the roles of two actors, with a comma between, flip.
  case flip(String)

  /// The answer.
  ///
  /// - Parameter request: the parameter that runs, and what else is set.
  func answer(of scenario: Scenario, _ request: ParameterRequest) throws -> any ParameterMap {
    switch self {
    case .smallest(let claim): return try SmallestValue(of: scenario, where: claim, request)
    case .payment:
      return try AgreementPayment(
        in: Setting(scenario, set: request.set, relativeGains: request.relativeGains))
    case .flip(let pair):
      let actors = pair.split(separator: ",", omittingEmptySubsequences: false).map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      return try StepThresholds(rolesOf: actors, in: scenario, request)
    }
  }
}
