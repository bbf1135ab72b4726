/// A drawing surface that writes SVG: coordinates in pixels from the top left corner.
///
/// Coordinates are rounded to a hundredth of a pixel, so that equal figures are equal bytes.
struct Canvas {
  private(set) var body = ""
  private var definitions = ""

  /// How a text hangs at its point.
  enum Anchor: String {
    case start, middle, end
  }

  /// How a line is drawn.
  struct Stroke {
    var colour = Palette.ink
    var width = 1.0
    /// Lengths of dashes and gaps, empty for a solid line.
    var dashes: [Double] = []
  }

  /// A straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Stroke) {
    add(
      "<line x1=\"\(x1.px)\" y1=\"\(y1.px)\" x2=\"\(x2.px)\" y2=\"\(y2.px)\"\(Self.style(stroke))/>"
    )
  }

  /// A line through points.
  mutating func polyline(_ points: [(x: Double, y: Double)], _ stroke: Stroke) {
    let text = points.map { "\($0.x.px),\($0.y.px)" }.joined(separator: " ")
    add(
      "<polyline points=\"\(text)\" fill=\"none\" stroke-linejoin=\"round\"\(Self.style(stroke))/>")
  }

  /// A filled polygon, with an outline if a stroke is given.
  mutating func polygon(_ points: [(x: Double, y: Double)], fill: String, _ stroke: Stroke? = nil) {
    let text = points.map { "\($0.x.px),\($0.y.px)" }.joined(separator: " ")
    add("<polygon points=\"\(text)\" fill=\"\(fill)\"\(stroke.map(Self.style) ?? "")/>")
  }

  /// A filled rectangle, with an outline if a stroke is given.
  mutating func rectangle(
    _ x: Double, _ y: Double, width: Double, height: Double, fill: String, _ stroke: Stroke? = nil
  ) {
    add(
      "<rect x=\"\(x.px)\" y=\"\(y.px)\" width=\"\(width.px)\" height=\"\(height.px)\""
        + " fill=\"\(fill)\"\(stroke.map(Self.style) ?? "")/>")
  }

  /// A filled rectangle that meets its neighbours without a seam.
  mutating func tile(_ x: Double, _ y: Double, width: Double, height: Double, fill: String) {
    add(
      "<rect x=\"\(x.px)\" y=\"\(y.px)\" width=\"\(width.px)\" height=\"\(height.px)\""
        + " fill=\"\(fill)\" shape-rendering=\"crispEdges\"/>")
  }

  /// A filled circle, with an outline if a stroke is given.
  mutating func circle(
    _ x: Double, _ y: Double, radius: Double, fill: String, _ stroke: Stroke? = nil
  ) {
    add(
      "<circle cx=\"\(x.px)\" cy=\"\(y.px)\" r=\"\(radius.px)\" fill=\"\(fill)\""
        + "\(stroke.map(Self.style) ?? "")/>")
  }

  /// A line of text whose base line starts, centres or ends at a point.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = TextSize.normal,
    anchor: Anchor = .start, colour: String = Palette.ink, bold: Bool = false,
    upright: Bool = false
  ) {
    guard !text.isEmpty else { return }
    var attributes = " x=\"\(x.px)\" y=\"\(y.px)\" font-size=\"\(size.px)\" fill=\"\(colour)\""
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    if bold { attributes += " font-weight=\"bold\"" }
    if upright { attributes += " transform=\"rotate(-90 \(x.px) \(y.px))\"" }
    add("<text\(attributes)>\(text.escapedForXML)</text>")
  }

  /// Something to refer to by its id, such as a pattern.
  mutating func define(_ element: String) { definitions += element + "\n" }

  /// The whole document.
  func document(width: Double, height: Double, title: String, description: String) -> String {
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width.px)" height="\(height.px)" \
      viewBox="0 0 \(width.px) \(height.px)" role="img" aria-labelledby="title desc" \
      font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">
      <title id="title">\(title.escapedForXML)</title>
      <desc id="desc">\(description.escapedForXML)</desc>

      """
    if !definitions.isEmpty { text += "<defs>\n\(definitions)</defs>\n" }
    text += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
    return text + body + "</svg>\n"
  }

  private mutating func add(_ element: String) { body += element + "\n" }

  private static func style(_ stroke: Stroke) -> String {
    var style = " stroke=\"\(stroke.colour)\" stroke-width=\"\(stroke.width.px)\""
    if !stroke.dashes.isEmpty {
      style += " stroke-dasharray=\"\(stroke.dashes.map(\.px).joined(separator: " "))\""
    }
    return style
  }
}

extension Double {
  /// The number rounded to hundredths, without trailing zeros.
  var px: String {
    // Far outside any drawing one place is as good as another.
    let hundredths = isNaN ? 0 : Int((min(max(self, -1e9), 1e9) * 100).rounded())
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
    if part > 0 {
      text += part < 10 ? ".0\(part)" : ".\(part)"
      if part % 10 == 0 { text.removeLast() }
    }
    return text
  }
}
