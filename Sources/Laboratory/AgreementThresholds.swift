public import Arithmetic
public import RelativeGains
public import Scenarios

/// Where, along one parameter of a bargaining game, the outcomes change that everyone accepts:
/// exact. Lotteries are not considered.
public struct AgreementThresholds: Sendable {
  /// The game at its other values.
  public let setting: Setting
  /// The parameter that runs.
  public let parameter: String
  /// The lower end of the range.
  public let from: Rational
  /// The upper end of the range.
  public let to: Rational
  /// The regions and points.
  public let map: ZoneMap

  private let form: BargainingForm

  /// Finds the thresholds in one parameter; nil unless the scenario is a bargaining game.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - parameter: the parameter; nil if the scenario has only one.
  ///   - from: the lower end; nil for that of the parameter's range.
  ///   - to: the upper end; nil for that of the parameter's range.
  ///   - set: values of the other parameters.
  ///   - relativeGains: a rule in place of the scenario's own.
  /// - Throws: as `Thresholds`.
  public init?(
    of scenario: Scenario, parameter: String? = nil, from: Rational? = nil, to: Rational? = nil,
    set: [Setting.ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil
  ) throws {
    guard let form = scenario.form as? BargainingForm else { return nil }
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let index: Int
    if let parameter {
      index = try evaluator.index(of: parameter)
    } else if evaluator.parameters.count == 1 {
      index = 0
    } else {
      throw LaboratoryError.nameAParameter(known: evaluator.parameters)
    }
    let chosen = evaluator.declared[index]
    guard let lower = from ?? chosen.range?.lowerBound, let upper = to ?? chosen.range?.upperBound
    else { throw LaboratoryError.noRange(parameter: chosen.name) }
    guard lower < upper else {
      throw LaboratoryError.emptyInterval(from: lower.description, to: upper.description)
    }
    let values = try evaluator.values(setting: set.map { ($0.name, $0.value) })
    func margins<Number: Quantity>(_ running: Number) throws -> [[Number]] {
      var quantities = values.map { Number($0) }
      quantities[index] = running
      return try form.margins(
        gains: evaluator.gains(quantities), utilities: evaluator.utilities(quantities),
        numbers: evaluator.numbers(quantities))
    }
    do {
      map = try ZoneThresholds.solve(
        from: lower, to: upper, affine: { try margins($0) }, exact: { try margins($0) })
    } catch QuantityError.notAffine {
      throw LaboratoryError.notAffine(
        parameter: chosen.name, reason: "a gain, a floor or the relative-gains rule is not")
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(chosen.name) runs from \(lower) to \(upper): choose an "
          + "interval without that point")
    }
    setting = try Setting(scenario, set: set, relativeGains: relativeGains)
    self.form = form
    self.parameter = chosen.name
    self.from = lower
    self.to = upper
  }

  private var title: String {
    setting.scenario.title(
      under: setting.relativeGains.rule,
      with: setting.parameters.filter { $0.name != parameter })
  }

  /// Regions and points from low to high; points have equal ends.
  private var ordered: [(from: Rational, to: Rational, accepted: [Int])] {
    map.regions.enumerated().flatMap { index, region in
      let before =
        index == 0
        ? []
        : [(map.points[index - 1].at, map.points[index - 1].at, map.points[index - 1].accepted)]
      return before + [(region.from, region.to, region.accepted)]
    }
  }

  /// Regions and points from low to high, as people read them.
  public var table: ResultTable {
    var table = ResultTable(columns: [parameter, "accepted", "of which"])
    for (from, to, accepted) in ordered {
      let shown = accepted.prefix(12).map { ResultTable.Cell.text(form.name(ofCell: $0)) }
      let rest: [ResultTable.Cell] =
        accepted.count > shown.count ? [.text("and \(accepted.count - shown.count) more")] : []
      table.rows.append([
        .text(from == to ? "\(from)" : "(\(from), \(to))"), .count(accepted.count),
        accepted.isEmpty ? "none" : .several(shown + rest),
      ])
    }
    return table
  }

  /// The thresholds for people.
  public func text(style: TextStyle = .plain) -> String {
    let exact = setting.isExact ? "exact" : "payoffs rounded, nothing exact"
    return style.heading(title)
      + "\noutcomes that everyone accepts as \(parameter) runs from \(from) to \(to); \(exact)\n\n"
      + table.text(style: style)
  }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    func number(_ value: Rational) -> JSONValue { .quantity(value, exact: setting.isExact) }
    func list(_ outcomes: [Int]) -> JSONValue {
      .array(outcomes.map { setting.scenario.json(outcome: [$0]) })
    }
    return [
      "format": 1, "game": setting.json, "parameter": .string(parameter),
      "regions": .array(
        map.regions.map {
          ["from": number($0.from), "to": number($0.to), "accepted": list($0.accepted)]
        }),
      "points": .array(map.points.map { number($0.at) }),
      "atPoints": .array(
        map.points.map { ["at": number($0.at), "accepted": list($0.accepted)] }),
    ]
  }

  /// One row a region or point and outcome.
  public var csv: String {
    var table = ResultTable(columns: ["kind", "from", "to", "accepted"])
    for (from, to, accepted) in ordered {
      let names = accepted.map { form.name(ofCell: $0) }
      for name in names.isEmpty ? [""] : names {
        table.rows.append([
          from == to ? "point" : "region", .number(from, exact: setting.isExact),
          .number(to, exact: setting.isExact), .text(name),
        ])
      }
    }
    return table.csv
  }
}

extension BargainingForm {
  /// For each outcome, what each actor has above disagreement and above its outside option, and
  /// what each ratifier has above its floor.
  func margins<Number: Quantity>(
    gains: [Number], utilities: [Number], numbers: [Number]
  ) throws -> [[Number]] {
    let actors = outsideOptions.count
    let disagreement = combinations.count * actors
    return try combinations.indices.map { outcome in
      var margins: [Number] = []
      for actor in 0..<actors {
        let own = utilities[outcome * actors + actor]
        margins.append(try own - utilities[disagreement + actor])
        if let cell = cell(leaving: actor) {
          margins.append(try own - utilities[cell * actors + actor])
        }
      }
      for (place, ratifier) in ratifiers.enumerated() {
        margins.append(try gains[outcome * actors + ratifier.actor] - numbers[place])
      }
      return margins
    }
  }
}
