import Equilibria
import Poker

/// Leduc poker, a zero-sum tree of 2,041 nodes in OpenSpiel's count, beside OpenSpiel's
/// sequence_form_lp: CPU time of the call alone, games in memory.
///
/// OpenSpiel needs cvxpy and ecos beside it.
///
/// Promised: at most 1.0 of OpenSpiel's time, to an exploitability of 1e-6.
struct LeducBench {
  let runs: Int

  private static let peer = PythonPeer(
    package: "pyspiel",
    script: """
      import sys, time
      import pyspiel
      from open_spiel.python.algorithms import exploitability, sequence_form_lp
      for case in range(int(sys.argv[2])):
          game = pyspiel.load_game("leduc_poker")
          start = time.process_time()
          value, _, first, second = sequence_form_lp.solve_zero_sum_game(game)
          print(time.process_time() - start, float(value), flush=True)
      """)

  func run(in folder: Folder, into report: inout Report) {
    report.begin("leduc", "CPU of the call, games in memory")
    var own: [Double] = []
    var gap = 0.0
    for _ in 0..<runs {
      guard let game = try? Leduc.game() else { return report.mistake("Leduc poker is no tree") }
      let (answer, seconds) = timed { try? SequenceForm(game).solve() }
      own.append(seconds)
      guard let answer, abs(answer.lower.double - -0.085606424078) < 1e-6 else {
        report.mistake("Leduc poker: value \(answer?.lower.double ?? .nan)")
        continue
      }
      gap = max(gap, (answer.upper - answer.lower).double)
    }
    // Exploitability as OpenSpiel states it: what both could gain together, halved.
    if gap / 2 > 1e-6 { report.mistake("Leduc poker: exploitability \(gap / 2)") }
    let times = Self.peer.numbers(in: folder, cases: runs)?.map { $0[0] }
    report.add(
      Figure(
        work: "Leduc poker by its sequence form", ours: own,
        peer: .init(name: "OpenSpiel", values: times), promise: .ratio(.atMost(1)),
        note: "exploitability at most \((gap / 2).short)"
          + (times?.isEmpty == true ? "; OpenSpiel fails without cvxpy and ecos" : "")))
  }
}
