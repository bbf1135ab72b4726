import Laboratory

extension ReplEntry {
  static let help = ReplEntry(
    "help", "help [word]", "this page, or more about one command or concept, with an example",
    group: .other, example: ["help", "help nash", "help matrix"], completes: [.commands]
  ) { words, session in
    guard words.isEmpty else { return try page(of: named(words), session.style) }
    return overview(session.style)
  }

  /// One screen: what can be said, by what it is for.
  private static func overview(_ style: TextStyle) -> String {
    let width = 9
    var text = ""
    for group in Group.allCases where group != .concept {
      var heading = group.rawValue
      for entry in all where entry.group == group {
        let first = entry.name.padded(to: 12)
        text += style.heading(heading.padded(to: width)) + first + entry.help + "\n"
        heading = ""
      }
    }
    let concepts = ["pure", "nash", "core", "nash-bargaining", "subgame-perfect"]
    text +=
      style.heading("Solve".padded(to: width))
      + "any concept by its name: \(concepts.joined(separator: ", ")), ...\n"
    return text
  }

  private static func page(of entry: ReplEntry, _ style: TextStyle) -> String {
    var text = style.heading(entry.usage) + "\n  \(entry.help)\n"
    for line in entry.more { text += line.wrapped(to: 96).map { "  \($0)\n" }.joined() }
    if !entry.example.isEmpty {
      text += "Example\n" + entry.example.map { "  \($0)\n" }.joined()
    }
    return text
  }
}
