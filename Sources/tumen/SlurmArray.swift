import Experiments
import Glibc
import Laboratory
import Scenarios

/// A sweep as a job array of Slurm, one shard a task, with a merge that waits for all of them.
struct SlurmArray {
  let spec: String
  let out: String
  let shards: Int
  /// Further options for `sbatch`, as typed.
  let options: String

  /// The script that computes one shard: its number comes from Slurm, how many there are from here,
  /// so that some of the tasks can be submitted again.
  func task(_ program: String) -> String {
    """
    #!/bin/sh
    #SBATCH --job-name=tumen-sweep
    #SBATCH --output=\(out)/slurm/shard-%a.log
    exec \(Self.shellWord(program)) sweep \(Self.shellWord(spec)) \\
      --shard "$SLURM_ARRAY_TASK_ID/\(shards)" --out \(Self.shellWord(out))/shards/"$SLURM_ARRAY_TASK_ID" \\
      --jobs "${SLURM_CPUS_PER_TASK:-1}" --resume

    """
  }

  /// The script that puts the shards together.
  func merge(_ program: String) -> String {
    """
    #!/bin/sh
    #SBATCH --job-name=tumen-merge
    #SBATCH --output=\(out)/slurm/merge.log
    exec \(Self.shellWord(program)) merge \(Self.shellWord(out))/shards/* --out \(Self.shellWord(out)) \\
      --spec \(Self.shellWord(spec))

    """
  }

  /// Writes the scripts and, unless it is a dry run, submits them; returns what there is to say.
  ///
  /// - Throws: ``UsageError`` where Slurm is not there, refuses, or takes no array so large.
  func submit(isDryRun: Bool) throws -> String {
    for folder in [out, out + "/slurm", out + "/shards"] {
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw UsageError("\(quoted(folder)) cannot be made: \(String(cString: strerror(errno)))")
      }
    }
    let program = Self.program
    try write(task(program), to: out + "/slurm/shard.sh")
    try write(merge(program), to: out + "/slurm/merge.sh")
    let array =
      "sbatch --parsable --array=1-\(shards) \(options) \(Self.shellWord(out + "/slurm/shard.sh"))"
    func after(_ job: String) -> String {
      "sbatch --parsable --dependency=afterok:\(job) \(options) "
        + Self.shellWord(out + "/slurm/merge.sh")
    }
    guard !isDryRun else { return array + "\n" + after("JOB") + "\n" }
    let limit = Self.output(
      of: "scontrol show config 2>/dev/null | sed -n 's/^MaxArraySize *= *//p'")
    guard let limit = Int(limit) else {
      throw UsageError(
        "--slurm: scontrol does not answer; write the scripts alone with --slurm --dry-run")
    }
    guard shards < limit else {
      throw UsageError(
        "--shards \(shards): this Slurm takes arrays up to \(limit - 1): write --shards \(limit - 1)"
      )
    }
    let job = Self.output(of: array)
    guard let number = job.split(separator: ";").first, Int(number) != nil else {
      throw UsageError("--slurm: sbatch did not take the array: \(job)")
    }
    let merging = Self.output(of: after(String(number)))
    guard Int(merging.split(separator: ";").first ?? "") != nil else {
      throw UsageError("--slurm: sbatch did not take the merge: \(merging)")
    }
    return
      "job \(number): \(Words.count(shards, "shard")); job \(merging): their merge into \(out); "
      + "logs in \(out)/slurm; a shard that fails is run again by sbatch --array=NUMBER "
      + "\(out)/slurm/shard.sh\n"
  }

  private func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }

  /// A word of the shell.
  static func shellWord(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// The path of a file or directory as other machines see it.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else {
      guard !path.hasPrefix("/"), let here = realpath(".", nil) else { return path }
      defer { free(here) }
      return String(cString: here) + "/" + path
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The program that runs.
  private static var program: String { absolute("/proc/self/exe") }

  /// What a command of the shell prints, its errors too, without the line end.
  private static func output(of command: String) -> String {
    guard let pipe = popen(command + " 2>&1", "r") else { return "" }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
