public import GameForms

/// A game at some values of its parameters as a tree, with the names of what is in it.
public struct ExtensiveView: Sendable {
  /// Absolute gains over the status quo.
  public let gains: ExtensiveGame
  /// What the actors maximise, after the relative-gains rule; the same tree.
  public let utilities: ExtensiveGame
  /// The name of each information set.
  public let sets: [String]
  /// `actions[set][action]`.
  public let actions: [[String]]
  /// `moves[node]`: the names of the actions there, none at an end.
  public let moves: [[String]]
  /// The cell of each end; nil at other nodes.
  public let cells: [Int?]

  /// The view of these parts.
  public init(
    gains: ExtensiveGame, utilities: ExtensiveGame, sets: [String], actions: [[String]],
    moves: [[String]], cells: [Int?]
  ) {
    self.gains = gains
    self.utilities = utilities
    self.sets = sets
    self.actions = actions
    self.moves = moves
    self.cells = cells
  }

  /// The moves that lead to a node, in words; `start` for the root.
  public func name(ofNode node: Int) -> String {
    let names = gains.path(to: node).map { moves[$0.node][$0.action] }
    return names.isEmpty ? "start" : names.joined(separator: ", ")
  }

  /// The reduced strategic form, strategies called by the actions they take.
  ///
  /// - Throws: ``FormRefusal`` where it would be too large.
  public func strategic() throws(FormRefusal) -> StrategicView {
    do throws(StrategicFormRefusal) {
      let form = try ReducedStrategicForm(utilities)
      return StrategicView(
        strategies: zip(form.sets, form.strategies).map { own, strategies in
          names(of: strategies, at: own)
        },
        gains: try ReducedStrategicForm(gains).game, utilities: form.game)
    } catch {
      switch error {
      case .tooManyStrategies(_, let count, let limit):
        throw FormRefusal(
          size: "\(rounded(count)) strategies of one actor", limit: "\(limit) strategies")
      case .tooManyPayoffs(let count, let limit):
        throw FormRefusal(size: "\(rounded(count)) payoffs", limit: "\(limit) payoffs")
      }
    }
  }

  /// `lease/concede`, or `first:yes/then:no` where two sets have actions of one name.
  private func names(of strategies: [[Int?]], at own: [Int]) -> [StrategicForm.Strategy] {
    let all = own.flatMap { actions[$0] }
    let unique = Set(all).count == all.count
    return strategies.map { strategy in
      let taken = zip(own, strategy).compactMap { set, action in
        action.map { (set: self.sets[set], action: actions[set][$0]) }
      }
      guard !taken.isEmpty else { return StrategicForm.Strategy(key: "-") }
      let simple = unique || own.count == 1
      return StrategicForm.Strategy(
        key: taken.map { simple ? $0.action : "\($0.set):\($0.action)" }.joined(separator: "/"),
        description: taken.map { "at \($0.set): \($0.action)" }.joined(separator: "; "))
    }
  }

  private func rounded(_ count: Double) -> String {
    guard count >= 1e15 else { return String(Int(count)) }
    var digits = 0
    var rest = count
    while rest >= 10, digits < 400 {
      rest /= 10
      digits += 1
    }
    return "about 10^\(digits)"
  }
}

/// A form of game that is a tree, or can be seen as one.
public protocol TreeForm: GameForm {
  /// The tree at these numbers.
  ///
  /// - Throws: ``InputError`` where probabilities do not add up to 1.
  func extensiveView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(InputError) -> ExtensiveView
}

extension TreeForm {
  /// The reduced strategic form of the tree.
  public func strategicView(
    of evaluated: EvaluatedGame, actors: [Scenario.Actor]
  ) throws(FormRefusal) -> StrategicView? {
    let view: ExtensiveView
    do throws(InputError) {
      view = try extensiveView(of: evaluated, actors: actors)
    } catch {
      return nil
    }
    return try view.strategic()
  }

  /// Refuses probabilities that do not add up to 1.
  public func refuse(_ evaluated: EvaluatedGame, actors: [Scenario.Actor]) throws(InputError) {
    _ = try extensiveView(of: evaluated, actors: actors)
  }
}
