import Glibc

/// Work done by several threads whose results are consumed in order, on the thread that asks.
///
/// A fixed number of chunks goes round: a thread takes an empty chunk and the next index together,
/// so that the oldest index is always being worked on, and memory stays flat.
final class OrderedWork: @unchecked Sendable {
  // Everything below is touched under `lock` only.
  private var empty: [Chunk]
  private var done: [Int: Chunk] = [:]
  private var next = 0
  private var isStopped = false
  private let count: Int
  private let makeWorker: @Sendable () -> (Chunk) -> Void
  private let reset: @Sendable (Chunk, Int) -> Void
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let chunkIsEmpty = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let chunkIsDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// - Parameters:
  ///   - count: how many chunks to compute.
  ///   - jobs: how many threads will compute.
  ///   - reset: makes an empty chunk ready for an index.
  ///   - makeWorker: called once on each thread; the function it returns fills a chunk.
  init(
    count: Int, jobs: Int, reset: @escaping @Sendable (Chunk, Int) -> Void,
    makeWorker: @escaping @Sendable () -> (Chunk) -> Void
  ) {
    self.count = count
    self.reset = reset
    self.makeWorker = makeWorker
    empty = (0..<(2 * jobs + 1)).map { _ in Chunk() }
    pthread_mutex_init(lock, nil)
    pthread_cond_init(chunkIsEmpty, nil)
    pthread_cond_init(chunkIsDone, nil)
  }

  deinit {
    pthread_cond_destroy(chunkIsDone)
    pthread_cond_destroy(chunkIsEmpty)
    pthread_mutex_destroy(lock)
    chunkIsDone.deallocate()
    chunkIsEmpty.deallocate()
    lock.deallocate()
  }

  /// Computes all chunks on `jobs` threads and hands them to `consume` in order.
  ///
  /// - Parameter consume: called on this thread; when it throws, the threads stop and the error is
  ///   passed on. It is called with nil from time to time while a chunk takes long.
  static func run(
    count: Int, jobs: Int, reset: @escaping @Sendable (Chunk, Int) -> Void,
    makeWorker: @escaping @Sendable () -> (Chunk) -> Void,
    consume: (Chunk?) throws -> Void
  ) throws {
    guard jobs > 1, count > 1 else {
      let chunk = Chunk()
      let work = makeWorker()
      for index in 0..<count {
        reset(chunk, index)
        work(chunk)
        try consume(chunk)
      }
      return
    }
    let shared = OrderedWork(count: count, jobs: jobs, reset: reset, makeWorker: makeWorker)
    let threads = (0..<min(jobs, count)).compactMap { _ in shared.startThread() }
    guard !threads.isEmpty else {
      return try run(count: count, jobs: 1, reset: reset, makeWorker: makeWorker, consume: consume)
    }
    defer {
      shared.stop()
      for thread in threads { pthread_join(thread, nil) }
    }
    for index in 0..<count {
      var chunk = shared.wait(for: index)
      while chunk == nil {
        try consume(nil)
        chunk = shared.wait(for: index)
      }
      guard let chunk else { continue }
      try consume(chunk)
      shared.recycle(chunk)
    }
  }

  private func startThread() -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<OrderedWork>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }, context)
    guard status == 0 else {
      Unmanaged<OrderedWork>.fromOpaque(context).release()
      return nil
    }
    return thread
  }

  private func work() {
    let fill = makeWorker()
    while let chunk = take() {
      fill(chunk)
      pthread_mutex_lock(lock)
      done[chunk.index] = chunk
      pthread_cond_signal(chunkIsDone)
      pthread_mutex_unlock(lock)
    }
  }

  /// An empty chunk made ready for the next index; nil when there is no more to do.
  private func take() -> Chunk? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !isStopped, next < count, empty.isEmpty { pthread_cond_wait(chunkIsEmpty, lock) }
    guard !isStopped, next < count, let chunk = empty.popLast() else { return nil }
    reset(chunk, next)
    next += 1
    return chunk
  }

  /// The chunk with this index once it is done; nil if it takes more than a tenth of a second.
  private func wait(for index: Int) -> Chunk? {
    var deadline = timespec()
    clock_gettime(CLOCK_REALTIME, &deadline)
    deadline.tv_nsec += 100_000_000
    if deadline.tv_nsec >= 1_000_000_000 {
      deadline.tv_nsec -= 1_000_000_000
      deadline.tv_sec += 1
    }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while done[index] == nil {
      guard pthread_cond_timedwait(chunkIsDone, lock, &deadline) == 0 else { break }
    }
    return done.removeValue(forKey: index)
  }

  private func recycle(_ chunk: Chunk) {
    pthread_mutex_lock(lock)
    empty.append(chunk)
    pthread_cond_signal(chunkIsEmpty)
    pthread_mutex_unlock(lock)
  }

  private func stop() {
    pthread_mutex_lock(lock)
    isStopped = true
    pthread_cond_broadcast(chunkIsEmpty)
    pthread_mutex_unlock(lock)
  }
}
