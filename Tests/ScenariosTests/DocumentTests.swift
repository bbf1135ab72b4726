import Testing

@testable import Scenarios

private func yaml(_ text: String) -> String {
  do {
    return outline(try Document.read(yaml: text, file: "f"))
  } catch {
    return error.description
  }
}

private func json(_ text: String) -> String {
  do {
    return outline(try Document.read(json: text, file: "f"))
  } catch {
    return error.description
  }
}

/// The tree in a form that tests can compare: texts with their places.
private func outline(_ document: Document) -> String {
  switch document {
  case .scalar(let scalar):
    (scalar.quoted ? "'\(scalar.text)'" : scalar.text)
      + "@\(scalar.position.line):\(scalar.position.column)"
  case .sequence(let items, _): "[" + items.map(outline).joined(separator: " ") + "]"
  case .mapping(let entries, _):
    "{" + entries.map { "\($0.key)=\(outline($0.value))" }.joined(separator: " ") + "}"
  }
}

@Suite struct `YAML documents` {
  @Test(
    arguments: [
      ("a: 1\nb: [x, 'y', \"z\"]", "{a=1@1:4 b=[x@2:5 'y'@2:8 'z'@2:13]}"),
      ("no: yes\non: 1_000\n1.50: ~", "{no=yes@1:5 on=1_000@2:5 1.50=~@3:7}"),
      ("a: |\n  x\n  y\n", "{a='x\ny\n'@1:4}"),
      ("- a\n- {b: c}\n", "[a@1:3 {b=c@2:7}]"),
      ("---\na: é ü\nb: 2\n", "{a=é ü@2:4 b=2@3:4}"),
      ("k: 2 *k\nl: R & D *x*", "{k=2 *k@1:4 l=R & D *x*@2:4}"),
    ])
  func `keep texts and places`(text: String, expected: String) {
    #expect(yaml(text) == expected)
  }

  @Test(
    arguments: [
      ("# nothing\n", "f: the file holds nothing but comments"),
      (
        "a: 1\nb: 2\na: 3\n",
        "f:3:1: the key \"a\" stands here and at line 1, column 1: keep one"
      ),
      (
        "x:\n  - {role: 1, gain: 2, role: 3}\n",
        "f:2:24: the key \"role\" stands here and at line 2, column 6: keep one"
      ),
      (
        "a: 1\n\"a\": 2\na: 3\n",
        "f:2:1: the key \"a\" stands here and at line 1, column 1: keep one"
      ),
      (
        "a: 1\n---\nb: 2\n",
        "f:2:1: a second document starts here: one file holds one"
      ),
      (
        "a: &x 1\nb: *x\n",
        "f:1:4: anchors (&name) are not read here: leave it out"
      ),
      ("a: *x\n", "f:1:4: aliases (*name) are not read here: write the value out"),
      (
        "a: !!python/object:os.system x\n",
        "f:1:4: the tag \"tag:yaml.org,2002:python/object:os.system\" is not read: leave it out"
      ),
      ("? [a, b]\n: c\n", "f:1:3: a key must be a single text, found a list of 2"),
      (
        "a: b: c\n",
        "f:1:5: malformed YAML: mapping values are not allowed in this context: "
          + "quote a text that holds \": \", and check indentation"
      ),
      (
        "a:\n\t- b\n",
        "f:2:1: malformed YAML: found character that cannot start any token while scanning for "
          + "the next token at line 2: indent with blanks, not tabs, and quote a text that starts so"
      ),
      (
        "a: [1, 2\nb: 3\n",
        "f:2:2: malformed YAML: did not find expected ',' or ']' while parsing a flow sequence "
          + "at line 1: close the bracket, and separate entries by commas"
      ),
      (
        "a: \"text\n",
        "f:2:1: malformed YAML: found unexpected end of stream while scanning a quoted scalar "
          + "at line 1: close the quotation mark"
      ),
      (
        "a: 1\n b: 2\n",
        "f:2:3: malformed YAML: mapping values are not allowed in this context: "
          + "quote a text that holds \": \", and check indentation"
      ),
    ])
  func `that are wrong get one line`(text: String, expected: String) {
    #expect(yaml(text) == expected)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[\"]\", ", "{\"}\": "])
  func `nested too deep get one line`(opener: String) {
    for count in [65, 1_000, 100_000] {
      let complaint = yaml(String(repeating: opener, count: count))
      #expect(
        complaint.contains("nests more than 64 levels deep: write it flatter")
          || complaint.contains("malformed YAML"))
      #expect(!complaint.contains("\n") && complaint.utf8.count < 200)
    }
  }

  @Test func `nested by indentation too deep get one line`() {
    let text = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(yaml(text) == "f:65:65: nests more than 64 levels deep: write it flatter")
  }

  @Test func `of aliases that stand for millions are refused at once`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    text += "? *a39\n: 1\n"
    #expect(yaml(text) == "f:1:5: anchors (&name) are not read here: leave it out")
  }
}

@Suite struct `JSON documents` {
  @Test(
    arguments: [
      ("{\"a\": 1, \"b\": [true, null, -2.5e3]}", "{a=1@1:7 b=[true@1:16 null@1:22 -2.5e3@1:28]}"),
      ("[\n \"x\",\n {}, []]", "['x'@2:2 {} []]"),
      ("\"\\u00e9\\ud83d\\ude00\\n\\/\\\"\"", "'é😀\n/\"'@1:1"),
      ("  0  ", "0@1:3"),
    ])
  func `keep texts and places`(text: String, expected: String) {
    #expect(json(text) == expected)
  }

  @Test(
    arguments: [
      ("", "f:1:1: malformed JSON: expected a value, found the end of the file"),
      ("{\"a\": 1,}", "f:1:9: malformed JSON: expected a key in quotation marks, found \"}\""),
      ("{a: 1}", "f:1:2: malformed JSON: expected a key in quotation marks, found \"a\""),
      ("{\"a\" 1}", "f:1:6: malformed JSON: expected \":\" after the key \"a\", found \"1\""),
      ("[1 2]", "f:1:4: malformed JSON: expected \",\" or \"]\", found \"2\""),
      ("{\"a\": 1\n \"b\": 2}", "f:2:2: malformed JSON: expected \",\" or \"}\", found \"\\\"\""),
      ("[1] 2", "f:1:5: malformed JSON: expected the end of the file, found \"2\""),
      (
        "{\"a\": 1, \"a\": 2}",
        "f:1:10: the key \"a\" stands here and at line 1, column 2: keep one"
      ),
      (
        "[NaN]",
        "f:1:2: malformed JSON: \"NaN\" is no value: write a number, or a text in quotation marks"
      ),
      (
        "[01]",
        "f:1:2: malformed JSON: \"01\" is no value: write a number, or a text in quotation marks"
      ),
      (
        "[1.]",
        "f:1:2: malformed JSON: \"1.\" is no value: write a number, or a text in quotation marks"
      ),
      ("[\"x", "f:1:2: malformed JSON: the text that starts here is never closed"),
      (
        "[\"a\nb\"]",
        "f:1:4: malformed JSON: a text may not hold a line end or control character: write \\n"
      ),
      ("[\"\\x\"]", "f:1:3: malformed JSON: unknown escape \"\\\\x\""),
      ("[\"\\u12\"]", "f:1:3: malformed JSON: \\u needs four hexadecimal digits"),
      (
        "[\"\\ud83d\"]",
        "f:1:3: malformed JSON: half of a surrogate pair: write both, or the letter"
      ),
      (
        "[\"\\ude00\"]",
        "f:1:3: malformed JSON: half of a surrogate pair: write both, or the letter"
      ),
      (
        String(repeating: "[", count: 1_000_000),
        "f:1:65: nests more than 64 levels deep: write it flatter"
      ),
      (
        String(repeating: "{\"a\":", count: 1_000_000),
        "f:1:321: nests more than 64 levels deep: write it flatter"
      ),
    ])
  func `that are wrong get one line`(text: String, expected: String) {
    #expect(json(text) == expected)
  }
}

@Suite struct `Documents written` {
  @Test(
    arguments: [
      "a: 1", "a: [1, 'x: y', \"# z\", '- w', ' v ', '', \"q\\\"\\\\\\n\\t\\u0007\"]",
      "'no': ~x\n'yes': [on, off, null, 'null', 'true']", "a: {}\nb: []\nc: [[], {}]",
      "'': empty\n'a b': 'x'\n'k: l': m\n'#': n", "a: \"é 中 \\u2028 \\ufeff \\ufffe \\uffff\"",
      "s: \(String(repeating: "word and ", count: 40))end\nt: 1",
      "s: \"\(String(repeating: "one two three ", count: 30))end\\nnext\\nlast\"",
      "s: \"\(String(repeating: "two  blanks ", count: 30))\"",
      "l:\n  - {a: \(String(repeating: "x", count: 60)), b: {c: \(String(repeating: "y", count: 60))}}",
      "? \(String(repeating: "a key ", count: 200))end\n: 1\nt: [2]",
      "l:\n  - ? \(String(repeating: "k", count: 1100))\n    : {a: \(String(repeating: "v", count: 100))}",
    ])
  func `read back the same from YAML and from JSON`(text: String) throws {
    let document = try Document.read(yaml: text, file: "f")
    let once = try Document.read(yaml: document.yaml, file: "f")
    #expect(bare(once) == bare(document))
    #expect(bare(try Document.read(json: document.json, file: "f")) == bare(document))
    #expect(once.yaml == document.yaml)
  }

  private func bare(_ document: Document) -> String {
    switch document {
    case .scalar(let scalar): scalar.text.debugDescription
    case .sequence(let items, _): "[" + items.map(bare).joined(separator: " ") + "]"
    case .mapping(let entries, _):
      "{" + entries.map { "\($0.key)=\(bare($0.value))" }.joined(separator: " ") + "}"
    }
  }
}
