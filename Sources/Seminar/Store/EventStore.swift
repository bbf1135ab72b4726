/// An event with its place in the log.
public struct LoggedEvent: Hashable, Sendable {
  /// The place, from 0.
  public var sequence: Int
  /// When, in milliseconds since 1970.
  public var time: Int
  /// What.
  public var event: Event

  /// The event at a place.
  public init(sequence: Int, time: Int, event: Event) {
    self.sequence = sequence
    self.time = time
    self.event = event
  }
}

/// Keeps the log of a session.
public protocol EventStore: Sendable {
  /// Keeps these events; when it returns they outlive a loss of power.
  func append(_ events: [LoggedEvent]) async throws
  /// Every event kept, in order.
  func events() async throws -> [LoggedEvent]
}

/// Keeps the log in memory, for tests.
public actor MemoryStore: EventStore {
  private var log: [LoggedEvent] = []

  /// An empty log.
  public init() {}

  /// Keeps these events for as long as the process lives.
  public func append(_ events: [LoggedEvent]) { log += events }

  /// Every event kept.
  public func events() -> [LoggedEvent] { log }
}
