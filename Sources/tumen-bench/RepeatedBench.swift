import Arithmetic
import Equilibria
import GameForms
import Glibc

/// Payoff sets of repeated games beside QuantEcon, and Axelrod's first field beside his library;
/// CPU on both sides.
///
/// Promised: the set of a prisoner's dilemma from a cold start in at most 1.0 of QuantEcon's time
/// once it is compiled, and the tournament in at most 0.02 of Axelrod's.
struct RepeatedBench {
  let repetitions: Int

  func run(in folder: Folder, into report: inout Report) {
    payoffSet(folder, &report)
    tournament(folder, &report)
  }

  private func payoffSet(_ folder: Folder, _ report: inout Report) {
    let game = StrategicGame(shape: [2, 2], payoffs: [9, 9, 1, 10, 10, 1, 3, 3])
    // The first call of this process: nothing is warm.
    let start = Self.cpu
    let found = SubgamePerfectPayoffs.solve(game, discount: Rational(3, 4))
    let first = Self.cpu - start
    if found.corners.count != 4 || !found.isExact { report.mistake("payoff set of the dilemma") }
    let whole = (0..<5).map { _ in
      Run(
        Run.tumen,
        [
          "solve", "prisoners-dilemma", "--concept", "subgame-perfect-payoffs", "--delta", "3/4",
        ]
      ).cpu
    }
    var text =
      "first call \((first * 1000).short) ms CPU, the whole process \((whole.median * 1000).short) ms"
    if let peer = Self.quantEcon.numbers(in: folder, cases: 1)?.first, peer.count == 3 {
      text += ", \((first / peer[1]).short) of QuantEcon's warm call, \((first / peer[0]).short) of"
      text += " its first; the process \((whole.median / peer[2]).short) of its process"
    } else {
      text += "; quantecon is not here (pip install quantecon)"
    }
    report.line("payoff set, repeated dilemma", text)
  }

  private func tournament(_ folder: Folder, _ report: inout Report) {
    let runs = (0..<3).map { _ in
      Run(
        Run.tumen, ["tournament", "axelrods-dilemma", "--repetitions", "\(repetitions)"],
        output: "\(folder.path)/tournament.txt")
    }
    if runs.contains(where: { $0.status != 0 }) { report.mistake("tumen tournament fails") }
    let own = runs.map(\.cpu).median
    var text = "\((own * 1000).short) ms CPU, the whole process"
    if let peer = Self.axelrod.numbers(in: folder, cases: repetitions)?.first?.first {
      text += ", \((own / peer).short) of Axelrod's tournament alone"
    } else {
      text += "; axelrod is not here (pip install axelrod)"
    }
    report.line("Axelrod's first field, 200 x \(repetitions)", text)
  }

  private static var cpu: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Prints CPU seconds of the first call, the median of later ones, and of the whole process.
  private static let quantEcon = PythonPeer(
    package: "quantecon",
    script: """
      import time
      import numpy
      from quantecon.game_theory import NormalFormGame, Player, RepeatedGame
      rows = numpy.array([[9.0, 1.0], [10.0, 3.0]])
      game = RepeatedGame(NormalFormGame((Player(rows), Player(rows))), 0.75)
      times = []
      for _ in range(20):
          start = time.process_time()
          game.equilibrium_payoffs()
          times.append(time.process_time() - start)
      print(times[0], sorted(times[1:])[9], time.process_time())
      """)

  /// Prints CPU seconds of the tournament.
  private static let axelrod = PythonPeer(
    package: "axelrod",
    script: """
      import sys
      import time
      import axelrod
      players = [player() for player in axelrod.axelrod_first_strategies]
      start = time.process_time()
      axelrod.Tournament(players, turns=200, repetitions=int(sys.argv[2]), seed=1).play(
          progress_bar=False, processes=None)
      print(time.process_time() - start)
      """)
}
