/// Which colour a value has, and the key that says so.
struct FillKey {
  private let names: [String]
  private let scale: Axis?
  private let valueNames: [(value: Double, text: String)]
  /// What the colours show, in words.
  let meaning: String
  /// The values that have a colour each, when a scale has only a few.
  private let steps: [Double]

  /// Most values shown one by one.
  private static let mostSteps = 8
  /// Shades of a scale: more could not be told apart.
  private static let shades = 64.0

  init(_ fill: RegionFigure.Fill, values: [Double]) {
    switch fill {
    case .names(let names):
      self.names = names
      valueNames = []
      scale = nil
      steps = []
      meaning = "regions (\(names.joined(separator: ", ")))"
    case .scale(let label, let called):
      names = []
      valueNames = called
      meaning = label
      var distinct: [Double] = []
      for value in values where abs(value) < Axis.largest && !distinct.contains(value) {
        distinct.append(value)
        if distinct.count > Self.mostSteps { break }
      }
      steps = distinct.count <= Self.mostSteps ? distinct.sorted() : []
      scale = Axis(over: values, start: 0, end: 1, ticks: 5, padded: false)
    }
  }

  /// The colour or pattern of a value.
  func fill(of value: Double?) -> String {
    guard let value, abs(value) < Axis.largest else { return "url(#missing)" }
    guard let scale else {
      let index = Int(value)
      return index < Palette.fills.count
        ? "url(#region\(index))" : Palette.fills[index % Palette.fills.count]
    }
    if !steps.isEmpty { return Palette.shade(share(of: value)) }
    return Palette.shade((scale.pixel(value) * Self.shades).rounded() / Self.shades)
  }

  /// Whether letters on the colour of a value had better be white.
  func isDark(_ value: Double?) -> Bool {
    guard let value, let scale, abs(value) < Axis.largest else { return false }
    return (steps.isEmpty ? scale.pixel(value) : share(of: value)) > 0.55
  }

  /// Few values lie evenly on the ramp, whatever their distances, so that all can be told apart.
  private func share(of value: Double) -> Double {
    guard steps.count > 1, let index = steps.firstIndex(of: value) else { return 0.25 }
    return Double(index) / Double(steps.count - 1)
  }

  private func text(of value: Double) -> String {
    valueNames.first { $0.value == value }?.text ?? Axis.label(value)
  }

  /// Makes the fills of named regions, each with a hatching of its own for readers in grey.
  func definePatterns(on canvas: inout Canvas) {
    canvas.define(
      "<pattern id=\"missing\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + "<rect width=\"8\" height=\"8\" fill=\"\(Palette.missing)\"/>"
        + "<path d=\"M0 8L8 0\" stroke=\"#c4c4c4\" stroke-width=\"0.8\"/></pattern>")
    let hatchings = [
      "", "M0 10L10 0", "M0 5H10", "M0 0L10 10", "M5 0V10", "M0 10L10 0M0 0L10 10",
    ]
    for index in names.indices.prefix(Palette.fills.count) {
      let path = hatchings[index % hatchings.count]
      canvas.define(
        "<pattern id=\"region\(index)\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\">"
          + "<rect width=\"10\" height=\"10\" fill=\"\(Palette.fills[index])\"/>"
          + (path.isEmpty
            ? "" : "<path d=\"\(path)\" stroke=\"#000000\" stroke-opacity=\"0.28\" fill=\"none\"/>")
          + "</pattern>")
    }
  }

  /// Draws the key and returns its height.
  func draw(
    on canvas: inout Canvas, top: Double, width: Double, hasGaps: Bool,
    gapName: String = "no value"
  ) -> Double {
    if scale != nil, steps.isEmpty { return drawBar(on: &canvas, top: top, width: width, hasGaps) }
    var entries: [(fill: String, text: String)] = names.enumerated().map {
      (fill(of: Double($0.offset)), $0.element)
    }
    if scale != nil { entries = steps.map { (fill(of: $0), text(of: $0)) } }
    if hasGaps { entries.append((fill(of: nil), gapName)) }
    var x = Heading.margin
    var y = top
    if scale != nil, valueNames.isEmpty {
      canvas.text(meaning + ":", x, y + 12, size: TextSize.small)
      x += TextSize.width(meaning + ":", size: TextSize.small) + 12
    }
    let widest = width - 2 * Heading.margin - 24
    for entry in entries {
      let lines = TextSize.wrapped(entry.text, size: TextSize.small, width: widest)
      let room =
        24 + (lines.map { TextSize.width($0, size: TextSize.small) }.max() ?? 0) + 18
      if x + room > width - Heading.margin + 18, x > Heading.margin {
        x = Heading.margin
        y += 22
      }
      canvas.rectangle(
        x, y, width: 18, height: 14, fill: entry.fill,
        Canvas.Stroke(colour: Palette.faint, width: 0.6))
      for (index, line) in lines.enumerated() {
        canvas.text(line, x + 24, y + 12 + Double(index) * 16, size: TextSize.small)
      }
      x += room
      if lines.count > 1 {
        // What takes several lines stands alone.
        y += Double(lines.count - 1) * 16
        x = width
      }
    }
    return y - top + 24
  }

  private func drawBar(
    on canvas: inout Canvas, top: Double, width: Double, _ hasGaps: Bool
  ) -> Double {
    guard var axis = scale else { return 0 }
    canvas.text(meaning, Heading.margin, top + 12, size: TextSize.small)
    let start = Heading.margin + max(TextSize.width(meaning, size: TextSize.small) + 14, 80)
    axis.start = start
    axis.end = start + 300
    let count = Int(Self.shades)
    for index in 0...count {
      let middle = Double(index) / Self.shades
      let from = max(middle - 0.5 / Self.shades, 0)
      let to = min(middle + 0.5 / Self.shades, 1)
      canvas.tile(
        start + from * 300, top, width: (to - from) * 300, height: 14, fill: Palette.shade(middle))
    }
    for tick in axis.ticks {
      let pixel = axis.pixel(tick)
      canvas.line(pixel, top + 14, pixel, top + 18, Canvas.Stroke())
      canvas.text(
        Axis.label(tick), pixel, top + 31, size: TextSize.small, anchor: .middle)
    }
    if hasGaps {
      canvas.rectangle(
        start + 330, top, width: 18, height: 14, fill: fill(of: nil),
        Canvas.Stroke(colour: Palette.faint, width: 0.6))
      canvas.text("no value", start + 354, top + 12, size: TextSize.small)
    }
    return 40
  }
}
