import Arithmetic
import Scenarios

/// Computes chunks on one thread.
final class ChunkWorker {
  private let experiment: Experiment
  private let kept: KeptMeasures
  private let stop: Stop
  private let evaluators: [GameEvaluator]
  private var current: SeriesWorker?

  /// Most errors a chunk keeps in words.
  static let mostFailures = 20

  /// - Parameters:
  ///   - evaluators: the compiled game of each series.
  ///   - kept: the measures that chunks carry besides their text.
  ///   - stop: asked between any two rows.
  init(
    _ experiment: Experiment, _ evaluators: [GameEvaluator], kept: KeptMeasures, stop: Stop
  ) {
    self.experiment = experiment
    self.evaluators = evaluators
    self.kept = kept
    self.stop = stop
  }

  /// Fills `chunk` with the rows of its plan; false if it was asked to stop before its end.
  func compute(_ chunk: Chunk) -> Bool {
    let series = chunk.plan.series
    if current?.index != series {
      current = SeriesWorker(experiment, series, evaluators[series])
    }
    return current?.compute(chunk, kept, stop) ?? false
  }
}
