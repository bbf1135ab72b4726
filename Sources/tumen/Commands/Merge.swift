import ArgumentParser
import Experiments
import Figures
import Glibc
import Laboratory
import Scenarios

/// `tumen merge DIR... --out DIR`: puts the shards of a run together.
struct Merge: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put the shards of a run together.",
    discussion: """
      Takes the directories that tumen sweep SPEC --shard i/n wrote, in any order, and writes what \
      an unsharded run would have written, byte for byte. Refuses parts of another spec, game or \
      program, and names the parts that are missing or damaged with the shards to run again.
      """)

  @Argument(help: ArgumentHelp("The directories of the shards.", valueName: "dir"))
  var directories: [String]

  @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir"))
  var out: String

  @Option(help: ArgumentHelp("The spec, if it has been moved since.", valueName: "file"))
  var spec: String?

  @Flag(help: "Status 1 if an expectation does not hold.")
  var check = false

  @Flag(help: "No progress, no summary.")
  var quiet = false

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let library = GameLibrary()
    let experiment = try Experiment.read(
      shardIn: directories[0], spec: try spec.map { try library.locate(experiment: $0) },
      library: library)
    Interruption.catchSignals()
    let screen = RunScreen(experiment, isQuiet: quiet, checks: check)
    return try screen.follow(output, messages, unit: "parts") { progress in
      try experiment.merge(directories, into: out, progress: progress, draw: Illustration.svg)
    }
  }
}
