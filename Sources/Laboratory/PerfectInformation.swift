import Arithmetic
import Equilibria
import GameForms
import Scenarios

/// Subgame-perfect equilibria of a tree of perfect information as its numbers run.
struct PerfectInformation {
  static let asked = "thresholds --concept subgame-perfect"

  let form: ExtensiveForm
  let actors: [Scenario.Actor]

  /// An equilibrium.
  struct Equilibrium {
    let words: String
    /// The moves that are played, or those to each end where chance decides.
    let path: String
    let json: JSONValue
    /// What each actor may expect, in absolute gains.
    let gains: [Rational]
    /// Whether it may lead to the end that this path reaches.
    let leads: ([Int]) -> Bool
  }

  /// - Parameter anywhere: the numbers at some value of what runs.
  /// - Throws: ``LaboratoryError/wrongSize(concept:takes:found:instead:)`` for other trees.
  init(
    _ form: ExtensiveForm, _ actors: [Scenario.Actor], _ anywhere: () throws -> EvaluatedGame
  ) throws {
    self.form = form
    self.actors = actors
    let view = try form.extensiveView(of: anywhere(), actors: actors)
    guard view.utilities.hasPerfectInformation else {
      throw LaboratoryError.wrongSize(
        concept: Self.asked, takes: "trees of perfect information",
        found: "moves that do not see what came before",
        instead: "solve at single values, or write the game in strategic form")
    }
  }

  /// What `work` finds, too many ties told in the words of the laboratory.
  func following<Found>(_ work: () throws -> Found) throws -> Found {
    do {
      return try work()
    } catch let error as TooManyTies {
      throw LaboratoryError.tooLarge(
        concept: Self.asked, size: "more than \(error.limit) ways to play on",
        limit: "\(error.limit)", instead: "solve at single values")
    }
  }

  /// The equilibria at these numbers, as a list of what each set does.
  func equilibria(of evaluated: EvaluatedGame) throws -> [Equilibrium] {
    let view = try form.extensiveView(of: evaluated, actors: actors)
    return try BackwardInduction().solve(view.utilities).equilibria.map { equilibrium in
      var words: [String] = []
      var members: [JSONValue.Member] = []
      for (set, row) in equilibrium.profile.probabilities.enumerated() {
        let actor = view.utilities.sets[set].actor
        let action = view.actions[set][row.firstIndex(of: .one) ?? 0]
        let isOnly = view.utilities.sets.count { $0.actor == actor } == 1
        let name = actors[actor].name
        words.append(isOnly ? "\(name): \(action)" : "\(name) at \(view.sets[set]): \(action)")
        members.append(.init(view.sets[set], .string(action)))
      }
      let reach = view.utilities.reach(under: equilibrium.profile)
      let ends = reach.indices.filter { view.cells[$0] != nil && !reach[$0].isZero }
      return Equilibrium(
        words: words.joined(separator: "; "),
        path: ends.map { form.words(of: form.path(to: $0)) }.joined(separator: " or "),
        json: .object(members),
        gains: view.gains.expectedPayoffs(of: equilibrium.profile),
        leads: { path in
          guard let end = form.node(at: path) else { return false }
          return !reach[end].isZero
        })
    }
  }
}

/// More ways to play on from a node, all of them best, than are followed.
private struct TooManyTies: Error {
  let limit: Int
}

extension ExtensiveForm {
  /// What the actors may expect where the whole tree is played with best moves only, every node a
  /// choice of its own.
  ///
  /// - Throws: `QuantityError` where a comparison has no one sign.
  func continuations<Number: Quantity & Hashable>(
    utilities: [Number], numbers: [Number], actors: Int
  ) throws -> [[Number]] {
    let limit = 1000
    var found = Array(repeating: [[Number]](), count: nodes.count)
    func keep(_ payoffs: [Number], at node: Int) throws {
      guard !found[node].contains(payoffs) else { return }
      found[node].append(payoffs)
      guard found[node].count <= limit else { throw TooManyTies(limit: limit) }
    }
    var lastNumber = numbers.count
    for node in nodes.indices.reversed() {
      switch nodes[node].kind {
      case .end(let cell):
        found[node] = [Array(utilities[(cell * actors)..<((cell + 1) * actors)])]
      case .decision(let set):
        let mover = sets[set].actor
        for choice in Choices(counts: children[node].map { found[$0].count }) {
          let options = zip(children[node], choice).map { found[$0][$1] }
          let best = try options.filter { option in
            try options.allSatisfy { try (option[mover] - $0[mover]).sign() >= 0 }
          }
          for option in best { try keep(option, at: node) }
        }
      case .chance(let moves):
        let likely = Array(numbers[(lastNumber - moves.count)..<lastNumber])
        lastNumber -= moves.count
        for choice in Choices(counts: children[node].map { found[$0].count }) {
          let options = zip(children[node], choice).map { found[$0][$1] }
          try keep(
            (0..<actors).map { actor in
              try zip(likely, options).reduce(Number(.zero)) { try $0 + $1.0 * $1.1[actor] }
            }, at: node)
        }
      }
    }
    return found.first ?? []
  }
}
