import ArgumentParser
import Laboratory

/// `tumen show GAME`: the game as a reader meets it.
struct Show: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a game: story, payoffs with their reasons, best replies, sources.")

  @OptionGroup var game: GameOptions
  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let page = GamePage(try game.setting())
    try format.write(
      to: output, text: { page.text(style: output.style) }, json: { page.json },
      csv: { page.csv }, latex: { page.latex })
    return .done
  }
}
