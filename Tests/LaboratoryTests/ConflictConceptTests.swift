import Arithmetic
import Laboratory
import Scenarios
import Testing

@Suite struct `Concepts of conflicts` {
  /// A stranger may come; the town may shut its gate for good.
  private func gate() throws -> Setting {
    try Setting(
      TestGames.read(
        """
        format: 1
        id: gate
        title: The gate
        actors: {town: {name: Town}, stranger: {name: Stranger}}
        form: conflict
        options: {town: {shut: shut the gate}, stranger: {come: come near}}
        irreversible: {shut: Y}
        status-quo: NN
        preferences:
          town: {ranking: [NN, YN, ">>", YY, NY]}
          stranger: {ranking: [NY, NN, YN, YY]}
        outcome: {state: YN, source: assumed}
        """))
  }

  private func json(_ name: String, _ setting: Setting, state: String? = nil) throws -> JSONValue {
    let solution = try Concept.named(name).solution(
      of: setting, options: .init(texts: state.map { [("state", $0)] } ?? []))
    let report = SolutionReport(setting, [solution])
    guard case .array(let list)? = report.json["solutions"], let only = list.first else {
      return .null
    }
    return only
  }

  private func equilibria(_ name: String, _ setting: Setting) throws -> JSONValue? {
    try json(name, setting)["equilibria"]
  }

  @Test func `conflict is what is asked when nothing is said`() throws {
    #expect(Concept.byDefault(for: try gate().scenario).name == "conflict")
  }

  @Test func `judge each state in each sense`() throws {
    let setting = try gate()
    #expect(try equilibria("nash-stability", setting) == ["YN"])
    // The stranger would come, and the town shut the gate on it.
    #expect(try equilibria("seq", setting) == ["NN", "YN"])
    #expect(try equilibria("gmr", setting) == ["NN", "YN"])
    #expect(try equilibria("smr", setting) == ["NN", "YN"])
  }

  @Test func `tell each verdict in a sentence`() throws {
    let setting = try gate()
    func sentences(_ concept: String, _ state: String) throws -> [JSONValue] {
      guard case .array(let verdicts)? = try json(concept, setting, state: state)["verdicts"] else {
        return []
      }
      return verdicts.map { $0["because"] ?? .null }
    }
    #expect(
      try sentences("seq", "NN") == [
        "Town has no move to anything it likes better.",
        .string(
          "Stranger could gain by moving to NY, but then Town gains by moving to YY, which Stranger "
            + "likes no better than NN."),
      ])
    #expect(
      try sentences("nash-stability", "NN") == [
        "Town has no move to anything it likes better.", "Stranger gains by moving to NY.",
      ])
    #expect(try sentences("smr", "YY").first == "Town has no move.")
    #expect(
      try sentences("smr", "YY").last
        == .string(
          "Stranger gains by moving to YN, and whatever the others do from there, it ends better "
            + "off or can move to where it is."))
  }

  @Test func `say how the status quo leads to an equilibrium`() throws {
    let answer = try json("status-quo", try gate())
    #expect(answer["from"] == "NN")
    guard case .array(let states)? = answer["states"] else { return }
    let line = states.first { $0["state"] == "YN" }
    #expect(
      line?["byImprovements"] == [
        ["actor": "stranger", "state": "NY"], ["actor": "town", "state": "YY"],
        ["actor": "stranger", "state": "YN"],
      ])
    #expect(line?["byAnyMoves"] == [["actor": "town", "state": "YN"]])
  }

  @Test func `say how orders would have to be for a state to be stable`() throws {
    let answer = try json("stability-conditions", try gate(), state: "NN")
    guard case .array(let entries)? = answer["actors"] else { return }
    let stranger = entries.filter { $0["actor"] == "stranger" }
    #expect(
      stranger.first?["conditions"] == [["move": "NY", "met": false, "noneBetter": [["NY"]]]])
    #expect(
      stranger[1]["conditions"] == [["move": "NY", "met": true, "noneBetter": [["NY"], ["YY"]]]])
  }

  @Test func `name the coalition that breaks an equilibrium`() throws {
    let setting = try Setting(TestGames.symmetric(4, 3, 2, 1))
    let answer = try json("coalition-stability", setting)
    #expect(answer["equilibria"]?["nash"] == [])
    guard case .array(let broken)? = answer["broken"] else { return }
    #expect(
      broken.first == [
        "state": ["Row": "D", "Col": "D"], "stability": "nash", "coalition": ["Row", "Col"],
        "improvement": ["Row": "C", "Col": "C"],
      ])
  }

  @Test(arguments: [Rational(0), Rational(1, 2), Rational(99, 100)])
  func `of the prisoner's dilemma keep cooperation by answers under any weight`(
    weight: Rational
  ) throws {
    let setting = try Setting(
      TestGames.symmetric(4, 3, 2, 1), set: [.init("r", weight)])
    let both: (String) -> JSONValue = { ["Row": .string($0), "Col": .string($0)] }
    #expect(try equilibria("nash-stability", setting) == .array([both("D")]))
    for concept in ["gmr", "smr", "seq"] {
      #expect(try equilibria(concept, setting) == .array([both("C"), both("D")]))
    }
  }

  @Test
  func `of chicken keep cooperation only by answers that hurt both, until relative gains count`()
    throws
  {
    let chicken = try TestGames.symmetric(4, 3, 1, 2)
    let mixed: [JSONValue] = [["Row": "C", "Col": "D"], ["Row": "D", "Col": "C"]]
    let both: (String) -> JSONValue = { ["Row": .string($0), "Col": .string($0)] }
    let plain = try Setting(chicken)
    #expect(try equilibria("nash-stability", plain) == .array(mixed))
    #expect(try equilibria("seq", plain) == .array(mixed))
    #expect(try equilibria("gmr", plain) == .array([both("C")] + mixed))
    #expect(try equilibria("smr", plain) == .array([both("C")] + mixed))
    // Above r = 1/3 chicken is a prisoner's dilemma.
    let relative = try Setting(chicken, set: [.init("r", Rational(1, 2))])
    #expect(try equilibria("nash-stability", relative) == .array([both("D")]))
    #expect(try equilibria("seq", relative) == .array([both("C"), both("D")]))
  }

  @Test func `hold the record against the model, naming the senses`() throws {
    let history = try #require(try Laboratory.History(try gate().scenario))
    #expect(history.withRule.atDefaults)
    #expect(history.withRule.words == "equilibrium: every stability")
    #expect(history.withRule.share == .exact(1))
  }

  @Test func `refuse a state that is none and a question without a start`() throws {
    let setting = try gate()
    #expect {
      try json("status-quo", setting, state: "YX")
    } throws: { error in
      "\(error)".hasPrefix("--state YX is not understood: write the name or pattern of a feasible")
    }
    let dilemma = try Setting(TestGames.symmetric(4, 3, 2, 1))
    #expect {
      try json("status-quo", dilemma)
    } throws: { error in
      "\(error)" == "status-quo needs --state: write --state \"(C, C)\""
    }
  }
}
