/// Counts how often something was done of late, by whom; forgets those who have been quiet.
actor Limits {
  /// Attempts allowed in a window.
  private let most: Int
  /// The window, in milliseconds.
  private let window: Int
  private let clock: @Sendable () -> Int
  private var counts: [String: (since: Int, count: Int)] = [:]

  init(most: Int, seconds: Int, clock: @escaping @Sendable () -> Int) {
    self.most = most
    window = seconds * 1000
    self.clock = clock
  }

  /// Counts an attempt; false for one too many.
  func allows(_ who: String) -> Bool {
    let now = clock()
    if counts.count > 10_000 { counts = counts.filter { now - $0.value.since < window } }
    var entry = counts[who] ?? (now, 0)
    if now - entry.since >= window { entry = (now, 0) }
    entry.count += 1
    counts[who] = entry
    return entry.count <= most
  }

  /// Whether there were too many attempts, without counting one.
  func isSpent(_ who: String) -> Bool {
    guard let entry = counts[who], clock() - entry.since < window else { return false }
    return entry.count >= most
  }
}
