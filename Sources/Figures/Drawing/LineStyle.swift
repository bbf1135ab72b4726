/// How the line with this index looks: colour, dashes and mark differ together.
struct LineStyle {
  let index: Int

  init(_ index: Int) { self.index = index }

  var colour: String { Palette.lines[index % Palette.lines.count] }

  var stroke: Canvas.Stroke {
    Canvas.Stroke(colour: colour, width: 2, dashes: Palette.dashes[index % Palette.dashes.count])
  }

  /// Draws the line's mark around a point.
  func drawMark(at x: Double, _ y: Double, on canvas: inout Canvas) {
    let white = Canvas.Stroke(colour: "#ffffff", width: 1)
    let outline = Canvas.Stroke(colour: colour, width: 1.5)
    switch index % 6 {
    case 0: canvas.circle(x, y, radius: 3.8, fill: colour, white)
    case 1: canvas.rectangle(x - 3.4, y - 3.4, width: 6.8, height: 6.8, fill: colour, white)
    case 2:
      canvas.polygon([(x, y - 4.6), (x + 4.4, y + 3.4), (x - 4.4, y + 3.4)], fill: colour, white)
    case 3:
      canvas.polygon([(x, y - 4.8), (x + 4.8, y), (x, y + 4.8), (x - 4.8, y)], fill: colour, white)
    case 4: canvas.circle(x, y, radius: 3.4, fill: "#ffffff", outline)
    default: canvas.rectangle(x - 3, y - 3, width: 6, height: 6, fill: "#ffffff", outline)
    }
  }
}
