import Arithmetic
import RelativeGains

extension Thresholds {
  /// The range in letters: a line for each profile that is an equilibrium somewhere, marked where it
  /// is one, and below them the exact points.
  public func chart(width: Int = 60) -> String {
    let span = (to - from).double
    func column(_ value: Rational) -> Int {
      Int(((value - from).double / span * Double(width)).rounded())
    }
    var profiles: [Int] = []
    for equilibria in map.regions.map(\.equilibria) + map.points.map(\.equilibria) {
      for profile in equilibria where !profiles.contains(profile) { profiles.append(profile) }
    }
    profiles.sort()
    let names = profiles.map { form.name(ofCell: $0) }
    let margin = (names + ["none"]).reduce(0) { max($0, $1.displayWidth) } + 2
    var text = "pure equilibria as \(parameter) runs from \(from) to \(to)\n\n"
    for (name, profile) in zip(names, profiles) {
      var line = Array(repeating: Character("."), count: width + 1)
      for region in map.regions where region.equilibria.contains(profile) {
        for place in column(region.from)...column(region.to) { line[place] = "=" }
      }
      for point in map.points where point.equilibria.contains(profile) {
        line[column(point.at)] = "="
      }
      text += name.padded(to: margin) + String(line) + "\n"
    }
    let isEmpty = map.regions.map { $0.equilibria.isEmpty }
    if isEmpty.contains(true) {
      var line = Array(repeating: Character(" "), count: width + 1)
      for region in map.regions where region.equilibria.isEmpty {
        for place in column(region.from)...column(region.to) { line[place] = "-" }
      }
      text += "none".padded(to: margin) + String(line) + "\n"
    }
    return text + scale(margin, width, column)
  }

  /// A mark below each point, and its value where there is room.
  private func scale(_ margin: Int, _ width: Int, _ column: (Rational) -> Int) -> String {
    var marks = Array(repeating: Character(" "), count: width + 1)
    var labels = ""
    var left: [String] = []
    for value in [from] + map.points.map(\.at).filter({ $0 != from && $0 != to }) + [to] {
      let place = column(value)
      marks[place] = "^"
      let label = isExact ? value.shortText : "~" + value.double.text(digits: 4)
      guard labels.count <= place, labels.isEmpty || labels.count < place else {
        left.append(label)
        continue
      }
      labels += String(repeating: " ", count: place - labels.count) + label
    }
    let pad = String(repeating: " ", count: margin)
    let rest = left.isEmpty ? "" : pad + "and at " + left.joined(separator: ", ") + "\n"
    return pad + String(marks) + "\n" + pad + labels + "\n" + rest
  }
}
