import Arithmetic
import Cooperation
import GameForms
public import Laboratory
import Scenarios

/// The win-sets of a two-level game: a bar a side over all outcomes, and a bar for what they share.
public struct WinSetFigure: Sendable {
  private let title: String
  private let names: [String]
  /// The outcomes from left to right.
  private let order: [Int]
  /// `sets[row]`: the outcomes of each side's win-set, and of all together.
  private let sets: [[Int]]
  private let labels: [String]

  /// The figure of a setting; nil unless it is a bargaining game.
  public init?(_ setting: Setting) {
    guard let form = setting.scenario.form as? BargainingForm else { return nil }
    let problem = form.problem(of: setting.evaluated)
    let verdicts = ZoneOfAgreement.solve(problem)
    title = setting.title
    names = setting.scenario.actors.map(\.name) + ["all"]
    // From the first actor's worst to its best, so that bars are whole where interests are opposed.
    order = problem.utilities.indices.sorted {
      (problem.utilities[$0][0], -problem.utilities[$0][problem.actors - 1])
        < (problem.utilities[$1][0], -problem.utilities[$1][problem.actors - 1])
    }
    sets =
      (0..<problem.actors).map { actor in
        verdicts.filter { verdict in
          !verdict.refusedBy.contains(actor)
            && !verdict.notRatifiedBy.contains { problem.ratifiers[$0].actor == actor }
        }.map(\.outcome)
      } + [verdicts.filter(\.isAccepted).map(\.outcome)]
    labels = (0..<problem.outcomes).map { form.name(ofCell: $0) }
  }

  private static let width = 760.0
  private static let barHeight = 26.0
  /// Most outcomes that are named below the bars.
  private static let mostNames = 40

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let left =
      Heading.margin + 12
      + (names.map { TextSize.width($0, size: TextSize.normal) }.max() ?? 0)
    let cell = (Self.width - Heading.margin - left) / Double(max(1, order.count))
    var canvas = Canvas()
    var top = heading.bottomOfTitle + 8
    for (row, name) in names.enumerated() {
      let isAll = row == names.count - 1
      if isAll { top += 6 }
      canvas.text(name, left - 10, top + Self.barHeight - 9, anchor: .end, bold: isAll)
      let colour = isAll ? Palette.ink : Palette.lines[row % Palette.lines.count]
      let members = Set(sets[row])
      for (place, outcome) in order.enumerated() {
        canvas.rectangle(
          left + Double(place) * cell, top, width: cell, height: Self.barHeight,
          fill: members.contains(outcome) ? colour : "#ffffff",
          .init(colour: Palette.grid, width: cell > 6 ? 1 : 0))
      }
      canvas.text(
        "\(sets[row].count)", Self.width - Heading.margin + 2, top + Self.barHeight - 9,
        size: TextSize.small)
      top += Self.barHeight + 8
    }
    if order.count <= Self.mostNames { top = drawNames(from: left, cell, top, on: &canvas) }
    heading.draw(on: &canvas, captionTop: top + 6)
    return canvas.document(
      width: Self.width + 16, height: top + 6 + heading.captionHeight, title: title,
      description: caption)
  }

  private func drawNames(
    from left: Double, _ cell: Double, _ top: Double, on canvas: inout Canvas
  ) -> Double {
    let longest = labels.map { TextSize.width($0, size: TextSize.small) }.max() ?? 0
    for (place, outcome) in order.enumerated() {
      canvas.text(
        labels[outcome], left + (Double(place) + 0.5) * cell + 4, top + 2,
        size: TextSize.small, anchor: .end, upright: true)
    }
    return top + longest + 8
  }

  private var caption: String {
    let counts = zip(names, sets).map { "\($0) \($1.count)" }.joined(separator: ", ")
    return "Filled: could be had ratified at home. Outcomes from left to right as they are better "
      + "for \(names[0]). Of \(order.count): \(counts)."
  }
}
