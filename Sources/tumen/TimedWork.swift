import Glibc
import Synchronization

/// Work on a thread of its own, left alone where it does not end in time.
///
/// Methods stop by themselves when their time is over, and say what they have. This is for steps
/// that cannot be parted: nothing may hang.
final class TimedWork: Sendable {
  private let work: @Sendable () -> Void
  private let isDone = Mutex(false)

  private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  private func perform() {
    work()
    isDone.withLock { $0 = true }
  }

  /// Does `work`; false where it has not ended so many seconds from now and a little more.
  static func finishes(within seconds: Double, _ work: @escaping @Sendable () -> Void) -> Bool {
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
      return true
    }
    let end = ContinuousClock.now + .seconds(seconds + max(0.5, seconds / 4))
    while ContinuousClock.now < end {
      if job.isDone.withLock({ $0 }) { return true }
      usleep(1000)
    }
    return false
  }
}
