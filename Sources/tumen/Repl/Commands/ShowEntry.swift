import Laboratory
import Scenarios

extension ReplEntry {
  static let show = ReplEntry(
    "show", "show [all]", "show the payoffs, or with all the story and sources too", group: .take,
    example: ["load chicken", "show", "show all"], completes: [.words(["all"])]
  ) { words, session in
    guard words.isEmpty || words == "all" else {
      throw UsageError("\(quoted(words)) is not understood: write show, or show all")
    }
    return try page(session, brief: words.isEmpty)
  }
}
