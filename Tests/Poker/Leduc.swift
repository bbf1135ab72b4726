import Arithmetic
import GameForms

/// Leduc poker: six cards in two suits, two rounds, raises of 2 and 4, at most two a round.
///
/// - Source: Southey et al. 2005.
public enum Leduc {
  private struct Builder {
    var kinds: [ExtensiveGame.Kind] = []
    var sets: [ExtensiveGame.Choice] = []
    var names: [String: Int] = [:]

    /// Grows the tree after `moves` of this round; `pot[player]` is what each has put in.
    mutating func bet(
      _ cards: [Int], _ board: Int?, _ past: String, _ moves: String, _ pot: [Int]
    ) {
      let player = moves.utf8.count % 2
      let raise = board == nil ? 2 : 4
      let owed = pot[1 - player] - pot[player]
      let raises = moves.utf8.filter { $0 == UInt8(ascii: "r") }.count
      var options: [String] = owed > 0 ? ["f"] : []
      options.append("c")
      if raises < 2 { options.append("r") }
      let seen = board.map { String($0 / 2) } ?? ""
      let name = "\(player):\(cards[player] / 2)|\(seen)|\(past)|\(moves)"
      let set = names[name] ?? sets.count
      if set == sets.count {
        names[name] = set
        sets.append(.init(actor: player, actions: options.count))
      }
      kinds.append(.decision(set: set))
      for option in options {
        var next = pot
        switch option {
        case "f":
          end(winner: 1 - player, pot)
          continue
        case "r": next[player] = pot[1 - player] + raise
        default: next[player] = pot[1 - player]
        }
        // A call ends the round, and so do two checks.
        if option == "c", owed > 0 || moves == "c" {
          finish(cards, board, past + moves + option, next)
        } else {
          bet(cards, board, past, moves + option, next)
        }
      }
    }

    mutating func finish(_ cards: [Int], _ board: Int?, _ past: String, _ pot: [Int]) {
      guard let board else {
        let left = (0..<6).filter { !cards.contains($0) }
        kinds.append(
          .chance(probabilities: Array(repeating: Rational(1, left.count), count: left.count)))
        for card in left { bet(cards, card, past + "/", "", pot) }
        return
      }
      let ranks = cards.map { $0 / 2 }
      if ranks[0] == ranks[1] {
        kinds.append(.end(payoffs: [0, 0]))
      } else if ranks.contains(board / 2) {
        end(winner: ranks[0] == board / 2 ? 0 : 1, pot)
      } else {
        end(winner: ranks[0] > ranks[1] ? 0 : 1, pot)
      }
    }

    mutating func end(winner: Int, _ pot: [Int]) {
      let won = Rational(pot[1 - winner])
      kinds.append(.end(payoffs: winner == 0 ? [won, -won] : [-won, won]))
    }
  }

  /// The game with every card told apart by chance, and by rank only by the players.
  public static func game() throws -> ExtensiveGame {
    var builder = Builder()
    let deals = (0..<6).flatMap { first in (0..<6).filter { $0 != first }.map { [first, $0] } }
    builder.kinds.append(
      .chance(probabilities: Array(repeating: Rational(1, deals.count), count: deals.count)))
    for deal in deals { builder.bet(deal, nil, "", "", [1, 1]) }
    return try ExtensiveGame(actors: 2, sets: builder.sets, nodes: builder.kinds)
  }
}
