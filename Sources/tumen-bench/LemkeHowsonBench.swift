import Equilibria
import GameForms

/// One equilibrium of random square games by Lemke and Howson's method, exact, beside QuantEcon's
/// in doubles on the same games: CPU time of the call alone, games in memory, QuantEcon compiled.
///
/// Promised: the median at most 0.5 of QuantEcon's; the worst of 200x200 under 1 s and of 500x500
/// under 10 s. Payoffs are 0...999.
struct LemkeHowsonBench {
  let sizes: [Int]
  let games: Int

  /// A path of a million pivots at n = 500 takes minutes: cut there, its time is a lower bound.
  private static let peer = PythonPeer(
    package: "quantecon",
    script: RandomGame.quantEconReader + """
      from quantecon.game_theory import lemke_howson
      lemke_howson(read(0))
      for case in range(cases):
          game = read(case)
          start = time.process_time()
          most = 60000 if game.nums_actions[0] >= 500 else 1000000
          found, result = lemke_howson(game, max_iter=most, full_output=True)
          print(time.process_time() - start, int(result.converged), flush=True)
      """)

  func run(in folder: Folder, into report: inout Report) {
    report.begin("lemke-howson", "CPU of the call, ours exact, QuantEcon's in doubles and compiled")
    for size in sizes {
      var own: [Double] = []
      // Once before the clock runs, as the peer does.
      _ = try? LemkeHowson.first(RandomGame(size: size, seed: 0).game)
      for seed in 0..<games {
        let random = RandomGame(size: size, seed: UInt64(seed))
        let game = random.game
        let (reached, seconds) = timed { try? LemkeHowson.first(game) }
        own.append(seconds)
        if reached?.equilibria.count != 1 {
          report.mistake("\(size)x\(size), seed \(seed): no equilibrium")
        }
        _ = folder.write("\(seed).txt", random.plain)
      }
      let lines = Self.peer.numbers(in: folder, cases: games)
      let times = lines?.map { $0[0] }
      let work = "Lemke-Howson \(size)x\(size)"
      report.add(
        Figure(
          work: work, ours: own, peer: .init(name: "QuantEcon lemke_howson", values: times),
          promise: size >= 50 ? .ratio(.atMost(0.5)) : nil,
          note: times.map { times in
            let cut = lines?.count { $0.last == 0 } ?? 0
            return "QuantEcon's worst \(Figure.Unit.seconds.text(times.largest)), \(cut) cut short"
          }))
      if let limit = [200: 1.0, 500: 10.0][size] {
        report.add(Figure(work: work, ours: own, promise: .worst(.atMost(limit))))
      }
    }
  }
}
