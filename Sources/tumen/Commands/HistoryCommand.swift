import ArgumentParser
import Laboratory
import Scenarios

/// `tumen history`: recorded outcomes held against their models.
struct HistoryCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Hold each game's recorded outcome against its model.",
    discussion: """
      Is the outcome an equilibrium at the default values, and in what share of the box of \
      parameter ranges? With relative gains and without.
      """)

  @Argument(help: "Games; without any, every prepared game with a recorded outcome.")
  var games: [String] = []

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let library = GameLibrary()
    let paths =
      try games.isEmpty
      ? library.games().map(\.path) : games.map { try library.locate($0) }
    var histories: [History] = []
    var status = ExitStatus.done
    for path in paths {
      do {
        let scenario = try ScenarioReader.read(path: path)
        if let history = try History(scenario) {
          histories.append(history)
        } else if !games.isEmpty {
          throw UsageError(
            scenario.outcome == nil
              ? "\(path): the game records no outcome: nothing to hold against the model"
              : "\(path): the model predicts nothing that the recorded outcome could be held against"
          )
        }
      } catch {
        // One broken game does not hide the others.
        messages.remark("tumen: \(error)\n")
        status = .wrongInput
      }
    }
    guard !histories.isEmpty || status == .done else { return status }
    let report = HistoryReport(histories)
    try format.write(
      to: output, text: { report.table.text(style: output.style) }, json: { report.json },
      csv: { report.csv }, latex: { report.table.latex })
    return status
  }
}
