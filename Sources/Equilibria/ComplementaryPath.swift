/// A dictionary that a path of Lemke and Howson walks on.
protocol PathDictionary {
  /// Whether the variable with this label is zero at the origin.
  func isCobasicAtOrigin(_ label: Int) -> Bool
  /// Lets the variable with this label enter the basis; returns the label of the one that leaves, nil
  /// where none can, which only roundings can do.
  mutating func enter(_ label: Int) -> Int?
  /// The actor's own strategies that are basic.
  var support: [Int] { get }
  /// The other actor's strategies whose constraints are tight by the basis.
  var replies: [Int] { get }
}

/// The path of almost complementary vertices that begins when one label is dropped.
struct ComplementaryPath<Dictionary: PathDictionary> {
  /// How a walk ends.
  enum End {
    /// At a pair of bases with every label.
    case complementary
    /// After as many pivots as were allowed.
    case tooLong
    /// Out of time.
    case outOfTime
    /// Where no variable could leave, which only roundings can do.
    case lost
  }

  /// The dictionaries of the row actor's and of the column actor's polytope.
  private(set) var sides: [Dictionary]
  /// Pivots done on the last walk.
  private(set) var length = 0

  /// A path that begins at the artificial equilibrium, where these dictionaries stand.
  init(_ rows: Dictionary, _ columns: Dictionary) { sides = [rows, columns] }

  /// Drops `label` and walks until every label is there again.
  mutating func walk(dropping label: Int, limit: Int, shouldStop: () -> Bool) -> End {
    length = 0
    var side = sides[0].isCobasicAtOrigin(label) ? 0 : 1
    var entering = label
    while true {
      if length >= limit { return .tooLong }
      if shouldStop() { return .outOfTime }
      guard let leaving = sides[side].enter(entering) else { return .lost }
      entering = leaving
      length += 1
      if entering == label { return .complementary }
      side = 1 - side
    }
  }
}
