import Glibc
import Synchronization

/// The wish that threads stop, looked at between any two rows.
final class Stop: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Whether somebody asked.
  var isAsked: Bool { flag.load(ordering: .relaxed) }

  /// Asks.
  func ask() { flag.store(true, ordering: .relaxed) }
}

/// Parts worked on by several threads, each taking the next one of a list as it is done with
/// another.
///
/// Nothing is handed from thread to thread but how far the work is: every part goes to the disk from
/// the thread that computed it.
final class PartWork: @unchecked Sendable {
  /// What one thread does with a part: returns how many rows it did, nil when it was stopped.
  typealias Worker = (_ part: Int) throws -> Int?

  // Everything below is touched under `lock` only.
  private var next = 0
  private var rows = 0
  /// Which parts of the list are done, and how many at its head.
  private var isDone: [Bool]
  private var head = 0
  private var busy: Int
  private var failure: (any Error)?
  private let parts: [Int]
  private let stop: Stop
  private let makeWorker: @Sendable () -> Worker
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let ended = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private init(
    _ parts: [Int], jobs: Int, stop: Stop, makeWorker: @escaping @Sendable () -> Worker
  ) {
    self.parts = parts
    isDone = Array(repeating: false, count: parts.count)
    self.stop = stop
    self.makeWorker = makeWorker
    busy = jobs
    pthread_mutex_init(lock, nil)
    pthread_cond_init(ended, nil)
  }

  deinit {
    pthread_cond_destroy(ended)
    pthread_mutex_destroy(lock)
    ended.deallocate()
    lock.deallocate()
  }

  /// Works on all `parts` with `jobs` threads.
  ///
  /// - Parameters:
  ///   - stop: the threads' own sign to end; asked for when `tick` throws or a worker does.
  ///   - makeWorker: called once on each thread.
  ///   - tick: called on this thread ten times a second and at the end with the rows done, and
  ///     with how many parts at the head of the list are.
  /// - Throws: what a worker threw first, or what `tick` throws.
  static func run(
    _ parts: [Int], jobs: Int, stop: Stop, makeWorker: @escaping @Sendable () -> Worker,
    tick: (_ rows: Int, _ head: Int) throws -> Void
  ) throws {
    guard !parts.isEmpty else { return try tick(0, 0) }
    let jobs = max(1, min(jobs, parts.count, 256))
    let work = PartWork(parts, jobs: jobs, stop: stop, makeWorker: makeWorker)
    for _ in 0..<jobs { work.startThread() }
    var interruption: (any Error)?
    // A thread in the middle of a long row is not waited for once the run has to end: what it
    // leaves has no name yet.
    var patience = 20
    while !work.wait() {
      if interruption == nil {
        let (rows, head, _) = work.progress
        do { try tick(rows, head) } catch {
          interruption = error
          stop.ask()
        }
      } else {
        patience -= 1
        if patience == 0 { break }
      }
    }
    if let interruption { throw interruption }
    let (rows, head, failure) = work.progress
    if let failure { throw failure }
    try tick(rows, head)
  }

  private func startThread() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<PartWork>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }, context)
    if status == 0 {
      pthread_detach(thread)
    } else {
      // No thread to be had: its share is done here.
      Unmanaged<PartWork>.fromOpaque(context).takeRetainedValue().work()
    }
  }

  private func work() {
    let worker = makeWorker()
    while let place = take() {
      do {
        guard let rows = try worker(parts[place]) else { break }
        finish(place, rows)
      } catch {
        locked { failure = failure ?? error }
        stop.ask()
      }
    }
    locked {
      busy -= 1
      pthread_cond_signal(ended)
    }
  }

  private func take() -> Int? {
    locked {
      guard !stop.isAsked, next < parts.count else { return nil }
      next += 1
      return next - 1
    }
  }

  private func finish(_ place: Int, _ rows: Int) {
    locked {
      self.rows += rows
      isDone[place] = true
      while head < parts.count, isDone[head] { head += 1 }
    }
  }

  private var progress: (rows: Int, head: Int, failure: (any Error)?) {
    locked { (rows, head, failure) }
  }

  /// Waits a tenth of a second for the end; true once all threads are done.
  private func wait() -> Bool {
    var deadline = timespec()
    clock_gettime(CLOCK_REALTIME, &deadline)
    deadline.tv_nsec += 100_000_000
    if deadline.tv_nsec >= 1_000_000_000 {
      deadline.tv_nsec -= 1_000_000_000
      deadline.tv_sec += 1
    }
    return locked {
      while busy > 0 {
        guard pthread_cond_timedwait(ended, lock, &deadline) == 0 else { break }
      }
      return busy == 0
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
