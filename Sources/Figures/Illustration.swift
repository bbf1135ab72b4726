import Arithmetic
public import Experiments

/// Draws the figures of experiments: pass ``svg(_:)`` to a run as `draw`.
public enum Illustration {
  /// The figure of these numbers, as an SVG document.
  public static func svg(_ data: FigureData) -> String {
    switch data.request.kind {
    case .line: lines(data).svg
    case .region: regions(data).svg
    case .tornado: TornadoFigure(data).svg
    case .sobol: SobolFigure(data).svg
    }
  }

  private static func lines(_ data: FigureData) -> LineFigure {
    var lines: [LineFigure.Line] = []
    /// The names of each line: several where some lie on one another.
    var names: [[String]] = []
    for panel in data.panels {
      for (row, by) in panel.by.enumerated() {
        let points = panel.x.indices.sorted { panel.x[$0] < panel.x[$1] }.map { column in
          (x: panel.x[column].double, y: panel.cells[row * panel.x.count + column].number?.double)
        }
        let name = name(of: panel, by, data)
        let twin = lines.firstIndex { line in
          line.points.elementsEqual(points) { $0.x == $1.x && $0.y == $1.y }
        }
        if let twin {
          names[twin].append(name)
        } else {
          lines.append(LineFigure.Line(label: name, points: points))
          names.append([name])
        }
      }
    }
    var shared: [String] = []
    for index in lines.indices where names[index].count > 1 {
      lines[index].label = together(names[index])
      shared.append("One line stands for \(lines[index].label).")
    }
    return LineFigure(
      title: data.request.title, xLabel: data.request.xLabel, yLabel: data.request.yLabel,
      lines: lines, thresholds: thresholds(data),
      caption: ([caption(data)] + shared).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// The name of lines that lie on one another: `k = 0, 1, 2`, or the first and the last of many.
  private static func together(_ names: [String]) -> String {
    let start = names[0].firstIndex(of: "=").map { String(names[0][...$0]) + " " }
    let hasStart = start.map { start in names.allSatisfy { $0.hasPrefix(start) } } ?? false
    let parts = hasStart ? names.map { String($0.dropFirst(start?.count ?? 0)) } : names
    let shown = parts.count > 4 ? [parts[0], "...", parts[parts.count - 1]] : parts
    return (hasStart ? start ?? "" : "") + shown.joined(separator: hasStart ? ", " : "; ")
  }

  /// The name of a line: its series, and the value of what else varies.
  private static func name(
    of panel: FigureData.Panel, _ by: Rational?, _ data: FigureData
  ) -> String {
    let value = by.flatMap { by in data.request.by.map { "\($0) = \(short(by))" } }
    let series = data.panels.count > 1 ? panel.series : nil
    let parts = [series, value].compactMap(\.self)
    return parts.isEmpty ? data.measure.name : parts.joined(separator: ", ")
  }

  /// The fraction, or a decimal where the fraction is long.
  private static func short(_ number: Rational) -> String {
    let text = number.description
    return text.utf8.count <= 8 ? text : Axis.label(number.double)
  }

  private static func thresholds(_ data: FigureData) -> [LineFigure.Threshold] {
    var points: [Rational] = []
    for panel in data.panels {
      for found in panel.thresholds {
        for point in found ?? [] where !points.contains(point) { points.append(point) }
      }
    }
    return points.sorted().map { LineFigure.Threshold(x: $0.double, label: short($0)) }
  }

  private static func regions(_ data: FigureData) -> RegionFigure {
    var names: [String] = []
    if data.measure.isText {
      for case .text(let name) in data.panels.flatMap(\.cells) where !names.contains(name) {
        names.append(name)
      }
      names.sort()
    }
    let panels = data.panels.map { panel -> RegionFigure.Panel in
      let columns = panel.x.indices.sorted { panel.x[$0] < panel.x[$1] }
      let rows = panel.by.indices.sorted { (panel.by[$0] ?? .zero) < (panel.by[$1] ?? .zero) }
      let values = rows.flatMap { row in
        columns.map { column -> Double? in
          switch panel.cells[row * panel.x.count + column] {
          case .empty: nil
          case .number(let number): number.double
          case .text(let name): names.firstIndex(of: name).map(Double.init)
          }
        }
      }
      return RegionFigure.Panel(
        title: panel.series ?? "", x: columns.map { panel.x[$0].double },
        y: rows.map { (panel.by[$0] ?? .zero).double }, values: values,
        borders: rows.map { row in
          row < panel.thresholds.count ? (panel.thresholds[row] ?? []).map(\.double) : []
        })
    }
    return RegionFigure(
      title: data.request.title, xLabel: data.request.xLabel, yLabel: data.request.yLabel,
      panels: panels,
      fill: data.measure.isText
        ? .names(names)
        : .scale(
          data.measure.name, names: data.request.valueNames.map { ($0.value.double, $0.text) }),
      caption: caption(data))
  }

  /// What a reader has to know: values held, rows left out, marks.
  private static func caption(_ data: FigureData) -> String {
    var parts: [String] = []
    if !data.request.held.isEmpty {
      let held = data.request.held.map { "\($0.parameter) = \($0.value)" }
      parts.append("At \(held.joined(separator: ", ")).")
    }
    if data.request.showsThresholds {
      let found = data.panels.flatMap(\.thresholds)
      if found.contains(where: { $0?.isEmpty == false }) {
        parts.append(
          "\(data.request.kind == .line ? "Dashed" : "Black") lines: exact points at which the "
            + "set of pure equilibria changes.")
      }
      for panel in data.panels where panel.thresholds.contains(nil) {
        let of = panel.series.map { " of \($0)" } ?? ""
        parts.append("Payoffs\(of) are not affine in \(data.request.x): no exact points there.")
      }
    }
    for panel in data.panels {
      let drawn = (x: panel.x.count, by: panel.by.count)
      guard drawn.x < panel.fullSize.x || drawn.by < panel.fullSize.by else { continue }
      let of = panel.series.map { " of \($0)" } ?? ""
      var shown = "\(drawn.x) of \(panel.fullSize.x) values of \(data.request.x)"
      if let by = data.request.by, panel.fullSize.by > 1 {
        shown += " and \(drawn.by) of \(panel.fullSize.by) of \(by)"
      }
      parts.append("Drawn\(of): \(shown), evenly chosen; the table has all.")
    }
    return parts.joined(separator: " ")
  }
}
