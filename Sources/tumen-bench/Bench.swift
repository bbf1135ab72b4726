import Glibc

/// The benchmark: every figure as a ratio against a peer in the same run, or against the promise.
///
/// `tumen-bench` measures, `tumen-bench --quick` only sees that everything still runs and agrees.
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.allSatisfy({ $0 == "--quick" }) else {
      print("usage: tumen-bench [--quick]")
      exit(2)
    }
    let isQuick = !arguments.isEmpty
    let folder = Folder()
    defer { folder.remove() }

    var report = Report()
    StartupBench(runs: isQuick ? 2 : 20).run(into: &report)
    EnumerationBench(sizes: isQuick ? [4, 6] : [8, 10, 12, 14, 16], games: isQuick ? 2 : 5)
      .run(in: folder, into: &report)
    CoalitionBench(
      nucleolusSizes: isQuick ? [5] : [12, 16], shapleySize: isQuick ? 8 : 20,
      games: isQuick ? 1 : 3
    ).run(in: folder, into: &report)
    SweepBench(rows: isQuick ? [10_000] : [10_000, 10_000_000]).run(in: folder, into: &report)
    report.finish()
  }
}
