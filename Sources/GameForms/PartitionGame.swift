import Arithmetic

/// A game in partition function form: what a coalition is worth depends on how the others stand
/// together.
///
/// - Source: Thrall and Lucas 1963.
public struct PartitionGame: Sendable {
  /// Most actors where every structure is looked at: 9 have 21,147.
  public static let mostActors = 9

  /// How many actors there are.
  public let actors: Int
  private let worths: @Sendable (CoalitionStructure) -> [Rational]

  /// The game in which `worth` says what a block of a structure has.
  ///
  /// - Precondition: 1 to 24 actors.
  public init(
    actors: Int, worth: @escaping @Sendable (Coalition, CoalitionStructure) -> Rational
  ) {
    self.init(actors: actors) { structure in structure.blocks.map { worth($0, structure) } }
  }

  /// The game in which `worths` says what all blocks of a structure have, in their order.
  ///
  /// - Precondition: 1 to 24 actors.
  public init(actors: Int, worths: @escaping @Sendable (CoalitionStructure) -> [Rational]) {
    precondition(1...CoalitionalGame.mostActors ~= actors, "a game has 1 to 24 actors")
    self.actors = actors
    self.worths = worths
  }

  /// The game without externalities.
  public init(_ game: CoalitionalGame) {
    self.init(actors: game.actors) { block, _ in game[block] }
  }

  /// What each block of a structure has, in the order of its blocks.
  public func worths(in structure: CoalitionStructure) -> [Rational] { worths(structure) }

  /// What the block of `actor` has in a structure.
  public func worth(ofBlockOf actor: Int, in structure: CoalitionStructure) -> Rational {
    worths(structure)[structure.blockOf[actor]]
  }

  /// What all blocks of a structure have together.
  public func total(in structure: CoalitionStructure) -> Rational {
    worths(structure).reduce(.zero, +)
  }

  /// What each coalition has while all others stand alone.
  ///
  /// - Source: de Clippel and Serrano 2008 and others, the singletons' reaction.
  public var againstSingletons: CoalitionalGame {
    CoalitionalGame(actors: actors) { coalition in
      worth(
        ofBlockOf: coalition.members[0],
        in: CoalitionStructure.alone(but: coalition, of: actors))
    }
  }

  /// What each coalition has while all others stand together.
  public var againstTheRest: CoalitionalGame {
    CoalitionalGame(actors: actors) { coalition in
      let rest = coalition.complement(of: actors)
      let blocks = rest.isEmpty ? [coalition] : [coalition, rest]
      guard let structure = CoalitionStructure(blocks, actors: actors) else { return .zero }
      return worth(ofBlockOf: coalition.members[0], in: structure)
    }
  }

  /// Quantity competition of blocks with one cost and linear demand: each of m blocks earns
  /// `margin^2 / (slope (m + 1)^2)`.
  ///
  /// - Source: Cournot 1838; Salant, Switzer and Reynolds 1983 for mergers that do not pay.
  public static func cournot(actors: Int, margin: Rational, slope: Rational) -> PartitionGame {
    PartitionGame(actors: actors) { _, structure in
      let share = margin / Rational(structure.blocks.count + 1)
      return share * share / slope
    }
  }
}
