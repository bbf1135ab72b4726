import ArgumentParser
import Laboratory
import Scenarios

/// `tumen games`: the prepared games.
struct Games: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "games", abstract: "List the prepared games.")

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let entries = try GameLibrary().games()
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
    let table = Self.table(scenarios)
    try format.write(
      to: output, text: { table.text(style: output.style) },
      json: { Self.json(scenarios) }, csv: { table.csv }, latex: { table.latex })
    return status
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
          "actors": .array(scenario.actors.map { .string($0.key) }),
          "profiles": scenario.form is StrategicForm ? .integer(scenario.form.cells.count) : .null,
          "size": .string(scenario.form.size),
          "parameters": .array(scenario.parameters.map { .string($0.name) }),
          "rule": .string(scenario.relativeGains.rule.rawValue), "path": .string(path),
        ]
      })
  }
}
