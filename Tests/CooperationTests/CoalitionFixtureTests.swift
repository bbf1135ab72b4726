import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `Answers recorded from coopgame-py` {
  @Test(arguments: Fixture.read("coalition-answers"))
  func `agree`(fixture: Fixture) throws {
    let game = CoalitionalGame(worths: [0] + fixture.numbers(2))
    if fixture.fields[3] == "-" {
      #expect(throws: CoalitionRefusal.self) { try Nucleolus().solve(game) }
    } else {
      #expect(try Nucleolus().solve(game).division == fixture.numbers(3))
    }
    #expect(try Nucleolus(.all).solve(game).division == fixture.numbers(4))
    #expect(ShapleyValue.values(game) == fixture.numbers(5))
    #expect(BanzhafValue(game).average == fixture.numbers(6))
  }
}
