import Arithmetic
import GameForms
import LinearPrograms

/// Why a game in extensive form is not solved.
public enum ExtensiveRefusal: Error, Hashable, Sendable {
  /// At this information set an actor forgets what it knew or did; the method needs perfect recall.
  case imperfectRecall(set: Int)
  /// Chance has an action of probability 0 at this node; leave the action out.
  case impossibleChance(node: Int)
  /// A subgame, which begins at this node, is too large for its strategic form.
  case tooLarge(node: Int, StrategicFormRefusal)
  /// The subgame that begins at this node has two actors, and more equilibria than can be listed.
  case enumeration(node: Int, EnumerationRefusal)
}

/// Subgame-perfect equilibria: the subgames are solved from below, each by the equilibria of its
/// strategic form in which the subgames within it have become payoffs.
///
/// In a game of perfect information every subgame is one decision and the list holds every
/// equilibrium in pure strategies, all ties kept. In other games ``mixes`` says what is kept of a
/// subgame: its pure equilibria, or, where just two actors move in it, its extreme equilibria.
///
/// - Source: Zermelo 1913; Kuhn 1953; Selten 1965.
public struct BackwardInduction: Sendable {
  /// Whether subgames of two actors are solved for all their equilibria, mixed ones too.
  public var mixes: Bool
  /// Seconds of work after which to stop with what is found; nil for no limit.
  public var seconds: Double?
  /// The most equilibria that are kept.
  public var most: Int

  /// A solver of subgames; pure equilibria only unless it `mixes`.
  public init(mixes: Bool = false, seconds: Double? = nil, most: Int = 1000) {
    self.mixes = mixes
    self.seconds = seconds
    self.most = most
  }

  /// The subgame-perfect equilibria of a game.
  public struct Answer: Hashable, Sendable {
    /// The equilibria, each verified in every subgame.
    public let equilibria: [SubgamePerfectEquilibrium]
    /// Complete for equilibria in pure strategies, or, where the solver mixes, for equilibria that
    /// are extreme in every subgame; a sample where a subgame of more than two actors moving at
    /// once was solved for pure equilibria only while mixing.
    public let completeness: Completeness
    /// The nodes at which subgames begin.
    public let subgames: [Int]
    /// How it was found.
    public let method: String
  }

  /// One way to play a subgame: rows of the sets in it, its payoffs, and the sets left free.
  private struct Continuation {
    var rows: [(set: Int, row: [Rational])]
    var free: [Int]
    var payoffs: [Rational]
  }

  /// The subgame-perfect equilibria of `game`.
  ///
  /// - Throws: ``ExtensiveRefusal`` before work on the subgame concerned.
  public func solve(_ game: ExtensiveGame) throws(ExtensiveRefusal) -> Answer {
    if let set = game.recallFault { throw .imperfectRecall(set: set) }
    let deadline = Deadline(seconds: seconds)
    let roots = game.subgameRoots
    let starts = roots.first == 0 ? roots : [0] + roots
    var solved: [Int: [Continuation]] = [:]
    var limit: String?
    var onlyPure = false
    let directlyWithin = Self.nesting(of: starts, in: game)
    for root in starts.reversed() {
      let inner = directlyWithin[root] ?? []
      var found: [Continuation] = []
      for choice in Choices(counts: inner.map { solved[$0]?.count ?? 0 }) {
        if deadline.isOver {
          limit = deadline.limit
          break
        }
        let below = zip(inner, choice).compactMap { solved[$0]?[$1] }
        let here: [Continuation]
        if let moved = Self.move(at: root, inner, below, in: game) {
          here = moved
        } else {
          here = try play(root, inner, below, in: game, onlyPure: &onlyPure)
        }
        let room = most - found.count
        found += here.prefix(room)
        if here.count > room {
          limit = limit ?? "\(most) equilibria"
          break
        }
      }
      for node in inner { solved[node] = nil }
      solved[root] = found
    }
    let equilibria = (solved[0] ?? []).map { continuation in
      var rows = game.sets.map { set in
        [Rational.one] + Array(repeating: .zero, count: set.actions - 1)
      }
      for (set, row) in continuation.rows { rows[set] = row }
      return SubgamePerfectEquilibrium(
        profile: BehaviourProfile(rows), free: continuation.free.sorted(), in: game)
    }
    precondition(equilibria.allSatisfy(\.regret.isZero), "a subgame was solved wrongly")
    return Answer(
      equilibria: equilibria,
      completeness: limit.map(Completeness.limit) ?? (onlyPure && mixes ? .sample : .complete),
      subgames: roots,
      method: game.hasPerfectInformation
        ? "backward induction, every tie kept"
        : "subgames from below, each by its "
          + (mixes ? "extreme equilibria" : "pure equilibria"))
  }

  /// The subgames directly within each one.
  private static func nesting(of starts: [Int], in game: ExtensiveGame) -> [Int: [Int]] {
    var within: [Int: [Int]] = [:]
    var around: [Int] = []
    for start in starts {
      while let last = around.last, game.nodes[last].below <= start { around.removeLast() }
      if let last = around.last { within[last, default: []].append(start) }
      around.append(start)
    }
    return within
  }

  /// The best actions at `root` when the subgames in it go on as given, where it is one decision, or
  /// one move of chance, and nothing else; nil where it is more.
  private static func move(
    at root: Int, _ inner: [Int], _ below: [Continuation], in game: ExtensiveGame
  ) -> [Continuation]? {
    var outcomes: [[Rational]] = []
    for child in game.nodes[root].children {
      if case .end(let payoffs) = game.nodes[child].kind {
        outcomes.append(payoffs)
      } else if let place = inner.firstIndex(of: child) {
        outcomes.append(below[place].payoffs)
      } else {
        return nil
      }
    }
    let (rows, free) = (below.flatMap(\.rows), below.flatMap(\.free))
    switch game.nodes[root].kind {
    case .end: return nil
    case .chance(let probabilities):
      let payoffs = (0..<game.actors).map { actor in
        zip(probabilities, outcomes).reduce(Rational.zero) { $0 + $1.0 * $1.1[actor] }
      }
      return [Continuation(rows: rows, free: free, payoffs: payoffs)]
    case .decision(let set):
      guard game.members[set].count == 1 else { return nil }
      let actor = game.sets[set].actor
      let most = outcomes.map { $0[actor] }.max()
      return outcomes.indices.filter { outcomes[$0][actor] == most }.map { action in
        let row = outcomes.indices.map { $0 == action ? Rational.one : .zero }
        return Continuation(rows: rows + [(set, row)], free: free, payoffs: outcomes[action])
      }
    }
  }

  /// The equilibria of the subgame at `root` when the subgames in it go on as given.
  private func play(
    _ root: Int, _ inner: [Int], _ below: [Continuation], in game: ExtensiveGame,
    onlyPure: inout Bool
  ) throws(ExtensiveRefusal) -> [Continuation] {
    let part = game.part(
      from: root,
      cutAt: Dictionary(uniqueKeysWithValues: zip(inner, below.map(\.payoffs))))
    let form: ReducedStrategicForm
    do { form = try ReducedStrategicForm(part.game) } catch { throw .tooLarge(node: root, error) }
    let profiles = try equilibria(of: form.game, at: root, onlyPure: &onlyPure)
    return profiles.map { profile in
      let (behaviour, free) = form.behaviour(of: profile, in: part.game)
      return Continuation(
        rows: below.flatMap(\.rows) + zip(part.sets, behaviour.probabilities).map { ($0, $1) },
        free: below.flatMap(\.free) + free.map { part.sets[$0] },
        payoffs: form.game.expectedPayoffs(of: profile))
    }
  }

  private func equilibria(
    of game: StrategicGame, at root: Int, onlyPure: inout Bool
  ) throws(ExtensiveRefusal) -> [MixedProfile] {
    let movers = game.shape.indices.filter { game.shape[$0] > 1 }
    guard mixes, movers.count == 2 else {
      onlyPure = onlyPure || movers.count > 2
      return PureEquilibria.solve(game).map {
        MixedProfile(pure: game.profile(at: $0), shape: game.shape)
      }
    }
    let two = StrategicGame(
      shape: movers.map { game.shape[$0] },
      payoffs: (0..<game.profiles).flatMap { profile in
        movers.map { game.payoff(at: profile, of: $0) }
      })
    do {
      return try EquilibriumEnumeration(seconds: seconds).solve(two).extreme.map { equilibrium in
        MixedProfile(
          game.shape.indices.map { actor in
            movers.firstIndex(of: actor).map { equilibrium.profile.probabilities[$0] } ?? [.one]
          })
      }
    } catch {
      throw .enumeration(node: root, error)
    }
  }
}
