extension Concept {
  /// Every concept, in the order in which they are listed: by form, the first of each form being
  /// what is asked when nothing is said.
  public static let all: [Concept] =
    strategic + refinements + extensive + repeated + bargaining
    + coalitional + division + conflict

  private static let strategic: [Concept] = [
    pure, nash, lemkeHowson, simplicial, correlated, coarseCorrelated, zeroSum,
    qre, tracing, iteratedPolymatrix,
    dominance, security, pareto, bestReplies, gameClass, selection, criticalDiscount,
  ]

  private static let refinements: [Concept] = [
    rationalizable, perfect, proper, symmetric, ess, degeneracy, best,
  ]

  private static let extensive: [Concept] = [
    subgamePerfect, sequential, perfectBayesian, sequenceForm, bayesianNash,
  ]

  private static let repeated: [Concept] = [
    subgamePerfectPayoffs, feasiblePayoffs, hypergame,
  ]

  private static let bargaining: [Concept] = [
    nashBargaining, kalaiSmorodinsky, egalitarian, utilitarian, leximin, equalGains,
    zoneOfAgreement, paretoFrontier, rubinstein, warOfAttrition, winSets, sidePayments,
    proposalDistance,
  ]

  private static let coalitional: [Concept] = [
    core, leastCore, nucleolus, prenucleolus, kernel, blocking,
    shapley, banzhaf, deeganPackel, owen, myerson, aumannDreze, tau,
    convexity, agreementStability, coalitionStructure,
  ]

  private static let division: [Concept] = [
    adjustedWinner, nashDivision, maximinDivision, equitableDivision, envyFree, cutAndChoose,
  ]

  private static let conflict: [Concept] =
    [conflictStabilities] + stabilities + [statusQuo, coalitionStability, stabilityConditions]
}
