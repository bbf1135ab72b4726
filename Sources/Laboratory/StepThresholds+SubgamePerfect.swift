import Arithmetic
import Equilibria
import GameForms
import RelativeGains
public import Scenarios

extension StepThresholds {
  /// Where along a parameter the subgame-perfect equilibria of a tree of perfect information change,
  /// all ties kept.
  ///
  /// - Throws: ``LaboratoryError`` for other games, for too many ties, and for numbers that are not
  ///   affine.
  public init(subgamePerfect scenario: Scenario, _ request: ParameterRequest) throws {
    let asked = "thresholds --concept subgame-perfect"
    guard let form = scenario.form as? ExtensiveForm else {
      throw LaboratoryError.wrongForm(
        asked: asked, takes: [ExtensiveForm.name], found: scenario.form.name)
    }
    let run = try ParameterRun(scenario, request)
    func view(_ value: Rational) throws -> ExtensiveView {
      try form.extensiveView(of: run.evaluated(at: value), actors: scenario.actors)
    }
    guard try view(run.from).utilities.hasPerfectInformation else {
      throw LaboratoryError.wrongSize(
        concept: asked, takes: "trees of perfect information",
        found: "moves that do not see what came before",
        instead: "solve at single values, or write the game in strategic form")
    }
    // Where every comparison has one sign.
    let pieces = try run.asking {
      () throws -> [(interval: AffineForm.Interval, payoffs: [[AffineForm]])] in
      do {
        return try PureThresholds.pieces(from: run.from, to: run.to) { running in
          let values = run.values(running)
          return try form.continuations(
            utilities: run.evaluator.utilities(values), numbers: run.evaluator.numbers(values),
            actors: scenario.actors.count)
        }
      } catch let error as TooManyTies {
        throw LaboratoryError.tooLarge(
          concept: asked, size: "more than \(error.limit) ways to play on",
          limit: "\(error.limit)", instead: "solve at single values")
      }
    }
    try self.init(
      "subgame-perfect", "subgame-perfect equilibria", run,
      candidates: pieces.map(\.interval.upper)
    ) { value in
      let view = try view(value)
      let found = try BackwardInduction().solve(view.utilities)
      return found.equilibria.map { equilibrium -> (String, JSONValue) in
        let rows = equilibrium.profile.probabilities
        var words: [String] = []
        var members: [JSONValue.Member] = []
        for (set, row) in rows.enumerated() {
          let actor = view.utilities.sets[set].actor
          let action = view.actions[set][row.firstIndex(of: .one) ?? 0]
          let isOnly = view.utilities.sets.count { $0.actor == actor } == 1
          let name = scenario.actors[actor].name
          words.append(isOnly ? "\(name): \(action)" : "\(name) at \(view.sets[set]): \(action)")
          members.append(.init(view.sets[set], .string(action)))
        }
        return (words.joined(separator: "; "), .object(members))
      }
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
  fileprivate func continuations<Number: Quantity & Hashable>(
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
