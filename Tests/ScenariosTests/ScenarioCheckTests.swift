import Scenarios
import Testing

private func problems(_ text: String) throws -> [String] {
  ScenarioCheck.problems(in: try ScenarioReader.read(text: text, format: .yaml, file: "f"))
    .map(\.description)
}

private let sound = leaseYAML + "\nsources: {s: A source}"

@Suite struct `The strict check` {
  @Test func `finds nothing in a sound game`() throws {
    #expect(try problems(sound) == [])
  }

  @Test(
    arguments: [
      (
        "outcome:\n  profile: {tenant: no, owner: off}\n  source: s\n", "",
        "f: lacks \"outcome\": write what the record says happened, with its source"
      ),
      (
        "owner: off}\n  source: s\n", "owner: off}\n",
        "f: lacks \"source\" of \"outcome\": write source: AUTHOR, PAGE"
      ),
      (
        "      range: [0, 3]\n", "",
        "f:13:3: lacks \"range\" of parameter \"k\": write range: [0, 1]"
      ),
      (
        "meaning: a price, ", "",
        "f:18:3: lacks \"meaning\" of parameter \"berth-price\": write meaning: what it is"
      ),
      (
        "    source: assumed\n", "",
        "f:13:3: lacks \"source\" of parameter \"k\": write source: AUTHOR, PAGE, or assumed"
      ),
      (
        "{tenant: k}", "{tenant: 1/2}", "f:13:3: the parameter \"k\" is never used"
      ),
      (
        ", debrief: [why]", "",
        "f: lacks \"debrief\" of \"seminar\": write questions to talk about afterwards"
      ),
      ("sources: {s: A source}", "", "f: lacks \"sources\": write sources: {SHORT: FULL NAME}"),
      (
        "owner: -1/2}, because: b, source: s}", "owner: -1/2}, because: b}",
        "f:26:5: lacks \"source\" in a payoff: write source: AUTHOR, PAGE, or assumed"
      ),
      (
        "tenant: -1, owner: 0", "tenant: 1/(k - 3), owner: 0",
        "f:25:48: at k = 3, berth-price = 1: division by zero in \"1/(k - 3)\": "
          + "change a parameter, or guard it with if(...)"
      ),
      (
        "yes: \"grant it\"", "yes: null",
        "f:22:11: the strategy \"yes\" of \"owner\" says not what it means: write yes: \"...\""
      ),
    ])
  func `names what is wanting`(passage: String, replacement: String, line: String) throws {
    let wanting = passage.hasPrefix("      ") ? String(passage.dropFirst(2)) : passage
    #expect(sound.contains(wanting))
    #expect(try problems(sound.replacing(wanting, with: replacement)) == [line])
  }

  @Test func `lets textbook games go without outcome and sources`() throws {
    let text = lease("family: port-leases", "family: textbook")
      .replacing("outcome:\n  profile: {tenant: no, owner: off}\n  source: s\n", with: "")
      .replacing(", because: b, source: s", with: "")
    #expect(try problems(text) == [])
  }
}
