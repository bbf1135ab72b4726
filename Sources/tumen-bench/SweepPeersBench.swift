/// Points a second of the sweep of ``SweepBench`` against the loop that one would write over
/// nashpy or QuantEcon: the same 3x3 game at the same values, its pure equilibria counted.
///
/// Promised: 500 times nashpy and 50 times QuantEcon, with the cores that a sweep takes by default;
/// the loops run on one.
struct SweepPeersBench {
  /// How many points this program sweeps.
  let rows: Int
  /// How many the loops do, which are compared one by one.
  let peerRows: Int

  func run(in folder: Folder, into report: inout Report) {
    let game = folder.write("sweep-game.yaml", SweepBench.game)
    func sweep(_ count: Int, _ words: [String] = []) -> Run {
      let spec = folder.write("sweep-peers.yaml", SweepBench.spec(game: game, rows: count))
      return Run(
        Run.tumen,
        ["sweep", spec, "--out", "\(folder.path)/out-peers", "--quiet", "--restart"] + words)
    }
    let checked = sweep(peerRows)
    let counts = (folder.read("out-peers/results.csv") ?? "").split(separator: "\n").dropFirst()
      .compactMap { Double($0.split(separator: ",")[1]) }
    let timed = sweep(rows)
    let alone = sweep(rows, ["--jobs", "1"])
    if [checked, timed, alone].contains(where: { $0.status != 0 }) {
      report.mistake("the sweep fails")
    }
    let peers = [("nashpy", Self.nashpy, 500.0), ("quantecon", Self.quantecon, 50.0)]
    for (package, count, limit) in peers {
      let peer = PythonPeer(package: package, script: Self.script(count: count))
      let lines = peer.numbers(in: folder, cases: peerRows)
      if let lines, !lines.isEmpty, lines.dropLast().map({ $0[0] }) != counts {
        report.mistake("\(package) counts other pure equilibria")
      }
      let rates = lines.map { $0.suffix(1).map { Double(peerRows) / $0[0] } }
      let loop = Figure.Peer(name: "loop over \(package)", values: rates)
      report.add(
        Figure(
          work: "sweep of \(rows) rows, all cores", unit: .perSecond,
          ours: [Double(rows) / timed.wall], peer: loop, promise: .ratio(.atLeast(limit))))
      report.add(
        Figure(
          work: "sweep of \(rows) rows, one core", unit: .perSecond,
          ours: [Double(rows) / alone.wall], peer: loop))
    }
    _ = Run("rm", ["-rf", "\(folder.path)/out-peers"])
  }

  /// A pure equilibrium of nashpy is one of its equilibria whose strategies are pure.
  private static let nashpy = """
    import warnings
    import nashpy
    warnings.simplefilter("ignore")
    def count(a, b):
        found = nashpy.Game(a, b).support_enumeration()
        return sum(1 for x, y in found if x.max() == 1 and y.max() == 1)
    """

  private static let quantecon = """
    import quantecon.game_theory as theory
    def count(a, b):
        game = theory.NormalFormGame((theory.Player(a), theory.Player(np.ascontiguousarray(b.T))))
        return len(theory.pure_nash_brute(game))
    """

  private static func script(count: String) -> String {
    """
    import sys, time
    import numpy as np
    \(count)
    n = int(sys.argv[2])
    i, j = np.mgrid[0:3, 0:3]
    count(i + 2.0 * j, 2.0 * i - j)
    counts = []
    begin = time.perf_counter()
    for point in range(n):
        t = point / (n - 1)
        counts.append(count(i + 2 * j + t * (i - j + 1), 2 * i - j - t / (i + j + 2)))
    seconds = time.perf_counter() - begin
    print("\\n".join(map(str, counts)))
    print(seconds)
    """
  }
}
