import Arithmetic
import GameForms

extension Fixture {
  /// The tree of two actors in two fields: `actor:actions` of each information set, and the nodes
  /// depth first, `s2` a set, `c1/2,1/2` chance, `5,0` an end.
  public func tree(sets: Int, nodes: Int) throws -> ExtensiveGame {
    let choices = fields[sets].split(separator: " ").map { word in
      let numbers = word.split(separator: ":").compactMap { Int($0) }
      return ExtensiveGame.Choice(actor: numbers[0], actions: numbers[1])
    }
    let kinds = fields[nodes].split(separator: " ").map { word -> ExtensiveGame.Kind in
      let numbers = word.drop { $0.isLetter }.split(separator: ",").compactMap {
        Rational(String($0))
      }
      return switch word.first {
      case "s": .decision(set: numbers[0].integer ?? 0)
      case "c": .chance(probabilities: numbers)
      default: .end(payoffs: numbers)
      }
    }
    return try ExtensiveGame(actors: 2, sets: choices, nodes: kinds)
  }
}
