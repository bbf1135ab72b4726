import ArgumentParser
import Experiments
import Laboratory
import Scenarios

/// `tumen check FILE...`: are these games and experiments sound?
struct Check: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check files of games and experiments.",
    discussion: """
      A prepared game must say why and where from, give ranges, the recorded outcome and a \
      debrief. Status 2 if a file is wrong.
      """)

  @Argument(help: "Files, or ids of prepared games.")
  var files: [String]

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    var status = ExitStatus.done
    let library = GameLibrary()
    for file in files {
      do {
        let path = try Self.locate(file, library)
        let (kind, problems) = try Self.check(path)
        for problem in problems { messages.remark("\(problem)\n") }
        if problems.isEmpty {
          try output.write("\(path): \(kind), sound\n")
        } else {
          status = .wrongInput
        }
      } catch let error as InputError {
        status = .wrongInput
        messages.remark("\(error)\n")
      }
    }
    return status
  }

  /// The path of a game or else of an experiment.
  private static func locate(_ file: String, _ library: GameLibrary) throws -> String {
    do {
      return try library.locate(file)
    } catch {
      guard let path = try? library.locate(experiment: file) else { throw error }
      return path
    }
  }

  /// What the file is, and what is wrong with it.
  private static func check(_ path: String) throws -> (kind: String, problems: [InputError]) {
    if !isGambit(path), try isExperiment(path) {
      try Experiment.check(path)
      return ("an experiment", [])
    }
    let scenario = try ScenarioReader.read(path: path)
    let kind = "a game of \(Words.count(scenario.actors.count, "actor")), \(scenario.form.size)"
    guard !isGambit(path) else { return (kind, []) }
    return (kind, ScenarioCheck.problems(in: scenario))
  }

  private static func isGambit(_ path: String) -> Bool {
    ScenarioFormat(path: path)?.isGambit ?? false
  }

  /// Whether the file has the keys of an experiment, which a game never has.
  private static func isExperiment(_ path: String) throws -> Bool {
    guard case .mapping(let entries, _) = try Document.read(path: path) else { return false }
    return entries.contains { ["game", "measure", "vary", "series"].contains($0.key) }
  }
}
