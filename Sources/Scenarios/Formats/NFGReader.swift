import Arithmetic

/// Reads Gambit's strategic games: the payoff version, where all payoffs follow in one list, and
/// the outcome version, where each profile names an outcome.
///
/// - Source: "The strategic game (.nfg) file format", Gambit documentation. The first player's
///   strategy varies fastest in a file; `NFG 1 R` and `NFG 1 D` are both read exactly.
struct NFGReader {
  private var lexer: GambitLexer
  private let file: String

  init(_ text: String, file: String) throws(InputError) {
    self.file = file
    lexer = try GambitLexer(text, file: file)
  }

  /// The game of the file. Its id is the name of the file without folder and ending.
  mutating func scenario() throws(InputError) -> Scenario {
    try header()
    let title = try text("the title in quotation marks")
    let players = try labels("the names of the players")
    guard !players.isEmpty else {
      throw InputError("the file names no player: write { \"1\" \"2\" }", at: lexer.position)
    }
    let strategies = try strategies(players: players.count)
    let shape = strategies.map(\.count)
    let profiles = try count(shape)
    var comment: String?
    if case .text(let text) = lexer.token {
      comment = text
      try lexer.advance()
    }
    let payoffs =
      lexer.token == .open
      ? try outcomes(players: players.count, profiles: profiles)
      : try list(players: players.count, shape: shape, profiles: profiles)
    let position = Position(file: file, line: 1, column: 1)
    let story = comment.map { trimmed($0) } ?? ""
    return Scenario(
      id: stem, title: trimmed(title).isEmpty ? stem : trimmed(title),
      story: story.isEmpty ? nil : story,
      actors: GambitNames.actors(players, besides: StrategicForm.reserved),
      form: form(strategies, payoffs: payoffs, at: position), position: position)
  }

  private var stem: String { GambitNames.stem(of: file) }

  private mutating func header() throws(InputError) {
    for (word, meaning) in [("NFG", "a strategic game"), ("1", "version 1")] {
      guard lexer.token == .word(word) else {
        throw expected("\(word) (\(meaning)); the file starts NFG 1 R \"title\"")
      }
      try lexer.advance()
    }
    guard lexer.token == .word("R") || lexer.token == .word("D") else {
      throw expected("R or D")
    }
    try lexer.advance()
  }

  private func expected(_ what: String) -> InputError {
    InputError("expected \(what), found \(lexer.found)", at: lexer.position)
  }

  private mutating func text(_ what: String) throws(InputError) -> String {
    guard case .text(let text) = lexer.token else { throw expected(what) }
    try lexer.advance()
    return text
  }

  private mutating func open(_ what: String) throws(InputError) {
    guard lexer.token == .open else { throw expected("\"{\" before \(what)") }
    try lexer.advance()
  }

  /// `{ "a" "b" }`.
  private mutating func labels(_ what: String) throws(InputError) -> [String] {
    try open(what)
    var labels: [String] = []
    while lexer.token != .close { labels.append(try text("\(what) in quotation marks, or \"}\"")) }
    try lexer.advance()
    return labels
  }

  /// `{ 2 3 }` or `{ { "a" "b" } { "c" "d" "e" } }`.
  private mutating func strategies(players: Int) throws(InputError) -> [[String]] {
    let start = lexer.position
    try open("the strategies")
    var strategies: [[String]] = []
    while lexer.token != .close {
      let place = lexer.position
      if lexer.token == .open {
        strategies.append(try labels("the names of strategies"))
      } else {
        guard case .word(let word) = lexer.token, let count = Int(word) else {
          throw expected("a number of strategies, or \"{\" before their names")
        }
        guard count <= StrategicFormDecoder.mostPayoffs else { throw tooMany(at: place) }
        strategies.append(Array(repeating: "", count: max(0, count)))
        try lexer.advance()
      }
      guard strategies.last?.isEmpty == false else {
        throw InputError("every player needs a strategy: write at least 1", at: place)
      }
    }
    try lexer.advance()
    guard strategies.count == players else {
      throw InputError(
        "there are \(counted(players, "player")) but strategies for \(strategies.count)",
        at: start)
    }
    return strategies
  }

  private func tooMany(at position: Position) -> InputError {
    InputError(
      "the strategies make more than \(StrategicFormDecoder.mostPayoffs) payoffs", at: position)
  }

  private func count(_ shape: [Int]) throws(InputError) -> Int {
    var count = 1
    for strategies in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: strategies)
      guard !overflow, product <= StrategicFormDecoder.mostPayoffs / shape.count else {
        throw tooMany(at: lexer.position)
      }
      count = product
    }
    return count
  }

  private mutating func number(_ what: String) throws(InputError) -> Rational {
    guard case .word(let word) = lexer.token else { throw expected(what) }
    let number = try Rational.reading(word, as: what, at: lexer.position)
    try lexer.advance()
    return number
  }

  private mutating func skipComma() throws(InputError) {
    if lexer.token == .comma { try lexer.advance() }
  }

  /// The payoff version: `payoffs[profile of the file][player]`.
  private mutating func list(
    players: Int, shape: [Int], profiles: Int
  ) throws(InputError) -> [[Rational]] {
    var payoffs: [[Rational]] = []
    var found = 0
    var surplus: Position?
    while lexer.token != .end {
      if found == players * profiles { surplus = lexer.position }
      let payoff = try number("a payoff")
      if found < players * profiles {
        if found % players == 0 { payoffs.append([]) }
        payoffs[payoffs.count - 1].append(payoff)
      }
      found += 1
      try skipComma()
    }
    guard found == players * profiles else {
      let shown = shape.map(String.init).joined(separator: " x ")
      throw InputError(
        "found \(counted(found, "payoff")), expected \(players * profiles): "
          + "\(shown) strategies for \(counted(players, "player"))", at: surplus ?? lexer.position)
    }
    return payoffs
  }

  /// The outcome version: `payoffs[profile of the file][player]`; outcome 0 brings nothing.
  private mutating func outcomes(
    players: Int, profiles: Int
  ) throws(InputError) -> [[Rational]] {
    let outcomes = try outcomeList(players: players)
    var payoffs: [[Rational]] = []
    var found = 0
    var surplus: Position?
    while lexer.token != .end {
      if found == profiles { surplus = lexer.position }
      guard case .word(let word) = lexer.token, let index = Int(word) else {
        throw expected("the number of an outcome")
      }
      guard (0...outcomes.count).contains(index) else {
        throw InputError(
          "there is no outcome \(index): write 0 to \(outcomes.count)", at: lexer.position)
      }
      if found < profiles {
        payoffs.append(index == 0 ? Array(repeating: .zero, count: players) : outcomes[index - 1])
      }
      found += 1
      try lexer.advance()
      try skipComma()
    }
    guard found == profiles else {
      throw InputError(
        "found the outcomes of \(counted(found, "profile")), expected \(profiles)",
        at: surplus ?? lexer.position)
    }
    return payoffs
  }

  /// `{ { "name" 1, 2 } { "" 3 4 } }`.
  private mutating func outcomeList(players: Int) throws(InputError) -> [[Rational]] {
    try open("the outcomes")
    var outcomes: [[Rational]] = []
    while lexer.token != .close {
      let place = lexer.position
      try open("an outcome")
      _ = try text("the name of an outcome in quotation marks")
      var payoffs: [Rational] = []
      try skipComma()
      while lexer.token != .close {
        payoffs.append(try number("a payoff"))
        try skipComma()
      }
      guard payoffs.count == players else {
        throw InputError(
          "outcome \(outcomes.count + 1) has \(counted(payoffs.count, "payoff")) "
            + "for \(counted(players, "player"))", at: place)
      }
      try lexer.advance()
      try skipComma()
      outcomes.append(payoffs)
    }
    try lexer.advance()
    return outcomes
  }

  private func form(
    _ labels: [[String]], payoffs: [[Rational]], at position: Position
  ) -> StrategicForm {
    let strategies = labels.map { GambitNames.keys($0).map { StrategicForm.Strategy(key: $0) } }
    // In a file the first player's strategy varies fastest, here the last one's.
    var step = 1
    let steps = strategies.map { list in
      defer { step *= list.count }
      return step
    }
    let shape = strategies.map(\.count)
    let cells = payoffs.indices.map { index in
      let place = zip(shape.profile(at: index), steps).reduce(0) { $0 + $1.0 * $1.1 }
      return Cell(gains: payoffs[place].map { Expression($0, at: position) })
    }
    return StrategicForm(strategies: strategies, cells: cells)
  }
}
