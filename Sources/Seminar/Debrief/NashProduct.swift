import Arithmetic
import GameForms
import Laboratory

/// The product of what the actors gain over disagreement, in utilities.
///
/// - Source: Nash 1950.
struct NashProduct {
  private let problem: BargainingProblem

  init(_ problem: BargainingProblem) { self.problem = problem }

  /// An outcome's product beside the largest; nil where nothing is better for all than
  /// disagreement.
  func note(on result: PlayResult, name: (Int) -> Wording) -> Note? {
    let products = problem.utilities.map(product)
    guard let utilities = result.utilities,
      let best = products.indices.best({ products[$0] ?? -1 }), let most = products[best],
      most.signum > 0
    else { return nil }
    let own = product(utilities) ?? .zero
    return .nashProduct(own.readingText, best: most.readingText, at: name(best))
  }

  /// The product, nil where somebody does worse than by disagreement.
  private func product(_ utilities: [Rational]) -> Rational? {
    let gains = zip(utilities, problem.disagreement).map { $0 - $1 }
    guard gains.allSatisfy({ $0.signum >= 0 }) else { return nil }
    return gains.reduce(.one, *)
  }
}
