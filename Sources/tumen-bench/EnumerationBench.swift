import Equilibria
import GameForms
import Glibc

/// All equilibria of random square games, exact, as a process, beside lrsnash on the same games.
///
/// Beside QuantEcon's vertex_enumeration too, in doubles: there the call alone, games in memory.
///
/// Promised from n = 10: at most 0.25 of lrsnash's CPU time, at most 1.0 of QuantEcon's. Payoffs are
/// 0...999.
struct EnumerationBench {
  let sizes: [Int]
  let games: Int

  private static let quantEcon = PythonPeer(
    package: "quantecon",
    script: RandomGame.quantEconReader + """
      from quantecon.game_theory import vertex_enumeration
      vertex_enumeration(read(0))
      for case in range(cases):
          game = read(case)
          start = time.process_time()
          found = vertex_enumeration(game)
          print(time.process_time() - start, len(found), flush=True)
      """)

  func run(in folder: Folder, into report: inout Report) {
    let hasPeer = Run.isPresent("lrsnash")
    if !hasPeer { report.line("lrsnash", "is not here: no ratios (Debian package lrslib)") }
    for size in sizes {
      var own: [Double] = []
      var ratios: [Double] = []
      var calls: [Double] = []
      for seed in 0..<games {
        let game = RandomGame(size: size, seed: UInt64(seed))
        let path = folder.write("game.nfg", game.nfg)
        let solved = Run(
          Run.tumen, ["solve", path, "--concept", "nash", "--format", "json"],
          output: "\(folder.path)/own.json")
        let count = folder.read("own.json").map { $0.split(separator: "\"regret\"").count - 1 }
        own.append(solved.cpu)
        let start = clock()
        _ = try? EquilibriumEnumeration(seconds: 600).solve(game.game)
        calls.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
        _ = folder.write("\(seed).txt", game.plain)
        guard hasPeer else { continue }
        let input = folder.write("game.txt", game.lrs)
        let peer = Run("lrsnash", [input], output: "\(folder.path)/peer.txt")
        ratios.append(solved.cpu / peer.cpu)
        let expected = folder.read("peer.txt").flatMap(Self.peerCount)
        if solved.status != 0 || count != expected {
          report.mistake(
            "\(size)x\(size), seed \(seed): \(count ?? -1) equilibria, lrsnash \(expected ?? -1)")
        }
      }
      var ratio =
        ratios.isEmpty
        ? "" : ", \(ratios.median.short) of lrsnash (worst \((ratios.max() ?? 0).short))"
      if let lines = Self.quantEcon.numbers(in: folder, cases: games) {
        let times = lines.map { $0[0] }
        ratio += "; the call \((calls.median * 1000).short) ms"
        ratio += ", \((calls.median / times.median).short) of QuantEcon's"
      }
      report.line(
        "all equilibria \(size)x\(size)", "median \((own.median * 1000).short) ms CPU\(ratio)")
    }
  }

  private static func peerCount(_ text: String) -> Int? {
    text.split(separator: "\n").last { $0.contains("Number of equilibria found:") }
      .flatMap { Int($0.drop { $0 != ":" }.dropFirst().filter { $0.isNumber }) }
  }
}
