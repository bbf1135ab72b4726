import Arithmetic
import Equilibria
import GameForms
import RelativeGains
public import Scenarios

extension StepThresholds {
  /// Where along a parameter the roles of two actors flip: in which pure equilibria one gains more
  /// than the other, and in which the other.
  ///
  /// - Parameter actors: the keys of the two.
  /// - Throws: ``LaboratoryError`` for other games and names, and for numbers that are not affine.
  public init(
    rolesOf actors: [String], in scenario: Scenario, _ request: ParameterRequest
  ) throws {
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "ask --flip", takes: [StrategicForm.name], found: scenario.form.name)
    }
    let places = actors.compactMap { scenario.actor($0) }
    guard places.count == 2, actors.count == 2, places[0] != places[1] else {
      throw LaboratoryError.wrongOption(
        option: "flip", found: actors.joined(separator: ","),
        expected:
          "two of \(scenario.actors.map(\.key).joined(separator: ", ")) with a comma between")
    }
    let names = places.map { scenario.actors[$0].name }
    let run = try ParameterRun(scenario, request)
    let count = scenario.actors.count
    let (first, second) = (places[0], places[1])
    // Where equilibria change, and where the two gain alike somewhere.
    let candidates = try run.asking { () throws -> [Rational] in
      let map = try PureThresholds.solve(
        shape: form.shape, from: run.from, to: run.to,
        affine: { try run.evaluator.utilities(run.values($0)) },
        exact: { try run.evaluator.utilities(run.values($0)) })
      let pieces = try PureThresholds.pieces(from: run.from, to: run.to) {
        try run.evaluator.gains(run.values($0))
      }
      var places: [Rational] = map.points.map(\.at)
      for (interval, gains) in pieces {
        places.append(interval.upper)
        for cell in form.cells.indices {
          let lead: AffineForm = gains[cell * count + first] - gains[cell * count + second]
          if let root = lead.root, interval.lower < root, root < interval.upper {
            places.append(root)
          }
        }
      }
      return places
    }
    var finder = PureEquilibria(shape: form.shape)
    try self.init(
      "roles", "who of \(Words.list(names)) gains more in the pure equilibria", run,
      candidates: candidates
    ) { value in
      let game = try run.evaluated(at: value)
      game.utilities.withUnsafeBufferPointer { finder.find(in: $0) }
      return finder.found.map { (profile: Int) -> (String, JSONValue) in
        let own: Rational = game.gains[profile * count + first]
        let other: Rational = game.gains[profile * count + second]
        let lead = (own - other).signum
        let words = lead == 0 ? "both alike" : "\(names[lead > 0 ? 0 : 1]) gains more"
        let ahead: JSONValue = lead == 0 ? .null : .string(actors[lead > 0 ? 0 : 1])
        let member: JSONValue = [
          "equilibrium": scenario.json(outcome: form.profile(at: profile)), "ahead": ahead,
        ]
        return ("\(words) at \(form.name(ofCell: profile))", member)
      }
    }
  }
}
