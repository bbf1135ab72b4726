import ArgumentParser

/// Options that only some concepts take: one line each here, and its name in the concept's own
/// `options`.
struct ConceptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Bargain over outcomes or over lotteries.", valueName: "outcomes|lotteries"))
  var space: String?

  @Option(help: "For proposal-distance: the agreement to hold against the solutions.")
  var proposal: String?

  @Option(
    help: ArgumentHelp(
      "lemke-howson: the label to drop, a strategy or its number from 1.", valueName: "strategy"))
  var label: String?

  /// The options given, by name.
  var texts: [(name: String, text: String)] {
    let given: [(String, String?)] = [("space", space), ("proposal", proposal), ("label", label)]
    return given.compactMap { name, text in text.map { (name, $0) } }
  }
}
