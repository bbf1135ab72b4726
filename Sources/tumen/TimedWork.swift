import Glibc
import LinearPrograms
import Synchronization

/// Work on a thread of its own, left alone where it does not end in time or on an interrupt.
///
/// Methods stop by themselves when their time is over or the user interrupts, and say what they
/// have. This is for steps that cannot be parted: nothing may hang.
final class TimedWork: Sendable {
  /// How it ended.
  enum End {
    /// By itself.
    case done
    /// Not in time.
    case outOfTime
    /// Not soon after an interrupt.
    case interrupted
  }

  private let work: @Sendable () -> Void
  private let isDone = Atomic<Bool>(false)

  private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  private func perform() {
    work()
    isDone.store(true, ordering: .releasing)
  }

  /// Does `work`, and again and again `meanwhile` on the thread that waits.
  ///
  /// - Parameter seconds: after which, and a little more, it is left alone; nil for no limit.
  static func perform(
    within seconds: Double?, meanwhile: () -> Void, _ work: @escaping @Sendable () -> Void
  ) -> End {
    let job = TimedWork(work)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 64 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let context = Unmanaged.passRetained(job)
    let isStarted =
      pthread_create(
        &thread, &attributes,
        { context in
          if let context { Unmanaged<TimedWork>.fromOpaque(context).takeRetainedValue().perform() }
          return nil
        }, context.toOpaque()) == 0
    guard isStarted else {
      context.release()
      work()
      meanwhile()
      return .done
    }
    let end = seconds.map { ContinuousClock.now + .seconds($0 + max(0.5, $0 / 4)) }
    var patience: ContinuousClock.Instant?
    var pause: UInt32 = 20
    while true {
      let isDone = job.isDone.load(ordering: .acquiring)
      meanwhile()
      if isDone { return .done }
      let now = ContinuousClock.now
      if let end, now >= end { return .outOfTime }
      if Deadline.isInterrupted {
        patience = patience ?? now + .seconds(1)
        if let patience, now >= patience { return .interrupted }
      }
      usleep(pause)
      // What takes no time is not made to wait for a long pause.
      pause = min(2 * pause, 2000)
    }
  }
}
