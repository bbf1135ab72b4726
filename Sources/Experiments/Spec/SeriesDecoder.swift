import Arithmetic
import Scenarios

/// Reads what is varied: `vary`, `set` and `relative-gains`, at the top of a spec or in an entry of
/// `series:`.
struct SeriesDecoder {
  let scenario: Scenario
  let parameters: [Scenario.Parameter]

  /// The keys of a series besides its name.
  static let keys = ["relative-gains", "set", "vary"]

  /// A series of these fields.
  ///
  /// - Parameter defaults: where to look for a key that the series does not have.
  func decode(
    _ fields: Fields, defaults: Fields? = nil, name: String?
  ) throws(InputError) -> Experiment.Series {
    var rule: RelativeGainsBlock?
    if let document = fields["relative-gains"] ?? defaults?["relative-gains"] {
      rule = try RelativeGainsBlock.decode(
        document, actors: scenario.actors, names: parameters.map(\.name))
    }
    var settings: [Experiment.Setting] = []
    if let document = fields["set"] ?? defaults?["set"] { settings = try self.settings(document) }
    let vary = fields["vary"] ?? defaults?["vary"]
    var levels: [Document] = []
    if let vary { levels = try vary.list("\"vary\"") }
    var factors: [Experiment.Factor] = []
    for document in levels {
      let factor = try self.factor(document)
      guard !factors.contains(where: { $0.parameter == factor.parameter }) else {
        throw InputError("\(quoted(factor.parameter)) is varied twice", at: document.position)
      }
      guard !settings.contains(where: { $0.parameter == factor.parameter }) else {
        throw InputError(
          "\(quoted(factor.parameter)) is both set and varied: leave one out",
          at: document.position)
      }
      factors.append(factor)
    }
    if let vary, factors.isEmpty {
      throw InputError(
        "\"vary\" is empty: write {parameter: name, from: 0, to: 1, count: 11}", at: vary.position)
    }
    guard let design = FactorialDesign(factors.map(\.levels)) else {
      throw InputError(
        "the design has more than \(FactorialDesign.mostRows) rows: take fewer levels",
        at: vary?.position ?? fields.position)
    }
    return Experiment.Series(
      name: name, relativeGains: rule, settings: settings, factors: factors, design: design)
  }

  private func settings(_ document: Document) throws(InputError) -> [Experiment.Setting] {
    var settings: [Experiment.Setting] = []
    for entry in try document.entries("\"set\"") {
      let parameter = try self.parameter(entry.key, at: entry.keyPosition)
      let value = try entry.value.number("the value of \(quoted(entry.key))")
      try check(value, in: parameter, at: entry.value.position)
      settings.append(Experiment.Setting(parameter: entry.key, value: value))
    }
    return settings
  }

  private func factor(_ document: Document) throws(InputError) -> Experiment.Factor {
    let fields = try Fields(
      document, of: "an entry of \"vary\"",
      keys: ["parameter", "list", "from", "to", "count", "step"])
    let named = try fields.required("parameter", example: "parameter: r")
    let name = try named.text(fields.name("parameter"))
    let parameter = try self.parameter(name, at: named.position)
    let levels = try self.levels(fields, of: quoted(name))
    try check(levels[0], in: parameter, at: document.position)
    try check(levels[levels.count - 1], in: parameter, at: document.position)
    if case .list(let values) = levels {
      for value in values { try check(value, in: parameter, at: document.position) }
    }
    return Experiment.Factor(parameter: name, levels: levels)
  }

  private func parameter(
    _ name: String, at position: Position
  ) throws(InputError) -> Scenario.Parameter {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      let hint = Suggestion.hint(for: name, in: parameters.map(\.name))
      throw InputError("unknown parameter \(quoted(name))\(hint)", at: position)
    }
    return parameter
  }

  private func check(
    _ value: Rational, in parameter: Scenario.Parameter, at position: Position
  ) throws(InputError) {
    guard let range = parameter.range, !range.contains(value) else { return }
    throw InputError(
      "\(parameter.name) = \(value) is out of its range: write values from \(range.lowerBound) "
        + "to \(range.upperBound)", at: position)
  }

  /// `list: [a, b]`, or `from`, `to` with `count` or with `step`.
  private func levels(_ fields: Fields, of what: String) throws(InputError) -> Levels {
    if let list = fields["list"] {
      for key in ["from", "to", "count", "step"] where fields[key] != nil {
        throw InputError(
          "\(what) has both \"list\" and \(quoted(key)): leave one out",
          at: fields.position(of: key) ?? fields.position)
      }
      var values: [Rational] = []
      for item in try list.list("the list of \(what)") {
        values.append(try item.number("a level of \(what)"))
      }
      guard !values.isEmpty else {
        throw InputError("the list of \(what) is empty: write list: [0, 1/2, 1]", at: list.position)
      }
      return .list(values)
    }
    let form = "write list: [0, 1/2, 1], or from: 0, to: 1, count: 11"
    guard let from = try fields.number("from"), let to = try fields.number("to") else {
      throw InputError("\(what) lacks its levels: \(form)", at: fields.position)
    }
    guard from <= to else {
      throw InputError(
        "\(what) runs from \(from) to \(to): write the smaller number after \"from\"",
        at: fields.position(of: "from") ?? fields.position)
    }
    switch (fields["count"], fields["step"]) {
    case (let written?, nil):
      let count = try written.integer("the count of \(what)")
      guard count >= 1 else {
        throw InputError("the count of \(what) is \(count): write 1 or more", at: written.position)
      }
      guard count > 1 || from == to else {
        throw InputError(
          "one value of \(what) cannot reach from \(from) to \(to): write a count of 2 or more",
          at: written.position)
      }
      return .evenly(from: from, to: to, count: count)
    case (nil, let written?):
      let step = try written.number("the step of \(what)")
      guard step.signum > 0 else {
        throw InputError(
          "the step of \(what) is \(step): write a number above 0", at: written.position)
      }
      guard let levels = Levels.stepping(from: from, to: to, by: step) else {
        throw InputError(
          "the step of \(what) is too small: take fewer levels", at: written.position)
      }
      return levels
    case (nil, nil), (_?, _?):
      throw InputError("\(what) needs either \"count\" or \"step\": \(form)", at: fields.position)
    }
  }
}
