public import GameForms

extension LemkeHowson {
  /// What the paths from several labels came to.
  public struct Reached: Hashable, Sendable {
    /// The equilibria found, without repetition, in the order of the first label that leads there.
    public let equilibria: [Equilibrium]
    /// Every path walked, in order.
    public let paths: [Path]
    /// The limit that cut the work short, nil where none did.
    public let limit: String?

    /// The end of a single path.
    public init(_ path: Path) {
      equilibria = path.equilibrium.map { [$0] } ?? []
      paths = [path]
      limit = path.limit
    }

    /// Collects the ends of these paths.
    init(_ paths: [Path], limit: String?) {
      var seen: Set<MixedProfile> = []
      equilibria = paths.compactMap(\.equilibrium).filter { seen.insert($0.profile).inserted }
      self.paths = paths
      self.limit = limit
    }
  }

  /// The equilibria that the paths from all labels reach.
  ///
  /// Those of `known` equilibria that are not among them no path from the artificial equilibrium
  /// reaches.
  ///
  /// - Parameter seconds: when to stop; nil for no limit but that of the paths' length.
  /// - Throws: ``LemkeHowsonRefusal`` before any work is done.
  public static func all(
    _ game: StrategicGame, seconds: Double? = nil
  ) throws(LemkeHowsonRefusal) -> Reached {
    try refuse(game)
    var walker = PathWalker(game, seconds: seconds)
    var paths: [Path] = []
    for label in 0..<(game.shape[0] + game.shape[1]) {
      paths.append(walker.path(from: label, limit: longestPath / 10, anyEnd: false))
      if walker.isOutOfTime { break }
    }
    return Reached(paths, limit: paths.lazy.compactMap(\.limit).first)
  }

  /// One equilibrium, from whichever label leads there soon.
  ///
  /// Most paths of random games are short and a few very long: a path that outgrows its allowance
  /// is left for that of another label, and allowances grow until one suffices.
  ///
  /// - Parameters:
  ///   - seconds: when to stop; nil for no limit but `pivots`.
  ///   - pivots: how many pivots to do on all paths together.
  /// - Throws: ``LemkeHowsonRefusal`` before any work is done.
  /// - Source: restarts as in Luby, Sinclair and Zuckerman 1993; path lengths as in Codenotti, De
  ///   Rossi and Pagan 2008, An experimental analysis of Lemke-Howson algorithm.
  public static func first(
    _ game: StrategicGame, seconds: Double? = nil, pivots: Int = longestPath
  ) throws(LemkeHowsonRefusal) -> Reached {
    try refuse(game)
    let labels = game.shape[0] + game.shape[1]
    var walker = PathWalker(game, seconds: seconds)
    var paths: [Path] = []
    var left = pivots
    var allowance = Double(labels)
    while left > 0 {
      let label = paths.count * stride(labels) % labels
      let path = walker.path(from: label, limit: min(left, Int(allowance)), anyEnd: true)
      paths.append(path)
      left -= max(1, path.length)
      if path.equilibrium != nil {
        return paths.count == 1 ? Reached(path) : Reached(paths, limit: nil)
      }
      if walker.isOutOfTime { return Reached(paths, limit: path.limit) }
      allowance *= restartGrowth
    }
    return Reached(paths, limit: "\(pivots) pivots")
  }

  /// How much longer each next path may be.
  static let restartGrowth = 1.2

  /// Neighbouring labels often lead the same way: a step near the golden section that meets every
  /// label.
  private static func stride(_ labels: Int) -> Int {
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    let start = max(1, labels * 5 / 8)
    return (start..<(start + labels)).first { divisor($0, labels) == 1 } ?? 1
  }
}
