public import Arithmetic
public import GameForms

/// What comes about when each actor plays its part of an equilibrium of the game it sees, and what
/// each then learns.
///
/// - Source: Bennett 1977; Bennett and Dando 1979.
public struct HypergameOutcomes: Sendable {
  /// `expected[actor]`: the equilibria of the game that the actor sees.
  public let expected: [[MixedProfile]]
  /// What may come about: each choice of an equilibrium strategy by every actor.
  public let outcomes: [Outcome]

  /// What may come about.
  public struct Outcome: Hashable, Sendable {
    /// What is played.
    public let profile: MixedProfile
    /// What each actor really gets.
    public let payoffs: [Rational]
    /// The most that each could really have gained by another strategy.
    public let regrets: [Rational]
    /// `expectations[actor]`: the equilibria, by place in ``expected``, in which it plays this.
    public let expectations: [[Int]]
    /// What each expected to get, the best of its expectations.
    public let hopes: [Rational]
    /// Whether each sees others play what it did not expect in any of these.
    public let isSurprised: [Bool]

    /// Whether it is an equilibrium of the true game.
    public var isEquilibrium: Bool { regrets.allSatisfy(\.isZero) }
  }

  /// Why there is no answer.
  public enum Refusal: Error, Hashable, Sendable {
    /// The game that this actor sees has no equilibrium in pure strategies, and it has more than
    /// two actors.
    case noPureEquilibrium(actor: Int)
    /// The equilibria of the game that an actor sees are out of reach.
    case enumeration(EnumerationRefusal)
    /// More choices of equilibrium strategies than ``mostOutcomes``.
    case tooMany(outcomes: Int)
  }

  /// Most outcomes that are listed.
  public static let mostOutcomes = 2000

  /// The outcomes of a hypergame: of two actors by all extreme equilibria of what each sees, of
  /// more by those in pure strategies.
  ///
  /// - Throws: ``Refusal``.
  public static func solve(
    _ game: Hypergame, seconds: Double? = nil
  ) throws(Refusal) -> HypergameOutcomes {
    var expected: [[MixedProfile]] = []
    for (actor, seen) in game.perceived.enumerated() {
      expected.append(try equilibria(of: seen, actor, seconds))
    }
    // The distinct strategies that an actor may choose, with the equilibria that contain each.
    let choices = expected.indices.map { actor in
      var choices: [(strategy: [Rational], equilibria: [Int])] = []
      for (index, profile) in expected[actor].enumerated() {
        let own = profile.probabilities[actor]
        if let known = choices.firstIndex(where: { $0.strategy == own }) {
          choices[known].equilibria.append(index)
        } else {
          choices.append((own, [index]))
        }
      }
      return choices
    }
    let count = choices.reduce(1) { min($0 * $1.count, mostOutcomes + 1) }
    guard count <= mostOutcomes else {
      throw .tooMany(outcomes: choices.reduce(1) { $0 &* $1.count })
    }
    let outcomes = (0..<count).map { index in
      var rest = index
      let chosen =
        choices.reversed().map { list in
          defer { rest /= list.count }
          return list[rest % list.count]
        }.reversed() as [(strategy: [Rational], equilibria: [Int])]
      return outcome(of: chosen, expected, game)
    }
    return HypergameOutcomes(expected: expected, outcomes: outcomes)
  }

  private static func equilibria(
    of seen: StrategicGame, _ actor: Int, _ seconds: Double?
  ) throws(Refusal) -> [MixedProfile] {
    if seen.actors == 2 {
      do throws(EnumerationRefusal) {
        return try EquilibriumEnumeration(seconds: seconds).solve(seen).extreme.map(\.profile)
      } catch {
        throw .enumeration(error)
      }
    }
    let pure = PureEquilibria.solve(seen)
    guard !pure.isEmpty else { throw .noPureEquilibrium(actor: actor) }
    return pure.map { MixedProfile(pure: seen.profile(at: $0), shape: seen.shape) }
  }

  private static func outcome(
    of chosen: [(strategy: [Rational], equilibria: [Int])], _ expected: [[MixedProfile]],
    _ game: Hypergame
  ) -> Outcome {
    let profile = MixedProfile(chosen.map(\.strategy))
    let values = game.truth.strategyValues(against: profile)
    let payoffs = zip(values, profile.probabilities).map { values, weights in
      zip(values, weights).reduce(Rational.zero) { $0 + $1.0 * $1.1 }
    }
    let hopes = chosen.enumerated().map { actor, choice in
      choice.equilibria.map {
        game.perceived[actor].expectedPayoffs(of: expected[actor][$0])[actor]
      }.max() ?? .zero
    }
    return Outcome(
      profile: profile, payoffs: payoffs,
      regrets: zip(values, payoffs).map { ($0.max() ?? $1) - $1 },
      expectations: chosen.map(\.equilibria), hopes: hopes,
      isSurprised: chosen.enumerated().map { actor, choice in
        !choice.equilibria.contains { expected[actor][$0] == profile }
      })
  }
}
