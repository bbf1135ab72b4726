/// How soon the command line answers. Promised: under 20 ms for the version, 40 ms for a game.
struct StartupBench {
  let runs: Int

  func run(into report: inout Report) {
    report.begin("startup", "the whole process, by the clock")
    measure(["--version"], promise: 0.020, into: &report)
    measure(["solve", "textbook/prisoners-dilemma"], promise: 0.040, into: &report)
  }

  private func measure(_ words: [String], promise: Double, into report: inout Report) {
    let times = (0..<runs).map { _ in Run(Run.tumen, words) }
    let work = "tumen \(words.joined(separator: " "))"
    if times.contains(where: { $0.status != 0 }) { report.mistake("\(work) fails") }
    report.add(
      Figure(work: work, ours: times.map(\.wall), promise: .median(.atMost(promise))))
  }
}
