import Laboratory
import Scenarios

extension ReplEntry {
  static let concepts = ReplEntry(
    "concepts", "concepts [all]", "list the concepts that take the current game, or all",
    group: .ask, example: ["load zarubino-terms", "concepts", "concepts all"],
    completes: [.words(["all"])]
  ) { words, session in
    guard words.isEmpty || words == "all" else {
      throw UsageError("\(quoted(words)) is not understood: write concepts, or concepts all")
    }
    let form = (try? session.game().scenario.form.name) ?? ""
    let fitting = words == "all" ? [] : Concept.all.filter { $0.forms.contains(form) }
    return Concept.text(of: fitting.isEmpty ? Concept.all : fitting, style: session.style)
  }
}
