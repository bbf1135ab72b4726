import Arithmetic
import Cooperation
import GameForms
public import Laboratory
import Scenarios

/// The adjusted winner of two sides: a bar of points for each, parcel by parcel, first as won and
/// then as adjusted.
public struct DivisionFigure: Sendable {
  private let title: String
  private let names: [String]
  private let parcels: [String]
  private let points: [[Rational]]
  private let division: AdjustedWinner.Division

  /// The figure of a setting; nil unless it is a division between two sides who each would rather
  /// have every parcel.
  public init?(_ setting: Setting) {
    guard let form = setting.scenario.form as? DivisionForm, setting.scenario.actors.count == 2,
      setting.relativeGains.rule.isLinear,
      let points = form.problem(of: setting.evaluated).points
    else { return nil }
    title = setting.title
    names = setting.scenario.actors.map(\.name)
    parcels = form.parcels.map(\.key)
    self.points = points
    division = AdjustedWinner.solve(points: points)
  }

  private static let width = 760.0
  private static let barHeight = 34.0

  /// The bars from the top: whose, at which stage, and what part of each parcel.
  private var bars: [(name: String, side: Int, shares: [Rational])] {
    let won = points[0].indices.map { points[0][$0] >= points[1][$0] ? Rational.one : .zero }
    return [
      ("\(names[0]), as won", 0, won), ("\(names[1]), as won", 1, won.map { .one - $0 }),
      ("\(names[0]), adjusted", 0, division.allocation.map { $0[0] }),
      ("\(names[1]), adjusted", 1, division.allocation.map { $0[1] }),
    ]
  }

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let left =
      Heading.margin + 14
      + (bars.map { TextSize.width($0.name, size: TextSize.normal) }.max() ?? 0)
    let bottom = heading.bottomOfTitle + 8 + 4 * (Self.barHeight + 8) + 12
    let x = Axis(
      over: [0, 100], start: left, end: Self.width - Heading.margin - 40, ticks: 10, padded: false)
    let key = FillKey(.names(parcels), values: [])
    var canvas = Canvas()
    key.definePatterns(on: &canvas)
    var top = heading.bottomOfTitle + 8
    for (row, bar) in bars.enumerated() {
      if row == 2 { top += 12 }
      canvas.text(bar.name, left - 10, top + Self.barHeight / 2 + 4, anchor: .end)
      var sum = Rational.zero
      for (parcel, share) in bar.shares.enumerated() where !share.isZero {
        let part = share * points[bar.side][parcel]
        let from = x.pixel(sum.double)
        sum += part
        canvas.rectangle(
          from, top, width: x.pixel(sum.double) - from, height: Self.barHeight,
          fill: key.fill(of: Double(parcel)), .init(colour: Palette.ink, width: 0.8))
      }
      canvas.text(
        Axis.label(sum.double), x.pixel(sum.double) + 6, top + Self.barHeight / 2 + 4,
        size: TextSize.small, bold: true)
      top += Self.barHeight + 8
    }
    canvas.line(left, bottom, x.end, bottom, Canvas.Stroke())
    for tick in x.ticks {
      canvas.line(x.pixel(tick), bottom, x.pixel(tick), bottom + 5, Canvas.Stroke())
      canvas.text(
        Axis.label(tick), x.pixel(tick), bottom + 19, size: TextSize.small, anchor: .middle)
    }
    canvas.text("points", (left + x.end) / 2, bottom + 40, anchor: .middle)
    let keyTop = bottom + 58
    let keyHeight = key.draw(on: &canvas, top: keyTop, width: Self.width, hasGaps: false)
    heading.draw(on: &canvas, captionTop: keyTop + keyHeight + 4)
    return canvas.document(
      width: Self.width, height: keyTop + keyHeight + 4 + heading.captionHeight, title: title,
      description: caption)
  }

  private var caption: String {
    let changed = division.adjusted.map { parcels[$0] }.joined(separator: ", ")
    let cut = division.cut.map { " \(parcels[$0]) is cut." } ?? " Nothing is cut."
    return "Adjusted winner (Brams and Taylor 1996): each parcel goes to who gives it more points; "
      + (changed.isEmpty ? "nothing changes hands." : "then changes hands: \(changed).\(cut)")
      + " Bars of the same length: the same points."
  }
}
