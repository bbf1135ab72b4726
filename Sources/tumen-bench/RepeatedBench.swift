import Arithmetic
import Equilibria
import GameForms

/// Payoff sets of repeated games beside QuantEcon, and Axelrod's first field beside his library;
/// CPU on both sides.
///
/// Promised: the set of a prisoner's dilemma from a cold start in at most 1.0 of QuantEcon's time
/// once it is compiled, and the tournament in at most 0.02 of Axelrod's; where his library is not
/// here, 0.02 of the 13.5 s that it took on a machine of two cores.
struct RepeatedBench {
  let repetitions: Int

  func run(in folder: Folder, into report: inout Report) {
    report.begin("repeated", "CPU of the call or, where it says so, of the process")
    payoffSet(folder, &report)
    tournament(folder, &report)
  }

  private func payoffSet(_ folder: Folder, _ report: inout Report) {
    let game = StrategicGame(shape: [2, 2], payoffs: [9, 9, 1, 10, 10, 1, 3, 3])
    // The first call of this process: nothing is warm.
    let (found, first) = timed { SubgamePerfectPayoffs.solve(game, discount: Rational(3, 4)) }
    if found.corners.count != 4 || !found.isExact { report.mistake("payoff set of the dilemma") }
    let whole = (0..<5).map { _ in
      Run(
        Run.tumen,
        [
          "solve", "prisoners-dilemma", "--concept", "subgame-perfect-payoffs", "--delta", "3/4",
        ]
      ).cpu
    }
    let lines = Self.quantEcon.numbers(in: folder, cases: 1)
    let peer = lines?.first { $0.count == 3 }
    func beside(_ name: String, _ place: Int) -> Figure.Peer {
      .init(name: name, values: lines.map { _ in peer.map { [$0[place]] } ?? [] })
    }
    let work = "payoff set, repeated dilemma"
    report.add(
      Figure(
        work: "\(work), first call", ours: [first], peer: beside("QuantEcon, compiled", 1),
        promise: .ratio(.atMost(1))))
    report.add(
      Figure(work: "\(work), first call", ours: [first], peer: beside("QuantEcon, first call", 0)))
    report.add(
      Figure(work: "\(work), process", ours: whole, peer: beside("QuantEcon, process", 2)))
  }

  private func tournament(_ folder: Folder, _ report: inout Report) {
    let runs = (0..<3).map { _ in
      Run(
        Run.tumen, ["tournament", "axelrods-dilemma", "--repetitions", "\(repetitions)"],
        output: "\(folder.path)/tournament.txt")
    }
    if runs.contains(where: { $0.status != 0 }) { report.mistake("tumen tournament fails") }
    let peer = Self.axelrod.numbers(in: folder, cases: repetitions)?.map { $0[0] }
    report.add(
      Figure(
        work: "Axelrod's first field, 200 x \(repetitions), process", ours: runs.map(\.cpu),
        peer: .init(name: "axelrod, tournament alone", values: peer),
        promise: peer == nil ? .median(.atMost(0.02 * 13.5)) : .ratio(.atMost(0.02)),
        note: peer == nil ? "held against 0.02 of the 13.5 s that axelrod took elsewhere" : nil))
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
