import Arithmetic
import RelativeGains
import Scenarios

extension NashBranches: ParameterMap {
  /// The branches for people, then what happens where.
  public func text(style: TextStyle) -> String {
    style.heading(title) + "\n"
      + "all equilibria, mixed ones too, as \(parameter) runs from \(from) to \(to); "
      + (isExact ? "exact" : "payoffs rounded, nothing exact") + "\n\n"
      + table.text(style: style) + "\n" + eventTable.text(style: style)
  }

  /// The branches as people read them.
  public var table: ResultTable {
    var table = ResultTable(
      columns: ["branch", "from", "to", "index"] + scenario.actors.map { "\($0.name) plays" })
    for (place, branch) in map.branches.enumerated() {
      let index: ResultTable.Cell = branch.index == 0 ? "-" : .count(branch.index)
      var row: [ResultTable.Cell] = [
        .text(name(place)), .text(text(branch.from)), .text(text(branch.to)), index,
      ]
      for actor in 0..<2 { row.append(cell(branch, actor: actor)) }
      table.rows.append(row)
    }
    if map.branches.isEmpty { table.notes.append("No equilibrium is followed.") }
    for stretch in map.degenerate {
      table.notes.append(
        "From \(text(stretch.from)) to \(text(stretch.to)) ties last: there are more equilibria than "
          + "these, which tumen solve lists at single values.")
    }
    return table
  }

  private func cell(_ branch: EquilibriumBranch, actor: Int) -> ResultTable.Cell {
    let keys = branch.supports[actor].map { form.strategies[actor][$0].key }
    guard keys.count > 1 else { return .text(keys.first ?? "") }
    return .several(
      zip(keys, branch.probabilities[actor]).map { .text("\($0): \(words($1))") })
  }

  /// What happens where.
  var eventTable: ResultTable {
    var table = ResultTable(columns: [parameter, "event", "ends", "begins"])
    for event in map.events {
      func list(_ branches: [Int]) -> ResultTable.Cell {
        .text(branches.isEmpty ? "-" : branches.map(name).joined(separator: ", "))
      }
      table.rows.append([
        .text(text(event.at)), .text(kind(event).rawValue), list(event.ending),
        list(event.beginning),
      ])
    }
    if map.events.isEmpty { table.notes.append("Nothing changes inside the range.") }
    return table
  }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1, "game": run.json, "concept": "nash", "parameter": .string(parameter),
      "from": number(from), "to": number(to),
      "branches": .array(
        map.branches.enumerated().map { place, branch in
          [
            "name": .string(name(place)), "from": json(branch.from), "to": json(branch.to),
            "index": branch.index == 0 ? .null : .integer(branch.index),
            "strategies": .object(
              (0..<2).map { .init(scenario.actors[$0].key, json(branch, actor: $0)) }),
          ]
        }),
      "events": .array(
        map.events.map { event in
          [
            "at": json(event.at), "kind": .string(kind(event).rawValue),
            "ending": .array(event.ending.map { .string(name($0)) }),
            "beginning": .array(event.beginning.map { .string(name($0)) }),
          ]
        }),
      "degenerate": .array(
        map.degenerate.map { ["from": json($0.from), "to": json($0.to)] }),
    ]
  }

  private func json(_ branch: EquilibriumBranch, actor: Int) -> JSONValue {
    .object(
      zip(branch.supports[actor], branch.probabilities[actor]).map { strategy, ratio in
        .init(
          form.strategies[actor][strategy].key,
          [
            "numerator": .array(ratio.numerator.coefficients.map(number)),
            "denominator": .array(ratio.denominator.coefficients.map(number)),
          ])
      })
  }

  private func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }

  private func json(_ place: AlgebraicNumber) -> JSONValue {
    if let exact = place.exact { return number(exact) }
    let (lower, upper) = bracket(place)
    return ["above": number(lower), "below": number(upper)]
  }

  /// One row a branch, actor and strategy, with its probability as a formula.
  public var csv: String {
    var table = ResultTable(columns: [
      "branch", "from", "to", "index", "actor", "strategy", "probability",
    ])
    for (place, branch) in map.branches.enumerated() {
      for actor in 0..<2 {
        for (strategy, ratio) in zip(branch.supports[actor], branch.probabilities[actor]) {
          let index: ResultTable.Cell = branch.index == 0 ? "" : .count(branch.index)
          table.rows.append([
            .text(name(place)), .text(plain(branch.from)), .text(plain(branch.to)), index,
            .text(scenario.actors[actor].key),
            .text(form.strategies[actor][strategy].key), .text(words(ratio)),
          ])
        }
      }
    }
    return table.csv
  }

  private func plain(_ place: AlgebraicNumber) -> String {
    place.exact.map(\.description) ?? text(place)
  }
}

// Numbers in words.
extension NashBranches {
  /// `1/3 (0.3333)`, or the bracket `0.381966..0.381967`.
  public func text(_ place: AlgebraicNumber) -> String {
    if let exact = place.exact {
      return isExact ? exact.readingText : "~" + exact.double.text(digits: 6)
    }
    let (lower, upper) = bracket(place)
    return "\(decimal(lower))..\(decimal(upper))"
  }

  /// Decimals around a number, no further apart than the width asked for.
  private func bracket(_ place: AlgebraicNumber) -> (Rational, Rational) {
    let unit = Rational(1, 10).raised(to: digits)
    let close = place.enclosed(to: width * Rational(1, 3))
    let lower = (close.lower / unit).floor * unit
    return (lower, -((-close.upper / unit).floor) * unit)
  }

  /// Enough digits for rounding both ends outwards.
  private var digits: Int {
    var (digits, unit) = (1, Rational(1, 10))
    while Rational(3) * unit > width {
      unit *= Rational(1, 10)
      digits += 1
    }
    return digits
  }

  private func decimal(_ value: Rational) -> String {
    let scaled = (value.magnitude * Rational(10).raised(to: digits)).description
    let padded = String(repeating: "0", count: max(0, digits + 1 - scaled.count)) + scaled
    let sign = value.signum < 0 ? "-" : ""
    return "\(sign)\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// `(1 - 3 r)/(2 - 2 r)`.
  func words(_ ratio: PolynomialRatio) -> String {
    let above = words(ratio.numerator)
    guard ratio.denominator.degree > 0 else {
      guard let below = ratio.denominator.coefficients.first, below != .one else { return above }
      return ratio.numerator.degree > 0
        ? "(\(above))/\(below)"
        : ((ratio.numerator.coefficients.first ?? .zero) / below).shortText
    }
    let isSum = ratio.numerator.coefficients.count { !$0.isZero } > 1
    return (isSum ? "(\(above))" : above) + "/(\(words(ratio.denominator)))"
  }

  private func words(_ polynomial: Polynomial) -> String {
    var sum = ""
    for (power, coefficient) in polynomial.coefficients.enumerated() where !coefficient.isZero {
      let size = coefficient.magnitude
      sum += coefficient.signum < 0 ? (sum.isEmpty ? "-" : " - ") : sum.isEmpty ? "" : " + "
      let variable = power == 0 ? "" : power == 1 ? parameter : "\(parameter)^\(power)"
      let factor = size == .one && power > 0 ? "" : size.shortText
      sum += factor + (factor.isEmpty || variable.isEmpty ? "" : " ") + variable
    }
    return sum.isEmpty ? "0" : sum
  }
}
