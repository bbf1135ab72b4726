import Arithmetic
import ArgumentParser
import Foundation
import Scenarios
import Seminar

/// Opens a session.
struct Open: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open a session (the default).")

  @Argument(help: "Prepared games or files, played one after another.")
  var games: [String]

  @Option(help: "The file that keeps the session.")
  var store = "seminar.sqlite"

  @Option(help: "The rule of bots: random, careful or reciprocal.")
  var bot = BotRule.careful

  @Option(
    help: ArgumentHelp("The probability of another round after each.", valueName: "0...1"))
  var continuation: String?

  @Flag(help: "Do not show students what each outcome brings them.")
  var hideGains = false

  @Flag(help: "Let players change roles before each further round and game.")
  var rotate = false

  @OptionGroup var serving: ServingOptions

  func validate() throws {
    guard !games.isEmpty else { throw ValidationError("name a game to play") }
    guard continuation == nil || probability != nil else {
      throw ValidationError("--continuation is a probability: write one such as 3/4 or 0.75")
    }
  }

  private var probability: Double? {
    continuation.flatMap { Rational($0) }.flatMap { (0...1).contains($0) ? $0.double : nil }
  }

  func run() async throws {
    let library = GameLibrary()
    let texts = try games.map { game in
      let path = try library.locate(game)
      return Opening.GameText(
        name: path, format: ScenarioFormat(path: path) ?? .yaml,
        text: try InputFile.text(of: path))
    }
    let opening = Opening(
      games: texts, bot: bot, showsGains: !hideGains, continuation: probability,
      rotates: rotate)
    // What cannot be played is refused before there is a file.
    _ = try RoomState(opening)
    let (words, listener) = (try serving.words(), try serving.listener())
    let room = try await Room(
      opening, store: try SQLiteStore(path: store, isNew: true), clock: Clock.now)
    try await Server(room: room, words: words, options: serving, listener: listener).run()
  }
}

/// Goes on with a session.
struct Resume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Go on with a session.")

  @Argument(help: "The file that keeps it.")
  var store: String

  @OptionGroup var serving: ServingOptions

  func run() async throws {
    let (words, listener) = (try serving.words(), try serving.listener())
    let room = try await Room(
      resuming: try SQLiteStore(path: store, isNew: false), clock: Clock.now)
    try await Server(room: room, words: words, options: serving, listener: listener).run()
  }
}

/// The debrief of a session out of its log.
struct Replay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rebuild a session from its file and write its debrief.")

  @Argument(help: "The file that keeps the session.")
  var store: String

  @Option(help: "Write the moves and results as CSV to this file.")
  var csv: String?

  @Option(help: "Write the debrief page to this file; without --csv and --out it is printed.")
  var out: String?

  @Option(help: "The language: en, de, or a file of sentences.")
  var language: String?

  func run() async throws {
    let words = try language.map { try Words($0) } ?? .english
    let events = try await SQLiteStore(path: store, isNew: false).events()
    let state = try RoomState(replaying: events)
    if let csv { try Self.write(CSVExport(state: state).text, to: csv) }
    guard csv == nil || out != nil else { return }
    let page = DebriefPage(words: words, debrief: Debrief(state), back: "/").html.text
    if let out { try Self.write(page, to: out) } else { print(page, terminator: "") }
  }

  private static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw InputError("cannot be written", at: Position(file: path))
    }
  }
}

/// The sentences of the pages, to be translated.
struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language",
    abstract: "Print the sentences of the pages, to translate and give to --language.")

  func run() { print(Words.template, terminator: "") }
}

extension BotRule: ExpressibleByArgument {}

/// The time.
enum Clock {
  /// Milliseconds since 1970.
  static let now: @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }
}
