import Arithmetic
import Laboratory
import Testing

@Suite struct `JSON text` {
  @Test func `keeps the order of keys and escapes what JSON cannot hold`() {
    let value: JSONValue = ["b": "a\"b\\c\n\u{1}é", "a": [1, true, .null]]
    #expect(value.compactText == #"{"b":"a\"b\\c\n\u0001é","a":[1,true,null]}"#)
  }

  @Test func `exact numbers are texts, floating ones are numbers`() {
    #expect(JSONValue.quantity(Rational(2, 3)).compactText == "\"2/3\"")
    #expect(JSONValue.quantity(Rational(4)).compactText == "\"4\"")
    #expect(JSONValue.quantity(Rational(1, 4), exact: false).compactText == "0.25")
    #expect(JSONValue.number(3).compactText == "3")
    #expect(JSONValue.number(.nan).compactText == "null")
  }

  @Test func `short values stay on a line, long ones are indented`() {
    #expect(JSONValue.array([1, 2]).text == "[1, 2]")
    let long = JSONValue.array(Array(repeating: .string("abcdefghij"), count: 12))
    #expect(long.text.hasPrefix("[\n  \"abcdefghij\",\n"))
    #expect(long.text.hasSuffix("\"\n]"))
  }
}

@Suite struct `Tables` {
  let table = ResultTable(
    caption: "A caption", columns: ["name", "value"],
    rows: [["北京", .number(Rational(1, 3), exact: true)], ["a,\"b\"", .count(12)]])

  @Test func `columns are aligned by what a terminal shows`() {
    #expect(
      table.text() == """
        A caption
        name          value
        -----  ------------
        北京   1/3 (0.3333)
        a,"b"            12

        """)
  }

  @Test func `CSV quotes what needs it`() {
    #expect(table.csv == "name,value\n北京,1/3\n\"a,\"\"b\"\"\",12\n")
  }

  @Test func `LaTeX writes fractions and escapes text`() {
    #expect(table.latex.contains("北京 & $\\frac{1}{3}$ \\\\"))
    #expect(LaTeX.escaped("50% of a_b") == "50\\% of a\\_b")
  }
}

@Suite struct `Numbers for people` {
  @Test(arguments: [
    (Rational(3), "3"), (Rational(-1, 2), "-1/2 (-0.5)"), (Rational(2, 3), "2/3 (0.6667)"),
  ])
  func `fractions have their decimal beside them`(number: Rational, text: String) {
    #expect(number.readingText == text)
  }

  @Test(arguments: [
    (3.2, "3.2 seconds"), (90, "90 seconds"), (150, "3 minutes"), (6.3e8, "20 years"),
  ])
  func `durations are told in a unit that fits`(seconds: Double, text: String) {
    #expect(seconds.durationText == text)
  }

  @Test func `shares are never rounded to all or nothing`() {
    #expect(0.0004.percentText == "<0.1 %")
    #expect(0.99999.percentText == ">99.9 %")
    #expect(1.0.percentText == "100 %")
    #expect(0.3333.percentText == "33.3 %")
  }
}
