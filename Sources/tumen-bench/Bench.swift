import Glibc

/// The benchmark: every figure as a ratio against a peer in the same run, or against the promise.
///
/// `tumen-bench` measures, `tumen-bench --quick` only sees that everything still runs and agrees;
/// subjects may be named: `tumen-bench startup lemke-howson`.
@main
struct Bench {
  private static let subjects = [
    "startup", "people", "pure", "enumeration", "lemke-howson", "zero-sum", "leduc",
    "quantal-response", "one-equilibrium", "coalitions", "conflicts", "repeated", "regions",
    "sweep",
  ]

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let named = arguments.filter { $0 != "--quick" }
    guard named.allSatisfy(subjects.contains) else {
      print("usage: tumen-bench [--quick] [\(subjects.joined(separator: " | "))]...")
      exit(2)
    }
    func isAsked(_ subject: String) -> Bool { named.isEmpty || named.contains(subject) }
    let isQuick = arguments.contains("--quick")
    let folder = Folder()
    defer { folder.remove() }

    var report = Report()
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
      PathBench(games: isQuick ? 2 : 10)
        .runBranches(
          [[10, 10], [20, 20], [3, 3, 3, 3], [5, 5, 5, 5, 5]],
          in: folder, into: &report)
    }
    if isAsked("one-equilibrium") {
      PathBench(games: isQuick ? 2 : 10)
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
    report.finish()
  }
}
