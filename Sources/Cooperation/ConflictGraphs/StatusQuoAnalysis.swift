/// Whether, and by whose moves, a conflict can come from one state to another: an equilibrium that
/// cannot be reached settles nothing.
///
/// - Source: Li, Kilgour and Hipel 2005; sequences are legal as in Fang, Hipel and Kilgour 1993.
public struct StatusQuoAnalysis: Sendable {
  /// Where the conflict starts.
  public let start: Int
  private let improving: ForwardReach
  private let any: ForwardReach

  /// Analyses the ways out of `start`.
  public init(_ analysis: ConflictAnalysis, from start: Int) {
    let everyone = Array(0..<analysis.graph.actors)
    self.start = start
    improving = ForwardReach(from: start, movers: everyone, moves: analysis.improvements)
    any = ForwardReach(from: start, movers: everyone, moves: analysis.graph.moves)
  }

  /// A shortest way to `state` on which everyone who moves gains from the move; nil if there is
  /// none, empty for the start.
  public func improvingPath(to state: Int) -> [ConflictStep]? {
    state == start ? [] : improving.path(to: state)
  }

  /// A shortest way to `state` by any moves; nil if there is none, empty for the start.
  public func path(to state: Int) -> [ConflictStep]? {
    state == start ? [] : any.path(to: state)
  }
}
