public import Arithmetic

/// How one decision maker orders the states of a conflict: a ranking with ties, and, where it is
/// known, which states are *much* worse than which.
public struct PreferenceOrder: Hashable, Sendable {
  /// `ranks[state]`: 0 is worst, equal ranks are ties, no rank is skipped.
  public let ranks: [Int]
  /// `muchWorse[state]`: every state of a rank below this is much worse than `state`; 0 for none.
  public let muchWorse: [Int]

  /// The order of values, more being better.
  ///
  /// - Parameters:
  ///   - values: one a state.
  ///   - levels: one a state, which must not contradict the values; of two states on different
  ///     levels the lower is much worse. Nil where nothing is said of strength.
  public init(values: [some Comparable], levels: [Int]? = nil) {
    self.init(values) { better, worse in
      levels.map { $0[worse] < $0[better] } ?? false
    }
  }

  /// The order of cardinal values, more being better.
  ///
  /// - Parameters:
  ///   - values: one a state.
  ///   - threshold: a state that falls short of another by at least this much is much worse; nil
  ///     where nothing is said of strength.
  public init(values: [Rational], muchAt threshold: Rational?) {
    self.init(values) { better, worse in
      threshold.map { values[better] - values[worse] >= $0 } ?? false
    }
  }

  private init<Value: Comparable>(
    _ values: [Value], isMuchBetter: (_ better: Int, _ worse: Int) -> Bool
  ) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    var ofRank: [Int] = []
    for state in order {
      if let last = ofRank.last, values[last] == values[state] {
        ranks[state] = ofRank.count - 1
      } else {
        ranks[state] = ofRank.count
        ofRank.append(state)
      }
    }
    // Going up, what is much worse never becomes less: one pass over the ranks is enough.
    var bounds: [Int] = []
    for (rank, state) in ofRank.enumerated() {
      var bound = bounds.last ?? 0
      while bound < rank, isMuchBetter(state, ofRank[bound]) { bound += 1 }
      bounds.append(bound)
    }
    self.ranks = ranks
    muchWorse = ranks.map { bounds[$0] }
  }

  /// Whether anything is said of strength.
  public var hasStrength: Bool { muchWorse.contains { $0 > 0 } }

  /// Whether `state` is better than `other`.
  @inlinable public func prefers(_ state: Int, to other: Int) -> Bool {
    ranks[state] > ranks[other]
  }
}
