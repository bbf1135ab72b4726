import Arithmetic
import Equilibria
import GameForms
import Glibc

/// The principal branch of logit quantal responses beside pygambit's logit_solve_branch, and one
/// equilibrium of games of several players beside the fastest program that solves them all,
/// sgamesolver's LogTracing: CPU time of the call alone, games in memory.
///
/// Promised: at most 0.1 of pygambit's at equal final regret, and at most 0.3 of sgamesolver's with
/// every game solved to a regret of 1e-9. Payoffs are 0...999; regrets are shares of 999.
struct PathBench {
  let games: Int

  /// Reads a game: its shape, then all payoffs, the last player's strategy fastest.
  private static let reading = """
    import os, sys, time
    os.environ["OMP_NUM_THREADS"] = "1"
    import numpy as np
    folder, cases = sys.argv[1], int(sys.argv[2])
    def read(case):
        shape, numbers = (line.split() for line in open(f"{folder}/{case}.txt"))
        shape = [int(k) for k in shape]
        table = np.array(numbers, dtype=float).reshape(shape + [len(shape)])
        return [table[..., i] for i in range(len(shape))]
    def regret(tables, profile):
        worst = 0.0
        for i, table in enumerate(tables):
            for j in reversed(range(len(tables))):
                if j != i:
                    table = np.tensordot(table, profile[j], axes=(j, 0))
            worst = max(worst, table.max() - table @ profile[i])
        return worst / 999

    """

  private static let gambit = PythonPeer(
    package: "pygambit",
    script: reading + """
      import pygambit
      for case in range(cases):
          tables = read(case)
          game = pygambit.Game.from_arrays(*tables)
          start = time.process_time()
          last = pygambit.qre.logit_solve_branch(game)[-1].profile
          spent = time.process_time() - start
          profile = [np.array([float(last[s]) for s in p.strategies]) for p in game.players]
          print(spent, regret(tables, profile), flush=True)
      """)

  private static let sgamesolver = PythonPeer(
    package: "sgamesolver",
    script: reading + """
      np.NaN = np.nan
      import sgamesolver
      for case in range(cases):
          tables = read(case)
          game = sgamesolver.SGame.one_shot_game(payoff_matrix=np.array(tables) / 999)
          start = time.process_time()
          homotopy = sgamesolver.homotopy.LogTracing(game)
          homotopy.solver_setup()
          homotopy.solver.verbose = 0
          homotopy.solve()
          spent = time.process_time() - start
          found = homotopy.equilibrium
          profile = None if found is None else [
              np.array(found.strategies)[0, i, : len(tables[i])] for i in range(len(tables))]
          print(spent, 1 if found is None else regret(tables, profile), flush=True)
      """)

  /// The branches of games of these shapes.
  func runBranches(_ shapes: [[Int]], in folder: Folder, into report: inout Report) {
    for shape in shapes {
      measure("quantal responses", shape, Self.gambit, in: folder, into: &report) { game in
        LogitPath(game).principalBranch().limits.first?.regret
      }
    }
  }

  /// One equilibrium of games of these shapes.
  func runTracing(_ shapes: [[Int]], in folder: Folder, into report: inout Report) {
    for shape in shapes {
      measure("one equilibrium", shape, Self.sgamesolver, in: folder, into: &report) { game in
        LogarithmicTracing(game).solve().regret
      }
    }
  }

  private func measure(
    _ what: String, _ shape: [Int], _ peer: PythonPeer, in folder: Folder,
    into report: inout Report, solve: (StrategicGame) -> Double?
  ) {
    var own: [Double] = []
    var worst = 0.0
    for seed in 0..<games {
      let game = StrategicGame.drawn(shape: shape, seed: UInt64(seed))
      let start = clock()
      let regret = solve(game)
      own.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
      worst = max(worst, (regret ?? .infinity) / 999)
      let numbers = game.payoffs.map { $0.description }.joined(separator: " ")
      _ = folder.write(
        "\(seed).txt", shape.map(String.init).joined(separator: " ") + "\n\(numbers)\n")
    }
    let size = "\(shape.count) players x \(shape[0])"
    if worst > 1e-9 { report.mistake("\(what), \(size): a regret of \(worst)") }
    var words = "median \((own.median * 1000).short) ms, worst \((own.largest * 1000).short) ms"
    words += ", regret at most \(worst.short)"
    if let lines = peer.numbers(in: folder, cases: games) {
      let times = lines.map { $0[0] }
      words += ", \((own.median / times.median).short) of \(peer.package)'s median"
      words += " (its regret at most \(lines.map { $0[1] }.largest.short))"
    } else {
      words += "; \(peer.package) is not here: no ratios"
    }
    report.line("\(what), \(size)", words)
  }
}

extension StrategicGame {
  /// A game with payoffs from 0 to 999, the same for the same shape and seed.
  fileprivate static func drawn(shape: [Int], seed: UInt64) -> StrategicGame {
    let count = shape.reduce(shape.count, *)
    // SplitMix64 (Vigna 2015).
    var state = seed &* 1_000_003 &+ UInt64(count)
    func draw() -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % 1000)
    }
    return StrategicGame(shape: shape, payoffs: (0..<count).map { _ in Rational(draw()) })
  }
}
