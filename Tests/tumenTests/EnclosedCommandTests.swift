import Glibc
import Scenarios
import Testing

@testable import tumen

@Suite struct `Solving games of many actors` {
  /// The game of Nau, Gomez Canovas and Hansen (2004): one equilibrium, irrational.
  private static let irrational = """
    NFG 1 R "irrational" { "A" "B" "C" } { 2 2 2 }

    3 0 2 0 1 0 0 2 0 1 0 0 1 0 0 0 3 0 1 0 0 2 0 3
    """

  private func solution(_ game: String, _ concept: String = "nash") throws -> Document {
    let run = CommandRun("solve", game, "--concept", concept, "--format", "json")
    let json = try Document.read(json: run.output, file: "output")
    return try #require(json.at("solutions")?.items.first)
  }

  @Test func `JSON gives each equilibrium its radius, and what stays undecided`() throws {
    let path = CommandRun.temporaryFile("irrational-json.nfg", Self.irrational)
    let solution = try solution(path)
    #expect(solution.at("arithmetic")?.text == "floating")
    #expect(solution.at("status")?.text == "complete")
    let equilibria = try #require(solution.at("equilibria")?.items)
    #expect(equilibria.count == 1)
    #expect(equilibria.allSatisfy { Double($0.at("radius")?.text ?? "") ?? 1 < 1e-12 })
    #expect(solution.at("undecided")?.items.isEmpty == true)
  }

  @Test func `the text says what the radius means`() {
    let path = CommandRun.temporaryFile("irrational-text.nfg", Self.irrational)
    let run = CommandRun("solve", path, "--concept", "nash")
    #expect(run.status == .done && run.output.contains("; floating point\n"))
    #expect(run.output.contains("Within the radius of each probability lies an exact equilibrium"))
  }

  @Test func `equilibria in pure strategies are exact`() throws {
    let solution = try solution("zarubino-lease")
    #expect(solution.at("arithmetic")?.text == "exact")
    #expect(solution.at("undecided")?.items.isEmpty == false)
    let first = try #require(solution.at("equilibria")?.items.first)
    #expect(first.at("gains")?.at("china")?.text == "6" && first.at("radius")?.text == "0")
    let run = CommandRun("solve", "zarubino-lease", "--concept", "nash")
    #expect(!run.output.contains("~") && !run.output.contains("Within the radius"))
  }

  @Test func `simplicial gives one equilibrium, proved, and says that there may be others`() throws
  {
    let run = CommandRun("solve", "zarubino-lease", "--concept", "simplicial", "--format", "json")
    #expect(run.status == .done)
    let json = try Document.read(json: run.output, file: "output")
    let solution = try #require(json.at("solutions")?.items.first)
    #expect(solution.at("status")?.text == "sample")
    let only = try #require(solution.at("equilibria")?.items.first)
    #expect(Double(only.at("regret")?.text ?? "") ?? 1 < 1e-9)
  }
}
