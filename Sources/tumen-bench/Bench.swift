import Glibc

/// The benchmark: one table of every figure that is promised, as a ratio to a peer in the same run
/// where there is one.
///
/// `tumen-bench` measures and says which promises hold; `tumen-bench --quick` only sees that
/// everything still runs and agrees. Subjects may be named: `tumen-bench startup lemke-howson`.
/// `--csv FILE` keeps the figures. The status is 1 where an answer is wrong, never for slowness.
@main
struct Bench {
  private static let subjects = [
    "startup", "people", "pure", "enumeration", "lemke-howson", "zero-sum", "leduc",
    "quantal-response", "one-equilibrium", "coalitions", "conflicts", "repeated", "regions",
    "sweep",
  ]

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    var path: String?
    if let place = words.firstIndex(of: "--csv"), place + 1 < words.count {
      path = words.remove(at: place + 1)
      words.remove(at: place)
    }
    let isQuick = words.contains("--quick")
    let named = words.filter { $0 != "--quick" }
    guard named.allSatisfy(subjects.contains) else {
      refuse("usage: tumen-bench [--quick] [--csv FILE] [\(subjects.joined(separator: " | "))]...")
    }
    func isAsked(_ subject: String) -> Bool { named.isEmpty || named.contains(subject) }
    let folder = Folder()
    let machine = Machine(folder: folder)
    let file = path.flatMap { FigureFile($0, machine: machine) }
    if let path, file == nil {
      folder.remove()
      refuse("tumen-bench: \(path) cannot be written")
    }

    var report = Report(machine: machine, file: file, isQuick: isQuick)
    if isAsked("startup") { StartupBench(runs: isQuick ? 2 : 20).run(into: &report) }
    if isAsked("people") { PeopleBench(runs: isQuick ? 1 : 9).run(in: folder, into: &report) }
    if isAsked("enumeration") {
      EnumerationBench(sizes: isQuick ? [4, 6] : [8, 10, 12, 14, 16], games: isQuick ? 2 : 5)
        .run(in: folder, into: &report)
    }
    if isAsked("lemke-howson") {
      LemkeHowsonBench(sizes: isQuick ? [10, 50] : [50, 200, 500], games: isQuick ? 2 : 20)
        .run(in: folder, into: &report)
    }
    if isAsked("zero-sum") {
      ZeroSumBench(sizes: isQuick ? [10, 50] : [50, 200, 500], games: isQuick ? 2 : 5)
        .run(in: folder, into: &report)
    }
    if isAsked("pure") {
      PureBench(
        shapes: isQuick ? [[3, 3, 3]] : [[5, 5, 5, 5, 5, 5], Array(repeating: 2, count: 16)],
        games: isQuick ? 2 : 3
      ).run(in: folder, into: &report)
    }
    if isAsked("leduc") { LeducBench(runs: isQuick ? 1 : 5).run(in: folder, into: &report) }
    if isAsked("quantal-response") {
      PathBench(games: isQuick ? 2 : 10, patience: isQuick ? 1 : 30)
        .runBranches(
          [[10, 10], [20, 20], [3, 3, 3, 3], [5, 5, 5, 5, 5]],
          in: folder, into: &report)
    }
    if isAsked("one-equilibrium") {
      PathBench(games: isQuick ? 2 : 10, patience: isQuick ? 1 : 30)
        .runTracing(
          [[5, 5, 5], [10, 10, 10], [5, 5, 5, 5], [5, 5, 5, 5, 5]], in: folder, into: &report)
    }
    if isAsked("coalitions") {
      CoalitionBench(
        nucleolusSizes: isQuick ? [5] : [12, 16], shapleySize: isQuick ? 8 : 20,
        games: isQuick ? 1 : 3
      ).run(in: folder, into: &report)
    }
    if isAsked("repeated") {
      RepeatedBench(repetitions: isQuick ? 1 : 5).run(in: folder, into: &report)
    }
    if isAsked("conflicts") {
      ConflictBench(runs: isQuick ? 1 : 10).run(in: folder, into: &report)
    }
    if isAsked("regions") {
      do {
        try RegionBench(runs: isQuick ? 1 : 20).run(into: &report)
        try GridBench(points: isQuick ? 20_000 : 1_000_000).run(into: &report)
      } catch {
        report.mistake("the regions: \(error)")
      }
    }
    if isAsked("sweep") {
      SweepBench(rows: isQuick ? [10_000] : [10_000, 10_000_000]).run(in: folder, into: &report)
      SweepScaleBench(rows: isQuick ? 20_000 : 10_000_000).run(in: folder, into: &report)
      SweepPeersBench(rows: isQuick ? 10_000 : 1_000_000, peerRows: isQuick ? 20 : 1000)
        .run(in: folder, into: &report)
    }
    folder.remove()
    report.finish(isWhole: named.isEmpty)
  }

  /// Says what is wrong and ends the program with status 2.
  private static func refuse(_ text: String) -> Never {
    let line = Array((text + "\n").utf8)
    _ = write(2, line, line.count)
    exit(2)
  }
}
