import Arithmetic
import ArgumentParser
import Experiments
import Figures
import Laboratory
import Scenarios

/// `tumen thresholds GAME`: where what a concept says changes, along one parameter or over several.
struct ThresholdsCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "thresholds",
    abstract: "Find exactly where the answer changes, along one parameter or over several.",
    discussion: """
      Of a strategic game: where the pure equilibria change, or with --concept nash every \
      equilibrium of two actors, branch by branch. Of a tree: where the subgame-perfect equilibria \
      change. Of a coalitional game: where it has a core. Of a bargaining game: where the outcomes \
      change that everyone accepts. Of a game seen in different ways: where it changes what comes \
      about. Where payoffs are affine in the parameters, or piecewise affine, the answer is exact; \
      elsewhere it is certified part by part, and what stays undecided is told. \
      Without --from and --to a parameter runs through its whole range; --parameter k=0..3 says \
      the same for each of several. Two parameters make a map; with more, each region is told by \
      the half-spaces around its cells.
      """)

  @Argument(
    help: "A prepared game, a file, or - for standard input together with --from yaml.",
    completion: GameSource.completion)
  var game: String

  @Option(
    help: ArgumentHelp(
      "A parameter that runs; may be left out if the game has only one.",
      valueName: "name[=from..to]"))
  var parameter: [String] = []

  @Option(help: "What is asked at each value.")
  var concept: ThresholdConcept?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "The lower end; yaml or json is the format of standard input instead.")
  var from: [String] = []

  @Option(parsing: .unconditional, help: "The upper end.")
  var to: String?

  @Option(help: ArgumentHelp("Draw the regions into a file as well.", valueName: "file.svg"))
  var svg: String?

  @Option(help: "Of nash: how wide brackets around thresholds may be that are no fractions.")
  var width = "1e-6"

  @Option(help: "Seconds of work over three parameters or more, after which to stop.")
  var seconds = ParameterRegions.patience

  @OptionGroup var changes: ChangeOptions
  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let formats = from.compactMap(ScenarioFormat.init(rawValue:))
    let ends = from.filter { ScenarioFormat(rawValue: $0) == nil }
    guard formats.count <= 1, ends.count <= 1 else {
      throw UsageError("--from is given more than once: write one lower end")
    }
    let requests = try parameter.map(Typed.interval)
    if requests.count > 1, !ends.isEmpty || to != nil {
      throw UsageError(
        "--from and --to serve one parameter: write --parameter \(requests[0].name)=0..1")
    }
    let scenario = try GameSource.read(game, format: formats.first)
    let run = ParameterRequest(
      parameter: requests.first?.name,
      from: try ends.first.map { try Typed.number($0, of: "from") } ?? requests.first?.from,
      to: try to.map { try Typed.number($0, of: "to") } ?? requests.first?.to,
      set: try changes.values(), relativeGains: try changes.relativeGains(of: scenario))
    let (found, figure) = try ThresholdQuestion(
      scenario: scenario, concept: concept, run: run, requests: requests,
      width: try Typed.number(width, of: "width"), seconds: seconds
    ).answer()
    try draw(figure)
    try format.write(
      to: output, text: { found.text(style: output.style) }, json: { found.json },
      csv: { found.csv }, latex: { found.table.latex })
    return found.isCutShort ? .cutShort : .done
  }

  private func draw(_ figure: (() -> String)?) throws {
    guard let svg else { return }
    guard let figure else {
      throw UsageError(
        "--svg draws two parameters, and one of --concept pure or nash"
      )
    }
    let file = try OutputFile(svg)
    try file.write(figure())
    try file.commit()
  }
}

extension ThresholdConcept: ExpressibleByArgument {}
