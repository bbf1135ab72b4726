import GSL
import TestSupport
import Testing

@Suite struct `Linear algebra by GSL` {
  private func random(_ count: Int, _ generator: inout SplitMix64) -> [Double] {
    (0..<count).map { _ in Double.random(in: -1...1, using: &generator) }
  }

  @Test func `factors once and solves for many sides`() throws {
    var generator = SplitMix64(seed: 31)
    var solver = LUFactorization(capacity: 12)
    for order in [1, 2, 5, 12, 3] {
      let matrix = random(order * order, &generator)
      for k in matrix.indices { solver.entries[k] = matrix[k] }
      try solver.factor(order: order)
      for _ in 0..<3 {
        let expected = random(order, &generator)
        var side = (0..<order).map { row in
          (0..<order).reduce(0) { $0 + matrix[row * order + $1] * expected[$1] }
        }
        side.withUnsafeMutableBufferPointer { side in
          #expect(throws: Never.self) { try solver.solve(side) }
        }
        #expect(zip(side, expected).allSatisfy { abs($0 - $1) < 1e-9 })
      }
    }
  }

  @Test(arguments: [
    ([2.0, 0, 0, 3], 1), ([0, 1, 1, 0], -1), ([-1, 0, 0, -1], 1), ([1, 2, 3, 4], -1),
  ])
  func `tells the sign of the determinant`(entries: [Double], sign: Int) throws {
    var solver = LUFactorization(capacity: 2)
    for k in entries.indices { solver.entries[k] = entries[k] }
    try solver.factor(order: 2)
    #expect(solver.determinantSign == sign)
  }

  @Test(arguments: [[1.0, 2, 2, 4], [0, 0, 0, 0], [.nan, 1, 1, 1]])
  func `refuses singular matrices`(entries: [Double]) {
    var solver = LUFactorization(capacity: 2)
    for k in entries.indices { solver.entries[k] = entries[k] }
    var failure: GSLError?
    do throws(GSLError) { try solver.factor(order: 2) } catch { failure = error }
    #expect(failure?.code == 21 && failure?.reason.hasPrefix("singularity") ?? false)
  }

  @Test func `finds the shortest of many solutions and the best where there is none`() throws {
    var solver = try LeastSquares(rows: 2, columns: 2)
    let shortest = try solver.solve([1, 1, 0, 0], [2, 0])
    #expect(solver.rank == 1)
    #expect(shortest.allSatisfy { abs($0 - 1) < 1e-14 })
    let best = try solver.solve([1, 0, 1, 0], [1, 3])
    #expect(abs(best[0] - 2) < 1e-14 && abs(best[1]) < 1e-14)
    var failure: GSLError?
    do throws(GSLError) { _ = try LeastSquares(rows: 1, columns: 2) } catch { failure = error }
    #expect(failure != nil)
  }
}
