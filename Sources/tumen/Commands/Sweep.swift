import ArgumentParser
import Experiments
import Figures
import Glibc
import Laboratory
import Scenarios

/// `tumen sweep SPEC --out DIR`: runs an experiment.
struct Sweep: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run an experiment: vary parameters, measure, compare.",
    discussion: """
      Writes results.csv, the figures and last of all manifest.json into DIR. While a run is under \
      way its finished parts lie in DIR/parts: Ctrl-C, a full disk or a crash costs the parts in \
      flight at most, and the same command with --resume goes on to the same bytes.

      Several machines: each runs tumen sweep SPEC --shard i/n --out DIR-i, and tumen merge DIR-1 \
      DIR-2 ... --out DIR puts them together. \
      GNU parallel: parallel tumen sweep SPEC --shard {}/8 --out shards/{} --resume ::: $(seq 8)
      """)

  @Argument(help: "An experiment by its id, or its file.")
  var spec: String

  @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir"))
  var out: String?

  @Flag(help: "Only tell the number of rows, what they would cost, and the first and last row.")
  var dryRun = false

  @Flag(help: "Status 1 if an expectation does not hold.")
  var check = false

  @Flag(help: "No progress, no summary.")
  var quiet = false

  @Option(help: "How many threads compute; without it, one a processor.")
  var jobs: Int?

  @Flag(help: "Keep the sound parts of a run that did not end, and compute the others.")
  var resume = false

  @Flag(help: "Throw the parts of a run that did not end away.")
  var restart = false

  @Option(help: ArgumentHelp("Compute the share i of n, for tumen merge.", valueName: "i/n"))
  var shard: String?

  @Flag(help: "End at the first row without all its values, status 1; what is done is kept.")
  var failFast = false

  @Flag(help: "Record errors row by row and go on; this is what happens anyway.")
  var keepGoing = false

  @Flag(help: "With --resume: compute parts with errors again.")
  var retryFailed = false

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let options = try runOptions()
    let library = GameLibrary()
    let experiment = try Experiment.read(try library.locate(experiment: spec), library: library)
    let jobs = options.jobs
    if dryRun {
      try output.write(try experiment.rehearse().text(jobs: jobs, shard: options.shard))
      return .done
    }
    guard let out else {
      throw UsageError(
        "Missing expected argument '--out <dir>': name the directory to write to, or ask for a "
          + "--dry-run")
    }
    Interruption.catchSignals()
    let screen = RunScreen(experiment, isQuiet: quiet, checks: check && shard == nil)
    return try screen.follow(output, messages, unit: "rows") { progress in
      try experiment.run(into: out, options: options, progress: progress, draw: Illustration.svg)
    }
  }

  private func runOptions() throws(UsageError) -> RunOptions {
    if let jobs, !(1...256).contains(jobs) {
      throw UsageError("--jobs \(jobs) is out of range: write 1 to 256")
    }
    if resume, restart { throw UsageError("--resume and --restart together: leave one out") }
    if failFast, keepGoing {
      throw UsageError("--fail-fast and --keep-going together: leave one out")
    }
    if retryFailed, !resume { throw UsageError("--retry-failed needs --resume beside it") }
    var options = RunOptions(
      jobs: jobs ?? Processors.count, earlier: resume ? .resume : restart ? .restart : .refuse)
    options.failsFast = failFast
    options.retriesFailed = retryFailed
    if let shard {
      guard let share = Shard(shard) else {
        throw UsageError("--shard \(quoted(shard)) is no share: write --shard 1/4 to --shard 4/4")
      }
      options.shard = share
    }
    return options
  }
}
