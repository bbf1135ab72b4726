import Arithmetic
import RelativeGains
import Scenarios

extension Regions {
  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1,
      "game": scenario.json(rule: relativeGains.rule, parameters: others),
      "concept": .string(concept.rawValue),
      "parameters": .array(parameters.map { $0.json(exact: isExact) }),
      "regions": .array(
        map.regions.enumerated().map { index, region in
          .object([
            .init("name", .string(Self.letter(index))),
            .init(keys.many, .array(region.items.map { answers[$0].json })),
            .init("share", number(map.share(of: region))),
            .init("inside", region.inside.map(json) ?? .null),
            .init("recorded", holdsRecord(region).map(JSONValue.bool) ?? .null),
            .init("polygons", .array(region.polygons.map(json))),
          ])
        }),
      "knifeEdges": .array(
        map.knifeEdges.map {
          .object([
            .init(keys.one, answers[$0.item].json), .init("place", json($0.place)),
          ])
        }),
      "resolution": map.resolution.map(JSONValue.integer) ?? .null,
      "undecidedShare": number(map.undecidedShare),
      "undecided": .array(map.undecided.map(json)),
    ]
  }

  /// How what holds is called by machines.
  private var keys: (one: String, many: String) {
    concept == .pure ? ("equilibrium", "equilibria") : ("answer", "answers")
  }

  private func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }
  private func json(_ point: PlanePoint) -> JSONValue { [number(point.x), number(point.y)] }
  private func json(_ polygon: ConvexPolygon) -> JSONValue { .array(polygon.vertices.map(json)) }

  /// The regions, the largest first, as people read them.
  public var table: ResultTable {
    let hasRecord = recorded != nil
    var table = ResultTable(
      columns: ["region", "share", concept.heading] + (hasRecord ? ["recorded"] : [])
        + ["corners (\(parameters.map(\.name).joined(separator: ", ")))"])
    for (index, region) in map.regions.enumerated() {
      let share = map.share(of: region)
      table.rows.append(
        [
          .text(Self.letter(index)), .text(share.double.percentText),
          shown(region),
        ] + (hasRecord ? [.text(holdsRecord(region) == true ? "yes" : "no")] : [])
          + [corners(of: region)])
    }
    if let resolution = map.resolution {
      table.notes.append(
        "Borders are curved, as payoffs are not affine in both parameters: certain but for "
          + "\(map.undecidedShare.double.percentText) of the map, squares of 1/\(resolution) of "
          + "its sides.")
    }
    for edge in map.knifeEdges {
      table.notes.append(
        "Only on \(edge.place.vertices.map(text).joined(separator: " - ")): "
          + "\(answers[edge.item].words).")
    }
    if concept == .subgamePerfect {
      table.notes.append(
        "On a border the equilibria of both sides are; what is one on borders alone is not looked "
          + "for.")
    }
    if let defaults, let region = map.region(at: defaults),
      let index = map.regions.firstIndex(of: region)
    {
      table.notes.append("The game's own values, \(text(defaults)), lie in \(Self.letter(index)).")
    }
    return table
  }

  /// What holds in a region, the first few of many.
  private func shown(_ region: RegionMap.Region) -> ResultTable.Cell {
    let (words, most) = (words(region), 12)
    let rest = words.count > most ? ["and \(words.count - most) more"] : []
    return .several((words.prefix(most) + rest).map { .text($0) })
  }

  private func corners(of region: RegionMap.Region) -> ResultTable.Cell {
    guard map.resolution == nil else {
      return .text("\(Words.count(region.polygons.count, "rectangle"))")
    }
    return .several(
      region.polygons.map { .text($0.vertices.map(text).joined(separator: " ")) })
  }

  private func text(_ point: PlanePoint) -> String {
    isExact
      ? "(\(point.x), \(point.y))"
      : "(~\(point.x.double.text(digits: 6)), ~\(point.y.double.text(digits: 6)))"
  }

  /// The regions for people.
  public func text(style: TextStyle = .plain) -> String {
    var text = style.heading(scenario.title(under: relativeGains.rule, with: others)) + "\n"
    text += "\(concept.found) as \(Words.list(parameters.map(\.words))); "
    text +=
      !isExact
      ? "payoffs rounded, nothing exact"
      : map.resolution == nil ? "exact" : "certified square by square"
    return text + "\n\n" + table.text(style: style)
  }

  /// One row a corner of a polygon.
  public var csv: String {
    var table = ResultTable(
      columns: ["region", keys.many, "share", "polygon"] + parameters.map(\.name))
    for (index, region) in map.regions.enumerated() {
      for (number, polygon) in region.polygons.enumerated() {
        for corner in polygon.vertices {
          table.rows.append([
            .text(Self.letter(index)), .text(words(region).joined(separator: " ")),
            .number(map.share(of: region), exact: isExact), .count(number + 1),
            .number(corner.x, exact: isExact), .number(corner.y, exact: isExact),
          ])
        }
      }
    }
    return table.csv
  }
}

extension Regions.Axis {
  /// `k runs from 0 to 1`.
  var words: String { "\(name) runs from \(from) to \(to)" }

  /// The name and both ends.
  func json(exact isExact: Bool) -> JSONValue {
    [
      "name": .string(name), "from": .quantity(from, exact: isExact),
      "to": .quantity(to, exact: isExact),
    ]
  }
}
