import ArgumentParser
import Laboratory
import Scenarios

/// `tumen games`: the prepared games.
struct Games: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "games", abstract: "List the prepared games.")

  @Flag(help: "Write the page of games and of the situations they cover, Games/README.md.")
  var coverage = false

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let library = GameLibrary()
    let entries = try library.games()
    guard !entries.isEmpty else {
      throw UsageError(
        "no prepared games here: set TUMEN_HOME to the folder that holds Games, or go there")
    }
    var status = ExitStatus.done
    var scenarios: [(name: String, path: String, scenario: Scenario)] = []
    for entry in entries {
      do {
        scenarios.append((entry.name, entry.path, try ScenarioReader.read(path: entry.path)))
      } catch {
        messages.remark("tumen: \(error)\n")
        status = .wrongInput
      }
    }
    if coverage {
      let covered = try write(coverageIn: library, of: scenarios, to: output, remarks: messages)
      return status == .done ? covered : status
    }
    let table = Self.table(scenarios)
    try format.write(
      to: output, text: { table.text(style: output.style) },
      json: { Self.json(scenarios) }, csv: { table.csv }, latex: { table.latex })
    return status
  }

  /// Writes the page of coverage; the situations still open are remarked upon and a check failed.
  private func write(
    coverageIn library: GameLibrary,
    of scenarios: [(name: String, path: String, scenario: Scenario)],
    to output: Output, remarks messages: Output
  ) throws -> ExitStatus {
    guard format.format == .text || format.format == .json else {
      throw UsageError("--coverage answers in text or json")
    }
    let games = scenarios.map { (name: $0.name, scenario: $0.scenario) }
    let list = try SituationList(path: library.situations())
    let coverage = try Coverage(of: list, by: games)
    let page = CoveragePage(games: games, coverage: coverage)
    try format.write(
      to: output, text: { page.markdown }, json: { page.json }, csv: { "" }, latex: { "" })
    guard !coverage.open.isEmpty else { return .done }
    let open = coverage.open.map(\.id).joined(separator: ", ")
    messages.remark("tumen: neither a game nor a reason why not: \(open)\n")
    return .checkFailed
  }

  private static func table(
    _ scenarios: [(name: String, path: String, scenario: Scenario)]
  ) -> ResultTable {
    ResultTable(
      columns: ["game", "title", "form", "actors", "size", "parameters", "rule"],
      rows: scenarios.map { name, _, scenario in
        [
          .text(name), .text(scenario.title), .text(scenario.form.name),
          .count(scenario.actors.count), .text(scenario.form.size),
          .text(scenario.parameters.map(\.name).joined(separator: ", ")),
          .text(scenario.relativeGains.rule.rawValue),
        ]
      })
  }

  private static func json(
    _ scenarios: [(name: String, path: String, scenario: Scenario)]
  ) -> JSONValue {
    .array(
      scenarios.map { name, path, scenario in
        [
          "id": .string(scenario.id), "family": scenario.family.map(JSONValue.string) ?? .null,
          "name": .string(name), "title": .string(scenario.title),
          "form": .string(scenario.form.name),
          "situations": .array(scenario.situations.map(JSONValue.string)),
          "actors": .array(scenario.actors.map { .string($0.key) }),
          "profiles": scenario.form is StrategicForm ? .integer(scenario.form.cells.count) : .null,
          "size": .string(scenario.form.size),
          "parameters": .array(scenario.parameters.map { .string($0.name) }),
          "rule": .string(scenario.relativeGains.rule.rawValue), "path": .string(path),
        ]
      })
  }
}
