import Scenarios
import Testing

@Suite struct `Suggestions` {
  @Test(
    arguments: [
      ("paramters", "parameters"), ("Title", "title"), ("relative_gains", "relative-gains"),
      ("tilte", "title"), ("titel", "title"), ("form", "form"), ("xyzzy", nil), ("", nil),
      (String(repeating: "t", count: 1_000_000), nil),
    ] as [(String, String?)])
  func `are the nearest name, or none`(name: String, expected: String?) {
    let known = ["title", "parameters", "relative-gains", "form", "format"]
    #expect(Suggestion.nearest(to: name, in: known) == expected)
  }

  @Test func `list the names when they are few and none is near`() {
    #expect(Suggestion.hint(for: "xyzzy", in: ["a", "b"]) == "; known: a, b")
    #expect(Suggestion.hint(for: "xyzzy", in: (0..<50).map { "name-\($0)" }) == "")
  }

  @Test func `quote any text on one line`() {
    #expect(quoted("a\n\"b\"\\\t\u{7}") == "\"a\\n\\\"b\\\"\\\\\\t\\u{7}\"")
    #expect(quoted(String(repeating: "x", count: 61)).hasSuffix("x...\""))
  }

  @Test(arguments: [
    ("zaru", "zarubino-lease" as String?), ("chi", nil), ("port", "port-leases/zarubino-lease"),
    ("po", nil),
    ("port-leases/zar", "port-leases/zarubino-lease"),
  ])
  func `go on from a beginning that only one name has`(name: String, expected: String?) {
    let known = ["zarubino-lease", "port-leases/zarubino-lease", "chicken-run", "chinese-checkers"]
    #expect(Suggestion.nearest(to: name, in: known) == expected)
  }
}
