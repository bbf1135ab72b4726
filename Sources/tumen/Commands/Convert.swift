import ArgumentParser
import Experiments
import Laboratory
import Scenarios

/// `tumen convert IN OUT`: a game in another format.
struct Convert: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write a game in another format.",
    discussion: """
      The ends of the file names tell the formats: .nfg and .efg (Gambit), .json, .yaml. A Gambit file \
      holds numbers only: the utilities at the values asked for, or with --absolute the absolute \
      gains.
      """)

  @OptionGroup var game: GameOptions

  @Argument(help: "The file to write, or - for standard output together with --to.")
  var out: String

  @Option(name: .customLong("to"), help: "The format to write, if the file name does not tell.")
  var outputFormat: ScenarioFormat?

  @Flag(help: "Write absolute gains into a Gambit file, not utilities.")
  var absolute = false

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    guard let format = outputFormat ?? ScenarioFormat(path: out) else {
      throw UsageError(
        "\(quoted(out)) does not tell the format to write: end it with .nfg, .efg, .json or .yaml, or "
          + "add --to")
    }
    let setting = try game.setting()
    let text = try GameExport.text(of: setting, as: format, absolute: absolute)
    if out == "-" {
      try output.write(text)
    } else {
      let file = try OutputFile(out)
      try file.write(text)
      try file.commit()
    }
    return .done
  }
}
