import Laboratory

/// Maps of a value over two numbers: colours, and a key to them.
public struct RegionFigure: Sendable {
  /// The title.
  public var title: String
  /// What runs to the right.
  public var xLabel: String
  /// What runs upwards.
  public var yLabel: String
  /// The maps, side by side.
  public var panels: [Panel]
  /// What the colours mean.
  public var fill: Fill
  /// What to know, below the figure.
  public var caption: String

  /// One map. A value belongs to its point and colours the ground up to half way to the next.
  public struct Panel: Sendable {
    /// The title above the map; empty for none.
    public var title: String
    /// The columns, ascending.
    public var x: [Double]
    /// The rows, ascending.
    public var y: [Double]
    /// `values[row * x.count + column]`: for named regions an index of the names, nil for none.
    public var values: [Double?]
    /// `borders[row]`: exact points of the horizontal axis at which something changes in this row.
    public var borders: [[Double]]

    /// A map.
    ///
    /// - Precondition: one value for each column of each row.
    public init(
      title: String, x: [Double], y: [Double], values: [Double?], borders: [[Double]] = []
    ) {
      precondition(values.count == x.count * y.count, "one value for each column of each row")
      self.title = title
      self.x = x
      self.y = y
      self.values = values
      self.borders = borders
    }
  }

  /// What the colours mean.
  public enum Fill: Sendable {
    /// Names; a value is an index of this list.
    case names([String])
    /// A scale: what it measures, and what some of its values are called.
    case scale(String, names: [(value: Double, text: String)] = [])
  }

  /// A figure of maps.
  public init(
    title: String, xLabel: String, yLabel: String, panels: [Panel], fill: Fill,
    caption: String = ""
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.panels = panels
    self.fill = fill
    self.caption = caption
  }

  private static let width = 760.0

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let key = FillKey(fill, values: panels.flatMap { $0.values.compactMap(\.self) })
    let hasGaps = panels.contains { $0.values.contains { abs($0 ?? .infinity) >= Axis.largest } }
    let numberRoom =
      panels.map { panel in
        Frame.roomForNumbers(yAxis(panel, top: 0, height: 100).ticks)
      }.max() ?? 30
    let left = Heading.margin + 22 + numberRoom
    let gap = 26 + numberRoom
    let columns = min(max(panels.count, 1), 2)
    let room = Self.width - Heading.margin - 10 - left - Double(columns - 1) * gap
    let size = room / Double(columns)
    let height = columns == 1 ? 400 : size
    let titleRoom = panels.count > 1 ? 24.0 : 4.0

    var canvas = Canvas()
    key.definePatterns(on: &canvas)
    var bottom = heading.bottomOfTitle
    for (index, panel) in panels.enumerated() {
      let column = index % columns
      let top =
        heading.bottomOfTitle + titleRoom
        + Double(index / columns) * (height + titleRoom + 58)
      let start = left + Double(column) * (size + gap)
      let frame = Frame(
        x: Axis(
          over: Self.edges(panel.x).ends, start: start, end: start + size, ticks: 5, padded: false,
          whole: Axis.areWhole(panel.x)),
        y: yAxis(panel, top: top, height: height))
      if panels.count > 1 {
        canvas.text(panel.title, start + size / 2, top - 9, anchor: .middle, bold: true)
      }
      draw(panel, frame, key, on: &canvas)
      canvas.rectangle(
        frame.left, top, width: size, height: height, fill: "none",
        Canvas.Stroke(colour: Palette.faint, width: 0.6))
      frame.drawAxes(on: &canvas, xLabel: xLabel, yLabel: column == 0 ? yLabel : "")
      bottom = top + height
    }
    let keyTop = bottom + 56
    let keyHeight = key.draw(on: &canvas, top: keyTop, width: Self.width, hasGaps: hasGaps)
    heading.draw(on: &canvas, captionTop: keyTop + keyHeight + 4)
    return canvas.document(
      width: Self.width, height: keyTop + keyHeight + 4 + heading.captionHeight, title: title,
      description: summary(key))
  }

  private func yAxis(_ panel: Panel, top: Double, height: Double) -> Axis {
    Axis(
      over: Self.edges(panel.y).ends, start: top + height, end: top, ticks: 5, padded: false,
      whole: Axis.areWhole(panel.y))
  }

  private func summary(_ key: FillKey) -> String {
    let maps = panels.map(\.title).filter { !$0.isEmpty }
    let of = maps.isEmpty ? "" : ", one map each for " + maps.joined(separator: "; ")
    return "\(key.meaning) by colour over \(xLabel) (to the right) and \(yLabel) (upwards)\(of)."
      + (caption.isEmpty ? "" : " " + caption)
  }

  private func draw(_ panel: Panel, _ frame: Frame, _ key: FillKey, on canvas: inout Canvas) {
    let columns = Self.edges(panel.x).edges.map { frame.x.pixel($0) }
    let rows = Self.edges(panel.y).edges.map { frame.y.pixel($0) }
    for row in panel.y.indices {
      let top = rows[row + 1]
      let height = rows[row] - top
      var first = 0
      while first < panel.x.count {
        let fill = key.fill(of: panel.values[row * panel.x.count + first])
        var next = first + 1
        while next < panel.x.count,
          key.fill(of: panel.values[row * panel.x.count + next]) == fill
        { next += 1 }
        // What lies beyond is drawn later and covers the overlap: rounding leaves no gap.
        let right = next == panel.x.count ? 0 : 0.5
        let above = row + 1 == panel.y.count ? 0 : 0.5
        canvas.tile(
          columns[first], top - above, width: columns[next] - columns[first] + right,
          height: height + above, fill: fill)
        first = next
      }
    }
    drawNumbers(panel, columns, rows, key, on: &canvas)
    for (row, borders) in panel.borders.prefix(panel.y.count).enumerated() {
      for x in borders.map({ frame.x.pixel($0) })
      where x > frame.left + 0.5 && x < frame.right - 0.5 {
        canvas.line(x, rows[row + 1], x, rows[row], Canvas.Stroke(width: 1.4))
      }
    }
  }

  /// The numbers in the cells of a heat map, where all of them have room.
  private func drawNumbers(
    _ panel: Panel, _ columns: [Double], _ rows: [Double], _ key: FillKey, on canvas: inout Canvas
  ) {
    guard case .scale(_, let names) = fill, names.isEmpty, panel.values.count <= 200 else { return }
    let texts = panel.values.map { value in
      value.flatMap { abs($0) < Axis.largest ? $0 : nil }.map { $0.text(digits: 3) } ?? ""
    }
    let widest = texts.map { TextSize.width($0, size: TextSize.small) }.max() ?? 0
    let narrow = zip(columns, columns.dropFirst()).map { $1 - $0 }.min() ?? 0
    let low = zip(rows, rows.dropFirst()).map { $0 - $1 }.min() ?? 0
    guard widest + 6 <= narrow, low >= 16 else { return }
    for (index, text) in texts.enumerated() {
      let (row, column) = (index / panel.x.count, index % panel.x.count)
      canvas.text(
        text, (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2 + 4,
        size: TextSize.small, anchor: .middle,
        colour: key.isDark(panel.values[index]) ? "#ffffff" : Palette.ink)
    }
  }

  /// The borders half way between neighbouring values, and the outermost values themselves.
  static func edges(_ values: [Double]) -> (edges: [Double], ends: [Double]) {
    guard let first = values.first, let last = values.last else { return ([0, 1], [0, 1]) }
    guard first < last else { return ([first - 0.5, first + 0.5], [first - 0.5, first + 0.5]) }
    let between = zip(values, values.dropFirst()).map { ($0 + $1) / 2 }
    // Few columns are as wide at the ends as between; many fill the range exactly.
    let isCoarse = values.count <= 24
    let lower = isCoarse ? first - (between[0] - first) : first
    let upper = isCoarse ? last + (last - between[between.count - 1]) : last
    return ([lower] + between + [upper], [lower, upper])
  }
}
