import Arithmetic
import Equilibria
import GameForms
import TestSupport

/// The principal branch of logit quantal responses beside pygambit's logit_solve_branch, and one
/// equilibrium of games of several players beside five other programs: CPU time of the call alone,
/// games in memory.
///
/// Promised: at most 0.1 of pygambit's at equal final regret, and at most 0.3 of the fastest that
/// solves every game to a regret of 1e-9, as we do. Payoffs are 0...999; regrets are shares of 999.
struct PathBench {
  let games: Int
  /// Seconds a game that a program is given which may never return.
  let patience: Int

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

  /// A program that is given so many seconds a game: some never return.
  private static func limited(
    _ name: String, _ package: String, _ patience: Int, _ solve: String
  ) -> Solver {
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
                  done = mine.poll(\(patience))
                  try:
                      spent, profile = mine.recv() if done else (\(patience), None)
                  except EOFError:
                      spent, profile = \(patience), None
                  if work.is_alive(): work.kill()
                  print(spent, 1 if profile is None else regret(read(case), profile), flush=True)

          """))
  }

  private struct Solver {
    let name: String
    let peer: PythonPeer
  }

  private static func solvers(_ patience: Int) -> [Solver] {
    let gambits = [
      ("gnm", "gnm_solve(game, end_lambda=-10.0)"), ("ipa", "ipa_solve(game)"),
      ("logit", "logit_solve(game, maxregret=1e-9)"),
    ]
    return [tracing(patience)] + gambits.map { gambit($0, $1, patience) } + [tourky(patience)]
  }

  private static func tracing(_ patience: Int) -> Solver {
    limited(
      "sgamesolver LogTracing", "sgamesolver", patience,
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
      """)
  }

  private static func tourky(_ patience: Int) -> Solver {
    limited(
      "QuantEcon mclennan_tourky", "quantecon", patience,
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
      """)
  }

  private static func gambit(_ name: String, _ call: String, _ patience: Int) -> Solver {
    limited(
      "pygambit \(name)", "pygambit", patience,
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
    report.begin(
      "quantal-response", "CPU of the call to the end of the branch, at equal final regret")
    for shape in shapes {
      let own = measure("quantal responses", shape, in: folder, into: &report) { game in
        LogitPath(game).principalBranch().limits.first?.regret
      }
      let answer = Answer(lines: Self.gambit.numbers(in: folder, cases: games), games: games)
      report.add(
        Figure(
          work: own.work, ours: own.times, peer: .init(name: "pygambit", values: answer.times),
          promise: .ratio(.atMost(0.1)),
          note: "regret at most \(own.regret.short)"
            + (answer.regret.map { ", pygambit's \($0.short)" } ?? "")))
    }
  }

  /// One equilibrium of games of these shapes.
  func runTracing(_ shapes: [[Int]], in folder: Folder, into report: inout Report) {
    report.begin(
      "one-equilibrium",
      "CPU of the call; the others are given \(patience) s a game, which is their time where they fail"
    )
    for shape in shapes {
      let own = measure("one equilibrium", shape, in: folder, into: &report) { game in
        LogarithmicTracing(game).solve().regret
      }
      var here: [(name: String, answer: Answer)] = []
      var absent: [String] = []
      for solver in Self.solvers(patience) {
        let answer = Answer(lines: solver.peer.numbers(in: folder, cases: games), games: games)
        guard answer.lines != nil else {
          absent.append(solver.name)
          continue
        }
        here.append((solver.name, answer))
        report.add(
          Figure(
            work: own.work, ours: own.times, peer: .init(name: solver.name, values: answer.times),
            note: answer.words))
      }
      // Some programs stop at regrets that others undercut: judged beside the fastest of either kind.
      for (regret, name) in [(1e-9, "1e-9"), (1e-6, "1e-6")] {
        let best = here.filter { $0.answer.solved(to: regret) == games }
          .min { $0.answer.median < $1.answer.median }
        report.add(
          Figure(
            work: "\(own.work), best to \(name)", ours: own.times,
            peer: .init(
              name: best?.name ?? "any that solves all",
              values: here.isEmpty ? nil : best?.answer.times ?? []),
            promise: .ratio(.atMost(0.3)), note: "regret at most \(own.regret.short)"))
      }
      if !absent.isEmpty { report.remark("not here: \(absent.joined(separator: ", "))") }
      let other = measure("polymatrix", shape, in: folder, into: &report) { game in
        IteratedPolymatrix(game).solve().regret
      }
      report.add(
        Figure(
          work: other.work, ours: other.times,
          note: "ours, by another method: regret at most \(other.regret.short)"))
    }
  }

  /// What a peer printed: time and regret of each game; nil where it is not installed.
  private struct Answer {
    let lines: [[Double]]?
    let games: Int

    var times: [Double]? { lines?.map { $0[0] } }
    var median: Double { times?.median ?? .infinity }
    var regret: Double? { lines?.map { $0.last ?? 1 }.max() }

    /// How many games were solved to this regret.
    func solved(to most: Double) -> Int { lines?.count { $0.count == 2 && $0[1] <= most } ?? 0 }

    var words: String? {
      guard let times, let regret, let slowest = times.max() else { return nil }
      return "its regret at most \(regret.short), \(solved(to: 1e-9)) of \(games) games to 1e-9, "
        + "its worst \(Figure.Unit.seconds.text(slowest))"
    }
  }

  /// What we took for the games of one shape.
  private struct Own {
    let work: String
    let times: [Double]
    let regret: Double
  }

  private func measure(
    _ what: String, _ shape: [Int], in folder: Folder, into report: inout Report,
    solve: (StrategicGame) -> Double?
  ) -> Own {
    var times: [Double] = []
    var worst = 0.0
    for seed in 0..<games {
      let game = StrategicGame.drawn(shape: shape, seed: UInt64(seed))
      let (regret, seconds) = timed { solve(game) }
      times.append(seconds)
      worst = max(worst, (regret ?? .infinity) / 999)
      game.write(to: folder, as: "\(seed).txt")
    }
    let work = "\(what), \(shape.count) players x \(shape[0])"
    if worst > 1e-9 { report.mistake("\(work): a regret of \(worst)") }
    return Own(work: work, times: times, regret: worst)
  }
}

extension StrategicGame {
  /// A game with payoffs from 0 to 999, the same for the same shape and seed.
  static func drawn(shape: [Int], seed: UInt64) -> StrategicGame {
    let count = shape.reduce(shape.count, *)
    var random = SplitMix64(seed: seed &* 1_000_003 &+ UInt64(count))
    let payoffs = (0..<count).map { _ in Rational(random.draw(below: 1000)) }
    return StrategicGame(shape: shape, payoffs: payoffs)
  }

  /// Writes its shape, then all payoffs, for a peer to read.
  func write(to folder: Folder, as name: String) {
    let numbers = payoffs.map { $0.description }.joined(separator: " ")
    _ = folder.write(name, shape.map(String.init).joined(separator: " ") + "\n\(numbers)\n")
  }
}
