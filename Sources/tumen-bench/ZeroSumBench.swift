import Arithmetic
import Equilibria
import GameForms

/// The value of random zero-sum games beside scipy's linprog (HiGHS) on the same games: CPU time of
/// the call alone, games in memory.
///
/// Promised: at most 2.0 of scipy's at 200x200 and 500x500, and 50x50 exact under 1 s. Payoffs are
/// 0...999.
struct ZeroSumBench {
  let sizes: [Int]
  let games: Int

  private static let peer = PythonPeer(
    package: "scipy",
    script: """
      import os, sys, time
      os.environ["OMP_NUM_THREADS"] = "1"
      import numpy as np
      from scipy.optimize import linprog
      folder, cases = sys.argv[1], int(sys.argv[2])
      def solve(A):
          m, n = A.shape
          low = A.min() - 1
          return low - 1 / linprog(-np.ones(n), A_ub=A - low, b_ub=np.ones(m), method="highs").fun
      solve(np.eye(2))
      for case in range(cases):
          numbers = np.array(open(f"{folder}/{case}.txt").read().split(), dtype=float)
          n = int(numbers[0])
          A = numbers[1:1 + n * n].reshape(n, n)
          start = time.process_time()
          value = solve(A)
          print(time.process_time() - start, float(value), flush=True)
      """)

  func run(in folder: Folder, into report: inout Report) {
    report.begin(
      "zero-sum", "CPU of the call, games in memory, beside linprog (HiGHS) on one thread")
    for size in sizes {
      var own: [Double] = []
      var values: [Rational] = []
      var gap = 0.0
      for seed in 0..<games {
        let random = RandomGame(size: size, seed: UInt64(seed))
        let game = random.zeroSum
        let (solution, seconds) = timed { try? ZeroSumSolution.solve(game) }
        own.append(seconds)
        guard let solution, solution.isProof else {
          report.mistake("\(size)x\(size), seed \(seed): no proof of the value")
          continue
        }
        values.append(solution.values[0])
        gap = max(gap, (solution.ceilings[0] - solution.values[0]).double)
        _ = folder.write("\(seed).txt", random.plain)
      }
      let lines = Self.peer.numbers(in: folder, cases: games)
      // HiGHS stops at 1e-7 of coefficients near 1, here payoffs near 1000.
      for (value, line) in zip(values, lines ?? [])
      where line.count < 2 || abs(value.double - line[1]) > 1e-3 {
        report.mistake("\(size)x\(size): value \(value.double), scipy \(line)")
      }
      report.add(
        Figure(
          work: "zero-sum \(size)x\(size)", ours: own,
          peer: .init(name: "scipy", values: lines?.map { $0[0] }),
          promise: size >= 200 ? .ratio(.atMost(2)) : size == 50 ? .worst(.atMost(1)) : nil,
          note: gap == 0 ? "exact" : "bounds at most \(gap.short) apart"))
      if size == 50, gap != 0 { report.mistake("zero-sum 50x50 is not exact") }
    }
  }
}
