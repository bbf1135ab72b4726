import Arithmetic
import Equilibria
import GameForms

extension Concept {
  private static let symmetricGames = "two actors whose places can be changed"

  /// Symmetric equilibria.
  public static let symmetric = Concept(
    name: "symmetric",
    answers: "In which equilibria do two actors in like places play alike?",
    forms: ["strategic"], takes: symmetricGames,
    method: "vertices of one best-response polytope, exact",
    source: "Savani and von Stengel 2006", limits: "as nash"
  ) { setting, options in
    setting.announceEnumeration(options)
    let found: SymmetricEquilibria
    do throws(SymmetryRefusal) {
      found = try SymmetricEquilibria.solve(setting.utilities, seconds: options.seconds)
    } catch {
      throw error.error("symmetric", of: setting)
    }
    return try solution(
      "symmetric", found.extreme, sets: found.maximalSets, found.completeness,
      method: "vertex enumeration, exact", in: setting)
  }

  /// Evolutionarily stable strategies.
  public static let ess = Concept(
    name: "ess",
    answers: "Which strategies, once all play them, keep every rare newcomer out?",
    forms: ["strategic"], takes: symmetricGames,
    method: "every support; strict copositivity of the losses, exact",
    source: "Maynard Smith and Price 1973; Haigh 1975",
    limits: "\(EvolutionaryStability.mostStrategies) strategies"
  ) { setting, options in
    let found: EvolutionaryStability
    do throws(SymmetryRefusal) {
      found = try EvolutionaryStability.solve(setting.utilities, seconds: options.seconds)
    } catch {
      throw error.error("ess", of: setting)
    }
    return try solution(
      "ess", found.strategies, sets: nil, found.completeness,
      method: "supports and copositivity, exact", in: setting)
  }

  private static func solution(
    _ concept: String, _ strategies: [[Rational]], sets: [[Int]]?, _ status: Completeness,
    method: String, in setting: Setting
  ) throws -> Solution {
    let equilibria = try EquilibriaAnswer(
      strategies.map { MixedProfile([$0, $0]) }, in: setting, concept: concept)
    return Solution(
      concept: concept, method: method, isExact: setting.isExact, status: status,
      answer: SymmetricAnswer(equilibria: equilibria, sets: sets))
  }
}

/// Equilibria in which both play alike.
struct SymmetricAnswer: Answer {
  /// The equilibria.
  let equilibria: EquilibriaAnswer
  /// The maximal convex sets, as indices into the equilibria, where the concept knows them.
  let sets: [[Int]]?

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = sets?.map { JSONValue.array($0.map(JSONValue.integer)) }
    return equilibria.json(in: setting) + (list.map { [.init("maximalSets", .array($0))] } ?? [])
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var tables = equilibria.tables(in: setting)
    for set in sets ?? [] where set.count > 1 {
      let members = Words.list(set.map { String($0 + 1) })
      tables[0].notes.append("Every mixture of equilibria \(members), the same for both, is one.")
    }
    return tables
  }

  func csv(in setting: Setting) -> ResultTable { equilibria.csv(in: setting) }
}
