import Arithmetic
import GameForms

/// Where Lemke's algorithm begins on the sequence form: each actor replies to the prior.
///
/// The flow of a plan through the sets and the values of the sets are solved for, so that weights of
/// sequences and what they fall short of the best remain: variable `2 * k` is the weight of sequence
/// `k`, variable `2 * k + 1` its shortfall, the second actor's after the first's.
struct SequenceFormStart {
  /// A form in 1, the variables that are not in the first basis and the driven variable.
  private typealias Form = [Rational]

  private let sequences: Sequences
  private let game: ExtensiveGame
  /// `forms[k]`: the basic variable of pair k, as constant, one coefficient a pair, the driven one.
  private var forms: [Form]
  /// Whether the weight of a sequence is in the first basis.
  private var isPlayed: [Bool]
  private let pairs: Int

  /// The start against even chances everywhere.
  init(_ game: ExtensiveGame, _ sequences: Sequences, _ cells: [Sequences.Cell]) {
    self.game = game
    self.sequences = sequences
    pairs = sequences.counts[0] + sequences.counts[1]
    isPlayed = Array(repeating: false, count: pairs)
    forms = []
    let priors = [0, 1].map { Self.evenPlan(of: $0, game, sequences) }
    let blank = Array(repeating: Rational.zero, count: pairs + 2)
    var weights = Array(repeating: blank, count: pairs)
    // What each sequence earns against the prior; the replies; then the weights that follow.
    var earned = Array(repeating: Rational.zero, count: pairs)
    for cell in cells {
      let (row, column) = (cell.sequences[0], cell.sequences[1] + sequences.counts[0])
      earned[row] += cell.payoffs[0] * priors[1][cell.sequences[1]]
      earned[column] += cell.payoffs[1] * priors[0][cell.sequences[0]]
    }
    let replies = [0, 1].map { reply(of: $0, earned) }
    for actor in 0..<2 { setWeights(of: actor, replies[actor], &weights) }
    // Payoffs against the prior as far as it counts, and against the other's plan.
    var gains = earned.map { value in
      var form = blank
      form[0] = value
      form[pairs + 1] = -value
      return form
    }
    for cell in cells {
      let (row, column) = (cell.sequences[0], cell.sequences[1] + sequences.counts[0])
      Self.add(cell.payoffs[0], weights[column], to: &gains[row])
      Self.add(cell.payoffs[1], weights[row], to: &gains[column])
    }
    forms = weights
    for actor in 0..<2 { setShortfalls(of: actor, replies[actor], gains) }
  }

  /// The tableau of the first basis.
  func tableau<Number: PivotNumber>(of: Number.Type) -> LemkeTableau<Number> {
    let basic = (0..<pairs).map { isPlayed[$0] ? 2 * $0 : 2 * $0 + 1 }
    return LemkeTableau(
      rows: forms.map { form in form.dropFirst().map { Number(nearest: -$0) } },
      limits: forms.map { Number(nearest: $0[0]) }, basic: basic,
      nonbasic: basic.map { $0 ^ 1 },
      // Lifted shortfalls keep the replies best, whatever lifted weights do.
      order: (0..<pairs).filter { !isPlayed[$0] } + (0..<pairs).filter { isPlayed[$0] })
  }

  /// The plans of both actors from the values of the variables.
  func plans(_ value: (Int) -> Rational) -> [[Rational]] {
    [
      (0..<sequences.counts[0]).map { value(2 * $0) },
      (sequences.counts[0]..<pairs).map { value(2 * $0) },
    ]
  }

  private static func add(_ factor: Rational, _ form: Form, to sum: inout Form) {
    guard !factor.isZero else { return }
    for k in form.indices where !form[k].isZero { sum[k] += factor * form[k] }
  }

  private func index(_ actor: Int, _ sequence: Int) -> Int {
    actor == 0 ? sequence : sequence + sequences.counts[0]
  }

  /// Sets of an actor, earlier ones first.
  private static func ordered(_ actor: Int, _ game: ExtensiveGame, _ sequences: Sequences) -> [Int]
  {
    sequences.own[actor].sorted { game.members[$0][0] < game.members[$1][0] }
  }

  private static func evenPlan(
    of actor: Int, _ game: ExtensiveGame, _ sequences: Sequences
  ) -> [Rational] {
    var plan = Array(repeating: Rational.one, count: sequences.counts[actor])
    for set in ordered(actor, game, sequences) {
      let share = plan[sequences.parent(of: set)] / Rational(game.sets[set].actions)
      for action in 0..<game.sets[set].actions {
        plan[sequences.sequence(action, at: set)] = share
      }
    }
    return plan
  }

  /// A best action at each of an actor's sets, also where earlier ones do not lead.
  private func reply(of actor: Int, _ earned: [Rational]) -> [Int: Int] {
    var values = (0..<sequences.counts[actor]).map { earned[index(actor, $0)] }
    var best: [Int: Int] = [:]
    for set in Self.ordered(actor, game, sequences).reversed() {
      let offers = (0..<game.sets[set].actions).map { values[sequences.sequence($0, at: set)] }
      let choice = offers.indices.dropFirst().reduce(0) { offers[$1] > offers[$0] ? $1 : $0 }
      best[set] = choice
      values[sequences.parent(of: set)] += offers[choice]
    }
    return best
  }

  /// The weights of all sequences in terms of those that are not part of the reply.
  private mutating func setWeights(
    of actor: Int, _ reply: [Int: Int], _ weights: inout [Form]
  ) {
    let root = index(actor, 0)
    isPlayed[root] = true
    weights[root][pairs + 1] = .one
    for set in Self.ordered(actor, game, sequences) {
      var rest = weights[index(actor, sequences.parent(of: set))]
      for action in 0..<game.sets[set].actions where action != reply[set] {
        let place = index(actor, sequences.sequence(action, at: set))
        weights[place][place + 1] = .one
        rest[place + 1] -= .one
      }
      let place = index(actor, sequences.sequence(reply[set] ?? 0, at: set))
      isPlayed[place] = true
      weights[place] = rest
    }
  }

  /// What the sequences that are not part of the reply fall short of the best.
  private mutating func setShortfalls(of actor: Int, _ reply: [Int: Int], _ gains: [Form]) {
    // The gain of a sequence with the values of the sets after it.
    var offers = (0..<sequences.counts[actor]).map { gains[index(actor, $0)] }
    for set in Self.ordered(actor, game, sequences).reversed() {
      let chosen = sequences.sequence(reply[set] ?? 0, at: set)
      var value = offers[chosen]
      value[index(actor, chosen) + 1] += .one
      for action in 0..<game.sets[set].actions where action != reply[set] {
        let sequence = sequences.sequence(action, at: set)
        var shortfall = value
        Self.add(-1, offers[sequence], to: &shortfall)
        forms[index(actor, sequence)] = shortfall
      }
      Self.add(.one, value, to: &offers[sequences.parent(of: set)])
    }
  }
}
