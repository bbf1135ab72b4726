import Arithmetic
import Equilibria
import GameForms
import RelativeGains
public import Scenarios

extension StepThresholds {
  /// Where along a parameter the roles of two actors flip: in which pure equilibria one gains more
  /// than the other, and in which the other; of trees in which subgame-perfect equilibria, of
  /// bargaining in which outcomes that everyone accepts.
  ///
  /// - Parameter actors: the keys of the two.
  /// - Throws: ``LaboratoryError`` for other games and names, and for numbers that are not affine.
  public init(
    rolesOf actors: [String], in scenario: Scenario, _ request: ParameterRequest
  ) throws {
    let places = actors.compactMap { scenario.actor($0) }
    guard places.count == 2, actors.count == 2, places[0] != places[1] else {
      throw LaboratoryError.wrongOption(
        option: "flip", found: actors.joined(separator: ","),
        expected:
          "two of \(scenario.actors.map(\.key).joined(separator: ", ")) with a comma between")
    }
    let run = try ParameterRun(scenario, request)
    let lead = Lead(
      scenario: scenario, first: places[0], second: places[1],
      names: places.map { scenario.actors[$0].name })
    let pair = Words.list(lead.names)
    switch scenario.form {
    case let form as StrategicForm:
      let map = try run.asking {
        try PureThresholds.solve(
          shape: form.shape, from: run.from, to: run.to,
          affine: { try run.evaluator.utilities(run.values($0)) },
          exact: { try run.evaluator.utilities(run.values($0)) })
      }
      var finder = PureEquilibria(shape: form.shape)
      try self.init(
        "roles", "who of \(pair) gains more in the pure equilibria", run,
        candidates: map.points.map(\.at) + lead.roots(run)
      ) { value in
        let game = try run.evaluated(at: value)
        game.utilities.withUnsafeBufferPointer { finder.find(in: $0) }
        return finder.found.map { profile in
          lead.told(
            game.gains, cell: profile, at: form.name(ofCell: profile), key: "equilibrium",
            scenario.json(outcome: form.profile(at: profile)))
        }
      }
    case let form as ExtensiveForm:
      guard !form.nodes.contains(where: { if case .chance = $0.kind { true } else { false } })
      else {
        throw LaboratoryError.wrongSize(
          concept: "ask --flip", takes: "trees without chance", found: "moves of chance",
          instead: "solve at single values")
      }
      let steps = try StepThresholds(subgamePerfect: scenario, request)
      let trees = try PerfectInformation(form, scenario.actors) { try run.evaluated(at: run.from) }
      try self.init(
        "roles", "who of \(pair) gains more in the subgame-perfect equilibria", run,
        candidates: steps.ends + lead.roots(run)
      ) { value in
        let game = try run.evaluated(at: value)
        return try trees.equilibria(of: game).map { equilibrium in
          lead.told(
            equilibrium.gains, cell: 0, at: equilibrium.path, key: "equilibrium", equilibrium.json)
        }
      }
    case let form as BargainingForm:
      let zone = try AgreementThresholds(
        of: scenario, parameter: run.name, from: run.from, to: run.to, set: request.set,
        relativeGains: request.relativeGains)
      try self.init(
        "roles", "who of \(pair) gains more in the outcomes that everyone accepts", run,
        candidates: (zone?.map.regions.map(\.to) ?? []) + lead.roots(run)
      ) { value in
        let game = try run.evaluated(at: value)
        let margins = try form.margins(
          gains: game.gains, utilities: game.utilities, numbers: game.numbers)
        return margins.indices.filter { margins[$0].allSatisfy { $0.signum >= 0 } }.map {
          lead.told(
            game.gains, cell: $0, at: form.name(ofCell: $0), key: "outcome",
            scenario.json(outcome: [$0]))
        }
      }
    default:
      throw LaboratoryError.wrongForm(
        asked: "ask --flip", takes: [StrategicForm.name, ExtensiveForm.name, BargainingForm.name],
        found: scenario.form.name)
    }
  }
}

/// Which of two actors gains more.
private struct Lead {
  let scenario: Scenario
  let first: Int
  let second: Int
  let names: [String]

  /// The values at which the two gain alike somewhere, and where gains change their form.
  func roots(_ run: ParameterRun) throws -> [Rational] {
    let count = scenario.actors.count
    let pieces = try run.asking {
      try PureThresholds.pieces(from: run.from, to: run.to) {
        try run.evaluator.gains(run.values($0))
      }
    }
    var places: [Rational] = []
    for (interval, gains) in pieces {
      places.append(interval.upper)
      for cell in scenario.form.cells.indices {
        let lead: AffineForm = gains[cell * count + first] - gains[cell * count + second]
        if let root = lead.root, interval.lower < root, root < interval.upper {
          places.append(root)
        }
      }
    }
    return places
  }

  /// Who is ahead at a cell, in words and for machines.
  func told(
    _ gains: [Rational], cell: Int, at place: String, key: String, _ json: JSONValue
  ) -> (String, JSONValue) {
    let count = scenario.actors.count
    let lead = (gains[cell * count + first] - gains[cell * count + second]).signum
    let words = lead == 0 ? "both alike" : "\(names[lead > 0 ? 0 : 1]) gains more"
    let ahead: JSONValue =
      lead == 0 ? .null : .string(scenario.actors[lead > 0 ? first : second].key)
    return (
      "\(words) at \(place)", .object([.init(key, json), .init("ahead", ahead)])
    )
  }
}
