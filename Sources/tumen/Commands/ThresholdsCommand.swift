import Arithmetic
import ArgumentParser
import Experiments
import Figures
import Laboratory
import Scenarios

/// `tumen thresholds GAME`: where the pure equilibria change along one parameter.
struct ThresholdsCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "thresholds",
    abstract: "Find exactly where the pure equilibria change along one parameter.",
    discussion: """
      The payoffs must be affine in the parameter, or piecewise affine. Without --from and --to \
      the parameter runs through its whole range.
      """)

  @Argument(help: "A prepared game, a file, or - for standard input together with --from yaml.")
  var game: String

  @Option(help: "The parameter that runs; may be left out if the game has only one.")
  var parameter: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "The lower end; yaml or json is the format of standard input instead.")
  var from: [String] = []

  @Option(parsing: .unconditional, help: "The upper end.")
  var to: String?

  @Option(help: ArgumentHelp("Draw the regions into a file as well.", valueName: "file.svg"))
  var svg: String?

  @OptionGroup var changes: ChangeOptions
  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let formats = from.compactMap(ScenarioFormat.init(rawValue:))
    let ends = from.filter { ScenarioFormat(rawValue: $0) == nil }
    guard formats.count <= 1, ends.count <= 1 else {
      throw UsageError("--from is given more than once: write one lower end")
    }
    let lower = try ends.first.map { try Typed.number($0, of: "from") }
    let upper = try to.map { try Typed.number($0, of: "to") }

    let scenario = try GameSource.read(game, format: formats.first)
    let thresholds = try Thresholds(
      of: scenario, parameter: parameter, from: lower, to: upper, set: try changes.values(),
      relativeGains: try changes.relativeGains(of: scenario))
    if let svg {
      let file = try OutputFile(svg)
      try file.write(ThresholdFigure(thresholds).svg)
      try file.commit()
    }
    try format.write(
      to: output, text: { thresholds.text(style: output.style) }, json: { thresholds.json },
      csv: { thresholds.csv }, latex: { thresholds.table.latex })
    return .done
  }
}
