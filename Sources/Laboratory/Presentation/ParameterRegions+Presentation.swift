import Arithmetic
import RelativeGains
import Scenarios

extension ParameterRegions {
  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1,
      "game": scenario.json(rule: relativeGains.rule, parameters: others),
      "parameters": .array(parameters.map { $0.json(exact: isExact) }),
      "regions": .array(
        map.regions.indices.map { index in
          [
            "name": .string(Regions.letter(index)),
            "equilibria": .array(
              map.regions[index].equilibria.map {
                scenario.json(outcome: form.profile(at: $0))
              }),
            "share": [
              "value": .number(shares[index].value), "error": .number(shares[index].error),
              "method": "sobol",
              "points": .integer(SampledShares.shifts * SampledShares.points),
            ],
            "recorded": holdsRecord(map.regions[index]).map(JSONValue.bool) ?? .null,
            "cells": .array(map.regions[index].cells.map(json)),
          ]
        }),
      "status": .string(map.unfinished.isEmpty ? "complete" : "limit"),
      "unfinished": .array(map.unfinished.map(json)),
    ]
  }

  private func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }

  private func json(_ cell: ParameterCell) -> JSONValue {
    [
      "inside": .array(cell.inside.map(number)),
      "halfSpaces": .array(
        cell.halfSpaces.map { form in
          let whole = Self.whole(form)
          return [
            "coefficients": .array(whole.coefficients.map(number)),
            "limit": number(-whole.intercept),
          ]
        }),
    ]
  }

  /// The form with whole coefficients, the smallest that there are.
  private static func whole(_ form: SpaceForm) -> SpaceForm {
    let numbers = [form.intercept] + form.coefficients
    let scaled = numbers.map { $0 * Rational.commonDenominator(numbers) }
    // The largest whole number that divides all is the denominator that their reciprocals share.
    let divisor = scaled.compactMap(\.integer).reduce(0) { a, b in
      var (a, b) = (a.magnitude, b.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return Int(clamping: a)
    }
    let factor = divisor > 1 ? Rational(1, divisor) : .one
    return SpaceForm(
      intercept: scaled[0] * factor, scaled.dropFirst().map { $0 * factor })
  }

  /// `2 k - l < 3`.
  private func words(_ form: SpaceForm) -> String {
    let whole = Self.whole(form)
    var sum = ""
    for (coefficient, axis) in zip(whole.coefficients, parameters) where !coefficient.isZero {
      let size = coefficient.magnitude
      let sign = coefficient.signum < 0 ? (sum.isEmpty ? "-" : " - ") : sum.isEmpty ? "" : " + "
      sum += sign + (size == .one ? "" : "\(text(size)) ") + axis.name
    }
    return sum + " < " + text(-whole.intercept)
  }

  private func text(_ value: Rational) -> String {
    isExact ? value.description : "~" + value.double.text(digits: 6)
  }

  private func text(_ point: [Rational]) -> String {
    "(" + point.map(text).joined(separator: ", ") + ")"
  }

  private func words(_ region: SpaceMap.Region) -> [String] {
    region.equilibria.isEmpty
      ? ["no pure equilibrium"] : region.equilibria.map { form.name(ofCell: $0) }
  }

  /// Most cells of a region that the text lists.
  private static let mostCells = 6

  /// The regions, the largest first, as people read them.
  public var table: ResultTable {
    let hasRecord = scenario.outcome != nil
    var table = ResultTable(
      columns: ["region", "share", "pure equilibria"] + (hasRecord ? ["recorded"] : [])
        + [
          "inside (\(parameters.map(\.name).joined(separator: ", ")))", "half-spaces of each cell",
        ])
    for (index, region) in map.regions.enumerated() {
      let share = shares[index]
      table.rows.append(
        [
          .text(Regions.letter(index)),
          .text("\(share.value.percentText) ± \((share.error * 100).text(digits: 1))"),
          .several(words(region).map { .text($0) }),
        ] + (hasRecord ? [.text(holdsRecord(region) == true ? "yes" : "no")] : [])
          + [
            .several(region.cells.prefix(Self.mostCells).map { .text(text($0.inside)) }),
            .several(
              region.cells.prefix(Self.mostCells).map { cell in
                .text(
                  cell.halfSpaces.isEmpty
                    ? "the whole box" : cell.halfSpaces.map(words).joined(separator: ", "))
              }
                + (region.cells.count > Self.mostCells
                  ? [.text("and \(region.cells.count - Self.mostCells) more cells")] : [])),
          ])
    }
    table.notes.append(
      "Shares from \(SampledShares.shifts) x \(SampledShares.points) Sobol points, with the 95 % "
        + "error in per cent of the box. Each cell holds the point named inside.")
    if !map.unfinished.isEmpty {
      table.notes.append(
        "\(Words.count(map.unfinished.count, "cell")) unfinished when the seconds were up.")
    }
    if let defaults, let region = map.region(at: defaults),
      let index = map.regions.firstIndex(of: region)
    {
      table.notes.append(
        "The game's own values, \(text(defaults)), lie in \(Regions.letter(index)).")
    }
    return table
  }

  /// The regions for people.
  public func text(style: TextStyle = .plain) -> String {
    return style.heading(scenario.title(under: relativeGains.rule, with: others)) + "\n"
      + "pure equilibria as \(Words.list(parameters.map(\.words))); "
      + (isExact ? "cells exact, shares sampled" : "payoffs rounded, nothing exact") + "\n\n"
      + table.text(style: style)
  }

  /// One row a half-space of a cell; of a cell that is the whole box one row without a limit.
  public var csv: String {
    var table = ResultTable(
      columns: ["region", "equilibria", "share", "error", "cell"]
        + parameters.map { "inside \($0.name)" } + parameters.map { "coefficient \($0.name)" }
        + ["limit"])
    for (index, region) in map.regions.enumerated() {
      for (number, cell) in region.cells.enumerated() {
        let start: [ResultTable.Cell] =
          [
            .text(Regions.letter(index)), .text(words(region).joined(separator: " ")),
            .text(shares[index].value.shortestText), .text(shares[index].error.shortestText),
            .count(number + 1),
          ] + cell.inside.map { .number($0, exact: isExact) }
        for form in cell.halfSpaces.map(Self.whole) {
          table.rows.append(
            start + form.coefficients.map { .number($0, exact: isExact) }
              + [.number(-form.intercept, exact: isExact)])
        }
        if cell.halfSpaces.isEmpty {
          table.rows.append(start + parameters.map { _ in "" } + [""])
        }
      }
    }
    return table.csv
  }
}
