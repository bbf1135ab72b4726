/// A game that each actor sees in its own way: the same strategies, but payoffs as each takes them
/// to be, its own and the others'.
///
/// - Source: Bennett 1977, of the first level: nobody knows that others see it differently.
public struct Hypergame: Hashable, Sendable {
  /// What the actors really get.
  public let truth: StrategicGame
  /// `perceived[actor]`: the game as that actor sees it.
  public let perceived: [StrategicGame]

  /// A game with what each actor takes it to be.
  ///
  /// - Precondition: one perceived game an actor, all of the same shape.
  public init(truth: StrategicGame, perceived: [StrategicGame]) {
    precondition(perceived.count == truth.actors, "each actor sees a game")
    precondition(perceived.allSatisfy { $0.shape == truth.shape }, "all see the same strategies")
    self.truth = truth
    self.perceived = perceived
  }
}
