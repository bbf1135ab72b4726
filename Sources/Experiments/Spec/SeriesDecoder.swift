import Arithmetic
import Scenarios

/// Reads what is varied: `vary`, `design`, `where`, `set` and `relative-gains`, at the top of a spec
/// or in an entry of `series:`.
struct SeriesDecoder {
  let scenario: Scenario
  let parameters: [Scenario.Parameter]
  /// The path of the spec.
  let spec: String

  /// The keys of a series besides its name.
  static let keys = ["relative-gains", "set", "vary", "design", "where"]

  /// The series of these fields: one, or of a union of designs one a design.
  ///
  /// - Parameter defaults: where to look for a key that the series does not have.
  func decode(
    _ fields: Fields, defaults: Fields? = nil, name: String?
  ) throws(InputError) -> [Experiment.Series] {
    func document(_ key: String) -> Document? { fields[key] ?? defaults?[key] }
    var rule: RelativeGainsBlock?
    if let block = document("relative-gains") {
      rule = try RelativeGainsBlock.decode(
        block, actors: scenario.actors, names: parameters.map(\.name))
    }
    var settings: [Experiment.Setting] = []
    if let set = document("set") { settings = try self.settings(set) }
    var base = parameters.map(\.default)
    for setting in settings {
      if let place = parameters.firstIndex(where: { $0.name == setting.parameter }) {
        base[place] = setting.value
      }
    }
    let decoder = DesignDecoder(
      parameters: parameters, base: base, spec: spec, fixed: settings.map(\.parameter))
    var designs: [Document?] = [document("design")]
    if case .sequence(let several, let position)? = document("design") {
      guard !several.isEmpty else {
        throw InputError("\"design\" is empty: write design: {kind: factorial}", at: position)
      }
      designs = several
    }
    let constraints = try document("where").map { (document) throws(InputError) in
      try self.constraints(document)
    }
    var series: [Experiment.Series] = []
    for written in designs {
      let design = try decoder.decode(written, vary: document("vary"), at: fields.position)
      if let constraints, !constraints.isEmpty {
        switch design.scheme {
        case .saltelli, .morris:
          throw InputError(
            "a \(design.scheme.name) design needs all of its points: leave \"where\" out",
            at: document("where")?.position)
        default: break
        }
      }
      series.append(
        Experiment.Series(
          name: name, relativeGains: rule, settings: settings, factors: design.factors,
          design: design, constraints: constraints ?? []))
    }
    return series
  }

  /// `where: "a < b"`, or a list of such conditions.
  private func constraints(_ document: Document) throws(InputError) -> [Expectation.RowFormula] {
    var items = [document]
    if case .sequence(let several, _) = document { items = several }
    let names = parameters.map(\.name)
    var constraints: [Expectation.RowFormula] = []
    for item in items {
      let written = try item.scalar("\"where\"")
      let expression = try Expression.parse(written.text, at: written.textPosition, names: names)
      constraints.append(
        Expectation.RowFormula(
          expression: expression,
          operands: expression.parameters.map { .parameter(names.firstIndex(of: $0) ?? 0) }))
    }
    return constraints
  }

  private func settings(_ document: Document) throws(InputError) -> [Experiment.Setting] {
    let decoder = FactorDecoder(parameters: parameters)
    var settings: [Experiment.Setting] = []
    for entry in try document.entries("\"set\"") {
      let parameter = try decoder.parameter(entry.key, at: entry.keyPosition)
      let value = try entry.value.number("the value of \(quoted(entry.key))")
      try decoder.check(value, in: parameter, at: entry.value.position)
      settings.append(Experiment.Setting(parameter: entry.key, value: value))
    }
    return settings
  }
}
