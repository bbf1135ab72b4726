import Arithmetic
import Laboratory
import Scenarios

extension PolygonFigure {
  /// The regions of pure equilibria of a game over two parameters.
  public init(_ regions: Laboratory.Regions) {
    func side(_ axis: Laboratory.Regions.Axis) -> Side {
      Side(label: axis.name, from: axis.from.double, to: axis.to.double)
    }
    func corners(_ polygon: ConvexPolygon) -> [(x: Double, y: Double)] {
      polygon.vertices.map { (x: $0.x.double, y: $0.y.double) }
    }
    let known = regions.map.regions.enumerated().map { index, region in
      Region(
        name: Laboratory.Regions.letter(index), meaning: Self.meaning(regions.words(region)),
        polygons: region.polygons.map(corners), isMarked: regions.holdsRecord(region) == true)
    }
    let undecided = regions.map.undecided.map(corners)
    let conditions =
      ["rule \(regions.relativeGains.rule.rawValue)"]
      + regions.others.map { "\($0.name) = \($0.value)" }
    let record = known.contains(where: \.isMarked) ? " \u{2605} holds the recorded outcome." : ""
    self.init(
      title: "\(regions.scenario.title): pure equilibria",
      x: side(regions.parameters[0]), y: side(regions.parameters[1]),
      regions: known
        + (undecided.isEmpty ? [] : [Region(name: "", meaning: "", polygons: undecided)]),
      marks: regions.defaults.map {
        [Mark(x: $0.x.double, y: $0.y.double, label: "the game's own values")]
      } ?? [],
      caption: conditions.joined(separator: ", ") + "." + record)
  }

  /// The first few equilibria and how many more there are.
  private static func meaning(_ words: [String]) -> String {
    let shown = words.prefix(2).joined(separator: " ")
    return words.count > 2 ? "\(shown) and \(words.count - 2) more" : shown
  }
}
