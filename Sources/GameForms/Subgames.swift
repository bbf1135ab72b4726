import Arithmetic

extension ExtensiveGame {
  /// The nodes at which a subgame begins, the root first: no information set reaches out of it.
  ///
  /// Chance nodes count; ends do not.
  ///
  /// - Source: Selten 1965, 1975.
  /// - Complexity: linear in the nodes.
  public var subgameRoots: [Int] {
    var first = Array(nodes.indices)
    var last = Array(nodes.indices)
    for index in nodes.indices.reversed() {
      if case .decision(let set) = nodes[index].kind {
        first[index] = min(first[index], members[set][0])
        last[index] = max(last[index], members[set][members[set].count - 1])
      }
      for child in nodes[index].children {
        first[index] = min(first[index], first[child])
        last[index] = max(last[index], last[child])
      }
    }
    return nodes.indices.filter { index in
      guard !nodes[index].children.isEmpty, first[index] >= index,
        last[index] < nodes[index].below
      else { return false }
      return set(of: index).map { members[$0].count == 1 } ?? true
    }
  }

  /// A part of a game as a game of its own, with the way back.
  public struct Part: Hashable, Sendable {
    /// The part.
    public let game: ExtensiveGame
    /// The set in the whole game of each set of the part.
    public let sets: [Int]
    /// The node in the whole game of each node of the part.
    public let nodes: [Int]
  }

  /// The game from `root` on, cut at the nodes of `values`, where it ends with these payoffs.
  ///
  /// - Precondition: `root` begins a subgame, and so does each node of `values`.
  public func part(from root: Int, cutAt values: [Int: [Rational]] = [:]) -> Part {
    var places: [Int] = []
    var kinds: [Kind] = []
    var numbers: [Int: Int] = [:]
    var kept: [Int] = []
    var index = root
    while index < nodes[root].below {
      places.append(index)
      if index != root, let payoffs = values[index] {
        kinds.append(.end(payoffs: payoffs))
        index = nodes[index].below
        continue
      }
      if case .decision(let set) = nodes[index].kind {
        let number = numbers[set] ?? kept.count
        if number == kept.count {
          numbers[set] = number
          kept.append(set)
        }
        kinds.append(.decision(set: number))
      } else {
        kinds.append(nodes[index].kind)
      }
      index += 1
    }
    do {
      let game = try ExtensiveGame(actors: actors, sets: kept.map { sets[$0] }, nodes: kinds)
      return Part(game: game, sets: kept, nodes: places)
    } catch {
      preconditionFailure("a part of a game is a game: \(error)")
    }
  }
}
