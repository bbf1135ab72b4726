import Glibc
import Synchronization

/// Ctrl-C and the wish of the system to end: noted, and obeyed between two rows of a run, so that no
/// half-written file stays behind.
public struct Interruption: Error, Hashable, Sendable, CustomStringConvertible {
  /// The signal received, such as `SIGINT`.
  public let signal: Int32

  /// How many parts of the run are whole, out of how many.
  public private(set) var parts = 0
  /// How many parts the run has.
  public private(set) var count = 0

  private static let received = Atomic<Int32>(0)

  /// One line: what happened and what became of the results.
  public var description: String {
    parts == 0
      ? "interrupted: nothing was written"
      : "interrupted: \(parts) of \(count) parts are kept; the same with --resume goes on"
  }

  /// From now on SIGINT and SIGTERM end a run in order; a second one ends the process at once.
  public static func catchSignals() {
    // The atomic must exist before a handler may touch it.
    received.store(0, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { Interruption.note($0) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(signal, &action, nil)
    }
  }

  /// Notes that a run should end; also for tests and for programs with handlers of their own.
  public static func note(_ signal: Int32) { received.store(signal, ordering: .relaxed) }

  /// Forgets what was noted.
  public static func forget() { received.store(0, ordering: .relaxed) }

  /// The interruption that came, of a run that keeps these parts.
  static func after(parts: Int, of count: Int) -> Interruption {
    var interruption = Interruption(signal: received.load(ordering: .relaxed))
    (interruption.parts, interruption.count) = (parts, count)
    return interruption
  }

  /// Ends the work under way if a signal came.
  static func check() throws(Interruption) {
    let signal = received.load(ordering: .relaxed)
    guard signal == 0 else { throw Interruption(signal: signal) }
  }
}
