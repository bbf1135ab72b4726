import Equilibria
import GameForms

/// All equilibria of random square games, exact, as a process, beside lrsnash on the same games.
///
/// Beside QuantEcon's vertex_enumeration too, in doubles: there the call alone, games in memory.
///
/// Promised from n = 10: at most 0.25 of lrsnash's CPU time, at most 1.0 of QuantEcon's; at n = 8 no
/// more than lrsnash. Payoffs are 0...999.
struct EnumerationBench {
  let sizes: [Int]
  let games: Int

  /// The most of lrsnash's CPU time, by size.
  private static let promises = [8: 1.0, 10: 0.25, 12: 0.25, 14: 0.25, 16: 0.25]

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
    report.begin(
      "enumeration",
      "CPU of the process, reading and writing too, beside lrsnash's; of the call, games in memory, "
        + "beside vertex_enumeration's")
    let hasPeer = Run.isPresent("lrsnash")
    for size in sizes {
      var own: [Double] = []
      var theirs: [Double] = []
      var calls: [Double] = []
      for seed in 0..<games {
        let game = RandomGame(size: size, seed: UInt64(seed))
        let path = folder.write("game.nfg", game.nfg)
        let solved = Run(
          Run.tumen, ["solve", path, "--concept", "nash", "--format", "json"],
          output: "\(folder.path)/own.json")
        let count = folder.read("own.json").map { $0.split(separator: "\"regret\"").count - 1 }
        own.append(solved.cpu)
        let strategic = game.game
        calls.append(
          timed { try? EquilibriumEnumeration(seconds: 600).solve(strategic) }.seconds)
        _ = folder.write("\(seed).txt", game.plain)
        guard hasPeer else { continue }
        let input = folder.write("game.txt", game.lrs)
        let peer = Run("lrsnash", [input], output: "\(folder.path)/peer.txt")
        theirs.append(peer.cpu)
        let expected = folder.read("peer.txt").flatMap(Self.peerCount)
        if solved.status != 0 || count != expected {
          report.mistake(
            "\(size)x\(size), seed \(seed): \(count ?? -1) equilibria, lrsnash \(expected ?? -1)")
        }
      }
      report.add(
        Figure(
          work: "all equilibria \(size)x\(size), process", ours: own,
          peer: .init(name: "lrsnash", values: hasPeer ? theirs : nil),
          promise: Self.promises[size].map { .ratio(.atMost($0)) }))
      // What is left once the start of a process, which is most of it at n = 10, is not counted.
      report.add(
        Figure(
          work: "all equilibria \(size)x\(size), call", ours: calls,
          peer: .init(name: "lrsnash", values: hasPeer ? theirs : nil)))
      let times = Self.quantEcon.numbers(in: folder, cases: games)?.map { $0[0] }
      report.add(
        Figure(
          work: "all equilibria \(size)x\(size), call", ours: calls,
          peer: .init(name: "QuantEcon", values: times),
          promise: size >= 10 ? .ratio(.atMost(1)) : nil))
    }
  }

  private static func peerCount(_ text: String) -> Int? {
    text.split(separator: "\n").last { $0.contains("Number of equilibria found:") }
      .flatMap { Int($0.drop { $0 != ":" }.dropFirst().filter { $0.isNumber }) }
  }
}
