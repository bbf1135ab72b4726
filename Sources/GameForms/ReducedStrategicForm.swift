import Arithmetic

/// Why a game in extensive form is not written as a strategic one.
public enum StrategicFormRefusal: Error, Hashable, Sendable {
  /// About so many strategies of one actor, more than `limit`.
  case tooManyStrategies(actor: Int, count: Double, limit: Int)
  /// The profiles make so many payoffs, more than `limit`.
  case tooManyPayoffs(count: Double, limit: Int)
}

/// The reduced strategic form: strategies that differ only where their own earlier moves never lead
/// are one.
///
/// - Source: Kuhn 1953; reduction as in Gambit and von Stengel 1996.
public struct ReducedStrategicForm: Hashable, Sendable {
  /// The most strategies of an actor.
  public static let mostStrategies = 1_000_000
  /// The most payoffs, over all profiles and actors.
  public static let mostPayoffs = 4_000_000

  /// The strategic game.
  public let game: StrategicGame
  /// The information sets of each actor.
  public let sets: [[Int]]
  /// `strategies[actor][strategy][k]`: the action at `sets[actor][k]`, nil where own earlier moves
  /// never lead.
  public let strategies: [[[Int?]]]

  /// The reduced strategic form of `game`.
  ///
  /// - Throws: ``StrategicFormRefusal`` before any work, when it would be too large.
  public init(_ game: ExtensiveGame) throws(StrategicFormRefusal) {
    let counts = game.strategyCounts
    for (actor, count) in counts.enumerated() where count > Double(Self.mostStrategies) {
      throw .tooManyStrategies(actor: actor, count: count, limit: Self.mostStrategies)
    }
    let size = counts.reduce(Double(game.actors), *)
    guard size <= Double(Self.mostPayoffs) else {
      throw .tooManyPayoffs(count: size, limit: Self.mostPayoffs)
    }
    sets = (0..<game.actors).map { game.sets(of: $0) }
    strategies = (0..<game.actors).map { game.reducedStrategies(of: $0) }
    self.game = Self.payoffs(of: game, strategies: strategies, sets: sets)
  }

  private static func payoffs(
    of game: ExtensiveGame, strategies: [[[Int?]]], sets: [[Int]]
  ) -> StrategicGame {
    let actors = game.actors
    let shape = strategies.map(\.count)
    var strides = Array(repeating: 1, count: actors)
    for actor in (0..<(actors - 1)).reversed() {
      strides[actor] = strides[actor + 1] * shape[actor + 1]
    }
    var place = Array(repeating: 0, count: game.sets.count)
    for own in sets { for (k, set) in own.enumerated() { place[set] = k } }
    var payoffs = Array(repeating: Rational.zero, count: shape.reduce(actors, *))
    for end in game.ends {
      guard case .end(let gains) = game.nodes[end].kind else { continue }
      var chance = Rational.one
      var wanted = Array(repeating: [(place: Int, action: Int)](), count: actors)
      for (node, action) in game.path(to: end) {
        switch game.nodes[node].kind {
        case .decision(let set): wanted[game.sets[set].actor].append((place[set], action))
        case .chance(let probabilities): chance *= probabilities[action]
        case .end: break
        }
      }
      guard !chance.isZero else { continue }
      // Every profile of strategies that lead here, as the sum of their strides.
      var profiles = [0]
      for actor in 0..<actors {
        let leading = strategies[actor].indices.filter { strategy in
          wanted[actor].allSatisfy { strategies[actor][strategy][$0.place] == $0.action }
        }
        profiles = profiles.flatMap { base in leading.map { base + $0 * strides[actor] } }
      }
      for actor in 0..<actors {
        let gain = chance * gains[actor]
        guard !gain.isZero else { continue }
        for profile in profiles { payoffs[profile * actors + actor] += gain }
      }
    }
    return StrategicGame(shape: shape, payoffs: payoffs)
  }

  /// The behaviour that a profile of mixed strategies amounts to, and the sets that no strategy
  /// played leads to, where the first action stands for any.
  ///
  /// - Source: Kuhn 1953; equivalent where the game has perfect recall.
  public func behaviour(
    of mixed: MixedProfile, in game: ExtensiveGame
  ) -> (profile: BehaviourProfile, free: [Int]) {
    var rows = game.sets.map { set in
      [Rational.one] + Array(repeating: .zero, count: set.actions - 1)
    }
    var free: [Int] = []
    for actor in sets.indices {
      for (k, set) in sets[actor].enumerated() {
        var weights = Array(repeating: Rational.zero, count: game.sets[set].actions)
        for (strategy, weight) in zip(strategies[actor], mixed.probabilities[actor]) {
          if let action = strategy[k] { weights[action] += weight }
        }
        let total = weights.reduce(.zero, +)
        if total.isZero { free.append(set) } else { rows[set] = weights.map { $0 / total } }
      }
    }
    return (BehaviourProfile(rows), free.sorted())
  }
}

extension ExtensiveGame {
  /// How many strategies each actor has: reduced ones where it remembers, else all.
  public var strategyCounts: [Double] {
    let moves = lastMoves
    let first = firstMoves
    let remembers = hasPerfectRecall
    return (0..<actors).map { actor in
      let own = sets(of: actor)
      guard remembers else { return own.reduce(1.0) { $0 * Double(sets[$1].actions) } }
      // Strategies from each own move on; later sets are folded into the move before them.
      var ways = Array(repeating: 1.0, count: (first.last ?? 0) + (sets.last?.actions ?? 1) + 1)
      for set in own.sorted(by: { members[$0][0] > members[$1][0] }) {
        let here = (0..<sets[set].actions).reduce(0.0) { $0 + ways[first[set] + $1] }
        ways[moves[members[set][0] * actors + actor]] *= here
      }
      return ways[0]
    }
  }

  /// The reduced strategies of an actor: the action at each of its sets, nil where its earlier moves
  /// never lead.
  func reducedStrategies(of actor: Int) -> [[Int?]] {
    let own = sets(of: actor)
    var place = Array(repeating: 0, count: sets.count)
    for (k, set) in own.enumerated() { place[set] = k }
    // The own moves before each node of each own set, no list twice.
    let histories = own.map { set in
      var lists: [[[Int]]] = []
      for node in members[set] {
        let list = path(to: node).compactMap { step in
          self.set(of: step.node).flatMap {
            sets[$0].actor == actor ? [place[$0], step.action] : nil
          }
        }
        if !lists.contains(list) { lists.append(list) }
      }
      return lists
    }
    var strategies: [[Int?]] = []
    var open: [[Int?]] = [Array(repeating: nil, count: own.count)]
    while let partial = open.popLast() {
      let next = own.indices.first { k in
        partial[k] == nil
          && histories[k].contains { $0.allSatisfy { partial[$0[0]] == $0[1] } }
      }
      guard let next else {
        strategies.append(partial)
        continue
      }
      for action in (0..<sets[own[next]].actions).reversed() {
        var longer = partial
        longer[next] = action
        open.append(longer)
      }
    }
    return strategies
  }
}
