import Scenarios
import Testing

/// One passage of the sample replaced, and the whole line that must come of it.
private let broken: [(passage: String, replacement: String, line: String)] = [
  ("format: 1\n", "", "f:1:1: the game lacks \"format\": write format: 1"),
  ("format: 1", "format: 2", "f:1:9: \"format\" is 2, which is not known here: write format: 1"),
  (
    "format: 1", "format: one",
    "f:1:9: \"format\" must be a number such as 3, -2.75, 1e-3 or 7/3, found \"one\""
  ),
  ("id: lease\n", "", "f:1:1: the game lacks \"id\": write id: a-short-name"),
  ("title: The lease", "title:", "f:3:1: the game lacks \"title\": write title: The lease"),
  (
    "title: The lease", "title: [a]",
    "f:3:8: \"title\" must be a single value, found a list of 1"
  ),
  ("story: >", "stroy: >", "f:6:1: unknown key \"stroy\" in the game; did you mean \"story\"?"),
  (
    "form: strategic", "form: nonsense",
    "f:19:7: unknown form \"nonsense\"; known: \(KnownForms.names.joined(separator: ", "))"
  ),
  (
    "form: strategic", "form: strategc",
    "f:19:7: unknown form \"strategc\"; did you mean \"strategic\"?"
  ),
  (
    "{name: Owner}", "{nam: Owner}",
    "f:11:11: unknown key \"nam\" in actor \"owner\"; did you mean \"name\"?"
  ),
  (
    "  owner: {name: Owner}\n", "  gains: {name: G}\n",
    "f:11:3: \"gains\" cannot name an actor: it is a key of payoffs"
  ),
  (
    "    default: 1/2\n", "",
    "f:14:5: parameter \"k\" lacks \"default\": write default: 1/2"
  ),
  (
    "default: 1/2", "default: 4",
    "f:14:14: \"default\" of parameter \"k\" is 4, outside its range [0, 3]"
  ),
  (
    "default: 1/2", "default: .nan",
    "f:14:14: \"default\" of parameter \"k\" must be a number such as 3, -2.75, 1e-3 or 7/3, "
      + "found \".nan\""
  ),
  (
    "default: 1/2", "default: 1/0",
    "f:14:14: \"default\" of parameter \"k\" divides by zero: \"1/0\""
  ),
  (
    "range: [0, 3]", "range: [3, 0]",
    "f:15:12: \"range\" of parameter \"k\" runs downwards: write [0, 3]"
  ),
  (
    "range: [0, 3]", "range: [0]",
    "f:15:12: \"range\" of parameter \"k\" needs two numbers, found 1: write [lowest, highest]"
  ),
  (
    "range: [0, 3]", "range: 3",
    "f:15:12: \"range\" of parameter \"k\" must be a list, found \"3\": write [a, b]"
  ),
  (
    "  k:\n", "  2k:\n",
    "f:13:3: \"2k\" cannot name a parameter: write a letter, then letters, digits, - or _"
  ),
  (
    "  k:\n", "  max:\n",
    "f:13:3: \"max\" cannot name a parameter: it is a word of the expression language"
  ),
  (
    "  tenant: {ask:", "  tennant: {ask:",
    "f:21:3: unknown actor \"tennant\"; did you mean \"tenant\"?"
  ),
  (
    "  owner: {yes: \"grant it\", off: \"refuse\"}\n", "",
    "f:21:3: \"strategies\" lacks \"owner\": write owner: [a, b]"
  ),
  (
    "{yes: \"grant it\", off: \"refuse\"}", "[yes, off, yes]",
    "f:22:21: the strategy \"yes\" stands here and at line 22, column 11: keep one"
  ),
  (
    "- {tenant: ask, owner: yes, gains", "- {tenant: aks, owner: yes, gains",
    "f:24:14: \"tenant\" has no strategy \"aks\"; did you mean \"ask\"?"
  ),
  (
    "- {tenant: ask, owner: yes, gains", "- {tenant: ask, gains",
    "f:24:5: an entry of \"payoffs\" names no strategy for \"owner\": write owner: yes"
  ),
  (
    "- {tenant: ask, owner: yes, gains", "- {tenant: ask, owner: off, gains",
    "f:25:5: the profile (tenant: ask, owner: off) stands here and at line 24, column 5: keep one"
  ),
  (
    "  - {tenant: no, owner: off, gains: {tenant: 0, owner: 0}, because: b, source: s}\n", "",
    "f:24:3: \"payoffs\" lacks the profile (tenant: no, owner: off): write an entry for each"
  ),
  (
    "{tenant: 6 - berth-price, owner: berth-price}", "{tenant: 6 - berth-price}",
    "f:24:38: \"gains\" of an entry of \"payoffs\" lacks \"owner\": write owner: NUMBER"
  ),
  (
    "{tenant: 6 - berth-price, owner: berth-price}", "[1, 2, 3]",
    "f:24:38: \"gains\" of an entry of \"payoffs\" holds 3 numbers for 2 actors"
  ),
  (
    "6 - berth-price", "6 - birth-price",
    "f:24:51: unknown parameter \"birth-price\"; did you mean \"berth-price\"?"
  ),
  (
    "6 - berth-price", "\"6 -\"",
    "f:24:51: the expression ends too early: expected a number, a parameter or \"(\""
  ),
  ("6 - berth-price", ".inf", "f:24:47: \".inf\" is not a number"),
  (
    "6 - berth-price", "[1]",
    "f:24:47: the gain of \"tenant\" must be a single value, found a list of 1"
  ),
  (
    "6 - berth-price", "",
    "f:24:47: the gain of \"tenant\" is empty: write a value or leave the key out"
  ),
  (
    "gains: {tenant: 6 -", "ranks: {tenant: 6 -",
    "f:24:31: \"ranks\" in a game that is not ordinal: write gains, or gains: ordinal at the top"
  ),
  (
    "form: strategic", "form: strategic\ngains: ordinal",
    "f:25:31: \"gains\" in an ordinal game: write ranks"
  ),
  (
    "form: strategic", "form: strategic\ngains: ordnal",
    "f:20:8: \"gains\" must be ordinal or cardinal, found \"ordnal\""
  ),
  (
    "because: b, source: s}\n  - {tenant: ask, owner: off",
    "becuase: b, source: s}\n  - {tenant: ask, owner: off",
    "f:24:85: unknown key \"becuase\" in an entry of \"payoffs\"; did you mean \"because\"?"
  ),
  ("rule: grieco", "rule: greico", "f:29:9: unknown rule \"greico\"; did you mean \"grieco\"?"),
  (
    "rule: grieco", "rule: none",
    "f:30:3: \"weights\" means nothing to the rule none: leave it out"
  ),
  (
    "{owner: {tenant: k}}", "{owner: {owner: k}}",
    "f:30:21: \"owner\" has no weight towards itself: leave it out"
  ),
  (
    "{owner: {tenant: k}}", "{onwer: k}",
    "f:30:13: unknown actor \"onwer\"; did you mean \"owner\"?"
  ),
  (
    "weights: {owner: {tenant: k}}", "among: 3",
    "f:30:3: \"among\" means nothing to the rule grieco: leave it out"
  ),
  (
    "  weights: {owner: {tenant: k}}\n", "",
    "f:29:3: \"relative-gains\" lacks \"weights\": write weights: {tenant: 1/2}"
  ),
  (
    "rule: grieco", "rule: power",
    "f:30:20: the weight of \"owner\" must be a single value, found a mapping of 1 key"
  ),
  (
    "profile: {tenant: no, owner: off}", "profile: {tenant: no}",
    "f:32:12: \"profile\" of \"outcome\" names no strategy for \"owner\": write owner: yes"
  ),
  (
    "profile: {tenant: no, owner: off}", "profile: {tenant: no, owner: of}",
    "f:32:32: \"owner\" has no strategy \"of\"; did you mean \"off\"?"
  ),
  ("minutes: 40", "minutes: 0", "f:34:20: \"minutes\" of \"seminar\" must be positive"),
  (
    "minutes: 40", "minutes: 4.5",
    "f:34:20: \"minutes\" of \"seminar\" must be a whole number, found \"4.5\""
  ),
  (
    "roles: {tenant: be bold}", "roles: {tennant: be bold}",
    "f:34:56: unknown actor \"tennant\"; did you mean \"tenant\"?"
  ),
  (
    "debrief: [why]", "debrief: why",
    "f:34:83: \"debrief\" of \"seminar\" must be a list, found \"why\": write [a, b]"
  ),
]

@Suite struct `Wrong game files` {
  @Test(arguments: broken.indices)
  func `get one line with the place and what to write`(index: Int) {
    let (passage, replacement, line) = broken[index]
    #expect(complaint(lease(passage, replacement)) == line)
  }

  @Test func `with an expression in a block point at the block`() throws {
    let wrong = lease("{tenant: 6 - berth-price, owner: berth-price}", "[1, 1]")
    let block = wrong.replacing(
      "  - {tenant: no, owner: off, gains: {tenant: 0, owner: 0}, because: b, source: s}",
      with: """
          - tenant: no
            owner: off
            gains:
              owner: 0
              tenant: |
                1 + kk
        """)
    #expect(complaint(block) == "f:31:15: unknown parameter \"kk\"; did you mean \"k\"?")
    let scenario = try ScenarioReader.read(
      text: block.replacing("1 + kk", with: "1 / (k - 1)"), format: .yaml, file: "f")
    let error = #expect(throws: InputError.self) { try GameEvaluator(scenario).evaluate([1, 2]) }
    #expect(
      error?.description == "f:31:15: division by zero in \"1 / (k - 1)\": "
        + "change a parameter, or guard it with if(...)")
  }

  @Test func `that are no mapping get one line`() {
    #expect(
      complaint("- a") == "f:1:1: the game must be a mapping, found a list of 1: write key: value")
    #expect(
      complaint("text") == "f:1:1: the game must be a mapping, found \"text\": write key: value")
  }

  @Test func `with more profiles than memory are refused before memory is asked for`() {
    let twenty = (0..<20).map { "s\($0)" }.joined(separator: ", ")
    let actors = (0..<12).map { "a\($0)" }
    let text = """
      format: 1
      id: huge
      title: Huge
      actors: {\(actors.joined(separator: ", "))}
      form: strategic
      strategies: {\(actors.map { "\($0): [\(twenty)]" }.joined(separator: ", "))}
      payoffs: []
      """
    #expect(
      complaint(text) == "f:7:10: the strategies make more than 4000000 payoffs: leave some out")
  }

  @Test func `lacking many profiles name the first three`() {
    let text = """
      format: 1
      id: few
      title: Few
      actors: {a: A, b: B}
      form: strategic
      strategies: {a: [x, y, z], b: [x, y, z]}
      payoffs: [{a: x, b: y, gains: [0, 0]}]
      """
    #expect(
      complaint(text)
        == "f:7:10: \"payoffs\" lacks the profiles (a: x, b: x), (a: x, b: z), (a: y, b: x) and 5 "
        + "more: write an entry for each")
  }
}
