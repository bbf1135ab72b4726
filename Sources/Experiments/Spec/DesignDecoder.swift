import Arithmetic
import GSL
import Scenarios

/// Reads `design:` with the `vary:` it is about: `{kind, n, seed, replicates, levels, second-order,
/// file}`.
struct DesignDecoder {
  let parameters: [Scenario.Parameter]
  /// The value of each parameter where it is not varied.
  let base: [Rational]
  /// The path of the spec, from which files are seen.
  let spec: String
  /// Names of parameters that are set and so cannot be varied.
  let fixed: [String]

  private static let kinds = [
    "factorial", "one-at-a-time", "random", "latin-hypercube", "sobol", "saltelli", "morris",
    "file",
  ]
  /// Most points of designs whose sensitivity is worked out in memory.
  private static let mostSets = 1 << 20

  /// The keys of a design, `vary` among them.
  static let keys = [
    "kind", "n", "seed", "replicates", "levels", "second-order", "file", "vary",
  ]

  /// The design that `document` tells of; a factorial one where it is nil.
  func decode(
    _ document: Document?, vary: Document?, at position: Position
  ) throws(InputError) -> Design {
    let fields = try document.map { (document) throws(InputError) in
      try Fields(document, of: "\"design\"", keys: Self.keys)
    }
    let vary = fields?["vary"] ?? vary
    var kind = "factorial"
    if let fields {
      let named = try fields.required("kind", example: "kind: factorial")
      kind = try named.text(fields.name("kind"))
      guard Self.kinds.contains(kind) else {
        throw InputError(
          "unknown design \(quoted(kind))\(Suggestion.hint(for: kind, in: Self.kinds)): write one of "
            + Self.kinds.joined(separator: ", "), at: named.position)
      }
      try refuseUnfit(fields, kind)
    }
    let replicates = try count(fields, "replicates", most: 1_000_000) ?? 1
    let seed = UInt64(try count(fields, "seed", least: 0, most: Int.max) ?? 1)
    if kind == "file" {
      guard let fields else { throw InputError("a design lacks its file", at: position) }
      let table = try TableDecoder(parameters: parameters, spec: spec, fixed: fixed).decode(fields)
      return Design(.table(table.values, file: table.file), table.factors, replicates: 1)
    }
    let isSampled = !["factorial", "one-at-a-time"].contains(kind)
    let factors = try self.factors(vary, isSampled: isSampled, kind, at: position)
    let isRandom =
      factors.contains { $0.distribution != nil } && !["saltelli", "morris"].contains(kind)
    if replicates > 1, !isRandom {
      throw InputError(
        "replicates of a design in which nothing is drawn would be equal: leave \"replicates\" out, "
          + "or give a parameter a distribution", at: fields?.position(of: "replicates") ?? position
      )
    }
    let points = try count(fields, "n", most: FactorialDesign.mostRows)
    let design = try make(kind, factors, fields, points, replicates, seed, position)
    let (rows, overflow) = design.points.multipliedReportingOverflow(by: replicates)
    guard !overflow, rows <= FactorialDesign.mostRows else { throw tooMany(vary, position) }
    return design
  }

  private func make(
    _ kind: String, _ factors: [Experiment.Factor], _ fields: Fields?, _ points: Int?,
    _ replicates: Int, _ seed: UInt64, _ position: Position
  ) throws(InputError) -> Design {
    switch kind {
    case "factorial":
      let levels = factors.map { $0.distribution == nil ? $0.levels : .list([.zero]) }
      guard let grid = FactorialDesign(levels) else { throw tooMany(fields?["vary"], position) }
      return Design(.factorial(grid), factors, replicates: replicates, seed: seed)
    case "one-at-a-time":
      let base = factors.map { factor in
        parameters.firstIndex { $0.name == factor.parameter }.map { self.base[$0] } ?? .zero
      }
      return Design(.oneAtATime(base: base), factors, replicates: replicates, seed: seed)
    default: break
    }
    guard let points else {
      throw InputError(
        "a \(kind) design needs \"n\": write n: 1024", at: fields?.position ?? position)
    }
    let place = fields?.position(of: "n") ?? position
    func most(_ limit: Int) throws(InputError) {
      guard points <= limit else {
        throw InputError("n of a \(kind) design is at most \(limit)", at: place)
      }
    }
    switch kind {
    case "random":
      return Design(.random, factors, points: points, replicates: replicates, seed: seed)
    case "latin-hypercube":
      return Design(.latinHypercube, factors, points: points, replicates: replicates, seed: seed)
    case "morris":
      try most(Self.mostSets)
      let levels = try count(fields, "levels", least: 2, most: 1000) ?? 4
      guard levels % 2 == 0 else {
        throw InputError(
          "the levels of a morris design are even: write levels: \(levels + 1)",
          at: fields?.position(of: "levels") ?? position)
      }
      for factor in factors where factor.distribution?.isBounded == false {
        throw InputError(
          "\(quoted(factor.parameter)) of a morris design needs ends: write from and to",
          at: position)
      }
      return Design(.morris(levels: levels), factors, points: points, seed: seed)
    default:
      let isSaltelli = kind == "saltelli"
      try most(isSaltelli ? Self.mostSets : SobolPoints.mostPoints)
      let dimensions = factors.count * (isSaltelli ? 2 : 1)
      do {
        let sequence = try SobolPoints(dimensions: dimensions, count: points)
        return Design(
          isSaltelli
            ? .saltelli(secondOrder: try fields?.flag("second-order") ?? false) : .sobol, factors,
          points: points, replicates: replicates,
          seed: seed, sequence: sequence)
      } catch {
        throw InputError(
          "a \(kind) design varies \(SobolSequence.mostDimensions / (isSaltelli ? 2 : 1)) parameters "
            + "at most: write kind: latin-hypercube", at: position)
      }
    }
  }

  private func factors(
    _ vary: Document?, isSampled: Bool, _ kind: String, at position: Position
  ) throws(InputError) -> [Experiment.Factor] {
    let decoder = FactorDecoder(parameters: parameters)
    var factors: [Experiment.Factor] = []
    for document in try vary?.list("\"vary\"") ?? [] {
      let factor = try decoder.decode(document, isSampled: isSampled)
      guard !factors.contains(where: { $0.parameter == factor.parameter }) else {
        throw InputError("\(quoted(factor.parameter)) is varied twice", at: document.position)
      }
      guard !fixed.contains(factor.parameter) else {
        throw InputError(
          "\(quoted(factor.parameter)) is both set and varied: leave one out",
          at: document.position)
      }
      factors.append(factor)
    }
    if factors.isEmpty, let vary {
      throw InputError(
        "\"vary\" is empty: write {parameter: name, from: 0, to: 1, count: 11}", at: vary.position)
    }
    if factors.isEmpty, kind != "factorial" {
      throw InputError(
        "a \(kind) design lacks \"vary\": write vary: [{parameter: name, from: 0, to: 1}]",
        at: position)
    }
    return factors
  }

  /// Refuses keys that mean nothing for this kind.
  private func refuseUnfit(_ fields: Fields, _ kind: String) throws(InputError) {
    var fit = ["kind", "vary"]
    switch kind {
    case "factorial", "one-at-a-time": fit += ["seed", "replicates"]
    case "saltelli": fit += ["n", "second-order"]
    case "morris": fit += ["n", "seed", "levels"]
    case "file": fit = ["kind", "file"]
    default: fit += ["n", "seed", "replicates"]
    }
    for key in Self.keys where fields[key] != nil && !fit.contains(key) {
      throw InputError(
        "a \(kind) design has no \(quoted(key)): it takes \(fit.joined(separator: ", "))",
        at: fields.position(of: key) ?? fields.position)
    }
  }

  private func count(
    _ fields: Fields?, _ key: String, least: Int = 1, most: Int
  ) throws(InputError) -> Int? {
    guard let document = fields?[key] else { return nil }
    let number = try document.integer("\(quoted(key)) of \"design\"")
    guard number >= least, number <= most else {
      throw InputError(
        "\(quoted(key)) of \"design\" is \(number): write a whole number from \(least) to \(most)",
        at: document.position)
    }
    return number
  }

  private func tooMany(_ vary: Document?, _ position: Position) -> InputError {
    InputError(
      "the design has more than \(FactorialDesign.mostRows) rows: take fewer levels",
      at: vary?.position ?? position)
  }
}
