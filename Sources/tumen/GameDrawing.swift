import Experiments
import Figures
import Laboratory

/// The picture that `solve --svg` draws.
enum GameDrawing {
  /// Draws what was asked about into a file.
  ///
  /// - Throws: `UsageError` for a game of which there is no picture.
  static func write(_ setting: Setting, asked: [String], to path: String) throws {
    guard let svg = try svg(of: setting, asked: asked) else {
      throw UsageError(
        "--svg draws trees of at most \(GameTreeFigure.mostEnds) ends, best replies of two actors with "
          + "two strategies each, quantal responses with --concept qre, bargaining games of two actors, "
          + "win-sets, divisions between two, cores of at most \(CoreFamily.mostActors) actors, and "
          + "conflicts of at most \(ConflictFigure.mostStates) states: leave it out, or use tumen "
          + "thresholds --svg"
      )
    }
    let file = try OutputFile(path)
    try file.write(svg)
    try file.commit()
  }

  /// The picture; nil where there is none.
  static func svg(of setting: Setting, asked: [String]) throws -> String? {
    if asked == ["win-sets"], let figure = WinSetFigure(setting) { return figure.svg }
    if asked == ["qre"], let seen = try setting.seenStrategically() {
      return QuantalResponseFigure(seen, seconds: 20)?.svg
    }
    if let figure = try GameTreeFigure(setting) { return figure.svg }
    if let figure = BestReplyFigure(setting) { return figure.svg }
    if let figure = try BargainingFigure(setting) { return figure.svg }
    if let question = try ConflictQuestion(setting), let figure = ConflictFigure(question) {
      return figure.svg
    }
    if let family = try CoreFamily(setting) {
      return CoreTriangleFigure(family)?.svg ?? CoreRangesFigure(family).svg
    }
    return DivisionFigure(setting)?.svg
  }
}
