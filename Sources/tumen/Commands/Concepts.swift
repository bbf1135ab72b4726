import ArgumentParser
import Laboratory

/// `tumen concepts`: what can be asked about a game.
struct Concepts: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "concepts", abstract: "List the solution concepts: what each answers and takes.")

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let table = Concept.table
    try format.write(
      to: output, text: { Concept.text(style: output.style) }, json: { Concept.json },
      csv: { table.csv }, latex: { table.latex })
    return .done
  }
}
