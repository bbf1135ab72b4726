/// One measured figure: ours, a peer's in the same run where there is one, and what is promised.
struct Figure {
  /// What was done, in few words.
  let work: String
  /// What the numbers count.
  var unit = Unit.seconds
  /// One number for each game or run.
  let ours: [Double]
  /// The program that did the same work.
  var peer: Peer?
  /// What is promised of this figure.
  var promise: Promise?
  /// What must be said besides.
  var note: String?

  /// A program that does the same work in the same run.
  struct Peer {
    /// What it is called, with its method where it has several.
    let name: String
    /// Its numbers, for the same games in the same order; nil where it is not installed, empty where
    /// it failed.
    let values: [Double]?
  }

  /// What a number counts.
  enum Unit: String {
    case seconds = "s"
    case perSecond = "1/s"
    case bytes = "B"
    case number = "1"
  }

  /// The worst of several numbers; nil where there is one.
  var worst: Double? { ours.count > 1 ? worst(of: ours) : nil }

  /// The median of the peer's numbers; nil where it gave none.
  var theirs: Double? { peer?.values.flatMap { $0.isEmpty ? nil : $0.median } }

  /// Our median over the peer's; nil without a peer.
  var ratio: Double? { theirs.map { ours.median / $0 } }

  /// The ratio of the game that is worst for us; nil without a peer or with one game.
  var worstRatio: Double? {
    guard let values = peer?.values, values.count == ours.count, ours.count > 1 else { return nil }
    return worst(of: zip(ours, values).map { $0 / $1 })
  }

  /// Whether the promise holds; nil where there is none, or no peer to judge it by.
  var holds: Bool? {
    guard let promise, let value = value(of: promise.quantity) else { return nil }
    return promise.bound.holds(for: value)
  }

  /// The number that a promise is about.
  func value(of quantity: Promise.Quantity) -> Double? {
    switch quantity {
    case .median: ours.median
    case .worst: worst(of: ours)
    case .ratio: ratio
    }
  }

  private func worst(of values: [Double]) -> Double? {
    unit == .perSecond ? values.min() : values.max()
  }
}

/// What is promised of a figure.
struct Promise {
  /// What of the figure it is about.
  enum Quantity: String { case median, worst, ratio }

  /// Where the number must lie.
  enum Bound {
    case atMost(Double)
    case atLeast(Double)

    func holds(for value: Double) -> Bool {
      switch self {
      case .atMost(let limit): value <= limit
      case .atLeast(let limit): value >= limit
      }
    }
  }

  let quantity: Quantity
  let bound: Bound

  /// A promise of our median.
  static func median(_ bound: Bound) -> Promise { Promise(quantity: .median, bound: bound) }
  /// A promise of our worst number.
  static func worst(_ bound: Bound) -> Promise { Promise(quantity: .worst, bound: bound) }
  /// A promise of the ratio of the medians.
  static func ratio(_ bound: Bound) -> Promise { Promise(quantity: .ratio, bound: bound) }
}
