/// The title above a figure and the caption below it, in as many lines as they need.
struct Heading {
  private let titleLines: [String]
  private let captionLines: [String]

  static let margin = 16.0
  private static let titleLeading = 21.0
  private static let captionLeading = 17.0

  /// A title and a caption for a figure of this width; both may be empty.
  init(title: String, caption: String, width: Double) {
    let room = width - 2 * Self.margin
    titleLines = TextSize.wrapped(title, size: TextSize.title, width: room)
    captionLines = TextSize.wrapped(caption, size: TextSize.small, width: room)
  }

  /// The first pixel below the title.
  var bottomOfTitle: Double { Self.margin + Double(titleLines.count) * Self.titleLeading + 6 }

  /// The room that the caption takes, margins included.
  var captionHeight: Double { Self.margin + Double(captionLines.count) * Self.captionLeading }

  /// Draws both; the caption starts at `captionTop`.
  func draw(on canvas: inout Canvas, captionTop: Double) {
    for (index, line) in titleLines.enumerated() {
      canvas.text(
        line, Self.margin, Self.margin + 14 + Double(index) * Self.titleLeading,
        size: TextSize.title, bold: true)
    }
    for (index, line) in captionLines.enumerated() {
      canvas.text(
        line, Self.margin, captionTop + 12 + Double(index) * Self.captionLeading,
        size: TextSize.small, colour: Palette.faint)
    }
  }
}
