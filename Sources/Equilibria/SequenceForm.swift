import Arithmetic
import GameForms
import LinearPrograms

/// Why a tree is not solved by its sequence form.
public enum SequenceFormRefusal: Error, Hashable, Sendable {
  /// The method takes two actors.
  case needsTwoActors(actors: Int)
  /// The payoffs of these two ends do not add up to the same.
  case notZeroSum(ends: [Int])
  /// At this information set an actor forgets.
  case imperfectRecall(set: Int)
  /// So many sequences of both actors together, more than `limit`.
  case tooManySequences(count: Int, limit: Int)
  /// A matrix of so many entries, more than `limit`.
  case tooLarge(entries: Double, limit: Double)
  /// The linear program was not solved, in time or at all.
  case unsolved
}

/// Optimal strategies of a tree of two whose payoffs add up to a constant, without its strategic
/// form: the linear program is as large as the tree.
///
/// Small programs are solved exactly. Of larger ones GLPK finds the optimum in doubles; its
/// strategies are rounded to fractions, and what each secures is computed exactly, so that the value
/// lies between two proved bounds.
///
/// - Source: von Stengel 1996; Koller, Megiddo and von Stengel 1996.
public struct SequenceForm: Sendable {
  /// The most entries of the matrix of the linear program.
  public static let mostEntries = 16e6
  /// The most entries solved exactly.
  public static let mostExactEntries = 4000

  /// Optimal strategies and what they prove.
  public struct Answer: Hashable, Sendable {
    /// What both play.
    public let profile: BehaviourProfile
    /// What the first actor can be sure of by its part of the profile.
    public let lower: Rational
    /// What the second can hold the first to by its part.
    public let upper: Rational
    /// Whether both are the value.
    public var isExact: Bool { lower == upper }
  }

  private let game: ExtensiveGame
  private let constant: Rational
  private let least: Rational
  private let sequences: Sequences

  /// The sequence form of `game`.
  ///
  /// - Throws: ``SequenceFormRefusal`` before any work.
  public init(_ game: ExtensiveGame) throws(SequenceFormRefusal) {
    sequences = try Sequences(game)
    let ends = game.ends
    let payoffs = ends.map { end -> [Rational] in
      if case .end(let payoffs) = game.nodes[end].kind { payoffs } else { [] }
    }
    let sums = payoffs.map { $0[0] + $0[1] }
    if let other = sums.firstIndex(where: { $0 != sums[0] }) {
      throw .notZeroSum(ends: [ends[0], ends[other]])
    }
    self.game = game
    constant = sums[0]
    least = payoffs.map { $0[0] }.min() ?? .zero
    let entries = Double(height) * Double(width)
    guard entries <= Self.mostEntries else {
      throw .tooLarge(entries: entries, limit: Self.mostEntries)
    }
  }

  /// Rows of the program: a sequence of the second actor or a set of the first each, and one more.
  private var height: Int { sequences.counts[1] + sequences.own[0].count + 1 }
  /// Variables: a sequence of the first actor or a set of the second each, and the value.
  private var width: Int { sequences.counts[0] + sequences.own[1].count + 1 }

  /// Optimal strategies.
  ///
  /// - Parameter seconds: after which to give up; nil for no limit.
  /// - Throws: ``SequenceFormRefusal/unsolved``.
  public func solve(seconds: Double? = nil) throws(SequenceFormRefusal) -> Answer {
    let entries = nonzeroEntries()
    let plans: [[Rational]]
    if height * width <= Self.mostExactEntries {
      var rows = Array(repeating: Array(repeating: Rational.zero, count: width), count: height)
      for (row, column, value) in entries { rows[row][column] += value }
      let objective = (0..<width).map { $0 == width - 1 ? Rational.one : .zero }
      let limits = (0..<height).map { $0 == height - 1 ? Rational.one : .zero }
      guard
        let optimum = LinearProgram(maximise: objective, rows: rows, limits: limits).solve()
      else { throw .unsolved }
      plans = [optimum.point, optimum.prices]
    } else {
      var rows = Array(repeating: 0.0, count: height * width)
      for (row, column, value) in entries { rows[row * width + column] += value.double }
      let objective = (0..<width).map { $0 == width - 1 ? 1.0 : 0 }
      let limits = (0..<height).map { $0 == height - 1 ? 1.0 : 0 }
      let program = RoundedProgram(maximise: objective, rows: rows, limits: limits)
      guard let optimum = program.solve(.primal, seconds: seconds) else { throw .unsolved }
      plans = [optimum.point, optimum.prices].map { $0.map { Rational(max(0, $0)) ?? .zero } }
    }
    return answer(plans)
  }

  /// The entries of the program that are not 0: maximise the value of the root such that the second
  /// actor's values follow from the first's plan, and the plan is one.
  private func nonzeroEntries() -> [(row: Int, column: Int, value: Rational)] {
    var entries: [(row: Int, column: Int, value: Rational)] = []
    let root = width - 1
    // Payoffs above 0 keep every value above 0, so that the origin is feasible.
    for cell in sequences.cells(lifting: .one - least) {
      entries.append((cell.sequences[1], cell.sequences[0], -cell.payoffs[0]))
    }
    entries.append((0, root, .one))
    for (k, set) in sequences.own[1].enumerated() {
      let value = sequences.counts[0] + k
      for action in 0..<game.sets[set].actions {
        entries.append((sequences.sequence(action, at: set), value, .one))
      }
      entries.append((sequences.parent(of: set), value, -1))
    }
    for (k, set) in sequences.own[0].enumerated() {
      let row = sequences.counts[1] + k
      for action in 0..<game.sets[set].actions {
        entries.append((row, sequences.sequence(action, at: set), .one))
      }
      entries.append((row, sequences.parent(of: set), -1))
    }
    entries.append((height - 1, 0, .one))
    return entries
  }

  private func answer(_ plans: [[Rational]]) -> Answer {
    let profile = sequences.behaviour(of: plans) {
      Self.distribution($0, isExact: height * width <= Self.mostExactEntries)
    }
    let best = (0..<2).map { actor in
      ContinuationReply(of: actor, in: game, against: profile, from: [(0, .one)]).value
    }
    return Answer(profile: profile, lower: constant - best[1], upper: best[0])
  }

  /// The weights as probabilities; rounded ones to multiples of 2^-30, so that fractions stay short.
  static func distribution(_ weights: [Rational], isExact: Bool) -> [Rational] {
    let total = weights.reduce(.zero, +)
    guard total.double > (isExact ? 0 : 1e-12) else {
      return weights.indices.map { $0 == 0 ? .one : .zero }
    }
    guard !isExact else { return weights.map { $0 / total } }
    let scale = Double(1 << 30)
    let steps = weights.map { Int(($0 / total).double * scale + 0.5) }
    let sum = steps.reduce(0, +)
    return steps.map { Rational($0, sum) }
  }
}
