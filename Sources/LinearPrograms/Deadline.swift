import Glibc
import Synchronization

/// When work has to end: after so many seconds, or at once where the user interrupts.
///
/// Methods ask ``isOver`` between two steps and then say what they have.
public struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant?
  private let seconds: Double?
  private static let interruption = Atomic<Bool>(false)

  /// So many seconds from now; nil for no limit.
  public init(seconds: Double?) {
    self.seconds = seconds
    instant = seconds.map { ContinuousClock.now + .seconds($0) }
  }

  /// No limit but an interrupt.
  public static var none: Deadline { Deadline(seconds: nil) }

  /// Whether the user has interrupted the work.
  public static var isInterrupted: Bool { interruption.load(ordering: .relaxed) }

  /// Whether to stop.
  public var isOver: Bool {
    Self.isInterrupted
      || (instant.map { ContinuousClock.now >= $0 } ?? false)
  }

  /// Seconds left, at least 0; nil for no limit.
  public var secondsLeft: Double? {
    guard let instant else { return nil }
    let left = ContinuousClock.now.duration(to: instant).components
    return max(0, Double(left.seconds) + Double(left.attoseconds) * 1e-18)
  }

  /// The limit that was met, in words.
  public var limit: String {
    Self.isInterrupted ? "an interrupt" : "\(seconds ?? 0) seconds"
  }

  /// From now on Ctrl-C ends work in order, so that it says what it has; a second one ends the
  /// process at once.
  public static func endWorkOnInterrupt() {
    // The atomic must exist before a handler may touch it.
    interruption.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Deadline.interruption.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
  }
}

/// Work that met its deadline before it had an answer.
public struct OutOfTime: Error, Hashable, Sendable {
  /// The error itself.
  public init() {}
}
