import Arithmetic
import Equilibria
import GameForms
import Glibc

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
    for size in sizes {
      var own: [Double] = []
      var values: [Rational] = []
      var gap = 0.0
      for seed in 0..<games {
        let random = RandomGame(size: size, seed: UInt64(seed))
        let game = random.zeroSum
        let start = clock()
        let solution = try? ZeroSumSolution.solve(game)
        own.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
        guard let solution, solution.isProof else {
          report.mistake("\(size)x\(size), seed \(seed): no proof of the value")
          continue
        }
        values.append(solution.values[0])
        gap = max(gap, (solution.ceilings[0] - solution.values[0]).double)
        _ = folder.write("\(seed).txt", random.plain)
      }
      var words = "median \((own.median * 1000).short) ms, worst \((own.largest * 1000).short) ms"
      words += gap == 0 ? ", exact" : ", bounds at most \(gap) apart"
      if let peer = Self.peer.numbers(in: folder, cases: games) {
        let times = peer.map { $0[0] }
        words += ", \((own.median / times.median).short) of scipy's median"
        // HiGHS stops at 1e-7 of coefficients near 1, here payoffs near 1000.
        for (value, line) in zip(values, peer)
        where line.count < 2 || abs(value.double - line[1]) > 1e-3 {
          report.mistake("\(size)x\(size): value \(value.double), scipy \(line)")
        }
      } else {
        words += "; scipy is not here: no ratios"
      }
      report.line("zero-sum \(size)x\(size)", words)
    }
  }
}
