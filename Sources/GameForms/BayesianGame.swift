import Arithmetic

/// A game of incomplete information: chance gives each actor a type that only it knows, then all
/// choose at once.
///
/// Numbers only: actors, types and actions are counted from 0.
///
/// - Source: Harsanyi 1967-68.
public struct BayesianGame: Hashable, Sendable {
  /// How many types each actor has.
  public let types: [Int]
  /// How many actions each actor has, whatever its type.
  public let actions: [Int]
  /// How likely each profile of types is, the last actor's type fastest.
  public let prior: [Rational]
  /// `payoffs[(types * profiles + actions) * actors + actor]`, by profiles of types and of actions.
  public let payoffs: [Rational]

  /// The game of these numbers.
  ///
  /// - Precondition: each actor has a type and an action, and prior and payoffs fill the shape; the
  ///   prior is a probability distribution.
  public init(types: [Int], actions: [Int], prior: [Rational], payoffs: [Rational]) {
    precondition(types.count == actions.count && !types.isEmpty, "types and actions for each actor")
    precondition((types + actions).allSatisfy { $0 > 0 }, "each actor needs a type and an action")
    precondition(prior.count == types.reduce(1, *), "one probability a profile of types")
    precondition(
      prior.allSatisfy { $0.signum >= 0 } && prior.reduce(.zero, +) == .one, "a prior sums to 1")
    precondition(
      payoffs.count == (types + actions).reduce(types.count, *), "payoffs must fill the shape")
    self.types = types
    self.actions = actions
    self.prior = prior
    self.payoffs = payoffs
  }

  /// How many actors play.
  public var actors: Int { types.count }

  /// The number of the information set at which `actor` with this type moves, in ``extensive``.
  public func set(of actor: Int, type: Int) -> Int { types[..<actor].reduce(0, +) + type }

  /// The game as a tree: chance draws the types, then the actors move in order, each knowing its own
  /// type only. Its reduced strategic form is the game ex ante, its agent form the interim one.
  public var extensive: ExtensiveGame {
    var nodes: [ExtensiveGame.Kind] = [.chance(probabilities: prior)]
    let profiles = actions.reduce(1, *)
    for draw in prior.indices {
      let own = Self.digits(of: draw, types)
      func grow(_ actor: Int, _ index: Int) {
        guard actor < actors else {
          let start = (draw * profiles + index) * actors
          nodes.append(.end(payoffs: Array(payoffs[start..<(start + actors)])))
          return
        }
        nodes.append(.decision(set: set(of: actor, type: own[actor])))
        for action in 0..<actions[actor] { grow(actor + 1, index * actions[actor] + action) }
      }
      grow(0, 0)
    }
    let sets = types.indices.flatMap { actor in
      Array(
        repeating: ExtensiveGame.Choice(actor: actor, actions: actions[actor]), count: types[actor])
    }
    do {
      return try ExtensiveGame(actors: actors, sets: sets, nodes: nodes)
    } catch {
      preconditionFailure("types and actions make a tree: \(error)")
    }
  }

  /// What `actor` expects of each action once it knows its type, the others playing `profile`; nil
  /// for a type that never occurs.
  public func interimValues(
    of actor: Int, type: Int, under profile: BehaviourProfile
  ) -> [Rational]? {
    var values = Array(repeating: Rational.zero, count: actions[actor])
    var total = Rational.zero
    let profiles = actions.reduce(1, *)
    for draw in prior.indices where !prior[draw].isZero {
      let own = Self.digits(of: draw, types)
      guard own[actor] == type else { continue }
      total += prior[draw]
      for index in 0..<profiles {
        let chosen = Self.digits(of: index, actions)
        var weight = prior[draw]
        for other in types.indices where other != actor && !weight.isZero {
          weight *= profile.probabilities[set(of: other, type: own[other])][chosen[other]]
        }
        guard !weight.isZero else { continue }
        values[chosen[actor]] += weight * payoffs[(draw * profiles + index) * actors + actor]
      }
    }
    return total.isZero ? nil : values.map { $0 / total }
  }

  /// The digits of `index` in the mixed base `shape`, last one fastest.
  private static func digits(of index: Int, _ shape: [Int]) -> [Int] {
    var rest = index
    var digits = shape
    for place in shape.indices.reversed() {
      digits[place] = rest % shape[place]
      rest /= shape[place]
    }
    return digits
  }
}
