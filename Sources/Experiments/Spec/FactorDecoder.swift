import Arithmetic
import Scenarios

/// Reads entries of `vary:`: `{parameter, list}`, or `from`, `to` with `count` or `step`, or a
/// `distribution`.
struct FactorDecoder {
  let parameters: [Scenario.Parameter]

  /// A factor.
  ///
  /// - Parameter isSampled: whether the design draws every parameter, so that a range needs no
  ///   levels.
  func decode(_ document: Document, isSampled: Bool) throws(InputError) -> Experiment.Factor {
    let fields = try Fields(
      document, of: "an entry of \"vary\"",
      keys: [
        "parameter", "list", "from", "to", "count", "step", "distribution", "mode", "mean",
        "deviation", "weights",
      ])
    let named = try fields.required("parameter", example: "parameter: r")
    let name = try named.text(fields.name("parameter"))
    let parameter = try self.parameter(name, at: named.position)
    let isRange = fields["count"] == nil && fields["step"] == nil && fields["list"] == nil
    if fields["distribution"] != nil || isSampled && isRange {
      let distribution = try DistributionDecoder(parameter: parameter, fields: fields).decode()
      return Experiment.Factor(parameter: name, distribution: distribution)
    }
    for key in ["mode", "mean", "deviation", "weights"] where fields[key] != nil {
      throw InputError(
        "\(quoted(name)) has \(quoted(key)) but no distribution: write distribution: "
          + (key == "mode" ? "triangular" : key == "weights" ? "discrete" : "normal"),
        at: fields.position(of: key) ?? fields.position)
    }
    let levels = try self.levels(fields, of: quoted(name))
    try check(levels[0], in: parameter, at: document.position)
    try check(levels[levels.count - 1], in: parameter, at: document.position)
    if case .list(let values) = levels {
      for value in values { try check(value, in: parameter, at: document.position) }
    }
    guard isSampled else { return Experiment.Factor(parameter: name, levels: levels) }
    return Experiment.Factor(parameter: name, distribution: .levels(levels))
  }

  func parameter(
    _ name: String, at position: Position
  ) throws(InputError) -> Scenario.Parameter {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      let hint = Suggestion.hint(for: name, in: parameters.map(\.name))
      throw InputError("unknown parameter \(quoted(name))\(hint)", at: position)
    }
    return parameter
  }

  func check(
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
