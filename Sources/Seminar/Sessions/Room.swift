import Laboratory
import Scenarios

/// A session: takes what players and facilitator ask for, keeps it, and only then says yes.
///
/// Everything that changes the session is an event; it is applied at once, written with those
/// that wait beside it in one transaction, and acknowledged when that is on disk.
public actor Room {
  /// What is known now.
  public private(set) var state: RoomState
  private let store: any EventStore
  private let clock: @Sendable () -> Int
  private var seats: [String: Int] = [:]
  private var pending: [LoggedEvent] = []
  private var next: Int
  private var waiting: [CheckedContinuation<Void, any Error>] = []
  private var isWriting = false
  private var failure: Refusal?
  private var observers: [Int: Observer] = [:]
  private var lastObserver = 0
  var said: [Int: [Int]] = [:]

  private struct Observer {
    let viewer: Viewer
    let continuation: AsyncStream<Void>.Continuation
  }

  /// A session just opened, written to an empty store.
  ///
  /// - Parameter clock: milliseconds since 1970.
  /// - Throws: `InputError` for a game that cannot be played; what the store throws.
  public init(
    _ opening: Opening, store: any EventStore, clock: @escaping @Sendable () -> Int
  ) async throws {
    state = try RoomState(opening)
    self.store = store
    self.clock = clock
    next = 1
    try await store.append([LoggedEvent(sequence: 0, time: clock(), event: .opened(opening))])
  }

  /// A session that goes on where the store's log ends.
  ///
  /// - Throws: `InputError` for a log that is none; what the store throws.
  public init(resuming store: any EventStore, clock: @escaping @Sendable () -> Int) async throws {
    let events = try await store.events()
    state = try RoomState(replaying: events)
    self.store = store
    self.clock = clock
    next = events.count
    for (player, entry) in state.players.enumerated() { seats[entry.token] = player }
  }

  /// Milliseconds since 1970.
  var now: Int { clock() }

  /// Who a token lets in; nil for a token that is nobody's.
  public func viewer(_ token: String) -> Viewer? {
    if token == state.opening.facilitator { return .facilitator }
    return seats[token].map { .player($0) }
  }

  /// What `body` makes of what is known now.
  public func read<Value: Sendable>(_ body: @Sendable (RoomState) -> Value) -> Value { body(state) }

  /// Applies events and returns when they are on disk.
  ///
  /// - Throws: ``Refusal/notStored(_:)``; from then on nothing is taken any more.
  func commit(_ events: [Event]) async throws(Refusal) {
    guard !events.isEmpty else { return }
    if let failure { throw failure }
    let time = clock()
    for event in events { record(event, at: time) }
    advance(Set(events.map(\.table)), at: time)
    do {
      try await withCheckedThrowingContinuation { continuation in
        waiting.append(continuation)
        guard !isWriting else { return }
        isWriting = true
        Task { await write() }
      }
    } catch {
      throw (error as? Refusal) ?? .notStored("\(error)")
    }
  }

  private func record(_ event: Event, at time: Int) {
    state.apply(event, at: time)
    pending.append(LoggedEvent(sequence: next, time: time, event: event))
    next += 1
    if case .joined(_, let token, _, _) = event { seats[token] = state.players.count - 1 }
  }

  /// Bots and chance move for as long as it is their turn; a round that is over everywhere ends.
  private func advance(_ touched: Set<Int?>, at time: Int) {
    guard state.phase == .playing, !state.isPaused else { return }
    var generator = SystemRandomNumberGenerator()
    for table in state.tables.indices where touched.contains(nil) || touched.contains(table) {
      while let event = state.nextOwnEvent(at: table, using: &generator) { record(event, at: time) }
    }
    if state.isRoundOver { record(.roundClosed, at: time) }
  }

  /// Writes what is pending until nothing is.
  private func write() async {
    while !pending.isEmpty || !waiting.isEmpty {
      let (batch, callers) = (pending, waiting)
      (pending, waiting) = ([], [])
      do {
        try await store.append(batch)
        for caller in callers { caller.resume() }
        notify(batch)
      } catch {
        // What is in memory is ahead of the disk: nothing may be promised any more.
        let refusal = Refusal.notStored("\(error)")
        failure = refusal
        for caller in callers { caller.resume(throwing: refusal) }
      }
    }
    isWriting = false
  }

  /// A stream that yields whenever what this viewer sees may have changed.
  public func changes(for viewer: Viewer) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    lastObserver += 1
    let number = lastObserver
    observers[number] = Observer(viewer: viewer, continuation: continuation)
    continuation.onTermination = { _ in Task { await self.forget(number) } }
    notifyFacilitators()
    return stream
  }

  private func forget(_ number: Int) {
    observers[number] = nil
    notifyFacilitators()
  }

  /// The players who have a page open.
  public var present: Set<Int> {
    Set(
      observers.values.compactMap {
        if case .player(let player) = $0.viewer { player } else { nil }
      })
  }

  /// How many pages this viewer has open.
  public func pages(of viewer: Viewer) -> Int {
    observers.values.count { $0.viewer == viewer }
  }

  /// Wakes every stream, so that those nobody reads any more are found out.
  public func beat() {
    for observer in observers.values { observer.continuation.yield() }
  }

  private func notifyFacilitators() {
    for observer in observers.values where observer.viewer == .facilitator {
      observer.continuation.yield()
    }
  }

  private func notify(_ batch: [LoggedEvent]) {
    var tables = Set<Int>()
    var isForAll = false
    for logged in batch {
      if let table = logged.event.table { tables.insert(table) } else { isForAll = true }
    }
    let players = Set(
      tables.filter { state.tables.indices.contains($0) }
        .flatMap { state.tables[$0].chairs.compactMap(\.player) })
    for observer in observers.values {
      switch observer.viewer {
      case .facilitator: observer.continuation.yield()
      case .player(let player):
        if isForAll || players.contains(player) { observer.continuation.yield() }
      }
    }
  }
}

/// Somebody whom a token lets in.
public enum Viewer: Hashable, Sendable {
  /// Who leads the session.
  case facilitator
  /// A player, by number.
  case player(Int)
}

extension Event {
  /// The table that it is about, nil where it is about all of them.
  var table: Int? {
    switch self {
    case .joined(_, _, let table, _), .moved(let table, _, _, _), .chanceMoved(let table, _),
      .cutOff(let table), .botSeated(let table, _, _):
      table
    case .said(let message): message.table
    default: nil
    }
  }
}
