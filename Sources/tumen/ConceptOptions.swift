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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The discount factor of a repeated game.", valueName: "3/4"))
  var delta: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How often a repeated game is played; without end if not said."))
  var periods: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Periods of penance for critical-discount.", valueName: "periods"))
  var penance: String?

  @Option(
    help: ArgumentHelp("best: best for what.", valueName: "welfare|egalitarian|ACTOR"))
  var objective: String?

  @Option(
    parsing: .unconditional,
    help: "For qre: the point of the branch with this lambda, in units of one over a payoff.")
  var lambda: String?

  @Flag(help: "For qre: every point of the branch.")
  var points = false

  @Option(
    help: ArgumentHelp(
      "For qre: estimate lambda from how often each strategy was observed, a file or "
        + "{actor: {strategy: 12}}.", valueName: "counts"))
  var frequencies: String?

  @Option(
    help: ArgumentHelp(
      "For qre with --lambda: near which profile to look; for tracing, ipa: where to begin.",
      valueName: "profile"))
  var start: String?

  @Option(help: "blocking, kernel: what each actor has, such as a=4,b=3.")
  var division: String?

  @Option(
    help: ArgumentHelp("owen, aumann-dreze: unions, their members joined by +.", valueName: "a+b,c")
  )
  var unions: String?

  @Option(help: ArgumentHelp("myerson: pairs who can talk.", valueName: "a+b,b+c"))
  var links: String?

  @Option(help: ArgumentHelp("stability: how members share.", valueName: "equal|transfers"))
  var sharing: String?

  @Option(help: "For conflicts: the state to judge, to start from, or to make stable.")
  var state: String?

  /// The options given, by name.
  var texts: [(name: String, text: String)] {
    let given: [(String, String?)] = [
      ("space", space), ("proposal", proposal),
      ("label", label),
      ("delta", delta), ("periods", periods), ("penance", penance),
      ("objective", objective),
      ("lambda", lambda), ("points", points ? "" : nil),
      ("frequencies", frequencies), ("start", start),
      ("division", division), ("unions", unions), ("links", links), ("sharing", sharing),
      ("state", state),
    ]
    return given.compactMap { name, text in text.map { (name, $0) } }
  }
}
