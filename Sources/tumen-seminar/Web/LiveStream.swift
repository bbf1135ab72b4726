import FlyingFox
import FlyingSocks
import Seminar

/// The regions of a page as server-sent events: all at first, then those that changed.
struct LiveStream: AsyncBufferedSequence {
  typealias Element = UInt8

  /// Yields whenever something may have changed.
  let changes: AsyncStream<Void>
  /// Milliseconds to wait before looking again.
  let pause: Int
  /// What the page holds now.
  let regions: @Sendable () async -> [Region]
  /// Milliseconds since 1970.
  let clock: @Sendable () -> Int

  func makeAsyncIterator() -> Iterator {
    Iterator(changes: changes.makeAsyncIterator(), stream: self)
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    private var changes: AsyncStream<Void>.Iterator
    private let pause: Int
    private let regions: @Sendable () async -> [Region]
    private let clock: @Sendable () -> Int
    private var sent: [String: Int] = [:]
    private var rest: ArraySlice<UInt8> = []
    private var isFirst = true

    init(changes: AsyncStream<Void>.Iterator, stream: LiveStream) {
      self.changes = changes
      pause = stream.pause
      regions = stream.regions
      clock = stream.clock
    }

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      if rest.isEmpty {
        if !isFirst {
          guard await changes.next() != nil else { return nil }
          if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
        }
        rest = await message()[...]
        isFirst = false
      }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    /// What changed as one event; a comment where nothing did, so that a closed connection is
    /// found out.
    private mutating func message() async -> [UInt8] {
      var changed: [JSON.Member] = []
      for region in await regions() {
        let hash = region.content.hashValue
        guard sent[region.id] != hash else { continue }
        sent[region.id] = hash
        changed.append(.init(region.id, .string(region.content.text)))
      }
      guard !changed.isEmpty else { return Array(":\n\n".utf8) }
      let message: JSON = ["now": .integer(clock()), "regions": .object(changed)]
      return Array("data: \(message.compactText)\n\n".utf8)
    }
  }
}
