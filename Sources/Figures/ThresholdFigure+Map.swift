import Arithmetic
import Laboratory
import Scenarios

extension ThresholdFigure {
  /// The regions of pure equilibria of a game along one parameter, with the exact points between.
  public init(_ thresholds: Thresholds) {
    let scenario = thresholds.scenario
    func names(_ equilibria: [Int]) -> String {
      guard !equilibria.isEmpty else { return "no pure equilibrium" }
      return equilibria.map { profile in
        thresholds.form.name(ofCell: profile)
      }.joined(separator: " ")
    }
    let conditions =
      ["rule \(thresholds.relativeGains.rule.rawValue)"]
      + thresholds.others.map { "\($0.name) = \($0.value)" }
    self.init(
      title: "\(scenario.title): pure equilibria along \(thresholds.parameter)",
      label: thresholds.parameter,
      regions: thresholds.map.regions.map {
        Region(from: $0.from.double, to: $0.to.double, label: names($0.equilibria))
      },
      points: thresholds.map.points.map {
        LineFigure.Threshold(x: $0.at.double, label: $0.at.description)
      },
      caption: conditions.joined(separator: ", "))
  }
}
