import ArgumentParser
import Laboratory
import Scenarios

/// `tumen robust GAME --claim TEXT`: how much a conclusion depends on the numbers guessed.
struct Robust: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "robust",
    abstract: "Find how much a claim depends on each payoff and parameter.",
    discussion: """
      A claim is one of pure equilibria: \(Claim.examples). Without --claim: the recorded outcome \
      is an equilibrium. For a claim that does not hold, the same table says what would make it \
      hold: the smallest change of each number alone.
      """)

  @OptionGroup var game: GameOptions

  @Option(help: "What is claimed.")
  var claim = "outcome is an equilibrium"

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let setting = try game.setting()
    guard let form = setting.scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "robust", takes: [StrategicForm.name], found: setting.scenario.form.name)
    }
    let report = RobustnessReport(
      try Robustness(try Claim(claim, about: setting.scenario, form), in: setting))
    try format.write(
      to: output, text: { report.text(style: output.style) }, json: { report.json },
      csv: { report.csv }, latex: { report.latex })
    return .done
  }
}
