import Arithmetic

/// Reads Gambit's extensive games: nodes depth first, `c` for chance, `p` for a player, `t` for an
/// end.
///
/// Payoffs of an outcome at a node that is no end are added to those of every end below it, as the
/// format has it. Chance probabilities written as decimals that miss 1 by no more than their last
/// digit allows are brought to 1 in proportion.
///
/// - Source: "The extensive game (.efg) file format", Gambit documentation; `EFG 2 R` and `EFG 2 D`
///   are both read exactly.
struct EFGReader {
  private var lexer: GambitLexer
  private let file: String
  private var outcomes = EFGOutcomes()
  private var chances: [Int: Chance] = [:]
  private var places: [[Int]: Int] = [:]
  private var sets: [Set] = []
  private var nodes: [(kind: ExtensiveForm.Kind?, outcome: Int, position: Position)] = []

  /// What chance does at its sets of one number.
  private struct Chance {
    var labels: [String]
    var probabilities: [Rational]
    var position: Position
  }

  /// An information set of a player, as the file has it.
  private struct Set {
    var label: String
    var player: Int
    var number: Int
    var actions: [String]
  }

  init(_ text: String, file: String) throws(InputError) {
    self.file = file
    lexer = try GambitLexer(text, file: file)
  }

  /// The game of the file. Its id is the name of the file without folder and ending.
  mutating func scenario() throws(InputError) -> Scenario {
    for (word, meaning) in [("EFG", "an extensive game"), ("2", "version 2")] {
      guard lexer.token == .word(word) else {
        throw expected("\(word) (\(meaning)); the file starts EFG 2 R \"title\"")
      }
      try lexer.advance()
    }
    guard lexer.token == .word("R") || lexer.token == .word("D") else { throw expected("R or D") }
    try lexer.advance()
    guard let title = try text() else { throw expected("the title in quotation marks") }
    let start = lexer.position
    let players = try labels("the names of the players")
    guard !players.isEmpty else {
      throw InputError("the file names no player: write { \"1\" \"2\" }", at: start)
    }
    let comment = trimmed(try text() ?? "")
    try readNodes(players: players.count)
    let stem = GambitNames.stem(of: file)
    let actors = GambitNames.actors(players, besides: ExtensiveForm.reserved)
    return Scenario(
      id: stem, title: trimmed(title).isEmpty ? stem : trimmed(title),
      story: comment.isEmpty ? nil : comment, actors: actors, form: try form(actors),
      position: Position(file: file, line: 1, column: 1))
  }

  private func expected(_ what: String) -> InputError {
    InputError("expected \(what), found \(lexer.found)", at: lexer.position)
  }

  /// A text in quotation marks, nil where something else comes.
  private mutating func text() throws(InputError) -> String? {
    guard case .text(let text) = lexer.token else { return nil }
    try lexer.advance()
    return text
  }

  private mutating func open(_ what: String) throws(InputError) {
    guard lexer.token == .open else { throw expected("\"{\" before \(what)") }
    try lexer.advance()
  }

  private mutating func skipComma() throws(InputError) {
    if lexer.token == .comma { try lexer.advance() }
  }

  /// `{ "a" "b" }`.
  private mutating func labels(_ what: String) throws(InputError) -> [String] {
    try open(what)
    var labels: [String] = []
    while lexer.token != .close {
      guard let label = try text() else { throw expected("\(what) in quotation marks, or \"}\"") }
      labels.append(label)
      try skipComma()
    }
    try lexer.advance()
    return labels
  }

  private mutating func integer(_ what: String, from least: Int) throws(InputError) -> Int {
    guard case .word(let word) = lexer.token, let number = Int(word), number >= least else {
      throw expected("\(what), a whole number from \(least) on")
    }
    try lexer.advance()
    return number
  }

  private mutating func number(_ what: String) throws(InputError) -> (Rational, String) {
    guard case .word(let word) = lexer.token else { throw expected(what) }
    let number = try Rational.reading(word, as: what, at: lexer.position)
    try lexer.advance()
    return (number, word)
  }

  private mutating func readNodes(players: Int) throws(InputError) {
    var missing = 1
    while missing > 0 {
      let position = lexer.position
      guard case .word(let word) = lexer.token, ["c", "p", "t"].contains(word) else {
        throw InputError(
          "expected a node, c, p or t, found \(lexer.found): "
            + "\(counted(missing, "action")) still \(missing == 1 ? "leads" : "lead") nowhere",
          at: position)
      }
      guard nodes.count < ExtensiveFormDecoder.mostNodes else {
        throw InputError(
          "the tree has more than \(ExtensiveFormDecoder.mostNodes) nodes", at: position)
      }
      try lexer.advance()
      guard try text() != nil else { throw expected("the name of the node in quotation marks") }
      var kind: ExtensiveForm.Kind?
      var actions = 0
      if word == "c" {
        let chance = try chance()
        actions = chance.labels.count
        kind = .chance(
          zip(GambitNames.keys(chance.labels), chance.probabilities).map {
            ($0, Expression($1, at: chance.position))
          })
      } else if word == "p" {
        let set = try decision(players: players)
        actions = sets[set].actions.count
        kind = .decision(set: set)
      }
      let outcome = try outcome(players: players)
      nodes.append((kind, outcome, position))
      missing += actions - 1
    }
    guard lexer.token == .end else {
      throw InputError(
        "found \(lexer.found) after the last node: every action leads somewhere already",
        at: lexer.position)
    }
  }

  /// `1 "name" { "a" 1/2 "b" 1/2 }`, name and moves left out where they stand before.
  private mutating func chance() throws(InputError) -> Chance {
    let position = lexer.position
    let number = try integer("the number of the chance set", from: 1)
    _ = try text()
    guard lexer.token == .open else {
      guard let known = chances[number] else {
        throw expected("\"{\" before the moves of chance, which set \(number) does not have yet")
      }
      return known
    }
    try lexer.advance()
    var labels: [String] = []
    var probabilities: [Rational] = []
    var slack = Rational.zero
    while lexer.token != .close {
      guard let label = try text() else {
        throw expected("a move of chance in quotation marks, or \"}\"")
      }
      labels.append(label)
      try skipComma()
      let place = lexer.position
      let (probability, written) = try self.number("the probability of \(quoted(label))")
      guard probability.signum >= 0 else {
        throw InputError(
          "the probability of \(quoted(label)) is \(written): write 0 or more", at: place)
      }
      probabilities.append(probability)
      slack += Self.lastDigit(of: written) / 2
      try skipComma()
    }
    try lexer.advance()
    let sum = probabilities.reduce(.zero, +)
    guard !labels.isEmpty, sum.signum > 0, (sum - .one).magnitude <= slack else {
      throw InputError(
        "the probabilities of chance add up to \(brief(sum)): make them add up to 1",
        at: position)
    }
    if let known = chances[number], known.labels.count != labels.count {
      throw InputError(
        "chance set \(number) has \(counted(labels.count, "move")) here and "
          + "\(known.labels.count) at \(known.position.inWords)", at: position)
    }
    let chance = Chance(
      labels: labels, probabilities: probabilities.map { $0 / sum }, position: position)
    chances[number] = chance
    return chance
  }

  /// What one step in the last digit of a decimal is worth; 0 for a fraction or a whole number.
  private static func lastDigit(of text: String) -> Rational {
    guard let dot = text.firstIndex(of: "."), !text.contains("/"), !text.lowercased().contains("e")
    else { return .zero }
    let digits = min(text.distance(from: dot, to: text.endIndex) - 1, 40)
    return (0..<max(0, digits)).reduce(Rational.one) { step, _ in step / 10 }
  }

  /// `1 2 "name" { "a" "b" }`, name and actions left out where they stand before.
  private mutating func decision(players: Int) throws(InputError) -> Int {
    let place = lexer.position
    let player = try integer("the number of a player", from: 1)
    guard player <= players else {
      throw InputError(
        "there is no player \(player): write 1 to \(players)", at: place)
    }
    let start = lexer.position
    let number = try integer("the number of an information set", from: 1)
    let label = try text()
    let known = places[[player, number]]
    guard lexer.token == .open else {
      guard let known else {
        throw expected(
          "\"{\" before the actions, which set \(number) of player \(player) does not have yet")
      }
      return known
    }
    let actions = try labels("an action")
    guard !actions.isEmpty else {
      throw InputError("an information set needs an action: write { \"a\" }", at: start)
    }
    if let known {
      guard sets[known].actions.count == actions.count else {
        throw InputError(
          "set \(number) of player \(player) has \(counted(actions.count, "action")) here and had "
            + "\(sets[known].actions.count) before", at: start)
      }
      return known
    }
    places[[player, number]] = sets.count
    sets.append(Set(label: label ?? "", player: player - 1, number: number, actions: actions))
    return sets.count - 1
  }

  /// `1 "name" { 1, 2 }`, name and payoffs left out where they stand before; 0 brings nothing.
  private mutating func outcome(players: Int) throws(InputError) -> Int {
    let position = lexer.position
    let number = try integer("the number of an outcome", from: 0)
    let name = try text()
    guard lexer.token == .open else {
      outcomes.mention(number, name, at: position)
      return number
    }
    try lexer.advance()
    var payoffs: [Rational] = []
    try skipComma()
    while lexer.token != .close {
      payoffs.append(try self.number("a payoff").0)
      try skipComma()
    }
    try lexer.advance()
    guard payoffs.count == players else {
      throw InputError(
        "outcome \(number) has \(counted(payoffs.count, "payoff")) for "
          + "\(counted(players, "player"))", at: position)
    }
    try outcomes.define(number, name, payoffs, at: position)
    return number
  }

  private func form(_ actors: [Scenario.Actor]) throws(InputError) -> ExtensiveForm {
    let resolved = try outcomes.resolved(players: actors.count)
    let labels = sets.map { trimmed($0.label) }
    let areNames = Swift.Set(labels).count == labels.count && !labels.contains("")
    let named = zip(sets, labels).map { set, label in
      ExtensiveForm.InformationSet(
        key: areNames ? label : "\(actors[set.player].key)-\(set.number)", actor: set.player,
        actions: GambitNames.keys(set.actions))
    }
    var ends = EFGEnds(resolved, players: actors.count)
    var open: [(missing: Int, outcomes: [Int])] = []
    let tree = nodes.map { node in
      let before = (open.last?.outcomes ?? []) + (node.outcome == 0 ? [] : [node.outcome])
      if !open.isEmpty { open[open.count - 1].missing -= 1 }
      while let last = open.last, last.missing == 0 { open.removeLast() }
      guard let kind = node.kind else {
        return ExtensiveForm.Node(
          .end(cell: ends.cell(of: before, at: node.position)), position: node.position)
      }
      let actions =
        switch kind {
        case .decision(let set): named[set].actions.count
        case .chance(let moves): moves.count
        case .end: 0
        }
      open.append((actions, before))
      return ExtensiveForm.Node(kind, position: node.position)
    }
    return ExtensiveForm(nodes: tree, sets: named, cells: ends.cells, cellNames: ends.names)
  }
}
