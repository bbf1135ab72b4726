import Arithmetic
import ArgumentParser
import Laboratory
import Scenarios

/// `tumen ask GAME`: what a number would have to be.
struct Ask: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask what it takes: the smallest value, the smallest payment, where roles flip.",
    discussion: """
      --smallest k: the smallest k at which a claim holds, by default that the recorded outcome is \
      an equilibrium; of strategic games claims are written as for robust, of trees "a, b is an \
      equilibrium", of bargaining "(a, b) is accepted", of coalitions it is that there is a core. \
      --payment: the smallest side payment that \
      restores agreement and who pays it; of a strategic game the one that makes the recorded \
      outcome an equilibrium. --flip a,b --parameter k: where along k it changes which of the two \
      actors gains more in equilibrium, or of bargaining in what everyone accepts.
      """)

  @OptionGroup var game: GameOptions

  @Option(
    help: ArgumentHelp(
      "Look for the smallest value of this parameter.", valueName: "name[=from..to]"))
  var smallest: String?

  @Option(help: "Of --smallest: what is to hold.")
  var claim: String?

  @Flag(help: "Look for the smallest side payment.")
  var payment = false

  @Option(help: ArgumentHelp("Look where the roles of two actors flip.", valueName: "actor,actor"))
  var flip: String?

  @Option(help: ArgumentHelp("Of --flip: the parameter that runs.", valueName: "name[=from..to]"))
  var parameter: String?

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let questions = [smallest != nil, payment, flip != nil].count { $0 }
    guard questions == 1 else {
      throw UsageError(
        "ask needs one question: write --smallest k, --payment or --flip actor,actor")
    }
    guard claim == nil || smallest != nil else {
      throw UsageError("--claim belongs to --smallest: add --smallest k")
    }
    guard parameter == nil || flip != nil else {
      throw UsageError("--parameter belongs to --flip: write --smallest \(parameter ?? "k")")
    }
    let found = try answer()
    try format.write(
      to: output, text: { found.text(style: output.style) }, json: { found.json },
      csv: { found.csv }, latex: { found.table.latex })
    return .done
  }

  private func answer() throws -> any ParameterMap {
    if payment { return try AgreementPayment(in: try game.setting()) }
    let scenario = try game.scenario()
    let asked = try (smallest ?? parameter).map(Typed.interval)
    let request = ParameterRequest(
      parameter: asked?.name, from: asked?.from, to: asked?.to, set: try game.changes.values(),
      relativeGains: try game.changes.relativeGains(of: scenario))
    let question = flip.map { AskedQuestion.flip($0) } ?? .smallest(claim: claim)
    return try question.answer(of: scenario, request)
  }
}
