/// What the two fills of a pair of bars stand for, told in one line below a figure.
enum BarKey {
  /// The fill of the first of a pair, light.
  static let light = "#fdb863"
  /// The fill of the second, dark.
  static let dark = "#2166ac"

  /// Draws the line and returns where what stands beside it begins.
  static func draw(
    light: String, dark: String, top: Double, on canvas: inout Canvas
  ) -> Double {
    var x = Heading.margin
    for (fill, text) in [(Self.light, light), (Self.dark, dark)] {
      canvas.rectangle(
        x, top, width: 18, height: 14, fill: fill, Canvas.Stroke(colour: Palette.ink, width: 0.8))
      canvas.text(text, x + 24, top + 12, size: TextSize.small)
      x += 24 + TextSize.width(text, size: TextSize.small) + 24
    }
    return x
  }
}
