import Equilibria
import GameForms
import Laboratory
import Scenarios
import Testing

/// The Swift of the article on the corridor: what stands there is what is compiled here.
@Suite struct `Examples in Swift` {
  @Test func `a game of two actors, its equilibria and their proof`() throws {
    let dilemma = StrategicGame(shape: [2, 2], payoffs: [3, 3, 0, 5, 5, 0, 1, 1])
    let result = try EquilibriumEnumeration().solve(dilemma)
    #expect(result.extreme.map(\.regret) == [.zero])
  }

  @Test func `a prepared game and any concept`() throws {
    let folders = #filePath.split(separator: "/").dropLast(3)
    let home = "/" + folders.joined(separator: "/")
    let scenario = try ScenarioReader.read(path: home + "/Games/textbook/stag-hunt.yaml")
    let setting = try Setting(scenario)
    let solution = try Concept.named("nash").solution(of: setting)
    #expect(solution.isExact && solution.concept == "nash")
  }
}
