import Foundation
import Scenarios

@testable import Seminar

/// Rooms and games for tests.
enum Rooms {
  static let quarrel = """
    format: 1
    id: quarrel
    title: A quarrel
    family: textbook
    actors: {a: {name: Anna's land}, b: {name: <b>Bertland</b>}}
    form: strategic
    strategies: {a: {firm: stand firm, soft: give way}, b: {firm: stand firm, soft: give way}}
    payoffs:
      - {a: firm, b: firm, gains: {a: 0, b: 0}, because: nobody has it, source: assumed}
      - {a: firm, b: soft, gains: {a: 3, b: 1}, because: A has it, source: assumed}
      - {a: soft, b: firm, gains: {a: 1, b: 3}, because: B has it, source: assumed}
      - {a: soft, b: soft, gains: {a: 2, b: 2}, because: they share, source: assumed}
    seminar:
      minutes: 5
      players: 2
      purpose: tests
      roles: {a: "the secret of A", b: "the secret of B"}
      debrief: ["why?"]
    """

  static let hidden = """
    format: 1
    id: hidden
    title: What was meant
    family: textbook
    actors: {a: {name: A}, b: {name: B}}
    form: extensive
    sets: {asked: "does not know whether A is strong"}
    tree:
      actor: a
      actions:
        strong: {actor: b, set: asked, actions: {yes: {gains: {a: 2, b: 1}, because: x, source: assumed}, no: nothing}}
        weak: {actor: b, set: asked, actions: {yes: {gains: {a: 1, b: -1}, because: x, source: assumed}, no: nothing}}
    ends:
      nothing: {gains: {a: 0, b: 0}, because: they part, source: assumed}
    """

  static let pie = """
    format: 1
    id: pie
    title: A pie
    family: textbook
    actors: {a: {name: A}, b: {name: B}}
    form: bargaining
    issues:
      size:
        meaning: how much
        levels:
          most: {gains: {a: 3, b: 1}, because: x, source: assumed}
          half: {gains: {a: 2, b: 2}, because: x, source: assumed}
          least: {gains: {a: 1, b: 3}, because: x, source: assumed}
    disagreement: {gains: {a: 0, b: 0}, because: nothing, source: assumed}
    ratifiers:
      b:
        - {name: The house, floor: 2, because: x, source: assumed}
    """

  static func opening(_ texts: String..., continuation: Double? = nil) -> Opening {
    Opening(
      games: texts.map { .init(name: "test.yaml", format: .yaml, text: $0) },
      continuation: continuation)
  }

  static func room(
    _ texts: String..., store: any EventStore = MemoryStore(), clock: TestClock = TestClock()
  ) async throws -> Room {
    let opening = Opening(games: texts.map { .init(name: "test.yaml", format: .yaml, text: $0) })
    return try await Room(opening, store: store, clock: { clock.now })
  }

  /// A file that is not there yet.
  static func freshPath() -> String {
    FileManager.default.temporaryDirectory
      .appendingPathComponent("seminar-\(UUID().uuidString).sqlite").path
  }
}

/// A clock that tests put forward.
final class TestClock: @unchecked Sendable {
  private let lock = NSLock()
  private var time = 1_000_000

  var now: Int { lock.withLock { time } }

  func pass(seconds: Int) { lock.withLock { time += seconds * 1000 } }
}

extension Room {
  /// Lets players in; their numbers are their places in the list.
  func join(_ names: String...) async throws {
    for name in names { _ = try await join(name: name, code: state.opening.code) }
  }
}
