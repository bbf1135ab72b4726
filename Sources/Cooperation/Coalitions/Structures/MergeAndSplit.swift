import Arithmetic
import GameForms

/// Which coalition structures last when blocks may merge and may split.
///
/// Blocks merge, two or more at once, if together they have more than apart; a block splits, in any
/// way, if its parts have more. What a block has may depend on how the others stand, who are taken
/// to stay as they are.
///
/// - Source: Apt and Witzel 2009; with externalities and weights on relative gains ours.
public struct MergeAndSplit: Sendable {
  private let claims: StandingClaims

  /// Merging and splitting in `game`; `weights` are theta_i = rho_i / (1 + rho_i), none for absolute
  /// gains.
  public init(_ game: PartitionGame, weights: [Rational]? = nil) {
    claims = StandingClaims(
      game: game, weights: weights ?? Array(repeating: .zero, count: game.actors))
  }

  /// A merger or a split that pays.
  public struct Move: Hashable, Sendable {
    /// What comes of it.
    public let structure: CoalitionStructure
    /// What those who move gain together; positive.
    public let gain: Rational
    /// Those who move.
    public let movers: Coalition
    /// Whether it is a merger.
    public let isMerger: Bool
  }

  /// The structures from which no merger and no split pays.
  ///
  /// - Precondition: at most `PartitionGame.mostActors` actors.
  public func stable() -> [CoalitionStructure] {
    precondition(claims.game.actors <= PartitionGame.mostActors, "too many structures")
    return CoalitionStructure.all(claims.game.actors).filter { moves(from: $0).isEmpty }
  }

  /// The moves that pay, the largest gain first.
  public func moves(from structure: CoalitionStructure) -> [Move] {
    let moves = mergers(structure) + splits(structure)
    return moves.enumerated().sorted {
      $0.element.gain == $1.element.gain
        ? $0.offset < $1.offset : $0.element.gain > $1.element.gain
    }.map(\.element)
  }

  /// The structures passed when the best move is made each time; the last one is stable unless it
  /// was passed before, and then moves go round for ever.
  public func path(from structure: CoalitionStructure) -> [CoalitionStructure] {
    var path = [structure]
    while let next = path.last.flatMap({ moves(from: $0).first?.structure }) {
      let isRound = path.contains(next)
      path.append(next)
      if isRound { break }
    }
    return path
  }

  /// The mergers that pay.
  func mergers(_ structure: CoalitionStructure) -> [Move] {
    let blocks = structure.blocks
    return (1..<(1 << blocks.count)).filter { $0.nonzeroBitCount > 1 }.compactMap { chosen in
      let merged = blocks.indices.filter { chosen >> $0 & 1 == 1 }
      let kept = blocks.indices.filter { chosen >> $0 & 1 == 0 }.map { blocks[$0] }
      let movers = Coalition(rawValue: merged.reduce(0) { $0 | blocks[$1].rawValue })
      return move(from: structure, to: kept + [movers], movers, isMerger: true)
    }
  }

  private func splits(_ structure: CoalitionStructure) -> [Move] {
    let blocks = structure.blocks
    return blocks.indices.flatMap { place in
      let members = blocks[place].members
      let kept = blocks.indices.filter { $0 != place }.map { blocks[$0] }
      return CoalitionStructure.all(members.count).dropFirst().compactMap { split in
        let parts = split.blocks.map { Coalition($0.members.map { members[$0] }) }
        return move(from: structure, to: kept + parts, blocks[place], isMerger: false)
      }
    }
  }

  private func move(
    from structure: CoalitionStructure, to blocks: [Coalition], _ movers: Coalition,
    isMerger: Bool
  ) -> Move? {
    guard let next = CoalitionStructure(blocks, actors: structure.actors) else { return nil }
    let gain = claim(of: movers, in: next) - claim(of: movers, in: structure)
    guard gain.signum > 0 else { return nil }
    return Move(structure: next, gain: gain, movers: movers, isMerger: isMerger)
  }

  /// What the blocks made of `movers` compare together.
  private func claim(of movers: Coalition, in structure: CoalitionStructure) -> Rational {
    structure.blocks.filter { $0.isSubset(of: movers) }.reduce(.zero) {
      $0 + claims.block(of: $1.members[0], in: structure)
    }
  }
}
