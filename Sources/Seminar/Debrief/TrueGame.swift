public import Arithmetic
import Equilibria
import GameForms
import Laboratory
import Scenarios

/// A game that actors saw in different ways, as it was and as each saw it; and who is surprised by
/// what is played.
public struct TrueGame: Sendable {
  /// One a profile, in the order of the game.
  public let rows: [Row]
  private let expected: [[MixedProfile]]?

  /// A profile, what it really brings each actor, and what each took it to bring.
  public struct Row: Sendable {
    /// The profile in words.
    public let words: String
    /// Each actor's gain.
    public let gains: [Rational]
    /// `seen[viewer][actor]`: the gain of `actor` as `viewer` saw it.
    public let seen: [[Rational]]

    /// Whether somebody saw it otherwise than it was.
    public var isMistaken: Bool { seen.contains { $0 != gains } }
  }

  /// The game of a setting; nil where all see the same.
  init?(_ setting: Setting) {
    guard let form = setting.scenario.form as? HypergameForm else { return nil }
    let actors = setting.scenario.actors.count
    let seen = form.perceivedGains(in: setting.evaluated)
    rows = form.truth.cells.indices.map { cell in
      let places = (cell * actors)..<((cell + 1) * actors)
      return Row(
        words: form.words(of: form.truth.profile(at: cell)),
        gains: Array(setting.evaluated.gains[places]), seen: seen.map { Array($0[places]) })
    }
    let truth = setting.utilities
    let game = Hypergame(
      truth: truth,
      perceived: form.perceived(in: setting.evaluated).map {
        StrategicGame(shape: truth.shape, payoffs: $0)
      })
    expected = (try? HypergameOutcomes.solve(game, seconds: 5))?.expected
  }

  /// The actors of whom no equilibrium of the game they saw lets the others play this; nil where
  /// those equilibria are out of reach.
  func surprised(by profile: [Int]) -> [Int]? {
    expected?.indices.filter { viewer in
      !(expected?[viewer] ?? []).contains { equilibrium in
        profile.indices.allSatisfy {
          $0 == viewer || !equilibrium.probabilities[$0][profile[$0]].isZero
        }
      }
    }
  }
}
