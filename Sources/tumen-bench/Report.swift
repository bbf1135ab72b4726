import Glibc

/// What was measured, a row a figure as soon as it is there, and whether every answer was right.
struct Report {
  private let isJudged: Bool
  private let file: FigureFile?
  private var subject = ""
  private var figures: [Figure] = []
  private var mistakes: [String] = []

  /// Begins with the machine. A quick run judges no promise: its games are too few and too small.
  init(machine: Machine, file: FigureFile?, isQuick: Bool) {
    isJudged = !isQuick
    self.file = file
    say(
      machine.head
        + "\n\ntimes are medians; a ratio is of the medians, the worst ratio of the worst game\n\n"
        + FigureTable.head)
  }

  /// Begins a subject: how its figures are measured.
  mutating func begin(_ subject: String, _ how: String) {
    self.subject = subject
    say("\n\(subject): \(how)")
  }

  /// Prints one figure.
  mutating func add(_ figure: Figure) {
    figures.append(figure)
    say(FigureTable.row(figure, judged: isJudged))
    if let note = figure.note { remark(note) }
    file?.add(figure, of: subject, judged: isJudged)
  }

  /// Prints what must be said besides the figures.
  func remark(_ text: String) { say("    \(text)") }

  /// Notes an answer that should not be.
  mutating func mistake(_ text: String) {
    mistakes.append(text)
    say("WRONG: \(text)")
  }

  /// Says what is kept and what is not; ends the program with status 1 where an answer was wrong,
  /// never for slowness.
  func finish(isWhole: Bool) {
    say("")
    if isJudged { judge() } else { say("a quick run judges no promise") }
    if isWhole { say("measured elsewhere:\n  " + Self.elsewhere.joined(separator: "\n  ")) }
    say(mistakes.isEmpty ? "every answer agrees" : "\(mistakes.count) answers are wrong")
    if !mistakes.isEmpty { exit(1) }
  }

  private func judge() {
    let promised = figures.filter { $0.promise != nil }
    let broken = promised.filter { $0.holds == false }
    let open = promised.count { $0.holds == nil }
    say(
      "promises: \(promised.count - broken.count - open) hold, \(broken.count) do not, "
        + "\(open) have no peer to be judged by")
    for figure in broken {
      guard let promise = figure.promise, let value = figure.value(of: promise.quantity) else {
        continue
      }
      let text = promise.quantity == .ratio ? value.short : figure.unit.text(value)
      let peer = figure.peer.map { " beside \($0.name)" } ?? ""
      say("  does not hold: \(figure.work)\(peer): \(text), promised \(promise.text(figure.unit))")
    }
  }

  /// What is promised but needs more than this program.
  private static let elsewhere = [
    "seminar of 500 seats (acknowledgment, lost moves, memory): Tests/SeminarScripts/load.py",
    "instructions of the hot paths: Tests/Scripts/instructions.sh",
    "10,000 random games beside every independent solver: Tests/Differential/compare.py",
    "millions of inputs to every parser: Tests/Fuzz/fuzz.sh",
    "leaks over a million solves: Tests/Scripts/leaks.sh",
    "kills, full disks and schedulers: Tests/Scripts/kills.sh, full-disk.sh, schedulers.sh, slurm.sh",
  ]

  /// Prints at once, into a pipe too.
  private func say(_ text: String) {
    print(text)
    fflush(nil)
  }
}

extension Double {
  /// Three significant digits, enough for a benchmark.
  var short: String {
    guard self != 0, isFinite else { return self == 0 ? "0" : "\(self)" }
    let digits = max(0, 2 - Int(log10(abs(self)).rounded(.down)))
    let scale = pow(10, Double(digits))
    let rounded = (self * scale).rounded() / scale
    return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
  }
}

extension Array where Element == Double {
  /// The middle value; of an even number the lower of the two in the middle.
  var median: Double { isEmpty ? .nan : sorted()[(count - 1) / 2] }

  /// The largest value.
  var largest: Double { self.max() ?? .nan }
}
