import Arithmetic
import GameForms
import RelativeGains
import Scenarios
import Testing

@Suite struct `Scenario reader` {
  @Test func `a complete file is read to the last word`() throws {
    let scenario = try ScenarioReader.read(text: leaseYAML, format: .yaml, file: "f")
    #expect(scenario.id == "lease")
    #expect(scenario.story == "One asks, the other answers.")
    #expect(scenario.actors.map(\.name) == ["Tenant", "Owner"])
    #expect(scenario.actors[0].wants == "a port")
    #expect(scenario.parameters.map(\.name) == ["k", "berth-price"])
    #expect(scenario.parameters[0].range == 0...3)
    let form = try #require(scenario.form as? StrategicForm)
    // Words that YAML 1.1 takes for truth values are names here.
    #expect(form.strategies.map { $0.map(\.key) } == [["ask", "no"], ["yes", "off"]])
    #expect(form.cells[0].gains[0].text == "6 - berth-price")
    #expect(form.cells[0].gains[0].position.line == 24)
    #expect(scenario.relativeGains.rule == .grieco)
    #expect(scenario.outcome?.profile == [1, 1])
    #expect(scenario.seminar?.roles.map(\.actor) == [0])
  }

  @Test func `the game at the defaults has the gains of the file and utilities of the rule`() throws
  {
    let scenario = try ScenarioReader.read(text: leaseYAML, format: .yaml, file: "f")
    let game = try GameEvaluator(scenario).evaluate([Rational(1, 2), 2])
    #expect(game.exact)
    #expect(game.gains == [4, 2, -1, 0, 0, Rational(-1, 2), 0, 0])
    #expect(game.utilities == [4, 1, -1, Rational(1, 2), 0, Rational(-3, 4), 0, 0])
  }
}
