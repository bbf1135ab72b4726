import Equilibria
import GameForms

extension Concept {
  /// One equilibrium of a game of any number of actors.
  public static let simplicial = Concept(
    name: "simplicial",
    answers: "Which mixed profile leaves no actor a better reply? One of them, whatever the game.",
    forms: ["strategic"], takes: "any number of actors",
    method:
      "simplicial paths on ever finer grids, then Newton's method, proved by Krawczyk's operator",
    source: "Merrill 1972; van der Laan, Talman and van der Heyden 1987",
    limits: "\(mostStrategies) strategies together, or --seconds", arithmetic: "floating"
  ) { setting, options in
    let count = setting.utilities.shape.reduce(0, +)
    guard count <= mostStrategies || options.seconds != nil else {
      throw LaboratoryError.tooLarge(
        concept: "simplicial", size: "\(setting.sizeText), \(count) strategies together",
        limit: "\(mostStrategies)",
        instead: "use --concept pure, lemke-howson of two actors, or --seconds N to stop with what "
          + "is found by then")
    }
    options.announce(
      "\(setting.sizeText), simplices on finer and finer grids",
      seconds: WorkEstimate.simplicial(setting.utilities).seconds)
    let found = SimplicialSubdivision(seconds: options.seconds).solve(setting.utilities)
    return Solution(
      concept: "simplicial", method: "simplicial subdivision", isExact: false,
      status: found.limit.map { .limit($0) } ?? .sample,
      answer: EnclosedEquilibriaAnswer(found, in: setting))
  }

  /// A million simplices of this dimension take about a minute.
  private static let mostStrategies = 120
}
