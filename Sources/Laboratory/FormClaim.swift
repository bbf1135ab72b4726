import Arithmetic
import Cooperation
import Equilibria
import GameForms
import RelativeGains
import Scenarios

/// Something said of a game of any form for which there are exact thresholds.
struct FormClaim {
  /// The claim in words.
  let words: String
  /// Whether it holds at these numbers.
  let holds: (EvaluatedGame) throws -> Bool
  /// Values of the parameter at which that may change.
  let candidates: (Scenario, ParameterRequest) throws -> [Rational]

  /// Reads a claim; nil for the recorded outcome, or that there is a core.
  ///
  /// - Throws: ``LaboratoryError``.
  init(_ text: String?, about scenario: Scenario) throws {
    let actors = scenario.actors
    switch scenario.form {
    case let form as StrategicForm:
      let claim = try Claim(text ?? "outcome is an equilibrium", about: scenario, form)
      words = claim.words(in: scenario, form)
      holds = { evaluated in
        var finder = PureEquilibria(shape: form.shape)
        evaluated.utilities.withUnsafeBufferPointer { finder.find(in: $0) }
        return claim.holds(finder.found, in: form)
      }
      candidates = { scenario, request in
        let map = try Thresholds(
          of: scenario, parameter: request.parameter, from: request.from, to: request.to,
          set: request.set, relativeGains: request.relativeGains
        ).map
        return map.points.map(\.at) + map.regions.map(\.to)
      }
    case let form as ExtensiveForm:
      let path = try Self.outcome(text, ending: " is an equilibrium", scenario)
      words = "\(form.words(of: path)) is played in a subgame-perfect equilibrium"
      holds = { evaluated in
        try PerfectInformation(form, actors) { evaluated }.equilibria(of: evaluated)
          .contains { $0.leads(path) }
      }
      candidates = { try StepThresholds(subgamePerfect: $0, $1).ends }
    case let form as HypergameForm:
      let profile = try Self.outcome(text, ending: " may come about", scenario)
      words = "(\(form.words(of: profile))) may come about"
      let truth = form.truth
      holds = { evaluated in
        let expected = form.perceived(in: evaluated).map {
          PureEquilibria.solve(StrategicGame(shape: truth.shape, payoffs: $0))
        }
        return truth.outcomes(ofPerceived: expected).contains(truth.index(of: profile))
      }
      candidates = { try StepThresholds(hypergame: $0, $1).ends }
    case let form as BargainingForm:
      let outcome = try Self.outcome(text, ending: " is accepted", scenario)[0]
      guard form.combinations.indices.contains(outcome) else {
        throw LaboratoryError.wrongClaim(
          text ?? "outcome is accepted",
          reason: "the record is disagreement: name what is to be accepted, as in "
            + "\"\(form.name(ofCell: 0)) is accepted\"")
      }
      words = "everyone accepts \(form.name(ofCell: outcome))"
      holds = { evaluated in
        try form.margins(
          gains: evaluated.gains, utilities: evaluated.utilities, numbers: evaluated.numbers
        )[outcome].allSatisfy { $0.signum >= 0 }
      }
      candidates = { scenario, request in
        try AgreementThresholds(
          of: scenario, parameter: request.parameter, from: request.from, to: request.to,
          set: request.set, relativeGains: request.relativeGains
        )?.map.regions.map(\.to) ?? []
      }
    case let form as CoalitionalForm:
      guard text == nil || text == "there is a core" else {
        throw LaboratoryError.wrongClaim(
          text ?? "", reason: "of coalitions write \"there is a core\"")
      }
      words = "there is a core"
      holds = { evaluated in
        guard let weights = evaluated.coalitionWeights(of: actors.count) else { return false }
        let claims = RelativeGainsCore.claims(in: form.game(in: evaluated), weights: weights)
        return try !LeastCore.solve(claims).isCoreEmpty
      }
      candidates = { try StepThresholds(core: $0, $1).ends }
    default:
      throw LaboratoryError.wrongForm(
        asked: "ask --smallest",
        takes: [
          StrategicForm.name, ExtensiveForm.name, HypergameForm.name, BargainingForm.name,
          CoalitionalForm.name,
        ], found: scenario.form.name)
    }
  }

  /// The outcome that a claim names before its ending.
  private static func outcome(
    _ text: String?, ending: String, _ scenario: Scenario
  ) throws -> [Int] {
    let claim = (text ?? "outcome" + ending).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    guard claim.hasSuffix(ending) else {
      throw LaboratoryError.wrongClaim(
        claim, reason: "of this form write \"outcome\(ending)\", or name an outcome in its place")
    }
    let subject = String(claim.dropLast(ending.count))
    if subject == "outcome" || subject == "the outcome" {
      guard let recorded = scenario.outcome?.profile else {
        throw LaboratoryError.wrongClaim(
          claim, reason: "the game records no outcome: name one in its place")
      }
      return recorded
    }
    return try named(subject, claim, scenario)
  }

  /// The outcome called so: `(a, b)` of strategies or levels, `a, b` of moves.
  private static func named(
    _ subject: String, _ claim: String, _ scenario: Scenario
  ) throws -> [Int] {
    let form = scenario.form
    if let tree = form as? ExtensiveForm { return try path(subject, claim, tree) }
    let cells =
      (form as? BargainingForm)?.combinations.count ?? (form as? HypergameForm)?.truth.cells.count
      ?? 0
    guard let cell = (0..<cells).first(where: { same(form.name(ofCell: $0), subject) }) else {
      throw LaboratoryError.wrongClaim(
        claim,
        reason: "there is no outcome \(subject): write one as in \(form.name(ofCell: 0))")
    }
    return (form as? HypergameForm)?.truth.profile(at: cell) ?? [cell]
  }

  /// The path of these moves, to an end.
  private static func path(
    _ subject: String, _ claim: String, _ tree: ExtensiveForm
  ) throws -> [Int] {
    let moves = subject.filter { $0 != "(" && $0 != ")" }.split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    var path: [Int] = []
    for move in moves {
      let actions = tree.node(at: path).map { tree.actions(at: $0) } ?? []
      guard let action = actions.firstIndex(of: move) else {
        throw LaboratoryError.wrongClaim(
          claim,
          reason: actions.isEmpty
            ? "the game is over before \(quoted(move)): leave it out"
            : "there is no move \(quoted(move)) here: write one of \(Words.list(actions, "or"))")
      }
      path.append(action)
    }
    let left = tree.node(at: path).map { tree.actions(at: $0) } ?? []
    guard left.isEmpty else {
      throw LaboratoryError.wrongClaim(
        claim, reason: "the path stops early: go on with one of \(Words.list(left, "or"))")
    }
    return path
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    func plain(_ text: String) -> String {
      text.filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    }
    return plain(a) == plain(b)
  }
}
