import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// Equilibria in pure strategies, any number of actors.
  public static let pure = Concept(
    name: "pure",
    answers: "In which pure profiles does no actor gain by turning away alone?",
    forms: ["strategic"], takes: "any number of actors",
    method: "every profile compared with every deviation", source: "Nash 1951",
    limits: nil
  ) { setting, _ in
    let game = setting.utilities
    let profiles = PureEquilibria.solve(game).map {
      MixedProfile(pure: game.profile(at: $0), shape: game.shape)
    }
    return Solution(
      concept: "pure", method: "every profile compared with every deviation",
      isExact: setting.isExact,
      answer: try EquilibriaAnswer(profiles, in: setting, concept: "pure"))
  }

  /// All equilibria, mixed ones included: exact of two actors, enclosed of more.
  public static let nash = Concept(
    name: "nash",
    answers: "Which profiles, mixed ones included, leave no actor a better reply? All of them.",
    forms: ["strategic"], takes: "two actors, exactly; more in floating point, each one proved",
    method: "vertices of the best-response polytopes, exact; of more actors support enumeration, "
      + "enclosed by Krawczyk's operator",
    source: "Nash 1951; Avis, Rosenberg, Savani and von Stengel 2010; Krawczyk 1969",
    limits:
      "\(SupportEnumeration.mostSupports) combinations of supports of more than two actors; of "
      + "two, work grows about 2.2 times with each strategy added to both; a game out of reach is "
      + "refused before work starts"
  ) { setting, options in
    guard setting.utilities.actors == 2 else { return try setting.enclosedEquilibria(options) }
    let found = try setting.allEquilibria(for: "nash", options)
    let answer = try EquilibriaAnswer(
      found.extreme.map(\.profile),
      sets: .init(
        maximalSubsets: found.maximalSubsets, components: found.components, indices: found.indices),
      in: setting, concept: "nash")
    return Solution(
      concept: "nash", method: found.method, isExact: setting.isExact,
      status: found.completeness, answer: answer)
  }
}
