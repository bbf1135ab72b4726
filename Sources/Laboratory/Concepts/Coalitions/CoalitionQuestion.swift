import Arithmetic
import Cooperation
import GameForms
import LinearPrograms
import RelativeGains
import Scenarios

/// What every concept of coalitions needs: the game in numbers, and how much actors mind the gains
/// of others.
struct CoalitionQuestion {
  let setting: Setting
  let form: CoalitionalForm
  let concept: String
  let options: Concept.Options
  /// `theta_i` of each actor, zero where only absolute gains count.
  let weights: [Rational]

  /// The option that names a division of the worth.
  static let divisionOption = "division"
  /// The option that names unions.
  static let unionsOption = "unions"
  /// The option that names pairs who talk.
  static let linksOption = "links"
  /// The option that says how members of an agreement share.
  static let sharingOption = "sharing"

  /// The question that `concept` asks about a setting.
  ///
  /// - Throws: ``LaboratoryError/wrongSize(concept:takes:found:instead:)`` for a rule that is not
  ///   linear, or not the same towards all others.
  init(_ setting: Setting, _ options: Concept.Options, concept: String) throws {
    guard let form = setting.scenario.form as? CoalitionalForm else {
      throw LaboratoryError.wrongForm(
        asked: concept, takes: [CoalitionalForm.name], found: setting.scenario.form.name)
    }
    self.setting = setting
    self.form = form
    self.concept = concept
    self.options = options
    guard
      let weights = setting.evaluated.coalitionWeights(of: setting.scenario.actors.count)
    else {
      throw LaboratoryError.wrongSize(
        concept: concept,
        takes: "rules snidal, grieco and ally with the same weight on every other actor",
        found: "rule \(setting.relativeGains.rule.rawValue) as it stands",
        instead: "use --rule none, or --rule snidal --weight 1/4")
    }
    self.weights = weights
  }

  var actors: [Scenario.Actor] { setting.scenario.actors }

  /// Whether the rule makes a difference.
  var mindsOthers: Bool { weights.contains { !$0.isZero } }

  /// What each coalition is worth in absolute gains; told of beforehand where that takes long.
  ///
  /// - Parameter afterwards: seconds a coalition that the concept then takes.
  /// - Throws: ``LaboratoryError/tooLarge(concept:size:limit:instead:)``.
  func game(
    limit: Int = CoalitionalGame.mostActors, afterwards: Double = 0
  ) throws -> CoalitionalGame {
    guard actors.count <= limit else {
      throw LaboratoryError.tooLarge(
        concept: concept, size: "\(actors.count) actors", limit: "\(limit)",
        instead: "use --concept shapley, which samples")
    }
    announceCoalitions(afterwards: afterwards)
    return form.game(in: setting.evaluated)
  }

  /// Tells how many coalitions there are where that is long work.
  func announceCoalitions(afterwards: Double) {
    let coalitions = 1 << actors.count
    options.announce(
      "\(coalitions) coalitions",
      seconds: Double(coalitions) * (form.secondsPerCoalition + afterwards))
  }

  /// What each coalition claims when actors mind what the others gain; the game itself where they
  /// do not.
  ///
  /// - Parameter afterwards: seconds a coalition that the concept then takes.
  func claims(afterwards: Double = 0) throws -> CoalitionalGame {
    claims(in: try game(limit: Nucleolus.mostActors, afterwards: afterwards))
  }

  /// The same of a game at hand.
  func claims(in game: CoalitionalGame) -> CoalitionalGame {
    RelativeGainsCore.claims(in: game, weights: weights)
  }

  /// What each block has in each structure.
  func partition() throws -> PartitionGame {
    guard actors.count <= PartitionGame.mostActors else {
      throw LaboratoryError.tooLarge(
        concept: concept, size: "\(actors.count) actors", limit: "\(PartitionGame.mostActors)",
        instead: "use --concept core or nucleolus")
    }
    return form.partition(in: setting.evaluated)
  }

  /// A solver's answer, or its refusal in the words of the laboratory.
  func asking<Answer>(_ work: () throws(CoalitionRefusal) -> Answer) throws -> Answer {
    do throws(CoalitionRefusal) {
      return try work()
    } catch {
      throw refusal(error)
    }
  }

  func refusal(_ error: CoalitionRefusal) -> LaboratoryError {
    switch error {
    case .tooManyActors(let count, let limit):
      .tooLarge(
        concept: concept, size: "\(count) actors", limit: "\(limit)",
        instead: "use --concept shapley")
    case .noImputation(let alone, let together):
      .wrongSize(
        concept: concept, takes: "a game in which all have at least what they are worth alone",
        found: "\(together.readingText) for all and \(alone.readingText) for them apart",
        instead: "use --concept prenucleolus")
    case .notSimple:
      .wrongSize(
        concept: concept, takes: "games of winning (1) and losing (0) in which more win more",
        found: "other worths", instead: "use --concept shapley or banzhaf")
    case .notQuasiBalanced:
      .wrongSize(
        concept: concept,
        takes: "games in which what actors can ask covers what they can insist on",
        found: "claims that cross", instead: "use --concept nucleolus or shapley")
    case .overdue(let seconds):
      Deadline.isInterrupted
        ? .interrupted(concept: concept) : .outOfTime(concept: concept, seconds: seconds)
    }
  }
}

extension CoalitionalForm {
  /// What it takes to say what one coalition is worth, measured on games of 16 to 24 actors.
  var secondsPerCoalition: Double {
    guard case .projects(let projects) = content else { return 1.5e-7 }
    return 1.5e-7 + 5e-9 * Double(projects.count)
  }
}

extension EvaluatedGame {
  /// `theta_i = rho_i / (1 + rho_i)` of each actor under the rule in force; nil where the rule is
  /// not linear, or not the same towards all others.
  func coalitionWeights(of actors: Int) -> [Rational]? {
    switch rule {
    case .none: Array(repeating: .zero, count: actors)
    case .snidal(let matrix): Self.uniform(matrix)?.map(RelativeGainsCore.theta(rho:))
    case .ally(let matrix): Self.uniform(matrix)?.map { RelativeGainsCore.theta(rho: -$0) }
    case .grieco(let matrix):
      // u = (1 + n k) x - k W
      Self.uniform(matrix)?.map { $0 / (.one + Rational(actors) * $0) }
    case .lead, .convex, .power: nil
    }
  }

  /// The one weight of each row on all others, nil where a row has several.
  private static func uniform(_ matrix: [[Rational]]) -> [Rational]? {
    let rows = matrix.indices.map { actor in
      matrix[actor].indices.filter { $0 != actor }.map { matrix[actor][$0] }
    }
    guard rows.allSatisfy({ row in row.allSatisfy { $0 == row[0] && $0 > -1 } }) else { return nil }
    return rows.map { $0.first ?? .zero }
  }
}
