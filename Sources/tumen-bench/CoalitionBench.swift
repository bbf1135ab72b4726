import Arithmetic
import Cooperation
import GameForms
import TestSupport

/// Nucleoli and Shapley values, exact, beside coopgame-py (PyPI) on the same games; CPU of the
/// solve call alone on both sides.
///
/// Promised: nucleolus of 12 and 16 actors at most 0.5 of its time, Shapley value of 20 at most 0.2
/// with no more memory than the worths plus 10 %.
struct CoalitionBench {
  let nucleolusSizes: [Int]
  let shapleySize: Int
  let games: Int

  func run(in folder: Folder, into report: inout Report) {
    report.begin("coalitions", "CPU of the call, the fastest of three on both sides, ours exact")
    for size in nucleolusSizes {
      for kind in Kind.allCases { nucleoli(size, kind, folder, &report) }
    }
    shapley(folder, &report)
  }

  private func nucleoli(
    _ size: Int, _ kind: Kind, _ folder: Folder, _ report: inout Report
  ) {
    let work = "prenucleolus, \(size) actors, \(kind.rawValue)"
    var own: [Double] = []
    var divisions: [[Rational]] = []
    for seed in 0..<games {
      let game = kind.game(actors: size, seed: UInt64(seed))
      Self.write(game, to: folder, as: "\(seed).txt")
      let (solved, seconds) = Self.fastest { try? Nucleolus(.all).solve(game) }
      if solved == nil { report.mistake("\(work), seed \(seed): none") }
      own.append(seconds)
      divisions.append(solved?.division ?? [])
    }
    let lines = Self.peer("prenucleolus").numbers(in: folder, cases: games)
    Self.compare(divisions, lines, work, &report)
    report.add(
      Figure(
        work: work, ours: own, peer: .init(name: "coopgame-py", values: lines?.map { $0[0] }),
        promise: .ratio(.atMost(0.5))))
  }

  private func shapley(_ folder: Folder, _ report: inout Report) {
    let work = "Shapley value, \(shapleySize) actors"
    let game = Kind.even.game(actors: shapleySize, seed: 1)
    let (values, seconds) = Self.fastest { ShapleyValue.values(game) }
    Self.write(game, to: folder, as: "0.txt")
    let lines = Self.peer("shapley").numbers(in: folder, cases: 1)
    Self.compare([values], lines, work, &report)
    report.add(
      Figure(
        work: work, ours: [seconds],
        peer: .init(name: "coopgame-py", values: lines?.map { $0[0] }),
        promise: .ratio(.atMost(0.2))))
    guard let more = furtherMemory({ _ = ShapleyValue.values(game) }) else {
      return report.remark("its memory is not told here")
    }
    report.add(
      Figure(
        work: "\(work), memory", unit: .bytes, ours: [more],
        promise: .median(.atMost(0.1 * Double(8 * game.coalitions))),
        note: "beyond the worths, of which a tenth is allowed"))
  }

  private static func compare(
    _ divisions: [[Rational]], _ lines: [[Double]]?, _ work: String, _ report: inout Report
  ) {
    for (seed, (division, line)) in zip(divisions, lines ?? []).enumerated()
    where line.count != division.count + 1
      || zip(division, line.dropFirst()).contains(where: { abs($0.double - $1) > 1e-5 })
    {
      report.mistake("\(work), seed \(seed): coopgame-py has another")
    }
  }

  /// The answer and the CPU seconds of the fastest of three runs.
  private static func fastest<Answer>(_ work: () -> Answer) -> (answer: Answer, seconds: Double) {
    var best = timed(work)
    for _ in 0..<2 {
      let next = timed(work)
      if next.seconds < best.seconds { best = next }
    }
    return best
  }

  /// Writes the worths of all coalitions but the empty one, in the order of their bits.
  private static func write(_ game: CoalitionalGame, to folder: Folder, as name: String) {
    let worths = (1..<game.coalitions).map { "\(game[Coalition(rawValue: $0)].double)\n" }
    _ = folder.write(name, worths.joined())
  }

  /// coopgame-py's time and division of each game.
  private static func peer(_ concept: String) -> PythonPeer {
    PythonPeer(
      package: "coopgame",
      script: """
        import coopgame, sys, time
        for case in range(int(sys.argv[2])):
            game = coopgame.Game([float(word) for word in open(f"{sys.argv[1]}/{case}.txt")])
            fastest = float("inf")
            for _ in range(3):
                start = time.process_time()
                answer = coopgame.\(concept)(game)
                fastest = min(fastest, time.process_time() - start)
            print(fastest, *(answer["allocation"] if isinstance(answer, dict) else answer))
        """)
  }

  /// What the worths of a random game are like.
  enum Kind: String, CaseIterable {
    case even = "even worths"
    case growing = "growing worths"
    case voting = "weighted votes"

    func game(actors: Int, seed: UInt64) -> CoalitionalGame {
      var random = SplitMix64(seed: seed &* 1_000_003 &+ UInt64(actors))
      switch self {
      case .even: return CoalitionalGame(actors: actors) { _ in Rational(random.draw(below: 1000)) }
      case .growing:
        return CoalitionalGame(actors: actors) {
          Rational(10 * $0.count * $0.count + random.draw(below: 50))
        }
      case .voting:
        let weights = (0..<actors).map { _ in Rational(1 + random.draw(below: 20)) }
        let half = weights.reduce(.zero, +) * Rational(1, 2)
        return CoalitionalGame(weights: weights, quota: half + Rational(1, 2))
      }
    }
  }
}
