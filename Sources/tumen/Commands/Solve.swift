import ArgumentParser
import Laboratory
import LinearPrograms
import Synchronization

/// `tumen solve GAME`: solution concepts of a game.
struct Solve: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Solve a game.",
    discussion: """
      Without --concept: all equilibria of two actors (nash), equilibria in pure strategies of \
      more (pure). tumen concepts lists the others; all asks every concept that takes the game.
      """)

  @OptionGroup var game: GameOptions

  @Option(help: ArgumentHelp("What to solve for.", valueName: "a,b,..."))
  var concept: [String] = []

  @Option(
    parsing: .unconditional,
    help: "Stop after so many seconds with what is found; status 3 if that was not all.")
  var seconds: Double?

  @Option(
    help: ArgumentHelp(
      "Draw a tree, best replies of 2 x 2, quantal responses (--concept qre), a zone of agreement or win-sets, a division, a core, a conflict.",
      valueName: "file.svg"))
  var svg: String?

  @OptionGroup var own: ConceptOptions
  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    if let seconds, !(seconds > 0 && seconds < 1e9) {
      throw UsageError("--seconds \(seconds) is no time to work in: write a number above 0")
    }
    let names = concept.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map(String.init)
    // A misspelt concept is told before the game is read.
    let asked = try names.filter { $0 != "all" }.map(Concept.named)
    let setting = try game.setting()
    Deadline.endWorkOnInterrupt()
    let options = Concept.Options(seconds: seconds, texts: own.texts)

    var solutions: [Solution]
    if names.contains("all") {
      solutions = try Self.solutionsOfAll(setting, options, messages)
    } else {
      let concepts = asked.isEmpty ? [Concept.byDefault(for: setting.scenario)] : asked
      try Concept.refuseUseless(options, asking: concepts)
      solutions = []
      for concept in concepts where !solutions.contains(where: { $0.concept == concept.name }) {
        // After an interrupt what was found before it is shown.
        guard solutions.isEmpty || !Deadline.isInterrupted else { break }
        do {
          solutions.append(try Self.solution(concept, setting, options, messages))
        } catch LaboratoryError.interrupted where !solutions.isEmpty {
          break
        }
      }
    }
    if let svg { try GameDrawing.write(setting, asked: solutions.map(\.concept), to: svg) }
    let report = SolutionReport(setting, solutions)
    try format.write(
      to: output, text: { report.text(style: output.style) }, json: { report.json },
      csv: { report.csv }, latex: { report.latex })
    if Deadline.isInterrupted { messages.remark("tumen: note: interrupted: this is not all\n") }
    return report.isCutShort || Deadline.isInterrupted ? .cutShort : .done
  }

  /// The concept's answer, within the seconds given and until an interrupt; long work is told of
  /// before it starts.
  private static func solution(
    _ concept: Concept, _ setting: Setting, _ options: Concept.Options, _ messages: Output
  ) throws -> Solution {
    let outcome = Outcome()
    var options = options
    options.announce = { line in outcome.announced.withLock { $0.append(line) } }
    let asked = options
    let end = TimedWork.perform(within: options.seconds) {
      for line in outcome.takeAnnounced() {
        messages.remark("tumen: note: \(concept.name): \(line)\n")
      }
    } _: {
      let result = Result { try concept.solution(of: setting, options: asked) }
      outcome.result.withLock { $0 = result }
    }
    guard end == .done, let result = outcome.result.withLock({ $0 }) else {
      throw end == .interrupted
        ? LaboratoryError.interrupted(concept: concept.name)
        : LaboratoryError.outOfTime(concept: concept.name, seconds: options.seconds ?? 0)
    }
    // What fails for want of time fails because of the interrupt.
    if Deadline.isInterrupted, case .failure = result {
      throw LaboratoryError.interrupted(concept: concept.name)
    }
    return try result.get()
  }

  /// What a thread leaves behind.
  private final class Outcome: Sendable {
    let result = Mutex<Result<Solution, any Error>?>(nil)
    let announced = Mutex<[String]>([])

    func takeAnnounced() -> [String] {
      announced.withLock { lines in
        defer { lines = [] }
        return lines
      }
    }
  }

  /// Every concept that takes this game; what is out of reach is only remarked.
  private static func solutionsOfAll(
    _ setting: Setting, _ options: Concept.Options, _ messages: Output
  ) throws -> [Solution] {
    try Concept.all.compactMap { concept in
      guard !Deadline.isInterrupted else { return nil }
      do {
        return try solution(concept, setting, options, messages)
      } catch LaboratoryError.wrongSize, LaboratoryError.wrongForm, LaboratoryError.needsOption {
        return nil
      } catch let error as LaboratoryError {
        switch error {
        case .tooLarge, .outOfTime, .interrupted: break
        default: throw error
        }
        messages.remark("tumen: note: \(error)\n")
        return nil
      }
    }
  }
}
