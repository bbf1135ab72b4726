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
    for (package, count) in [("nashpy", Self.nashpy), ("quantecon", Self.quantecon)] {
      let peer = PythonPeer(package: package, script: Self.script(count: count))
      guard let lines = peer.numbers(in: folder, cases: peerRows), let last = lines.last,
        last.count == 1
      else {
        report.line("sweep against \(package)", "skipped: not installed")
        continue
      }
      if lines.dropLast().map({ $0[0] }) != counts {
        report.mistake("\(package) counts other pure equilibria")
      }
      let (ours, one) = (Double(rows) / timed.wall, Double(rows) / alone.wall)
      let theirs = Double(peerRows) / last[0]
      report.line(
        "sweep against \(package)",
        "\(ours.short) rows/s, \(theirs.short) in its loop: \((ours / theirs).short) times; on one "
          + "core \(one.short), \((one / theirs).short) times")
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
