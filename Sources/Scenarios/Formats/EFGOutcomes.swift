import Arithmetic

/// The outcomes of a Gambit tree, by their numbers.
struct EFGOutcomes {
  /// One outcome: what stands of it so far.
  private struct Outcome {
    var name: String
    var payoffs: [Rational]?
    var position: Position
  }

  private var table: [Int: Outcome] = [:]

  /// Notes that outcome `number` is used; 0 is none.
  mutating func mention(_ number: Int, _ name: String?, at position: Position) {
    guard number > 0 else { return }
    if table[number] == nil {
      table[number] = Outcome(name: name ?? "", payoffs: nil, position: position)
    }
  }

  /// Gives outcome `number` its payoffs.
  ///
  /// - Throws: ``InputError`` where it has others already, or is the outcome 0 that has none.
  mutating func define(
    _ number: Int, _ name: String?, _ payoffs: [Rational], at position: Position
  ) throws(InputError) {
    guard number > 0 else {
      guard payoffs.allSatisfy(\.isZero) else {
        throw InputError(
          "outcome 0 stands for no payoffs: give the outcome another number", at: position)
      }
      return
    }
    if let known = table[number], let before = known.payoffs, before != payoffs {
      throw InputError(
        "outcome \(number) has other payoffs at \(known.position.inWords): give it another number",
        at: position)
    }
    table[number] = Outcome(
      name: name ?? table[number]?.name ?? "", payoffs: payoffs, position: position)
  }

  /// The name and the payoffs of each outcome.
  ///
  /// - Throws: ``InputError`` for one that is used and has no payoffs anywhere.
  func resolved(
    players: Int
  ) throws(InputError) -> [Int: (name: String, payoffs: [Rational])] {
    var resolved: [Int: (name: String, payoffs: [Rational])] = [:]
    for number in table.keys.sorted() {
      guard let outcome = table[number] else { continue }
      guard let payoffs = outcome.payoffs else {
        throw InputError(
          "outcome \(number) has no payoffs anywhere: write { "
            + Array(repeating: "0", count: players).joined(separator: " ") + " } after it",
          at: outcome.position)
      }
      resolved[number] = (outcome.name, payoffs)
    }
    return resolved
  }
}

/// The ends of a Gambit tree: the outcomes on the way to an end together make its gains.
struct EFGEnds {
  private let outcomes: [Int: (name: String, payoffs: [Rational])]
  private var places: [[Int]: Int] = [:]
  private let players: Int
  private var given: [String] = []
  /// What each end brings.
  private(set) var cells: [Cell] = []

  init(_ outcomes: [Int: (name: String, payoffs: [Rational])], players: Int) {
    self.outcomes = outcomes
    self.players = players
  }

  /// The end after these outcomes.
  mutating func cell(of path: [Int], at position: Position) -> Int {
    if let known = places[path] { return known }
    var gains = Array(repeating: Rational.zero, count: players)
    for number in path {
      for (player, payoff) in (outcomes[number]?.payoffs ?? []).enumerated() {
        gains[player] += payoff
      }
    }
    let names = path.map { trimmed(outcomes[$0]?.name ?? "") }
    places[path] = cells.count
    cells.append(
      Cell(gains: gains.map { Expression($0, at: position) }, position: position))
    given.append(names.contains("") ? "" : names.joined(separator: " + "))
    return cells.count - 1
  }

  /// The name of each end, nil where the file gives none or one twice.
  var names: [String?] {
    var uses: [String: Int] = [:]
    for name in given { uses[name, default: 0] += 1 }
    return given.map { $0.isEmpty || uses[$0] != 1 ? nil : $0 }
  }
}
