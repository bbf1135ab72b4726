import ArgumentParser
import Equilibria
import Laboratory
import Scenarios

/// `tumen tournament GAME`: strategies of repeated play against each other.
struct TournamentCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "tournament",
    abstract: "Let strategies of repeated play meet, each pair again and again.",
    discussion: """
      Cooperation is what the game's file says, or its class. Without --field Axelrod's first \
      field of fifteen plays. Strategies: \
      \(TournamentStrategy.all.map(\.name).joined(separator: ", ")).
      """)

  @OptionGroup var game: GameOptions

  @Option(
    help: ArgumentHelp("Who plays: axelrod-1, or names, name*3 for three.", valueName: "a,b*3,..."))
  var field = "axelrod-1"

  @Option(parsing: .unconditional, help: "Rounds of a match; the strategies know how many.")
  var rounds = 200

  @Option(parsing: .unconditional, help: "How often each pair meets.")
  var repetitions = 5

  @Option(parsing: .unconditional, help: "The probability that a move comes out as the other one.")
  var noise = "0"

  @Option(parsing: .unconditional, help: "What chance depends on: the same seed, the same result.")
  var seed: UInt64 = 1

  @Flag(help: "Let each strategy meet its own twin as well; that does not count.")
  var twins = false

  @Option(parsing: .unconditional, help: "Give up after so many seconds.")
  var seconds: Double?

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    for (name, value) in [("rounds", rounds), ("repetitions", repetitions)]
    where !(1...1_000_000).contains(value) {
      throw UsageError("--\(name) \(value) is out of range: write a number from 1 to 1000000")
    }
    let noise = try Typed.number(noise, of: "noise")
    guard noise.signum >= 0, noise <= .one else {
      throw UsageError("--noise \(noise) is no probability: write a number from 0 to 1")
    }
    let tournament = Tournament(
      field: try TournamentReport.field(field), rounds: rounds, repetitions: repetitions,
      noise: noise.double, seed: seed, meetsTwin: twins)
    let report = try TournamentReport(try game.setting(), tournament, seconds: seconds)
    try format.write(
      to: output, text: { report.text(style: output.style) }, json: { report.json },
      csv: { report.csv.csv }, latex: { report.table.latex })
    return .done
  }
}
