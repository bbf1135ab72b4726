import Arithmetic
import ArgumentParser
import Equilibria
import Experiments
import Figures
import Laboratory

/// `tumen dynamics GAME`: how shares of strategies change.
struct DynamicsCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "dynamics",
    abstract: "Follow how the shares of strategies change: evolution and learning.",
    discussion: """
      A start gives the shares of each actor's strategies in the order of the file, actors parted \
      by semicolons: --start "0.9,0.1; 0.5,0.5". The last share of each may be left out. Without \
      --start ways from different starts are followed to their ends. Rest points are those of the \
      replicator dynamic, with eigenvalues.
      """)

  @OptionGroup var game: GameOptions

  @Option(
    help: ArgumentHelp(
      "What changes the shares: \(DynamicsReport.Process.allCases.map(\.rawValue).joined(separator: ", "))."
    ))
  var process: DynamicsReport.Process = .replicator

  @Option(parsing: .unconditionalSingleValue, help: "Where to start; may be repeated.")
  var start: [String] = []

  @Option(parsing: .unconditional, help: "How long; for learning the number of rounds.")
  var time: String?

  @Option(parsing: .unconditional, help: "How many steps to print on the way.")
  var steps: Int?

  @Option(parsing: .unconditional, help: "For logit: how sharply replies follow payoffs.")
  var lambda = "1"

  @Option(parsing: .unconditional, help: "For regret matching: what chance depends on.")
  var seed: UInt64 = 1

  @Flag(help: "Let one population play against itself; the game must be symmetric.")
  var onePopulation = false

  @Option(
    help: ArgumentHelp(
      "Draw the ways: two actors with two strategies, or one population with three.",
      valueName: "file.svg"))
  var svg: String?

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    let time = try time.map { try Typed.number($0, of: "time") } ?? (process.isDiscrete ? 1000 : 40)
    guard time.signum > 0, time <= 1_000_000_000 else {
      throw UsageError("--time \(time) is no time to follow: write a number above 0")
    }
    let lambda = try Typed.number(lambda, of: "lambda")
    guard lambda.signum >= 0 else {
      throw UsageError("--lambda \(lambda) is negative: write 0 or more")
    }
    if let steps, !(1...100_000).contains(steps) {
      throw UsageError("--steps \(steps) is out of range: write a number from 1 to 100000")
    }
    let setting = try game.setting()
    let shape = setting.utilities.shape
    let populations = onePopulation ? [shape[0]] : shape
    let starts = try start.map { try Self.shares($0, populations) }
    let room = svg == nil ? nil : try Self.room(setting, onePopulation, process)
    var question = DynamicsReport.Question(
      process: process, lambda: lambda.double, seed: seed, time: time.double,
      steps: steps ?? 20, isSingle: onePopulation, starts: starts)
    let report = try DynamicsReport(setting, question)
    if let svg, let room {
      // A curve wants more points than a table.
      question.steps = max(question.steps, 1500)
      let file = try OutputFile(svg)
      try file.write(PhaseFigure(try DynamicsReport(setting, question), room).svg)
      try file.commit()
    }
    try format.write(
      to: output, text: { report.text(style: output.style) }, json: { report.json },
      csv: { report.csv.csv }, latex: { report.tables.map(\.latex).joined(separator: "\n") })
    return .done
  }

  /// Reads `0.9,0.1; 0.5,0.5`.
  private static func shares(_ text: String, _ populations: [Int]) throws(UsageError) -> [Double] {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == populations.count else {
      throw UsageError(
        "--start \(quotedWord(text)) has shares for \(Words.count(parts.count, "population")), and "
          + "there are \(populations.count): part them by semicolons")
    }
    var state: [Double] = []
    for (part, count) in zip(parts, populations) {
      var shares: [Rational] = []
      for word in part.split(separator: ",", omittingEmptySubsequences: false) {
        let trimmed = word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        shares.append(try Typed.number(String(trimmed), of: "start"))
      }
      let total = shares.reduce(Rational.zero, +)
      if shares.count == count - 1 { shares.append(.one - total) }
      guard shares.count == count, shares.allSatisfy({ $0.signum >= 0 }),
        shares.reduce(.zero, +) == .one
      else {
        throw UsageError(
          "--start \(quotedWord(String(part))) is no distribution over \(count) strategies: write "
            + "shares that add up to 1")
      }
      state += shares.map(\.double)
    }
    return state
  }

  private static func quotedWord(_ text: String) -> String { "\"\(text)\"" }

  private static func room(
    _ setting: Setting, _ isSingle: Bool, _ process: DynamicsReport.Process
  ) throws(UsageError) -> PhaseFigure.Room {
    let (actors, strategies) = (setting.scenario.actors, setting.strategies)
    if isSingle, strategies[0].count == 3 {
      let names = strategies[0].map(\.key)
      return .triangle(left: names[0], right: names[1], top: names[2])
    }
    guard !isSingle, strategies.map(\.count) == [2, 2] else {
      throw UsageError(
        "--svg draws two actors with two strategies each, or one population with three: leave it "
          + "out, and use --format csv")
    }
    func label(_ actor: Int) -> String {
      "share of \(strategies[actor][0].key) in \(actors[actor].name)"
    }
    return .square(xLabel: label(0), yLabel: label(1))
  }
}

extension DynamicsReport.Process: ExpressibleByArgument {}

extension PhaseFigure {
  /// The figure of a report in a room that fits it.
  fileprivate init(_ report: DynamicsReport, _ room: Room) {
    let isTriangle = if case .triangle = room { true } else { false }
    func state(_ shares: [Double]) -> State { State(shares[0], shares[isTriangle ? 1 : 2]) }
    let points = (report.restPoints?.points ?? []).map { point in
      Point(
        state(point.shares.flatMap { $0.map(\.double) }),
        Point.Kind(rawValue: point.kind.rawValue) ?? .undecided)
    }
    self.init(
      title: "\(report.setting.title): \(report.process.rawValue)", room: room,
      ways: report.ways.map { $0.states.map(state) }, points: points)
  }
}
