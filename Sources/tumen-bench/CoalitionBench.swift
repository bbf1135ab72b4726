import Arithmetic
import Cooperation
import GameForms
import Glibc

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
    let peer = Peer(folder: folder)
    if !peer.isPresent {
      report.line("coopgame-py", "is not here: no ratios (pip install coopgame-py)")
    }
    for size in nucleolusSizes {
      for kind in Kind.allCases { nucleoli(size, kind, peer, &report) }
    }
    shapley(peer, &report)
  }

  private func nucleoli(_ size: Int, _ kind: Kind, _ peer: Peer, _ report: inout Report) {
    var own: [Double] = []
    var ratios: [Double] = []
    for seed in 0..<games {
      let game = kind.game(actors: size, seed: UInt64(seed))
      guard let (solved, seconds) = Self.timed({ try Nucleolus(.all).solve(game) }) else {
        report.mistake("no prenucleolus of \(size) actors, \(kind.rawValue), seed \(seed)")
        continue
      }
      own.append(seconds)
      guard let (allocation, theirs) = peer.solve("prenucleolus", game) else { continue }
      ratios.append(seconds / theirs)
      if zip(solved.division, allocation).contains(where: { abs($0.double - $1) > 1e-5 }) {
        report.mistake("prenucleolus of \(size) actors, \(kind.rawValue), seed \(seed)")
      }
    }
    report.line("prenucleolus, \(size) actors, \(kind.rawValue)", Self.figures(own, ratios))
  }

  private func shapley(_ peer: Peer, _ report: inout Report) {
    let game = Kind.even.game(actors: shapleySize, seed: 1)
    let before = Self.peakMemory
    guard let (values, seconds) = Self.timed({ ShapleyValue.values(game) }) else { return }
    let share = Double(Self.peakMemory - before) / Double(8 * game.coalitions)
    var ratios: [Double] = []
    if let (allocation, theirs) = peer.solve("shapley", game) {
      ratios = [seconds / theirs]
      if zip(values, allocation).contains(where: { abs($0.double - $1) > 1e-5 }) {
        report.mistake("Shapley value of \(shapleySize) actors")
      }
    }
    report.line(
      "Shapley value, \(shapleySize) actors",
      Self.figures([seconds], ratios) + ", \((100 * share).short) % more memory than the worths")
  }

  private static func figures(_ own: [Double], _ ratios: [Double]) -> String {
    "median \((own.median * 1000).short) ms CPU"
      + (ratios.isEmpty
        ? "" : ", \(ratios.median.short) of coopgame-py (worst \((ratios.max() ?? 0).short))")
  }

  /// The answer and the CPU seconds of the fastest of three runs.
  private static func timed<Answer>(_ work: () throws -> Answer) -> (Answer, Double)? {
    var fastest = Double.infinity
    var answer: Answer?
    for _ in 0..<3 {
      let start = clock()
      answer = try? work()
      fastest = min(fastest, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    return answer.map { ($0, fastest) }
  }

  private static var peakMemory: Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// What the worths of a random game are like.
  enum Kind: String, CaseIterable {
    case even = "even worths"
    case growing = "growing worths"
    case voting = "weighted votes"

    func game(actors: Int, seed: UInt64) -> CoalitionalGame {
      var state = seed &* 1_000_003 &+ UInt64(actors)
      // SplitMix64 (Vigna 2015).
      func draw(_ bound: UInt64) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % bound)
      }
      switch self {
      case .even: return CoalitionalGame(actors: actors) { _ in Rational(draw(1000)) }
      case .growing:
        return CoalitionalGame(actors: actors) { Rational(10 * $0.count * $0.count + draw(50)) }
      case .voting:
        let weights = (0..<actors).map { _ in Rational(1 + draw(20)) }
        let half = weights.reduce(.zero, +) * Rational(1, 2)
        return CoalitionalGame(weights: weights, quota: half + Rational(1, 2))
      }
    }
  }

  /// coopgame-py, run by `python3`.
  private struct Peer {
    let folder: Folder
    let isPresent: Bool

    init(folder: Folder) {
      self.folder = folder
      isPresent = Run("python3", ["-c", "import coopgame; coopgame.prenucleolus"]).status == 0
    }

    private static let program = """
      import coopgame, sys, time
      worths = [float(word) for word in open(sys.argv[2])]
      game = coopgame.Game(worths)
      solve = getattr(coopgame, sys.argv[1])
      fastest = float("inf")
      for _ in range(3):
          start = time.process_time()
          answer = solve(game)
          fastest = min(fastest, time.process_time() - start)
      print(fastest, *(answer["allocation"] if isinstance(answer, dict) else answer))
      """

    func solve(_ concept: String, _ game: CoalitionalGame) -> (
      allocation: [Double], seconds: Double
    )? {
      guard isPresent else { return nil }
      var text = ""
      for bits in 1..<game.coalitions {
        text += "\(game[Coalition(rawValue: bits)].double)\n"
      }
      let script = folder.write("peer.py", Self.program)
      let worths = folder.write("worths.txt", text)
      guard
        Run("python3", [script, concept, worths], output: "\(folder.path)/peer.txt").status == 0
      else { return nil }
      let numbers = folder.read("peer.txt").map {
        $0.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      }
      guard let numbers, numbers.count == game.actors + 1 else { return nil }
      return (Array(numbers.dropFirst()), numbers[0])
    }
  }
}
