import Testing

@testable import tumen

@Suite struct `Why` {
  /// Words, and what the answer holds.
  static let answers: [([String], [String])] = [
    (
      ["chicken", "C,C"],
      [
        "(C, C) is not an equilibrium: Row and Col would move.",
        "Row would move to D: that counts 4 for it instead of 3, 1 more.",
        "By absolute gains alone, without the rule snidal, it would not be one either.",
      ]
    ),
    (
      ["chicken", "(D, C)"],
      ["(D, C) is an equilibrium: nobody gains", "the equilibrium is strict"]
    ),
    (
      ["chicken", "Col: C, Row: D", "--set", "r=1"],
      [
        "it is the rule snidal that unmakes it", "Col would move to D",
        "instead of -2 (it gains 2, but Row gains 4)",
      ]
    ),
    (
      ["zarubino-lease"],
      ["(ask-long, refuse, lease) is not an equilibrium", "Russia would move to"]
    ),
    (
      ["zarubino-terms", "forty-nine, chinese, low, none"],
      ["is refused by Russia", "Russia refuses: the agreement counts", "Moscow does not ratify"]
    ),
    (["zarubino-terms", "forty-nine, russian, high, given"], ["is accepted by everyone"]),
    (["zarubino-terms"], ["china leaves, though", "would be accepted by all"]),
    (
      ["demarcation-conflict", "outcry"],
      ["outcry does not last", "equilibrium in the sense of GMR and SMR"]
    ),
    (["demarcation-conflict"], [" lasts: for everyone"]),
    (
      ["investment-split", "china=4,russia=3,north-korea=2", "--set", "k=2"],
      ["does not hold", "would leave: "]
    ),
    (["investment-split", "china=3,russia=3,north-korea=3"], ["Nobody leaves"]),
    (
      ["land-lease-concession"],
      ["(lip service, support, concede, cool, stay away) is predicted", "North Korea, after"]
    ),
    (["primorye-demarcation"], ["this ranks "]),
    (
      ["channel-line"],
      [
        "is accepted by everyone.", "Russia accepts: its part counts 75/2 (37.5)",
        "no agreement 35, 5/2 (2.5) less.", "Nobody could have more without another having less.",
      ]
    ),
    (
      [
        "channel-line",
        "near-china: china, chinese-half=china, russian-half: russia 1/2 + china 1/2, "
          + "near-russia: russia, dry-strip: china",
      ],
      [
        "russian-half: china 1/2 + russia 1/2", "is refused by Russia.",
        "and it would rather have what China has.",
        "All would accept it for a payment, at least China to Russia: 8.",
      ]
    ),
    (
      ["channel-line", "benchmark", "--set", "cost-russia=0"],
      ["is refused by Russia", "All would accept it for a payment"]
    ),
  ]

  @Test(arguments: answers)
  func `the answer says who would move, to what and for how much`(
    words: [String], expected: [String]
  ) {
    let run = CommandRun(["why"] + words)
    #expect(run.status == .done, "\(run.messages)")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in expected { #expect(text.contains(part), "\(run.output)") }
  }

  @Test func `JSON, CSV and LaTeX hold what the text holds`() {
    let json = CommandRun("why", "chicken", "C,C", "--format", "json").output
    #expect(json.contains("\"holds\": false") && json.contains("\"stays\": false"))
    #expect(CommandRun("why", "chicken", "C,C", "--format", "csv").output.hasPrefix("actor,stays"))
    #expect(CommandRun("why", "chicken", "C,C", "--format", "latex").output.contains("tabular"))
  }

  /// Words, and what the one line of complaint holds.
  static let complaints: [([String], String)] = [
    (["chicken"], "records no outcome: name a profile, such as \"C, C\""),
    (["chicken", "C"], "a profile names a strategy of each of Row, Col"),
    (["chicken", "C,X"], "Col has no strategy \"X\"; did you mean"),
    (["chicken", "Row: C, Row: D"], "Row is named twice"),
    (["chicken", "Rwo: C, Col: D"], "did you mean \"Row\"?"),
    (["zarubino-terms", "ten"], "write an agreement, such as"),
    (["demarcation-conflict", "XYZ"], "write the name or pattern of a feasible state"),
    (["investment-split", "china=4"], "a number for each actor"),
    (["investment-split"], "name a division, such as china=1"),
    (["land-lease-concession", "lip service"], "the game goes on from there: add"),
    (["land-lease-concession", "lip servce"], "did you mean \"lip service\"?"),
    (["islands"], "the game records no outcome: name a division, such as \"yinlong: china,"),
    (["islands", "yinlong: china"], "lacks \"heixiazi-west\""),
    (["islands", "yinlong china"], "names no parcel and holder"),
    (["islands", "yinlong: chna"], "did you mean \"china\"?"),
    (["islands", "held", "--rule", "lead"], "why takes a linear rule"),
  ]

  @Test(arguments: complaints)
  func `what is not in the game is one line that says what to write`(
    words: [String], expected: String
  ) {
    let run = CommandRun(["why"] + words)
    #expect(run.status == .wrongInput && run.output.isEmpty)
    #expect(run.messages.contains(expected), "\(run.messages)")
    #expect(run.messages.filter(\.isNewline).count == 1)
  }
}
