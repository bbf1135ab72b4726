import Foundation
import Synchronization

/// Which connections are open, what each is doing and since when. Those that take too long are cut
/// off, and where there are too many, the one that has kept the server waiting longest: who holds
/// many open must not keep others out.
final class ConnectionWatch: Sendable {
  private let entries = Mutex<[Int32: Entry]>([:])
  /// Most connections at a time; each holds at most some 30 kB.
  private let most: Int

  /// What a connection is doing.
  enum Phase {
    /// Nothing is asked.
    case idle
    /// A request is coming in.
    case reading
    /// An answer is worked out, or a stream has nothing to say.
    case answering
    /// Bytes wait to be taken.
    case writing
    /// It was refused and is still sending.
    case draining

    /// How long it may take, nil for as long as it likes.
    var patience: Duration? {
      switch self {
      case .idle: .seconds(60)
      case .reading: .seconds(15)
      case .answering: nil
      case .writing: .seconds(30)
      case .draining: .seconds(5)
      }
    }
  }

  private struct Entry {
    var phase: Phase
    var since: ContinuousClock.Instant
  }

  init(most: Int = 3000) { self.most = most }

  /// Counts a connection; false where there is no room for it.
  func enter(_ file: Int32) -> Bool {
    entries.withLock { entries in
      if entries.count >= most {
        let waiting = entries.filter { $0.value.phase != .answering }
        guard let slowest = waiting.min(by: { $0.value.since < $1.value.since }) else {
          return false
        }
        Self.cut(slowest.key)
        // It is gone in a moment: here it no longer counts.
        entries[slowest.key] = nil
      }
      entries[file] = Entry(phase: .idle, since: .now)
      return true
    }
  }

  /// Says what a connection is doing from now on.
  func set(_ file: Int32, _ phase: Phase) {
    entries.withLock { entries in
      if entries[file] != nil { entries[file] = Entry(phase: phase, since: .now) }
    }
  }

  /// Forgets a connection; to be called before its file is closed.
  func leave(_ file: Int32) { entries.withLock { $0[file] = nil } }

  /// Cuts off those that take too long; to be called about once a second.
  func sweep(at now: ContinuousClock.Instant = .now) {
    entries.withLock { entries in
      for (file, entry) in entries {
        if let patience = entry.phase.patience, now - entry.since > patience { Self.cut(file) }
      }
    }
  }

  /// Ends a connection whose task still holds the file: whatever it waits for fails at once.
  private static func cut(_ file: Int32) { shutdown(file, Int32(SHUT_RDWR)) }
}
