import Experiments
import Figures
import Laboratory
import Scenarios

extension ReplEntry {
  static let plot = ReplEntry(
    "plot", "plot [replies | r [0..1] | k rajin] [FILE.svg]",
    "draw best replies, or the equilibria along a parameter; into a file with FILE.svg",
    group: .ask,
    more: [
      "replies takes games of two with two strategies each; two parameters make a map, in a file.",
      "Other forms are drawn into a file: bargaining, divisions, conflicts.",
    ],
    example: [
      "load stag-hunt", "plot replies", "plot r", "plot r 0..1/2 /tmp/thresholds.svg",
      "load zarubino-terms", "plot /tmp/zone.svg",
    ], completes: [.words(["replies"]), .parameters]
  ) { words, session in
    var parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
    var path: String?
    if let last = parts.last, last.lowercased().hasSuffix(".svg") {
      path = last
      parts.removeLast()
    }
    let picture = try picture(parts, session)
    guard let path else {
      guard let text = picture.text else {
        throw UsageError(
          "this is drawn into a file only: add one, as in plot \(picture.words)drawing.svg")
      }
      return text
    }
    let file = try OutputFile(path)
    try file.write(try picture.svg())
    try file.commit()
    return "\(path)\n"
  }

  /// Something to draw: for the terminal where letters can, for a file always.
  private struct Picture {
    let words: String
    let text: String?
    let svg: () throws -> String
  }

  private static func picture(_ parts: [String], _ session: Session) throws -> Picture {
    let game = try session.game()
    let setting = try session.setting()
    let names = game.scenario.parameters.map(\.name)
    let words = parts.map { $0 + " " }.joined()
    if parts == ["replies"] || (parts.isEmpty && BestReplyCurves(setting) != nil) {
      guard let curves = BestReplyCurves(setting) else {
        throw UsageError(
          "best replies are drawn of two actors with two strategies each: plot a parameter instead, as "
            + "in plot \(names.first ?? "r") drawing.svg")
      }
      return Picture(words: words, text: curves.text) { BestReplyFigure(curves.setting)?.svg ?? "" }
    }
    if parts.count == 2, names.contains(parts[0]), names.contains(parts[1]) {
      return Picture(words: words, text: nil) {
        let regions = try Regions(
          of: game.scenario, x: .init(parts[0]), y: .init(parts[1]), set: game.set,
          relativeGains: game.relativeGains)
        return PolygonFigure(regions).svg
      }
    }
    if parts.isEmpty, let svg = try GameDrawing.svg(of: setting, asked: []) {
      return Picture(words: "", text: nil) { svg }
    }
    let thresholds = try ParameterRange(words, of: game.scenario).thresholds(of: game)
    return Picture(words: words, text: thresholds.chart()) { ThresholdFigure(thresholds).svg }
  }
}
