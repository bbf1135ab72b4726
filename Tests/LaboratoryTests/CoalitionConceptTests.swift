import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

@Suite struct `Concepts of coalitions` {
  private func game(_ content: String, rule: String = "") throws -> Setting {
    try Setting(
      TestGames.read(
        """
        format: 1
        id: coalitions
        title: Coalitions
        actors: {a: {name: Ann}, b: {name: Bob}, c: {name: Cyd}}
        parameters: {r: 0}
        form: coalitional
        \(content)
        \(rule)
        """))
  }

  /// A game of thirty actors, `a0` to `a29`.
  private func crowd(_ content: String) throws -> Setting {
    let actors = (0..<30).map { "a\($0): {name: A\($0)}" }.joined(separator: ", ")
    return try Setting(
      TestGames.read(
        """
        format: 1
        id: many
        title: Many
        actors: {\(actors)}
        form: coalitional
        \(content)
        """))
  }

  private func json(_ concept: String, _ setting: Setting, _ texts: [(String, String)] = [])
    throws -> JSONValue
  {
    let solution = try Concept.named(concept).solution(
      of: setting, options: .init(texts: texts.map { (name: $0.0, text: $0.1) }))
    return SolutionReport(setting, [solution]).json["solutions"]?[0] ?? .null
  }

  private let glove = "worth: a * (size >= 2)"
  private let majority = "votes: {weights: [1, 1, 1], quota: 2}"

  @Test func `projects of more actors than can be listed are sampled`() throws {
    let setting = try crowd(
      """
      projects:
        - {together: [a0, a1], gains: {a0: 3, a1: 1, a2: -1}}
        - {together: [a3], gains: {a3: 5, a4: 2}}
      """)
    let values = try json("shapley", setting)["values"]
    // Two share 4 and three bear a loss of 1; who needs nobody brings others what it does anyway.
    for (actor, value) in [("a0", 5.0 / 3), ("a1", 5.0 / 3), ("a3", 5), ("a4", 2), ("a29", 0)] {
      let found = (values?[actor]?.compactText).flatMap(Double.init) ?? .nan
      #expect(abs(found - value) < 0.1, "\(actor): \(found)")
    }
  }

  @Test func `values are exact and by actor`() throws {
    let values = try json("shapley", try game(glove))["values"]?.compactText
    #expect(values == #"{"a":"2/3","b":"1/6","c":"1/6"}"#)
    #expect(
      try json("owen", try game(glove), [("unions", "a+b")])["values"]?.compactText
        == #"{"a":"3/4","b":"1/4","c":"0"}"#)
    #expect(
      try json("myerson", try game(majority), [("links", "a+b,b+c")])["values"]?.compactText
        == #"{"a":"1/6","b":"2/3","c":"1/6"}"#)
    #expect(
      try json("nucleolus", try game(glove))["values"]?.compactText
        == #"{"a":"1","b":"0","c":"0"}"#)
    #expect(throws: LaboratoryError.self) { try json("owen", try game(glove)) }
    #expect(throws: LaboratoryError.self) {
      try json("owen", try game(glove), [("unions", "a+d")])
    }
  }

  @Test func `costs are shown as what is paid`() throws {
    let airport = try game("costs: {largest-of: [1, 2, 3]}")
    #expect(
      try json("shapley", airport)["values"]?.compactText
        == #"{"a":"1/3","b":"5/6","c":"11/6"}"#)
    #expect(
      try json("nucleolus", airport)["values"]?.compactText
        == #"{"a":"1/2","b":"3/4","c":"7/4"}"#)
  }

  @Test func `the core says whether it is empty, and for which weights`() throws {
    let full = try json("core", try game(glove))
    #expect(full["empty"] == .bool(false) && full["epsilon"] == .string("0"))
    let empty = try json("core", try game(majority))
    #expect(empty["empty"] == .bool(true) && empty["epsilon"] == .string("1/3"))
    #expect(empty["claimed"] == .string("3/2") && empty["subsidy"] == .string("1/2"))
    let pairs = try game("worth: if(size == 3, 1, (size == 2) * 4/7)")
    #expect(
      try json("core", pairs)["weights"]?.compactText == #"{"least":"0","most":"1/4"}"#)
  }

  @Test func `relative gains move claims, and their rules agree`() throws {
    let pairs = "worth: if(size == 3, 1, (size == 2) * 4/7)"
    for rule in [
      "relative-gains: {rule: snidal, weights: 1/2}",
      "relative-gains: {rule: ally, weights: -1/4}",
      // theta = 1/5 = k / (1 + 3k)
      "relative-gains: {rule: grieco, weights: 1/2}",
    ] {
      let answer = try json("core", try game(pairs, rule: rule))
      #expect(answer["empty"] == .bool(true))
      #expect(answer["available"] == .string("1") && answer["claimed"] == .string("39/35"))
    }
    #expect(throws: LaboratoryError.self) {
      try json("core", try game(pairs, rule: "relative-gains: {rule: lead, weights: 1}"))
    }
  }

  @Test func `a division is blocked, and payments keep those who would leave`() throws {
    let answer = try json("blocking", try game(majority), [("division", "a=1,b=0,c=0")])
    #expect(answer["blocking"]?.compactText == #"[{"coalition":["b","c"],"excess":"1"}]"#)
    #expect(answer["cost"] == .string("1"))
    #expect(
      try json("kernel", try game(majority), [("division", "1/3,1/3,1/3")])["inKernel"]
        == .bool(true))
    for wrong in ["1,2", "a=1,a=2,b=3", "x,y,z", ""] {
      #expect(throws: LaboratoryError.self) {
        try json("blocking", try game(majority), [("division", wrong)])
      }
    }
  }

  @Test func `structures and agreements`() throws {
    let merger = try game(
      """
      partitions:
        - {structure: [[a, b, c]], worths: [1/4]}
        - {structure: [[a, b]], worths: [1/9, 1/9]}
        - {structure: [[a, c]], worths: [1/9, 1/9]}
        - {structure: [[b, c]], worths: [1/9, 1/9]}
        - {structure: [], worths: [1/16, 1/16, 1/16]}
      """)
    let answer = try json("coalition-structure", merger)
    #expect(
      answer["path"]?.compactText == #"[[["a"],["b"],["c"]],[["a","b","c"]]]"#)
    #expect(try json("stability", merger)["agreements"] != nil)
  }

  @Test func `every concept of coalitions has tables and rows`() throws {
    let setting = try game(majority + "\nunions: [[a, b]]\nlinks: [[a, b], [b, c]]")
    for concept in Concept.all where concept.forms == [CoalitionalForm.name] {
      do {
        let solution = try concept.solution(
          of: setting, options: .init(texts: [(name: "division", text: "1,0,0")]))
        #expect(!solution.answer.tables(in: setting).isEmpty)
        #expect(solution.answer.csv(in: setting).rows.allSatisfy { !$0.isEmpty })
      } catch LaboratoryError.wrongSize {
        #expect(concept.name == "nucleolus" || concept.name == "tau", "\(concept.name)")
      }
    }
  }

  @Test func `many actors are sampled, or refused with the limit`() throws {
    let weights = Array(repeating: "1", count: 30).joined(separator: ", ")
    let setting = try crowd("votes: {weights: [\(weights)], quota: 16}")
    let sampled = try Concept.shapley.solution(of: setting)
    #expect(!sampled.isExact && sampled.status.name == "sample")
    #expect(throws: LaboratoryError.self) { try Concept.core.solution(of: setting) }
    #expect(throws: LaboratoryError.self) { try Concept.banzhaf.solution(of: setting) }
  }
}
