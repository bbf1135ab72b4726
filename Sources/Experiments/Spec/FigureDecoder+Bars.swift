import Scenarios

// Figures with one bar a parameter: they show a measure, and no parameter along an axis.
extension FigureDecoder {
  private static let keys = ["kind", "name", "title", "measure", "x-label", "series"]

  /// The figure of an entry `kind: tornado` or `kind: sobol`.
  func bars(
    _ kind: FigureRequest.Kind, _ fields: Fields, at position: Position
  ) throws(InputError) -> FigureRequest {
    for key in ["x", "y", "by", "fill", "y-label", "at", "thresholds", "labels"] {
      guard let unfit = fields.position(of: key) else { continue }
      throw InputError(
        "a \(kind.rawValue) figure has no \(quoted(key)): it takes "
          + Self.keys.joined(separator: ", "), at: unfit)
    }
    let measure = try self.measure(fields, "measure")
    let name = measures[measure].name
    let chosen =
      kind == .sobol ? try analysed(measure, fields, position) : try single(fields, position)
    return FigureRequest(
      kind: kind, name: try self.name(fields) ?? "\(Self.fileName(name))-\(kind.rawValue)",
      title: try fields.text("title")
        ?? (kind == .sobol
          ? "Shares of the variance: \(name)" : "One parameter at a time: \(name)"),
      x: "",
      xLabel: try fields.text("x-label") ?? (kind == .sobol ? "share of the variance" : name),
      yLabel: "", measure: measure, by: nil, valueNames: [], series: chosen, held: [],
      showsThresholds: false, position: position)
  }

  /// The series whose indices of the measure are asked for.
  private func analysed(
    _ measure: Int, _ fields: Fields, _ position: Position
  ) throws(InputError) -> [Int] {
    var known: [Int] = []
    for request in sensitivity {
      guard case .measure(measure) = request.question else { continue }
      for index in request.series {
        if case .saltelli = series[index].design.scheme { known.append(index) }
      }
    }
    guard !known.isEmpty else {
      throw InputError(
        "no indices of \(quoted(measures[measure].name)) are asked for: write sensitivity: "
          + "[{measure: \(measures[measure].name)}] over a design saltelli", at: position)
    }
    guard let document = fields["series"] else { return known }
    let named = try named(document, fields)
    guard let unfit = named.first(where: { !known.contains($0) }) else { return named }
    throw InputError(
      "no indices of \(quoted(measures[measure].name)) are asked for in series "
        + quoted(series[unfit].name ?? ""), at: document.position)
  }

  /// The one series of a tornado: it has one base.
  private func single(_ fields: Fields, _ position: Position) throws(InputError) -> [Int] {
    let chosen = try fields["series"].map { (document) throws(InputError) in
      try named(document, fields)
    }
    let indices = chosen ?? Array(series.indices)
    guard indices.allSatisfy({ series[$0].name == series[indices[0]].name }) else {
      throw InputError("a tornado is about one series: write series: name", at: position)
    }
    return indices
  }
}
