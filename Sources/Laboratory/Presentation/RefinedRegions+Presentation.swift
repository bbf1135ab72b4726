import Arithmetic
import RelativeGains
import Scenarios

extension RefinedRegions: ParameterMap {
  /// The regions for people.
  public func text(style: TextStyle) -> String {
    return style.heading(scenario.title(under: relativeGains.rule, with: others)) + "\n"
      + "\(concept.found) as \(Words.list(parameters.map(\.words))); "
      + (isExact ? "certified part by part" : "payoffs rounded, nothing exact") + "\n\n"
      + table.text(style: style)
  }

  /// Most boxes of a region that the text lists.
  private static let mostBoxes = 8

  /// The regions as people read them: of one parameter from low to high, of several the largest
  /// first.
  public var table: ResultTable {
    let hasRecord = recorded != nil
    let names = parameters.map(\.name)
    var table = ResultTable(
      columns: names.count == 1
        ? [names[0], concept.heading]
        : ["region", "share", concept.heading] + (hasRecord ? ["recorded"] : [])
          + ["boxes (\(names.joined(separator: ", ")))"])
    if names.count == 1 {
      let known = regions.flatMap { region in
        region.boxes.map { (box: $0, words: words(region)) }
      }
      let all = known + undecided.map { (box: $0, words: ["undecided"]) }
      for (box, words) in all.sorted(by: { $0.box[0].lowerBound < $1.box[0].lowerBound }) {
        table.rows.append([.text(text(box[0])), .several(words.map { .text($0) })])
      }
    } else {
      for (index, region) in regions.enumerated() {
        let boxes = region.boxes.sorted { Self.volume($0) > Self.volume($1) }
        let shown = boxes.prefix(Self.mostBoxes).map { $0.map(text).joined(separator: " x ") }
        let rest = boxes.count - shown.count
        let more = rest > 0 ? ["and \(Words.count(rest, "more box", plural: "more boxes"))"] : []
        table.rows.append(
          [
            .text(Regions.letter(index)), .text(region.share.double.percentText),
            .several(words(region).map { .text($0) }),
          ] + (hasRecord ? [.text(holdsRecord(region) == true ? "yes" : "no")] : [])
            + [.several((shown + more).map { .text($0) })])
      }
    }
    table.notes.append(
      "Borders are told by brackets: what is told is certain, and "
        + "\(undecidedShare.double.percentText) of the \(names.count == 1 ? "range" : "box") is "
        + "undecided, parts of 1/\(parts) of \(names.count == 1 ? "it" : "its sides").")
    if isCutShort { table.notes.append("The seconds were up before all parts were looked at.") }
    return table
  }

  private func words(_ region: Region) -> [String] {
    region.items.isEmpty ? [concept.nothing] : region.items.map { answers[$0].words }
  }

  private func text(_ range: ClosedRange<Rational>) -> String {
    "\(text(range.lowerBound)) to \(text(range.upperBound))"
  }

  private func text(_ value: Rational) -> String {
    let short = value.description
    return short.count <= 8 ? short : "~" + value.double.text(digits: 7)
  }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1,
      "game": scenario.json(rule: relativeGains.rule, parameters: others),
      "concept": .string(concept.rawValue),
      "parameters": .array(parameters.map { $0.json(exact: isExact) }),
      "regions": .array(
        regions.enumerated().map { index, region in
          [
            "name": .string(Regions.letter(index)),
            "answers": .array(region.items.map { answers[$0].json }),
            "share": number(region.share),
            "recorded": holdsRecord(region).map(JSONValue.bool) ?? .null,
            "boxes": .array(region.boxes.map(json)),
          ]
        }),
      "resolution": .integer(parts), "undecidedShare": number(undecidedShare),
      "undecided": .array(undecided.map(json)),
      "status": .string(isCutShort ? "limit" : "complete"),
    ]
  }

  private func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }
  private func json(_ box: [ClosedRange<Rational>]) -> JSONValue {
    .array(box.map { [number($0.lowerBound), number($0.upperBound)] })
  }

  /// One row a box; what is undecided has no region.
  public var csv: String {
    var table = ResultTable(
      columns: ["region", "answers"] + parameters.flatMap { ["\($0.name) from", "\($0.name) to"] })
    func row(_ name: String, _ words: String, _ box: [ClosedRange<Rational>]) {
      table.rows.append(
        [.text(name), .text(words)]
          + box.flatMap {
            [
              .number($0.lowerBound, exact: isExact), .number($0.upperBound, exact: isExact),
            ] as [ResultTable.Cell]
          })
    }
    for (index, region) in regions.enumerated() {
      for box in region.boxes {
        row(Regions.letter(index), words(region).joined(separator: " "), box)
      }
    }
    for box in undecided { row("", "undecided", box) }
    return table.csv
  }
}
