import Seminar
import Testing

@testable import tumen_seminar

@Suite struct `Forms` {
  /// What stands in the field, and the table it means: -1 is none of the room's.
  @Test(
    arguments: [
      ("", nil), ("1", 0), ("25", 24), ("0", -1), ("-1", -1), ("all", -1),
      ("9223372036854775807", Int.max - 1), ("-9223372036854775808", -1),
      ("9223372036854775808", -1),
    ] as [(String, Int?)])
  func `name a table to speak to`(field: String, table: Int?) throws {
    let form = try #require(FormData(Array("kind=say&text=hello&table=\(field)".utf8)))
    #expect(Direction(form) == .say("hello", table: table))
  }
}
