import Equilibria
import GameForms

/// Equilibria in pure strategies of random games beside pygambit's enumpure_solve and a mask of best
/// replies in numpy: CPU time of the call alone, games in memory.
///
/// Promised: at most 0.05 of pygambit's and at most 2 of numpy's. Payoffs are 0...999.
struct PureBench {
  let shapes: [[Int]]
  let games: Int

  private static let mask = PythonPeer(
    package: "numpy",
    script: PathBench.reading + """
      def solve(tables):
          mask = tables[0] >= tables[0].max(axis=0, keepdims=True)
          for i in range(1, len(tables)):
              mask &= tables[i] >= tables[i].max(axis=i, keepdims=True)
          return np.argwhere(mask)
      for case in range(cases):
          tables = [np.ascontiguousarray(table) for table in read(case)]
          solve(tables)
          start = time.process_time()
          for _ in range(10):
              found = solve(tables)
          print((time.process_time() - start) / 10, len(found), flush=True)
      """)

  private static let gambit = PythonPeer(
    package: "pygambit",
    script: PathBench.reading + """
      import pygambit
      for case in range(cases):
          game = pygambit.Game.from_arrays(*read(case))
          start = time.process_time()
          found = pygambit.nash.enumpure_solve(game).equilibria
          print(time.process_time() - start, len(found), flush=True)
      """)

  func run(in folder: Folder, into report: inout Report) {
    report.begin(
      "pure",
      "CPU of the call, ten times each game, beside enumpure_solve and a mask of best replies")
    for shape in shapes {
      var own: [Double] = []
      var counts: [Int] = []
      for seed in 0..<games {
        let game = StrategicGame.drawn(shape: shape, seed: UInt64(seed))
        let (count, seconds) = timed {
          (0..<10).map { _ in PureEquilibria.solve(game).count }[0]
        }
        counts.append(count)
        own.append(seconds / 10)
        game.write(to: folder, as: "\(seed).txt")
      }
      let size = "\(shape.count) players x \(shape[0])"
      for (peer, limit) in [(Self.gambit, 0.05), (Self.mask, 2)] {
        let lines = peer.numbers(in: folder, cases: games)
        for (count, line) in zip(counts, lines ?? []) where line.count < 2 || count != Int(line[1])
        {
          report.mistake("pure, \(size): \(count) equilibria, \(peer.package) \(line)")
        }
        report.add(
          Figure(
            work: "pure equilibria, \(size)", ours: own,
            peer: .init(name: peer.package, values: lines?.map { $0[0] }),
            promise: .ratio(.atMost(limit))))
      }
    }
  }
}
