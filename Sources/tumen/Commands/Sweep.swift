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
      GNU parallel: parallel tumen sweep SPEC --shard {}/8 --out shards/{} --resume ::: $(seq 8); \
      Slurm: tumen sweep SPEC --out DIR --slurm --shards 16, where n is told once and for all, so \
      that any shard can be submitted again.
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

  @Flag(help: "Write and submit a job array of Slurm, a shard a task, and the merge after it.")
  var slurm = false

  @Option(help: ArgumentHelp("With --slurm: how many shards.", valueName: "n"))
  var shards: Int?

  @Option(
    help: ArgumentHelp(
      "With --slurm: further options for sbatch, such as \"--time=1:00:00\".",
      valueName: "options"))
  var sbatch: String?

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    Interruption.catchSignals()
    let options = try runOptions()
    let library = GameLibrary()
    let experiment = try Experiment.read(try library.locate(experiment: spec), library: library)
    if slurm {
      try output.write(try submit(experiment))
      return .done
    }
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
    let screen = RunScreen(experiment, isQuiet: quiet, checks: check && shard == nil)
    return try screen.follow(output, messages, unit: "rows") { progress in
      try experiment.run(into: out, options: options, progress: progress, draw: Illustration.svg)
    }
  }

  private func submit(_ experiment: Experiment) throws -> String {
    guard let out, let shards, (1...1_000_000).contains(shards) else {
      throw UsageError("--slurm needs --out DIR and --shards N beside it: write --shards 16")
    }
    if shard != nil { throw UsageError("--slurm and --shard together: leave one out") }
    let array = SlurmArray(
      spec: SlurmArray.absolute(experiment.origin.spec), out: SlurmArray.absolute(out),
      shards: shards, options: sbatch ?? "")
    return try array.submit(isDryRun: dryRun)
  }

  private func runOptions() throws(UsageError) -> RunOptions {
    if let jobs, !(1...256).contains(jobs) {
      throw UsageError("--jobs \(jobs) is out of range: write 1 to 256")
    }
    if resume, restart { throw UsageError("--resume and --restart together: leave one out") }
    if failFast, keepGoing {
      throw UsageError("--fail-fast and --keep-going together: leave one out")
    }
    if !slurm, shards != nil || sbatch != nil {
      throw UsageError("--shards and --sbatch go with --slurm; one share is --shard 1/4")
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
