import Arithmetic
import ArgumentParser
import Experiments
import Figures
import Laboratory
import Scenarios

/// `tumen thresholds GAME`: where the pure equilibria change along one parameter or over two.
struct ThresholdsCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "thresholds",
    abstract: "Find exactly where the pure equilibria change, along one parameter or over two.",
    discussion: """
      Of a bargaining game: where the outcomes change that everyone accepts. \
      The payoffs must be affine in the parameter, or piecewise affine. Without --from and --to \
      the parameter runs through its whole range; --parameter k=0..3 says the same for each of two.
      """)

  @Argument(help: "A prepared game, a file, or - for standard input together with --from yaml.")
  var game: String

  @Option(
    help: ArgumentHelp(
      "The parameter that runs, twice for a map; may be left out if the game has only one.",
      valueName: "name[=from..to]"))
  var parameter: [String] = []

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
    guard parameter.count <= 2 else {
      throw UsageError("a map has two sides: write --parameter at most twice")
    }
    let requests = try parameter.map(Typed.interval)
    if requests.count == 2 {
      guard ends.isEmpty, to == nil else {
        throw UsageError(
          "--from and --to serve one parameter: write --parameter \(requests[0].name)=0..1")
      }
      return try map(requests, format: formats.first, output)
    }
    let lower = try ends.first.map { try Typed.number($0, of: "from") }
    let upper = try to.map { try Typed.number($0, of: "to") }

    let scenario = try GameSource.read(game, format: formats.first)
    if let zone = try AgreementThresholds(
      of: scenario, parameter: requests.first?.name, from: lower ?? requests.first?.from,
      to: upper ?? requests.first?.to, set: try changes.values(),
      relativeGains: try changes.relativeGains(of: scenario))
    {
      guard svg == nil else {
        throw UsageError("--svg draws no zone of agreement here: use tumen solve --svg")
      }
      try format.write(
        to: output, text: { zone.text(style: output.style) }, json: { zone.json },
        csv: { zone.csv }, latex: { zone.table.latex })
      return .done
    }
    let thresholds = try Thresholds(
      of: scenario, parameter: requests.first?.name, from: lower ?? requests.first?.from,
      to: upper ?? requests.first?.to, set: try changes.values(),
      relativeGains: try changes.relativeGains(of: scenario))
    try draw { ThresholdFigure(thresholds).svg }
    try format.write(
      to: output, text: { thresholds.text(style: output.style) }, json: { thresholds.json },
      csv: { thresholds.csv }, latex: { thresholds.table.latex })
    return .done
  }

  /// The map over two parameters.
  private func map(
    _ requests: [Regions.Request], format inputFormat: ScenarioFormat?, _ output: Output
  ) throws -> ExitStatus {
    let scenario = try GameSource.read(game, format: inputFormat)
    let regions = try Regions(
      of: scenario, x: requests[0], y: requests[1], set: try changes.values(),
      relativeGains: try changes.relativeGains(of: scenario))
    try draw { PolygonFigure(regions).svg }
    try format.write(
      to: output, text: { regions.text(style: output.style) }, json: { regions.json },
      csv: { regions.csv }, latex: { regions.table.latex })
    return .done
  }

  private func draw(_ figure: () -> String) throws {
    guard let svg else { return }
    let file = try OutputFile(svg)
    try file.write(figure())
    try file.commit()
  }
}
