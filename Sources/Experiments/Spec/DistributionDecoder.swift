import Arithmetic
import Scenarios

/// Reads how a parameter is drawn: `{distribution: normal, mean, deviation}` and the like.
struct DistributionDecoder {
  let parameter: Scenario.Parameter
  let fields: Fields

  private static let own = [
    "uniform": ["from", "to"], "triangular": ["from", "to", "mode"],
    "normal": ["from", "to", "mean", "deviation"], "log-uniform": ["from", "to"],
    "discrete": ["list", "weights"],
  ]

  func decode() throws(InputError) -> Distribution {
    let name = try fields.text("distribution") ?? "uniform"
    guard let keys = Self.own[name] else {
      throw error(
        "unknown distribution \(quoted(name))\(Suggestion.hint(for: name, in: Distribution.names))",
        at: "distribution")
    }
    for key in ["list", "from", "to", "count", "step", "mode", "mean", "deviation", "weights"]
    where fields[key] != nil && !keys.contains(key) {
      throw error(
        "a \(name) distribution has no \(quoted(key)): it takes \(keys.joined(separator: ", "))",
        at: key)
    }
    switch name {
    case "triangular":
      let (from, to) = try ends()
      let mode = try number("mode", example: "\((from + to) / 2)")
      guard from <= mode, mode <= to else {
        throw error("the mode must lie between \(from) and \(to)", at: "mode")
      }
      return .triangular(from: from, to: to, mode: mode)
    case "normal":
      let deviation = try number("deviation", example: "1/4")
      guard deviation.signum > 0 else {
        throw error("the deviation must be greater than 0", at: "deviation")
      }
      let from = try fields.number("from") ?? parameter.range?.lowerBound
      let to = try fields.number("to") ?? parameter.range?.upperBound
      if let from, let to, from >= to {
        throw error("from \(from) to \(to): write the smaller number after \"from\"", at: "from")
      }
      try check([from, to].compactMap(\.self))
      return .normal(
        mean: try number("mean", example: "\(parameter.default)"), deviation: deviation,
        from: from, to: to)
    case "log-uniform":
      let (from, to) = try ends()
      guard from.signum > 0 else {
        throw error("a log-uniform distribution lies above 0: write from: 1/10", at: "from")
      }
      return .logUniform(from: from, to: to)
    case "discrete":
      return try discrete()
    default:
      let (from, to) = try ends()
      return .uniform(from: from, to: to)
    }
  }

  private func discrete() throws(InputError) -> Distribution {
    var values: [Rational] = []
    for item in try fields.list("list") { values.append(try item.number("a value")) }
    guard !values.isEmpty else {
      throw error("a discrete distribution needs its values: write list: [0, 1/2, 1]", at: "list")
    }
    try check(values)
    var weights: [Rational] = []
    for item in try fields.list("weights") {
      let weight = try item.number("a weight")
      guard weight.signum >= 0 else {
        throw InputError("a weight cannot be negative", at: item.position)
      }
      weights.append(weight)
    }
    if weights.isEmpty { weights = Array(repeating: .one, count: values.count) }
    let sum = weights.reduce(.zero, +)
    guard weights.count == values.count, sum.signum > 0 else {
      throw error(
        "there are \(values.count) values and \(weights.count) weights: write one a value, not all 0",
        at: "weights")
    }
    return .discrete(values, weights: weights.map { $0 / sum })
  }

  /// `from` and `to`, or the range of the parameter.
  private func ends() throws(InputError) -> (Rational, Rational) {
    guard let from = try fields.number("from") ?? parameter.range?.lowerBound,
      let to = try fields.number("to") ?? parameter.range?.upperBound
    else {
      throw InputError(
        "\(quoted(parameter.name)) has no range in its game: write from: 0, to: 1",
        at: fields.position)
    }
    guard from < to else {
      throw error("from \(from) to \(to): write the smaller number after \"from\"", at: "from")
    }
    try check([from, to])
    return (from, to)
  }

  private func check(_ values: [Rational]) throws(InputError) {
    guard let range = parameter.range else { return }
    for value in values where !range.contains(value) {
      throw InputError(
        "\(parameter.name) = \(value) is out of its range: write values from "
          + "\(range.lowerBound) to \(range.upperBound)", at: fields.position)
    }
  }

  private func number(_ key: String, example: String) throws(InputError) -> Rational {
    try fields.required(key, example: "\(key): \(example)").number(fields.name(key))
  }

  private func error(_ message: String, at key: String) -> InputError {
    InputError(
      "\(quoted(parameter.name)): \(message)", at: fields.position(of: key) ?? fields.position)
  }
}
