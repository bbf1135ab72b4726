import ArgumentParser
import Laboratory

/// `tumen why GAME PROFILE`: why an outcome holds or does not, in plain words.
struct Why: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract:
      "Say in plain words why an outcome holds or not: who would move, to what, for how much.",
    discussion: """
      SUBJECT is a profile "(C, D)", an agreement "long, low", a division a=1,b=2 of a worth or \
      "island: north, strip: north 1/2 + south 1/2" of parcels (or held, benchmark), a state of a \
      conflict or a path through a tree, as the form has it; the recorded outcome if left out.
      """)

  @OptionGroup var game: GameOptions

  @Argument(
    parsing: .remaining, help: ArgumentHelp("What to explain.", valueName: "subject"))
  var subject: [String] = []

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let words = subject.joined(separator: " ")
    let explanation = try Explanation(try game.setting(), of: words.isEmpty ? nil : words)
    try format.write(
      to: output, text: { explanation.text(style: output.style) }, json: { explanation.json },
      csv: { explanation.table.csv }, latex: { explanation.table.latex })
    return .done
  }
}
