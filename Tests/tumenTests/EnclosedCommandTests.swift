import Glibc
import Scenarios
import Testing

@testable import tumen

@Suite struct `Solving games of many actors` {
  @Test func `JSON gives each equilibrium its radius, and what stays undecided`() throws {
    let run = CommandRun("solve", "zarubino-lease", "--concept", "nash", "--format", "json")
    let json = try Document.read(json: run.output, file: "output")
    let solution = try #require(json.at("solutions")?.items.first)
    #expect(solution.at("arithmetic")?.text == "floating")
    let equilibria = try #require(solution.at("equilibria")?.items)
    #expect(!equilibria.isEmpty)
    #expect(equilibria.allSatisfy { Double($0.at("radius")?.text ?? "") ?? 1 < 1e-12 })
    #expect(
      (solution.at("undecided")?.items.isEmpty ?? false)
        == (solution.at("status")?.text == "complete"))
  }

  @Test func `the text says what the radius means`() {
    let run = CommandRun("solve", "zarubino-lease", "--concept", "nash")
    #expect(run.status == .done && run.output.contains("; floating point\n"))
    #expect(run.output.contains("Within the radius of each probability lies an exact equilibrium"))
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
