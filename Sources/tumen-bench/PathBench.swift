import Arithmetic
import Equilibria
import GameForms
import Glibc

/// The principal branch of logit quantal responses beside pygambit's logit_solve_branch, and one
/// equilibrium of games of several players beside five other programs: CPU time of the call alone,
/// games in memory.
///
/// Promised: at most 0.1 of pygambit's at equal final regret, and at most 0.3 of the fastest that
/// solves every game to a regret of 1e-9, as we do. Payoffs are 0...999; regrets are shares of 999.
struct PathBench {
  let games: Int

  /// Reads a game: its shape, then all payoffs, the last player's strategy fastest.
  static let reading = """
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

  /// A program that is given 30 seconds a game: some never return.
  private static func limited(_ name: String, _ package: String, _ solve: String) -> Solver {
    Solver(
      name: name,
      peer: PythonPeer(
        package: package,
        script: reading + """
          import multiprocessing
          \(solve)
          def child(case, pipe):
              tables = read(case)
              pipe.send(run(tables))
          if __name__ == "__main__":
              warm = np.random.default_rng(0).integers(0, 999, (3, 2, 2, 2)).astype(float)
              run(list(warm))
              for case in range(cases):
                  mine, theirs = multiprocessing.Pipe()
                  work = multiprocessing.get_context("fork").Process(
                      target=child, args=(case, theirs))
                  work.start()
                  done = mine.poll(30)
                  try:
                      spent, profile = mine.recv() if done else (30, None)
                  except EOFError:
                      spent, profile = 30, None
                  if work.is_alive(): work.kill()
                  print(spent, 1 if profile is None else regret(read(case), profile), flush=True)

          """))
  }

  private struct Solver {
    let name: String
    let peer: PythonPeer
  }

  private static let solvers = [
    limited(
      "sgamesolver LogTracing", "sgamesolver",
      """
      np.NaN = np.nan
      import sgamesolver
      def run(tables):
          game = sgamesolver.SGame.one_shot_game(payoff_matrix=np.array(tables) / 999)
          start = time.process_time()
          homotopy = sgamesolver.homotopy.LogTracing(game)
          homotopy.solver_setup()
          homotopy.solver.verbose = 0
          homotopy.solve()
          spent = time.process_time() - start
          found = homotopy.equilibrium
          return spent, None if found is None else [
              np.array(found.strategies)[0, i, : tables[i].shape[i]] for i in range(len(tables))]
      """),
    gambit("gnm", "gnm_solve(game, end_lambda=-10.0)"), gambit("ipa", "ipa_solve(game)"),
    gambit("logit", "logit_solve(game, maxregret=1e-9)"),
    limited(
      "QuantEcon mclennan_tourky", "quantecon",
      """
      from quantecon.game_theory import NormalFormGame, Player, mclennan_tourky
      def run(tables):
          n = len(tables)
          game = NormalFormGame([
              Player(np.ascontiguousarray(np.moveaxis(
                  tables[i], range(n), [(k - i) % n for k in range(n)]))) for i in range(n)])
          start = time.process_time()
          found = mclennan_tourky(game, epsilon=1e-6, max_iter=10**6)
          return time.process_time() - start, found
      """),
  ]

  private static func gambit(_ name: String, _ call: String) -> Solver {
    limited(
      "pygambit \(name)", "pygambit",
      """
      import pygambit
      def run(tables):
          game = pygambit.Game.from_arrays(*tables)
          start = time.process_time()
          try:
              found = pygambit.nash.\(call).equilibria
          except Exception:
              found = []
          spent = time.process_time() - start
          profiles = [
              [np.array([float(e[s]) for s in p.strategies]) for p in game.players] for e in found]
          return spent, min(profiles, key=lambda each: regret(tables, each), default=None)
      """)
  }

  /// The branches of games of these shapes.
  func runBranches(_ shapes: [[Int]], in folder: Folder, into report: inout Report) {
    for shape in shapes {
      let peers = [Solver(name: "pygambit logit_solve_branch", peer: Self.gambit)]
      measure("quantal responses", shape, peers, in: folder, into: &report) { game in
        LogitPath(game).principalBranch().limits.first?.regret
      }
    }
  }

  /// One equilibrium of games of these shapes.
  func runTracing(_ shapes: [[Int]], in folder: Folder, into report: inout Report) {
    for shape in shapes {
      measure("one equilibrium", shape, Self.solvers, in: folder, into: &report) { game in
        LogarithmicTracing(game).solve().regret
      }
      measure("one equilibrium, polymatrix", shape, [], in: folder, into: &report) { game in
        IteratedPolymatrix(game).solve().regret
      }
    }
  }

  private func measure(
    _ what: String, _ shape: [Int], _ solvers: [Solver], in folder: Folder,
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
      game.write(to: folder, as: "\(seed).txt")
    }
    let size = "\(shape.count) players x \(shape[0])"
    if worst > 1e-9 { report.mistake("\(what), \(size): a regret of \(worst)") }
    report.line(
      "\(what), \(size)",
      "median \((own.median * 1000).short) ms, worst \((own.largest * 1000).short) ms"
        + ", regret at most \(worst.short)")
    for solver in solvers {
      guard let lines = solver.peer.numbers(in: folder, cases: games) else {
        report.line("", "\(solver.name) is not here")
        continue
      }
      let times = lines.map { $0[0] }
      let solved = lines.filter { $0[1] <= 1e-9 }.count
      report.line(
        "",
        "\((own.median / times.median).short) of \(solver.name)'s median, its worst "
          + "\(times.largest.short) s, regret at most \(lines.map { $0[1] }.largest.short), "
          + "\(solved) of \(games) to 1e-9")
    }
  }
}

extension StrategicGame {
  /// A game with payoffs from 0 to 999, the same for the same shape and seed.
  static func drawn(shape: [Int], seed: UInt64) -> StrategicGame {
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

  /// Writes its shape, then all payoffs, for a peer to read.
  func write(to folder: Folder, as name: String) {
    let numbers = payoffs.map { $0.description }.joined(separator: " ")
    _ = folder.write(name, shape.map(String.init).joined(separator: " ") + "\n\(numbers)\n")
  }
}
