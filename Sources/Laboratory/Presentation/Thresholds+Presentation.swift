import Arithmetic
import RelativeGains
import Scenarios

extension Thresholds {
  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }
    func list(_ equilibria: [Int]) -> JSONValue {
      .array(equilibria.map { scenario.json(outcome: form.profile(at: $0)) })
    }
    return [
      "format": 1,
      "game": scenario.json(rule: relativeGains.rule, parameters: others),
      "parameter": .string(parameter),
      "regions": .array(
        map.regions.map {
          ["from": number($0.from), "to": number($0.to), "equilibria": list($0.equilibria)]
        }),
      "points": .array(map.points.map { number($0.at) }),
      "atPoints": .array(
        map.points.map { ["at": number($0.at), "equilibria": list($0.equilibria)] }),
    ]
  }

  /// Regions and points from low to high, as people read them.
  public var table: ResultTable {
    var table = ResultTable(columns: [parameter, "pure equilibria"])
    for (text, _, _, equilibria) in ordered {
      table.rows.append([
        .text(text),
        equilibria.isEmpty
          ? "none"
          : .several(
            equilibria.map {
              .text(form.name(ofCell: $0))
            }),
      ])
    }
    return table
  }

  /// The thresholds for people.
  public func text(style: TextStyle = .plain) -> String {
    var text = style.heading(scenario.title(under: relativeGains.rule, with: others)) + "\n"
    text += "pure equilibria as \(parameter) runs from \(from) to \(to); "
    text += isExact ? "exact" : "payoffs rounded, nothing exact"
    return text + "\n\n" + table.text(style: style)
  }

  /// One row a region or point and equilibrium; an empty profile where there is none.
  public var csv: String {
    var table = ResultTable(
      columns: ["kind", "from", "to", "equilibrium"] + scenario.actors.map(\.key))
    for (_, from, to, equilibria) in ordered {
      let place: [ResultTable.Cell] = [
        from == to ? "point" : "region", .number(from, exact: isExact), .number(to, exact: isExact),
      ]
      for (number, index) in equilibria.enumerated() {
        let profile = form.profile(at: index)
        let keys = zip(form.strategies, profile).map { $0[$1].key }
        table.rows.append(place + [.count(number + 1)] + keys.map { .text($0) })
      }
      if equilibria.isEmpty {
        table.rows.append(place + [.count(0)] + scenario.actors.map { _ in .text("") })
      }
    }
    return table.csv
  }

  /// Regions and points in one list from low to high; points have equal ends.
  private var ordered: [(text: String, from: Rational, to: Rational, equilibria: [Int])] {
    func text(_ value: Rational) -> String {
      isExact ? value.readingText : "~" + value.double.text(digits: 6)
    }
    // An end of the range that is no point of its own belongs to its region.
    func sign(_ end: Rational) -> String {
      map.points.contains { $0.at == end } || (end != from && end != to) ? "<" : "<="
    }
    let regions = map.regions.map { region in
      (
        text: "\(text(region.from)) \(sign(region.from)) \(parameter) "
          + "\(sign(region.to)) \(text(region.to))",
        from: region.from, to: region.to, equilibria: region.equilibria
      )
    }
    let points = map.points.map { point in
      (
        text: "\(parameter) = \(text(point.at))", from: point.at, to: point.at,
        equilibria: point.equilibria
      )
    }
    return (regions + points).sorted { a, b in
      a.from != b.from ? a.from < b.from : a.to < b.to
    }
  }
}
