import Arithmetic
import Laboratory
import Scenarios

extension ThresholdFigure {
  /// The regions of pure equilibria of a game along one parameter, with the exact points between.
  public init(_ thresholds: Thresholds) {
    let scenario = thresholds.scenario
    let recorded = scenario.outcome.map { thresholds.form.index(of: $0.profile) }
    func names(_ equilibria: [Int]) -> String {
      guard !equilibria.isEmpty else { return "no pure equilibrium" }
      return equilibria.map { thresholds.form.name(ofCell: $0) }.joined(separator: "; ")
    }
    func starred(_ equilibria: [Int]) -> String {
      names(equilibria) + (recorded.map(equilibria.contains) == true ? " \u{2605}" : "")
    }
    let conditions =
      ["rule \(thresholds.relativeGains.rule.rawValue)"]
      + thresholds.others.map { "\($0.name) = \($0.value)" }
    let points = thresholds.map.points
    let atPoints = points.count > 3 ? [] : points.map { " At \($0.at): \(names($0.equilibria))." }
    let holdsRecord = recorded.map { record in
      thresholds.map.regions.contains { $0.equilibria.contains(record) }
    }
    let own = scenario.parameters.first { $0.name == thresholds.parameter }?.default
    self.init(
      title: "\(scenario.title): pure equilibria along \(thresholds.parameter)",
      label: thresholds.parameter,
      regions: thresholds.map.regions.map {
        Region(from: $0.from.double, to: $0.to.double, label: starred($0.equilibria))
      },
      points: points.map { LineFigure.Threshold(x: $0.at.double, label: $0.at.description) },
      mark: own.flatMap { own in
        own < thresholds.from || own > thresholds.to
          ? nil : Mark(x: own.double, label: "the game's own value")
      },
      caption: conditions.joined(separator: ", ") + "." + atPoints.joined()
        + (holdsRecord == true ? " \u{2605} holds the recorded outcome." : ""))
  }
}
