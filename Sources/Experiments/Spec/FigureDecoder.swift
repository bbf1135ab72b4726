import Arithmetic
import Scenarios

/// Reads `figures:` entries: `{kind: line, x, y, by}` and `{kind: region, x, y, fill}`, with
/// `name`, `title`, `x-label`, `y-label`, `series`, `at`, `thresholds` and, for the values of a
/// map, `labels` where wanted; `{kind: tornado, measure}` and `{kind: sobol, measure}`, with `name`,
/// `title`, `x-label` and `series`.
struct FigureDecoder {
  let question: String
  let parameters: [Scenario.Parameter]
  let measures: [Measure]
  let series: [Experiment.Series]
  let sensitivity: [SensitivityRequest]

  func decode(_ document: Document) throws(InputError) -> FigureRequest {
    let fields = try Fields(
      document, of: "a figure",
      keys: [
        "kind", "name", "title", "x", "y", "by", "fill", "measure", "x-label", "y-label", "series",
        "at", "thresholds", "labels",
      ])
    let kindText = try fields.required("kind", example: "kind: line").text(fields.name("kind"))
    guard let kind = FigureRequest.Kind(rawValue: kindText) else {
      let known = FigureRequest.Kind.allCases.map(\.rawValue)
      throw InputError(
        "unknown kind of figure \(quoted(kindText))\(Suggestion.hint(for: kindText, in: known))",
        at: document.position)
    }
    guard kind.showsPoints else { return try bars(kind, fields, at: document.position) }
    if let unfit = fields.position(of: "measure") {
      throw InputError(
        "a \(kind.rawValue) figure has no \"measure\": write "
          + (kind == .line ? "y: measure" : "fill: measure"), at: unfit)
    }
    let isLine = kind == .line
    if isLine, let unfit = fields.position(of: "labels") {
      throw InputError("a line figure has no \"labels\": its lines are named", at: unfit)
    }
    if let unfit = fields.position(of: isLine ? "fill" : "by") {
      throw InputError(
        isLine
          ? "a line figure has no \"fill\": write y: measure"
          : "a region figure has no \"by\": write y: parameter and fill: measure", at: unfit)
    }
    let x = try parameter(fields, "x")
    let by =
      isLine
      ? (fields["by"] == nil ? nil : try parameter(fields, "by")) : try parameter(fields, "y")
    let measure = try self.measure(fields, isLine ? "y" : "fill")
    guard by != x else {
      throw InputError("a figure cannot show \(quoted(x)) twice", at: document.position)
    }
    let chosen = try self.chosen(fields, x: x, by: isLine ? nil : by)
    let held = try self.held(fields)
    for index in chosen {
      try checkFactors(of: series[index], x: x, by: by, held: held, isLine, at: document.position)
    }
    return FigureRequest(
      kind: kind, name: try name(fields) ?? Self.fileName(measures[measure].name),
      title: try fields.text("title") ?? question, x: x,
      xLabel: try fields.text("x-label") ?? label(of: x),
      yLabel: try fields.text("y-label")
        ?? (isLine ? measures[measure].name : by.map(label) ?? ""),
      measure: measure, by: by, valueNames: try valueNames(fields), series: chosen, held: held,
      showsThresholds: try fields.flag("thresholds") ?? false, position: document.position)
  }

  private func parameter(_ fields: Fields, _ key: String) throws(InputError) -> String {
    let document = try fields.required(key, example: "\(key): parameter")
    let name = try document.text(fields.name(key))
    guard parameters.contains(where: { $0.name == name }) else {
      let hint = Suggestion.hint(for: name, in: parameters.map(\.name))
      throw InputError("unknown parameter \(quoted(name))\(hint)", at: document.position)
    }
    return name
  }

  func measure(_ fields: Fields, _ key: String) throws(InputError) -> Int {
    let document = try fields.required(key, example: "\(key): measure")
    let name = try document.text(fields.name(key))
    guard let index = measures.firstIndex(where: { $0.name == name }) else {
      let hint = Suggestion.hint(for: name, in: measures.map(\.name))
      throw InputError("unknown measure \(quoted(name))\(hint)", at: document.position)
    }
    guard key == "fill" || !measures[index].isText else {
      throw InputError("measure \(quoted(name)) is a text: draw a region", at: document.position)
    }
    return index
  }

  /// The series named; where none is, those that vary what the figure shows.
  private func chosen(_ fields: Fields, x: String, by: String?) throws(InputError) -> [Int] {
    guard let document = fields["series"] else {
      let fitting = series.indices.filter { index in
        let varied = series[index].factors.map(\.parameter)
        return series[index].design.isPlainGrid && varied.contains(x)
          && (by.map { varied.contains($0) } ?? true)
      }
      guard !fitting.isEmpty else {
        let both = quoted(x) + (by.map { " and \(quoted($0))" } ?? "")
        throw InputError("no series varies \(both)", at: fields.position)
      }
      return fitting
    }
    return try named(document, fields)
  }

  /// The series of these names.
  func named(_ document: Document, _ fields: Fields) throws(InputError) -> [Int] {
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

  /// `labels: {0: refuse, 1: accept}`.
  private func valueNames(
    _ fields: Fields
  ) throws(InputError) -> [(value: Rational, text: String)] {
    guard let document = fields["labels"] else { return [] }
    var names: [(value: Rational, text: String)] = []
    for entry in try document.entries(fields.name("labels")) {
      let value = try Rational.reading(entry.key, as: "a key of \"labels\"", at: entry.keyPosition)
      names.append((value, try entry.value.text("the label of \(entry.key)")))
    }
    return names
  }

  private func held(_ fields: Fields) throws(InputError) -> [Experiment.Setting] {
    guard let document = fields["at"] else { return [] }
    var held: [Experiment.Setting] = []
    for entry in try document.entries(fields.name("at")) {
      guard parameters.contains(where: { $0.name == entry.key }) else {
        let hint = Suggestion.hint(for: entry.key, in: parameters.map(\.name))
        throw InputError("unknown parameter \(quoted(entry.key))\(hint)", at: entry.keyPosition)
      }
      let value = try entry.value.number("the value of \(quoted(entry.key))")
      held.append(Experiment.Setting(parameter: entry.key, value: value))
    }
    return held
  }

  /// Every factor that takes several values must be shown or held, or the figure would mix rows.
  private func checkFactors(
    of series: Experiment.Series, x: String, by: String?, held: [Experiment.Setting],
    _ isLine: Bool, at position: Position
  ) throws(InputError) {
    let here = series.name.map { " in series \(quoted($0))" } ?? ""
    guard series.design.isPlainGrid else {
      throw InputError(
        "a figure needs a factorial design with one row a point\(here)", at: position)
    }
    for name in [x] + (isLine ? [] : [by].compactMap(\.self))
    where !series.factors.contains(where: { $0.parameter == name }) {
      throw InputError("\(quoted(name)) is not varied\(here)", at: position)
    }
    for factor in series.factors where factor.parameter != x && factor.parameter != by {
      if let setting = held.first(where: { $0.parameter == factor.parameter }) {
        guard factor.levels.index(of: setting.value) != nil else {
          throw InputError(
            "\(factor.parameter) never is \(setting.value)\(here): hold it at one of its levels",
            at: position)
        }
      } else if factor.levels.count > 1 {
        throw InputError(
          "\(quoted(factor.parameter)) varies\(here) and the figure does not show it: "
            + (isLine ? "write by: \(factor.parameter), or " : "write ")
            + "at: {\(factor.parameter): \(factor.levels[0])}", at: position)
      }
    }
  }

  private func label(of parameter: String) -> String {
    guard let meaning = parameters.first(where: { $0.name == parameter })?.meaning,
      meaning.count <= 60, !meaning.contains("\n")
    else { return parameter }
    return "\(parameter): \(meaning)"
  }

  func name(_ fields: Fields) throws(InputError) -> String? {
    guard let text = try fields.text("name") else { return nil }
    guard text == Self.fileName(text) else {
      throw InputError(
        "a figure cannot be named \(quoted(text)): write \(Self.fileName(text))",
        at: fields.position(of: "name"))
    }
    return text
  }

  /// The name in letters, digits and hyphens, fit for a file.
  static func fileName(_ text: String) -> String {
    let name = text.lowercased().unicodeScalars.map { scalar -> Character in
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    let trimmed = String(name).split(separator: "-").joined(separator: "-")
    return trimmed.isEmpty ? "figure" : trimmed
  }
}
