import Arithmetic
import Scenarios

/// Reads `expect:` entries: `{claim, holds, series}`.
struct ExpectationDecoder {
  let parameters: [String]
  let measures: [Measure]
  let series: [Experiment.Series]

  /// Most lines along a parameter that are followed at a time.
  static let mostLines = 1_000_000

  private static let functions = [
    "nonincreasing(measure, parameter)", "nondecreasing(measure, parameter)",
    "constant(measure, parameter)", "crosses(measure, parameter, level, at)",
    "equals(measure, formula, where)", "always(condition, where)", "never(condition, where)",
    "holds(condition, where)", "correlates(measure, measure or parameter, > 1/2)",
  ]

  func decode(_ document: Document) throws(InputError) -> Expectation {
    let fields = try Fields(document, of: "an expectation", keys: ["claim", "holds", "series"])
    let claim = try fields.required("claim", example: "claim: acceptance never rises")
      .text(fields.name("claim"))
    let written = try fields.required("holds", example: "holds: \"nonincreasing(accepted, scale)\"")
      .scalar(fields.name("holds"))
    let call = MeasureCall(written.text)
    let position = written.textPosition
    let condition = try self.condition(call, at: position)
    let expectation = Expectation(
      claim: claim, text: call.text, condition: condition, series: try chosen(fields),
      position: position)
    try checkParameter(of: expectation)
    return expectation
  }

  private func condition(
    _ call: MeasureCall, at position: Position
  ) throws(InputError) -> Expectation.Condition {
    let arguments = Self.arguments(call.argument)
    func need(_ counts: ClosedRange<Int>) throws(InputError) {
      guard counts.contains(arguments.count), call.text.hasSuffix(")") else {
        let form = Self.functions.first { $0.hasPrefix(call.function) } ?? ""
        throw InputError("\(quoted(call.text)) must have the form \(form)", at: position)
      }
    }
    switch call.function {
    case "nonincreasing", "nondecreasing":
      try need(2...2)
      return .monotone(
        measure: try measure(arguments[0], at: position), parameter: arguments[1],
        call.function == "nonincreasing" ? .nonincreasing : .nondecreasing)
    case "constant":
      try need(1...2)
      return .constant(
        measure: try measure(arguments[0], at: position),
        parameter: arguments.count == 2 ? arguments[1] : nil)
    case "crosses":
      try need(3...4)
      let level = try Expression.parse(arguments[2], at: position, names: []).evaluate([])
      let place =
        arguments.count == 4
        ? try Expression.parse(arguments[3], at: position, names: []).evaluate([]) : nil
      return .crosses(
        measure: try measure(arguments[0], at: position), parameter: arguments[1], level: level,
        at: place)
    case "equals":
      try need(2...3)
      return .equals(
        measure: try measure(arguments[0], at: position),
        try formula(arguments[1], at: position), on: try condition(arguments, 2, at: position))
    case "always", "holds":
      try need(call.function == "holds" ? 2...2 : 1...2)
      return .always(
        try formula(arguments[0], at: position), on: try condition(arguments, 1, at: position))
    case "never":
      try need(1...2)
      return .never(
        try formula(arguments[0], at: position), on: try condition(arguments, 1, at: position))
    case "correlates":
      try need(3...3)
      return try correlation(arguments, at: position)
    default:
      throw InputError(
        "\(quoted(call.text)) is no expectation: write one of "
          + Self.functions.joined(separator: ", "), at: position)
    }
  }

  /// The condition on which something is claimed, if there is one.
  private func condition(
    _ arguments: [String], _ place: Int, at position: Position
  ) throws(InputError) -> Expectation.RowFormula? {
    guard arguments.count > place else { return nil }
    return try formula(arguments[place], at: position)
  }

  /// `correlates(measure, other, > 1/2)`.
  private func correlation(
    _ arguments: [String], at position: Position
  ) throws(InputError) -> Expectation.Condition {
    // The longer signs first: >= is not > and =.
    guard
      let relation = Expectation.Relation.allCases.first(where: {
        arguments[2].hasPrefix($0.rawValue)
      })
    else {
      throw InputError(
        "\(quoted(arguments[2])) is no relation to a correlation: write > 0, >= 1/2 or < -1/2",
        at: position)
    }
    let limit = try Expression.parse(
      trimmed(arguments[2].dropFirst(relation.rawValue.count)), at: position, names: []
    ).evaluate([])
    let other: Expectation.RowFormula.Operand =
      if let place = parameters.firstIndex(of: arguments[1]) {
        .parameter(place)
      } else {
        .measure(try measure(arguments[1], at: position))
      }
    return .correlates(
      measure: try measure(arguments[0], at: position), with: other, relation, limit)
  }

  /// Cut at the commas that stand in no parentheses.
  private static func arguments(_ text: String) -> [String] {
    var arguments = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        arguments.append("")
      } else {
        arguments[arguments.count - 1].append(character)
      }
    }
    return arguments.map { trimmed($0) }
  }

  func measure(_ name: String, at position: Position) throws(InputError) -> Int {
    guard let index = measures.firstIndex(where: { $0.name == name }) else {
      let hint = Suggestion.hint(for: name, in: measures.map(\.name))
      throw InputError("unknown measure \(quoted(name))\(hint)", at: position)
    }
    guard !measures[index].isText else {
      throw InputError("measure \(quoted(name)) is a text, not a number", at: position)
    }
    return index
  }

  func formula(
    _ text: String, at position: Position
  ) throws(InputError) -> Expectation.RowFormula {
    let numbers = measures.filter { !$0.isText }.map(\.name)
    let expression = try Expression.parse(text, at: position, names: numbers + parameters)
    let operands = expression.parameters.map { name -> Expectation.RowFormula.Operand in
      if let measure = measures.firstIndex(where: { $0.name == name }) { return .measure(measure) }
      return .parameter(parameters.firstIndex(of: name) ?? 0)
    }
    return Expectation.RowFormula(expression: expression, operands: operands)
  }

  /// The series named, a text or a list; all of them where none is.
  func chosen(_ fields: Fields) throws(InputError) -> [Int] {
    guard let document = fields["series"] else { return Array(series.indices) }
    var items = [document]
    if case .sequence(let several, _) = document { items = several }
    var chosen: [Int] = []
    for item in items {
      let name = try item.text(fields.name("series"))
      let named = series.indices.filter { series[$0].name == name }
      guard !named.isEmpty else {
        let hint = Suggestion.hint(for: name, in: series.compactMap(\.name))
        throw InputError("unknown series \(quoted(name))\(hint)", at: item.position)
      }
      chosen += named
    }
    return chosen
  }

  /// Refuses comparisons along a parameter that is not varied, or in no clear order.
  private func checkParameter(of expectation: Expectation) throws(InputError) {
    guard let parameter = expectation.parameter else { return }
    for index in expectation.series {
      let here = series[index].name.map { " in series \(quoted($0))" } ?? ""
      guard series[index].design.grid != nil else {
        throw InputError(
          "\(quoted(expectation.text)) compares neighbours on a grid, and the design\(here) is "
            + "\(series[index].design.scheme.name): write correlates(measure, \(parameter), > 0)",
          at: expectation.position)
      }
      guard let place = series[index].factors.firstIndex(where: { $0.parameter == parameter })
      else {
        let hint = Suggestion.hint(for: parameter, in: series[index].factors.map(\.parameter))
        throw InputError(
          "\(quoted(parameter)) is not varied\(here)\(hint)", at: expectation.position)
      }
      guard series[index].factors[place].levels.ascend else {
        throw InputError(
          "the levels of \(quoted(parameter)) must ascend\(here) for \(quoted(expectation.text))",
          at: expectation.position)
      }
      guard series[index].design.stride(of: place) <= Self.mostLines else {
        throw InputError(
          "\(quoted(expectation.text)) follows more than \(Self.mostLines) lines at once\(here): "
            + "put \(parameter) last under \"vary\"", at: expectation.position)
      }
    }
  }
}
