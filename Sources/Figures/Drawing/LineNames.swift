/// The names of lines at their right ends, moved apart where they would touch.
struct LineNames {
  private struct Name {
    var text: String
    var style: LineStyle
    /// The heights of the line's points from its end on.
    var heights: [Double]
    /// The height of the line's end.
    var end: Double { heights[0] }
    /// The height of the text.
    var y: Double
  }

  private static let leading = 17.0
  private var names: [Name]
  private let frame: Frame

  init(_ lines: [LineFigure.Line], _ frame: Frame) {
    self.frame = frame
    names = lines.enumerated().compactMap { index, line in
      let values = line.points.compactMap(\.y).filter { abs($0) < Axis.largest }
      let heights = values.reversed().map { frame.y.pixel($0) }
      guard !line.label.isEmpty, let end = heights.first else { return nil }
      return Name(
        text: line.label, style: LineStyle(line.style ?? index), heights: heights, y: end)
    }
    spread()
  }

  /// Moves names apart: each cluster of names that touch is centred on its lines' ends.
  private mutating func spread() {
    // Lines that end in one point are named in the order in which they come to it.
    names.sort {
      $0.heights == $1.heights
        ? $0.style.index < $1.style.index : $0.heights.lexicographicallyPrecedes($1.heights)
    }
    var clusters: [Cluster] = []
    for index in names.indices {
      clusters.append(Cluster(first: index, count: 1, centre: names[index].end))
      while clusters.count > 1 {
        let (a, b) = (clusters[clusters.count - 2], clusters[clusters.count - 1])
        guard start(of: a) + a.height > start(of: b) else { break }
        let count = a.count + b.count
        let centre = (a.centre * Double(a.count) + b.centre * Double(b.count)) / Double(count)
        clusters.removeLast(2)
        clusters.append(Cluster(first: a.first, count: count, centre: centre))
      }
    }
    for cluster in clusters {
      for place in 0..<cluster.count {
        names[cluster.first + place].y =
          start(of: cluster) + (Double(place) + 0.5) * Self.leading
      }
    }
  }

  /// Neighbouring names that are moved together.
  private struct Cluster {
    var first: Int
    var count: Int
    var centre: Double
    var height: Double { Double(count) * LineNames.leading }
  }

  /// The upper edge of a cluster, which must not leave the plot.
  private func start(of cluster: Cluster) -> Double {
    let lowest = max(frame.bottom + Self.leading / 2 - cluster.height, frame.top)
    return min(max(cluster.centre - cluster.height / 2, frame.top - Self.leading / 2), lowest)
  }

  func draw(on canvas: inout Canvas) {
    for name in names {
      let thin = Canvas.Stroke(colour: name.style.colour, width: 1)
      canvas.line(frame.right + 2, name.end, frame.right + 14, name.y, thin)
      let text = TextSize.fitted(name.text, size: TextSize.normal, width: LineFigure.mostNameRoom)
      canvas.text(text, frame.right + 18, name.y + 4.5, colour: Palette.ink)
    }
  }
}
