import Laboratory
import Scenarios

/// Small games that the tests share, read from text as any file is.
enum TestGames {
  /// Row's and Col's payoffs at (C, C), (C, D), (D, C), (D, D) under Snidal's weight r.
  static func symmetric(
    _ t: Int, _ r: Int, _ p: Int, _ s: Int, rule: String = "snidal", range: String = "[0, 1]"
  ) throws -> Scenario {
    try read(
      """
      format: 1
      id: symmetric
      title: A symmetric game
      actors: {Row: {name: Row}, Col: {name: Col}}
      parameters:
        r: {default: 0, range: \(range), meaning: weight, source: assumed}
      form: strategic
      strategies: {Row: {C: to cooperate, D: to defect}, Col: {C: to cooperate, D: to defect}}
      payoffs:
        - {Row: C, Col: C, gains: {Row: \(r), Col: \(r)}}
        - {Row: C, Col: D, gains: {Row: \(s), Col: \(t)}}
        - {Row: D, Col: C, gains: {Row: \(t), Col: \(s)}}
        - {Row: D, Col: D, gains: {Row: \(p), Col: \(p)}}
      relative-gains: {rule: \(rule), weights: r}
      """)
  }

  /// A game of three with a recorded outcome; x is what staying in is worth.
  static func three() throws -> Scenario {
    try read(
      """
      format: 1
      id: three
      title: Three neighbours
      actors: {a: {name: Ann}, b: {name: Bob}, c: {name: Cyd}}
      parameters:
        x: {default: 1, range: [-1, 3], meaning: what staying in is worth, source: assumed}
      form: strategic
      strategies: {a: [in, out], b: [in, out], c: [in, out]}
      payoffs:
      \(["in", "out"].flatMap { a in
        ["in", "out"].flatMap { b in
          ["in", "out"].map { c in
            let gains = [("a", a), ("b", b), ("c", c)]
              .map { "\($0.0): \($0.1 == "in" ? "x" : "0")" }.joined(separator: ", ")
            return "  - {a: \(a), b: \(b), c: \(c), gains: {\(gains)}}"
          }
        }
      }.joined(separator: "\n"))
      outcome: {profile: {a: in, b: in, c: in}, source: assumed}
      """)
  }

  /// The game that a YAML text holds.
  static func read(_ yaml: String) throws -> Scenario {
    try ScenarioReader.read(text: yaml, format: .yaml, file: "test.yaml")
  }
}
