/// How soon the command line answers. Promised: under 20 ms for the version, 40 ms for a game.
struct StartupBench {
  let runs: Int

  func run(into report: inout Report) {
    measure(["--version"], promise: 0.020, into: &report)
    measure(["solve", "textbook/prisoners-dilemma"], promise: 0.040, into: &report)
  }

  private func measure(_ words: [String], promise: Double, into report: inout Report) {
    let times = (0..<runs).map { _ in Run(Run.tumen, words) }
    if times.contains(where: { $0.status != 0 }) {
      report.mistake("tumen \(words.joined(separator: " ")) fails")
    }
    let wall = times.map(\.wall)
    report.line(
      "tumen \(words.joined(separator: " "))",
      "median \((wall.median * 1000).short) ms, worst \(((wall.max() ?? 0) * 1000).short) ms, "
        + "\((wall.median / promise).short) of the promise")
  }
}
