import Arithmetic
import Scenarios
import Synchronization
import Testing

@testable import Laboratory

/// Long work is cut short at once here: what is told is told before it begins.
@Suite struct `Long work` {
  /// What is told of a concept's work on a game.
  private func told(
    _ concept: String, _ scenario: Scenario, _ texts: [(name: String, text: String)] = [],
    seconds: Double? = 1e-9
  ) throws -> [String] {
    try told { options in
      var options = options
      options.seconds = seconds
      options.texts = texts
      _ = try? Concept.named(concept).solution(of: Setting(scenario), options: options)
    }
  }

  private func told(_ work: (Concept.Options) throws -> Void) throws -> [String] {
    let lines = Told()
    var options = Concept.Options()
    options.announce = { line in lines.all.withLock { $0.append(line) } }
    try work(options)
    return lines.all.withLock { $0 }
  }

  private final class Told: Sendable {
    let all = Mutex<[String]>([])
  }

  /// One chooses between staying out and going in; another, who does not know which of `types` it
  /// is, then among `replies`.
  private func entry(types: Int, replies: Int) throws -> Scenario {
    var lines = [
      #"EFG 2 R "entry" { "One" "Other" }"#, "",
      "c \"\" 1 \"\" { " + (0..<types).map { "\"t\($0)\" 1/\(types)" }.joined(separator: " ")
        + " } 0",
    ]
    for type in 0..<types {
      lines += [
        #"p "" 1 1 "" { "out" "in" } 0"#, #"t "" 1 "" { 9 0 }"#,
        "p \"\" 2 1 \"\" { " + (0..<replies).map { "\"r\($0)\"" }.joined(separator: " ") + " } 0",
      ]
      for reply in 0..<replies {
        let number = 2 + type * replies + reply
        lines.append("t \"\" \(number) \"\" { \((type + reply) % 5) \((type * reply) % 7) }")
      }
    }
    return try ScenarioReader.read(
      text: lines.joined(separator: "\n") + "\n", format: .efg, file: "entry.efg")
  }

  /// Two earn most where they choose alike, and disagree on which of these is best.
  private func stage(_ size: Int) throws -> Scenario {
    let payoffs = (0..<(size * size)).flatMap { cell in
      let (row, column) = (cell % size, cell / size)
      let together = row == column ? 20 : 0
      return [(row * 7 + column * 3) % 11 + together, (row * 5 + column * 2) % 13 + together]
    }
    return try ScenarioReader.read(
      text: "NFG 1 R \"stage\" { \"One\" \"Other\" } { \(size) \(size) }\n\n"
        + payoffs.map(String.init).joined(separator: " ") + "\n",
      format: .nfg, file: "stage.nfg")
  }

  private func coalitions(_ count: Int, _ content: String) throws -> Scenario {
    let actors = (0..<count).map { "a\($0): A\($0)" }.joined(separator: ", ")
    return try TestGames.read(
      """
      format: 1
      id: many
      title: Many
      actors: {\(actors)}
      form: coalitional
      \(content)
      """)
  }

  @Test func `of beliefs is told, and not where there are few`() throws {
    let lines = try told("sequential", entry(types: 20, replies: 5))
    #expect(lines.count == 1 && lines[0].hasPrefix("corners of the beliefs"))
    #expect(lines[0].contains("; about "))
    #expect(try told("sequential", entry(types: 8, replies: 3)).isEmpty)
  }

  @Test func `of beliefs is not told where every plan comes by`() throws {
    let draws = (0..<20).map { "\"t\($0)\" 1/20" }.joined(separator: " ")
    let ends = (0..<5).map { "t \"\" \($0 + 1) \"\" { \($0) \($0) }\n" }.joined()
    let move = #"p "" 2 1 "" { "a" "b" "c" "d" "e" } 0"# + "\n"
    let scenario = try ScenarioReader.read(
      text: "EFG 2 R \"blind\" { \"One\" \"Other\" }\n\nc \"\" 1 \"\" { \(draws) } 0\n"
        + String(repeating: move + ends, count: 20),
      format: .efg, file: "blind.efg")
    #expect(try told("sequential", scenario, seconds: nil).isEmpty)
  }

  @Test func `of a game repeated without end is told, and not where it ends soon`() throws {
    let lines = try told("subgame-perfect-payoffs", stage(60), [("delta", "999/1000")])
    #expect(lines.count == 1 && lines[0].hasPrefix("3600 profiles a step"))
    #expect(try told("subgame-perfect-payoffs", stage(3), [("delta", "9/10")]).isEmpty)
  }

  @Test func `of a game with many periods is told by its last tenth`() throws {
    let many = [("delta", "9/10"), ("periods", "2000")].map { (name: $0.0, text: $0.1) }
    let lines = try told("subgame-perfect-payoffs", stage(10), many, seconds: 1)
    #expect(lines.count == 1 && lines[0].hasPrefix("2000 periods of 100 profiles; about "))
    let few = [("delta", "1"), ("periods", "3")].map { (name: $0.0, text: $0.1) }
    #expect(try told("subgame-perfect-payoffs", stage(2), few).isEmpty)
  }

  @Test func `of structures is told, and not of few`() throws {
    let nine = try coalitions(9, "votes: {weights: [1, 1, 1, 1, 1, 1, 1, 1, 1], quota: 5}")
    let lines = try told("coalition-structure", nine)
    #expect(lines.count == 1 && lines[0].hasPrefix("21147 structures; about "))
    let three = try coalitions(3, "votes: {weights: [1, 1, 1], quota: 2}")
    for concept in ["coalition-structure", "core", "nucleolus", "shapley"] {
      #expect(try told(concept, three, seconds: nil).isEmpty)
    }
  }

  @Test func `of coalitions is told where there are many of many projects`() throws {
    let projects = (0..<600).map {
      "  - {together: [a\($0 % 20), a\(($0 + 1) % 20)], gains: {a\($0 % 20): 1}}"
    }.joined(separator: "\n")
    func lines(_ actors: Int, _ content: String) throws -> [String] {
      try told { options in
        try CoalitionQuestion(
          Setting(coalitions(actors, content)), options, concept: "shapley"
        ).announceCoalitions(afterwards: 0)
      }
    }
    let many = try lines(20, "projects:\n\(projects)")
    #expect(many.count == 1 && many[0].hasPrefix("1048576 coalitions; about "))
    let votes = Array(repeating: "1", count: 20).joined(separator: ", ")
    #expect(try lines(20, "votes: {weights: [\(votes)], quota: 11}").isEmpty)
  }
}
