import Arithmetic
import GameForms

/// The sequences of own moves in a tree of two, by which its sequence form is written.
///
/// - Source: von Stengel 1996.
struct Sequences {
  /// A payoff of each actor where two sequences meet, weighted by chance.
  struct Cell {
    let sequences: [Int]
    let payoffs: [Rational]
  }

  /// `counts[actor]`: how many sequences, the empty one first.
  let counts: [Int]
  /// `own[actor]`: the information sets, in ascending order.
  let own: [[Int]]
  private let game: ExtensiveGame
  /// `place[move]`: where a move stands among the sequences of its actor.
  private let place: [Int]
  private let first: [Int]
  private let moves: [Int]

  /// The sequences of `game`.
  ///
  /// - Throws: ``SequenceFormRefusal`` where there are not two actors who forget nothing.
  init(_ game: ExtensiveGame) throws(SequenceFormRefusal) {
    guard game.actors == 2 else { throw .needsTwoActors(actors: game.actors) }
    if let set = game.recallFault { throw .imperfectRecall(set: set) }
    self.game = game
    first = game.firstMoves
    moves = game.lastMoves
    own = [game.sets(of: 0), game.sets(of: 1)]
    var counts = [1, 1]
    var place = Array(repeating: 0, count: game.sets.reduce(1) { $0 + $1.actions })
    for (set, choice) in game.sets.enumerated() {
      for action in 0..<choice.actions {
        place[first[set] + action] = counts[choice.actor]
        counts[choice.actor] += 1
      }
    }
    self.counts = counts
    self.place = place
  }

  /// The sequence that ends with an action at a set.
  func sequence(_ action: Int, at set: Int) -> Int { place[first[set] + action] }

  /// The sequence of its actor that leads to a set.
  func parent(of set: Int) -> Int {
    place[moves[game.members[set][0] * 2 + game.sets[set].actor]]
  }

  /// The payoffs of every end that chance allows, all of them `lift` higher.
  func cells(lifting lift: Rational = .zero) -> [Cell] {
    var cells: [Cell] = []
    var chance = Array(repeating: Rational.one, count: game.nodes.count)
    for (index, node) in game.nodes.enumerated() {
      if let parent = node.parent {
        chance[index] = chance[parent]
        if case .chance(let probabilities) = game.nodes[parent].kind {
          chance[index] *= probabilities[node.action]
        }
      }
      guard case .end(let payoffs) = node.kind, !chance[index].isZero else { continue }
      cells.append(
        Cell(
          sequences: [place[moves[index * 2]], place[moves[index * 2 + 1]]],
          payoffs: payoffs.map { chance[index] * ($0 + lift) }))
    }
    return cells
  }

  /// The behaviour that realization plans amount to; the first action where a plan never leads.
  ///
  /// - Parameter shares: the weights of the actions at a set as probabilities.
  func behaviour(
    of plans: [[Rational]], shares: ([Rational]) -> [Rational]
  ) -> BehaviourProfile {
    BehaviourProfile(
      game.sets.enumerated().map { set, choice in
        shares((0..<choice.actions).map { plans[choice.actor][sequence($0, at: set)] })
      })
  }
}
