import Arithmetic
import GameForms
import LinearPrograms

/// Sequential equilibria in pure strategies, each with beliefs that prove it.
///
/// Candidates are the subgame-perfect equilibria in pure strategies. At each information set that
/// a candidate does not reach, the beliefs under which its action is best form a polytope: where it
/// is empty the candidate is refuted. Otherwise its corners, its centre and the beliefs after
/// even mistakes are tried, in every combination, until one is consistent.
///
/// - Source: Kreps and Wilson 1982 for the definition and the test of each assessment.
public struct PureSequentialEquilibria: Sendable {
  /// The most candidates, and the most assessments tried for each.
  public var most: Int
  /// Seconds of work after which to stop with what is found; nil for no limit.
  public var seconds: Double?

  /// A search that stops at these limits.
  public init(most: Int = 1000, seconds: Double? = nil) {
    self.most = most
    self.seconds = seconds
  }

  /// What the corners of the beliefs cost at the sets that a plan can stay away from, in seconds, if
  /// each action there is part of one candidate: a system of equations for each choice of
  /// conditions that hold with equality, measured at some 1e-7 seconds times the square of its size.
  public static func expectedSeconds(_ game: ExtensiveGame) -> Double {
    game.sets.indices.filter { game.canAvoid($0) }.reduce(0) { sum, set in
      let (nodes, actions) = (game.members[set].count, game.sets[set].actions)
      let systems = (1...actions).reduce(1.0) { $0 * Double(nodes - 1 + $1) / Double($1) }
      return sum + Double(actions) * systems * 1e-7 * Double(nodes * nodes)
    }
  }

  /// What became of the candidates.
  public struct Answer: Hashable, Sendable {
    /// The sequential equilibria, each with one system of beliefs that proves it.
    public let equilibria: [Assessment]
    /// Subgame-perfect candidates that no beliefs make sequentially rational.
    public let refuted: [BehaviourProfile]
    /// Subgame-perfect candidates for which none of the beliefs tried was consistent.
    public let open: [BehaviourProfile]
    /// Complete when no candidate is left open and all were listed.
    public let completeness: Completeness
    /// How it was found.
    public let method = "subgame-perfect equilibria with beliefs, each assessment tested exactly"
  }

  /// The sequential equilibria of `game` in pure strategies.
  ///
  /// - Throws: ``ExtensiveRefusal`` before work starts.
  public func solve(_ game: ExtensiveGame) throws(ExtensiveRefusal) -> Answer {
    try SequentialCheck.refuse(game)
    let deadline = Deadline(seconds: seconds)
    let perfect = try BackwardInduction(seconds: seconds, most: most).solve(game)
    var limit: String?
    if case .limit(let words) = perfect.completeness { limit = words }
    var found: [Assessment] = []
    var refuted: [BehaviourProfile] = []
    var open: [BehaviourProfile] = []
    search: for equilibrium in perfect.equilibria {
      guard let pure = equilibrium.profile.pure else { continue }
      for choice in Choices(counts: equilibrium.free.map { game.sets[$0].actions }) {
        if deadline.isOver {
          limit = deadline.limit
          break search
        }
        guard found.count + refuted.count + open.count < most else {
          limit = limit ?? "\(most) candidates"
          break search
        }
        var actions = pure
        for (set, action) in zip(equilibrium.free, choice) { actions[set] = action }
        let profile = BehaviourProfile(pure: actions, in: game)
        let beliefs: [[[Rational]]]?
        do throws(OutOfTime) {
          beliefs = try candidates(for: profile, in: game, until: deadline)
        } catch {
          limit = deadline.limit
          break search
        }
        guard let beliefs else {
          refuted.append(profile)
          continue
        }
        if let assessment = try consistent(profile, among: beliefs, in: game, until: deadline) {
          found.append(assessment)
        } else {
          open.append(profile)
        }
      }
    }
    return Answer(
      equilibria: found, refuted: refuted, open: open,
      completeness: limit.map(Completeness.limit) ?? (open.isEmpty ? .complete : .sample))
  }

  private func consistent(
    _ profile: BehaviourProfile, among candidates: [[[Rational]]], in game: ExtensiveGame,
    until deadline: Deadline
  ) throws(ExtensiveRefusal) -> Assessment? {
    for choice in Choices(counts: candidates.map(\.count)).prefix(most) {
      if deadline.isOver { return nil }
      let assessment = Assessment(
        profile: profile, beliefs: zip(candidates, choice).map { $0[$1] })
      if try SequentialCheck(of: assessment, in: game).holds { return assessment }
    }
    return nil
  }

  /// Beliefs worth trying at each set, nil when no beliefs at some set make its action best.
  ///
  /// - Throws: `OutOfTime`.
  private func candidates(
    for profile: BehaviourProfile, in game: ExtensiveGame, until deadline: Deadline
  ) throws(OutOfTime) -> [[[Rational]]]? {
    let bayes = game.bayesianBeliefs(under: profile)
    let values = game.values(under: profile)
    let even = evenMistakes(on: profile, in: game)
    var candidates: [[[Rational]]] = []
    for set in game.sets.indices {
      let actor = game.sets[set].actor
      guard let played = profile.probabilities[set].firstIndex(of: .one) else { return nil }
      // What the action played has over each other, at each node.
      let leads = (0..<game.sets[set].actions).filter { $0 != played }.map { other in
        game.members[set].map { node in
          let children = game.nodes[node].children
          return values[children[played]][actor] - values[children[other]][actor]
        }
      }
      func isBest(_ beliefs: [Rational]) -> Bool {
        leads.allSatisfy { lead in
          zip(lead, beliefs).reduce(Rational.zero) { $0 + $1.0 * $1.1 }.signum >= 0
        }
      }
      if let beliefs = bayes[set] {
        guard isBest(beliefs) else { return nil }
        candidates.append([beliefs])
        continue
      }
      let corners = try BeliefPolytope(
        leads: leads, nodes: game.members[set].count, until: deadline
      ).corners
      guard !corners.isEmpty else { return nil }
      var tried = isBest(even[set]) ? [even[set]] : []
      let share = Rational(1, corners.count)
      let centre = corners[0].indices.map { k in
        corners.reduce(Rational.zero) { $0 + $1[k] * share }
      }
      for beliefs in [centre] + corners where !tried.contains(beliefs) { tried.append(beliefs) }
      candidates.append(tried)
    }
    return candidates
  }

  /// The beliefs that even and equally rare mistakes lead to: the nodes fewest mistakes away, by
  /// the probabilities of chance.
  private func evenMistakes(
    on profile: BehaviourProfile, in game: ExtensiveGame
  ) -> [[Rational]] {
    game.members.map { nodes in
      let paths = nodes.map { node in
        game.path(to: node).reduce((mistakes: 0, weight: Rational.one)) { sum, step in
          let probability = game.probability(of: step.action, at: step.node, under: profile)
          return probability.isZero
            ? (sum.mistakes + 1, sum.weight) : (sum.mistakes, sum.weight * probability)
        }
      }
      let fewest = paths.map(\.mistakes).min() ?? 0
      let weights = paths.map { $0.mistakes == fewest ? $0.weight : .zero }
      let total = weights.reduce(.zero, +)
      return weights.map { $0 / total }
    }
  }
}

extension ExtensiveGame {
  /// Whether actors who choose anew at each node can keep play from meeting an information set of
  /// several nodes.
  fileprivate func canAvoid(_ set: Int) -> Bool {
    guard members[set].count > 1 else { return false }
    var avoids = Array(repeating: true, count: nodes.count)
    for (index, node) in nodes.enumerated().reversed() {
      switch node.kind {
      case .end: break
      case .chance: avoids[index] = node.children.allSatisfy { avoids[$0] }
      case .decision(let own): avoids[index] = own != set && node.children.contains { avoids[$0] }
      }
    }
    return avoids[0]
  }
}

/// The beliefs at one set under which no lead is negative on average.
struct BeliefPolytope {
  /// Its corners; empty when there are no such beliefs.
  let corners: [[Rational]]

  /// - Parameter leads: `leads[other][node]`, what the action played has over another.
  /// - Throws: `OutOfTime`: there are as many systems to solve as choices of conditions.
  init(leads: [[Rational]], nodes: Int, until deadline: Deadline) throws(OutOfTime) {
    guard nodes > 1 else {
      corners = leads.allSatisfy { $0[0].signum >= 0 } ? [[.one]] : []
      return
    }
    let bounds = (0..<nodes).map { k in (0..<nodes).map { $0 == k ? Rational.one : .zero } }
    let conditions = bounds + leads
    var corners: [[Rational]] = []
    // A corner holds as many independent conditions with equality as there are nodes, less one.
    var tight = Array(0..<(nodes - 1))
    while true {
      if deadline.isOver { throw OutOfTime() }
      let equations =
        tight.map { conditions[$0] + [.zero] } + [Array(repeating: .one, count: nodes + 1)]
      if let point = LinearSystem.solve(equations), !corners.contains(point),
        conditions.allSatisfy({ condition in
          zip(condition, point).reduce(Rational.zero) { $0 + $1.0 * $1.1 }.signum >= 0
        })
      {
        corners.append(point)
      }
      let last = conditions.count - tight.count
      guard let turn = tight.indices.last(where: { tight[$0] < last + $0 }) else { break }
      tight[turn] += 1
      for later in tight.indices.dropFirst(turn + 1) { tight[later] = tight[later - 1] + 1 }
    }
    self.corners = corners
  }
}
