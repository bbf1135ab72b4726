public import Arithmetic
public import GameForms
import LinearPrograms

/// One equilibrium of a tree of two actors, whatever its payoffs, without its strategic form: the
/// tableau is as large as the tree.
///
/// The actors play against a prior that gives every action the same chance, and against each other;
/// Lemke's algorithm takes the weight of the prior from 1 to 0. No path ends elsewhere, and what it
/// ends in is a best reply to play that has no zeros: an equilibrium that is perfect in the
/// strategic form.
///
/// Small trees are solved exactly. On larger ones the path is walked in doubles, and its end solved
/// for exactly and verified; where that fails the path is walked again exactly if the tree is not
/// too large for that.
///
/// - Source: Koller, Megiddo and von Stengel 1996; von Stengel, van den Elzen and Talman 2002.
public struct SequenceFormLemke: Sendable {
  /// The most sequences of both actors together.
  public static let mostSequences = 2000
  /// The most sequences whose path is walked exactly at once, and at all.
  static let (exactSequences, mostExactSequences) = (60, 200)
  static let longestPath = 100_000

  /// What the path came to.
  public struct Answer: Hashable, Sendable {
    /// What is played.
    public let profile: BehaviourProfile
    /// Sets to which an actor's own play never leads: any action will do there.
    public let free: [Int]
    /// How many pivots were done.
    public let pivots: Int
    /// What an actor could gain by turning away: 0.
    public let regret: Rational
  }

  private let game: ExtensiveGame
  private let sequences: Sequences
  private let cells: [Sequences.Cell]

  /// The method for `game`.
  ///
  /// - Throws: ``SequenceFormRefusal`` before any work.
  public init(_ game: ExtensiveGame) throws(SequenceFormRefusal) {
    sequences = try Sequences(game)
    let count = sequences.counts[0] + sequences.counts[1]
    guard count <= Self.mostSequences else {
      throw .tooManySequences(count: count, limit: Self.mostSequences)
    }
    self.game = game
    // Scaled to at most 1, so that one tolerance fits all.
    let cells = sequences.cells()
    let scale = cells.reduce(Rational.zero) { largest, cell in
      cell.payoffs.reduce(largest) { max($0, $1.magnitude) }
    }
    self.cells =
      scale.isZero
      ? cells
      : cells.map { .init(sequences: $0.sequences, payoffs: $0.payoffs.map { $0 / scale }) }
  }

  /// One equilibrium.
  ///
  /// - Parameter seconds: after which to give up; nil for no limit.
  /// - Throws: ``SequenceFormRefusal/unsolved``.
  public func solve(seconds: Double? = nil) throws(SequenceFormRefusal) -> Answer {
    let deadline = Deadline(seconds: seconds)
    let isLate = { deadline.isOver }
    let start = SequenceFormStart(game, sequences, cells)
    let count = sequences.counts[0] + sequences.counts[1]
    if count > Self.exactSequences {
      var tableau = start.tableau(of: Double.self)
      switch tableau.walk(limit: Self.longestPath, shouldStop: isLate) {
      case .solved:
        if let answer = solvedAnswer(at: tableau.basic, pivots: tableau.pivots) { return answer }
      case .stopped: throw .unsolved
      case .lost: break
      }
      guard count <= Self.mostExactSequences, !isLate() else { throw .unsolved }
    }
    var tableau = start.tableau(of: Rational.self)
    guard case .solved = tableau.walk(limit: Self.longestPath, shouldStop: isLate) else {
      throw .unsolved
    }
    let plans = start.plans { tableau.value(of: $0) }
    guard let answer = answer(plans, pivots: tableau.pivots) else { throw .unsolved }
    return answer
  }

  /// The plans that a final basis determines, solved for exactly; nil where they are no equilibrium.
  private func solvedAnswer(at basic: [Int], pivots: Int) -> Answer? {
    let counts = sequences.counts
    // Variable 2k is the weight of sequence k, the second actor's after the first's.
    let played = [0, 1].map { actor in
      let shift = actor == 0 ? 0 : counts[0]
      return basic.filter { $0 < 2 * (counts[0] + counts[1]) && $0 & 1 == 0 }.map { $0 / 2 - shift }
        .filter { (0..<counts[actor]).contains($0) }.sorted()
    }
    var plans: [[Rational]] = []
    for actor in 0..<2 {
      guard let plan = plan(of: actor, playing: played) else { return nil }
      plans.append(plan)
    }
    guard plans.joined().allSatisfy({ $0.signum >= 0 }) else { return nil }
    return answer(plans, pivots: pivots)
  }

  /// The weights of an actor's sequences `playing[actor]`, such that it plays one plan in all and all
  /// that the other plays is worth the other's while.
  private func plan(of actor: Int, playing played: [[Int]]) -> [Rational]? {
    let other = 1 - actor
    let own = played[actor]
    var column = Array(repeating: -1, count: sequences.counts[actor])
    for (k, sequence) in own.enumerated() { column[sequence] = k }
    // Unknowns: weights, then the other's values: of the root, then of each of its sets.
    let unknowns = own.count + 1 + sequences.own[other].count
    let blank = Array(repeating: Rational.zero, count: unknowns + 1)
    var indifferent = Array(repeating: blank, count: sequences.counts[other])
    for cell in cells where column[cell.sequences[actor]] >= 0 {
      indifferent[cell.sequences[other]][column[cell.sequences[actor]]] -= cell.payoffs[other]
    }
    indifferent[0][own.count] += .one
    for (k, set) in sequences.own[other].enumerated() {
      indifferent[sequences.parent(of: set)][own.count + 1 + k] -= .one
      for action in 0..<game.sets[set].actions {
        indifferent[sequences.sequence(action, at: set)][own.count + 1 + k] += .one
      }
    }
    var equations = played[other].map { indifferent[$0] }
    var root = blank
    if column[0] >= 0 { root[column[0]] = .one }
    root[unknowns] = .one
    equations.append(root)
    for set in sequences.own[actor] {
      var flow = blank
      let parent = column[sequences.parent(of: set)]
      if parent >= 0 { flow[parent] -= .one }
      for action in 0..<game.sets[set].actions {
        let place = column[sequences.sequence(action, at: set)]
        if place >= 0 { flow[place] += .one }
      }
      equations.append(flow)
    }
    guard equations.count == unknowns, let solution = LinearSystem.solve(equations) else {
      return nil
    }
    return column.map { $0 >= 0 ? solution[$0] : .zero }
  }

  private func answer(_ plans: [[Rational]], pivots: Int) -> Answer? {
    let free = game.sets.indices.filter { set in
      plans[game.sets[set].actor][sequences.parent(of: set)].isZero
    }
    let profile = sequences.behaviour(of: plans) { weights in
      SequenceForm.distribution(weights, isExact: true)
    }
    guard profile.isValid(in: game) else { return nil }
    let regret = game.regret(of: profile)
    return regret.isZero
      ? Answer(profile: profile, free: free, pivots: pivots, regret: regret) : nil
  }
}
