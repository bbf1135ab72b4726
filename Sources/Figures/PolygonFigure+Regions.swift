import Arithmetic
import Laboratory
import Scenarios

extension PolygonFigure {
  /// The regions of a game over two parameters.
  public init(_ regions: Laboratory.Regions) {
    func side(_ axis: Laboratory.Regions.Axis) -> Side {
      Side(label: axis.name, from: axis.from.double, to: axis.to.double)
    }
    func corners(_ polygon: ConvexPolygon) -> [(x: Double, y: Double)] {
      polygon.vertices.map { (x: $0.x.double, y: $0.y.double) }
    }
    let known = regions.map.regions.enumerated().map { index, region in
      Region(
        name: Laboratory.Regions.letter(index), meaning: Self.meaning(regions.brief(region)),
        polygons: region.polygons.map(corners), isMarked: regions.holdsRecord(region) == true)
    }
    let small = known.dropFirst(Self.mostRegions)
    let others = Region(
      name: "\u{2026}", meaning: "\(small.count) smaller regions, which the table names",
      polygons: small.flatMap(\.polygons))
    let undecided = regions.map.undecided.map(corners)
    let conditions =
      ["rule \(regions.relativeGains.rule.rawValue)"]
      + regions.others.map { "\($0.name) = \($0.value)" }
    let record = known.contains(where: \.isMarked) ? " \u{2605} holds the recorded outcome." : ""
    self.init(
      title: "\(regions.scenario.title): \(regions.concept.found)",
      x: side(regions.parameters[0]), y: side(regions.parameters[1]),
      regions: Array(known.prefix(Self.mostRegions)) + (small.isEmpty ? [] : [others])
        + (undecided.isEmpty ? [] : [Region(name: "", meaning: "", polygons: undecided)]),
      marks: regions.defaults.map {
        [Mark(x: $0.x.double, y: $0.y.double, label: "the game's own values")]
      } ?? [],
      caption: conditions.joined(separator: ", ") + "." + record)
  }

  /// Most regions that are told apart.
  private static let mostRegions = 20
  /// Most answers that the key names for a region.
  private static let mostNamed = 8

  /// The answers, of many the first few and how many more there are.
  private static func meaning(_ words: [String]) -> String {
    let shown = words.prefix(mostNamed).joined(separator: "; ")
    return words.count > mostNamed ? "\(shown); and \(words.count - mostNamed) more" : shown
  }
}
