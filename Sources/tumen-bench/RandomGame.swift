import Arithmetic
import GameForms
import TestSupport

/// A square game with payoffs from 0 to 999, the same for the same seed.
struct RandomGame {
  private let rows: [[Int]]
  private let columns: [[Int]]

  init(size: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed &* 1_000_003 &+ UInt64(size))
    rows = (0..<size).map { _ in (0..<size).map { _ in random.draw(below: 1000) } }
    columns = (0..<size).map { _ in (0..<size).map { _ in random.draw(below: 1000) } }
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

  /// Python that reads the ``plain`` text of case `case` as a game of QuantEcon, by `read(case)`.
  static let quantEconReader = """
    import sys, time
    import numpy as np
    from quantecon.game_theory import NormalFormGame, Player
    folder, cases = sys.argv[1], int(sys.argv[2])
    def read(case):
        numbers = np.array(open(f"{folder}/{case}.txt").read().split(), dtype=float)
        n = int(numbers[0])
        A, B = numbers[1:1 + n * n].reshape(n, n), numbers[1 + n * n:].reshape(n, n)
        return NormalFormGame((Player(A), Player(np.ascontiguousarray(B.T))))

    """

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
