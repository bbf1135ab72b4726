import Arithmetic
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
    script: """
      import sys, time
      import numpy as np
      from quantecon.game_theory import NormalFormGame, Player, vertex_enumeration
      folder, cases = sys.argv[1], int(sys.argv[2])
      def read(case):
          numbers = np.array(open(f"{folder}/{case}.txt").read().split(), dtype=float)
          n = int(numbers[0])
          A, B = numbers[1:1 + n * n].reshape(n, n), numbers[1 + n * n:].reshape(n, n)
          return NormalFormGame((Player(A), Player(np.ascontiguousarray(B.T))))
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

/// A square game with payoffs from 0 to 999, the same for the same seed.
struct RandomGame {
  private let rows: [[Int]]
  private let columns: [[Int]]

  init(size: Int, seed: UInt64) {
    // SplitMix64 (Vigna 2015).
    var state = seed &* 1_000_003 &+ UInt64(size)
    func draw() -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % 1000)
    }
    rows = (0..<size).map { _ in (0..<size).map { _ in draw() } }
    columns = (0..<size).map { _ in (0..<size).map { _ in draw() } }
  }

  /// The game itself.
  var game: StrategicGame {
    StrategicGame(
      rows: rows.map { $0.map { Rational($0) } }, columns: columns.map { $0.map { Rational($0) } })
  }

  /// The zero-sum game in which the first player has its payoffs.
  var zeroSum: StrategicGame {
    StrategicGame(
      rows: rows.map { $0.map { Rational($0) } }, columns: rows.map { $0.map { -Rational($0) } })
  }

  /// The size, then both matrices, parted by blanks.
  var plain: String {
    "\(rows.count)\n"
      + (rows + columns).map { $0.map(String.init).joined(separator: " ") }
      .joined(separator: "\n") + "\n"
  }

  /// The game as Gambit writes it: the first player's strategy varies fastest.
  var nfg: String {
    let size = rows.count
    let payoffs = (0..<size).flatMap { column in
      (0..<size).map { "\(rows[$0][column]) \(columns[$0][column])" }
    }
    return "NFG 1 R \"random\" { \"A\" \"B\" } { \(size) \(size) }\n\n"
      + payoffs.joined(separator: " ") + "\n"
  }

  /// The game as lrsnash reads it.
  var lrs: String {
    "\(rows.count) \(rows.count)\n\n"
      + [rows, columns].map { matrix in
        matrix.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "\n")
      }.joined(separator: "\n\n") + "\n"
  }
}
