import Testing

@testable import Seminar

@Suite struct `Tokens` {
  @Test func `differ from one another and say nothing of themselves`() {
    let tokens = (0..<1000).map { _ in Token.fresh() }
    #expect(Set(tokens).count == 1000)
    #expect(tokens.allSatisfy { $0.count == 32 && $0.allSatisfy { $0.isLowercase || $0.isNumber } })
    #expect(Token.joinCode().count == 6)
  }
}
