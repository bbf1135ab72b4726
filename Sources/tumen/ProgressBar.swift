import Glibc
import Laboratory

/// A bar on standard error, shown once work has lasted a second.
struct ProgressBar {
  private let isShown: Bool
  private let begin = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isOnScreen = false

  /// A bar; one that is not shown does nothing.
  init(isShown: Bool) { self.isShown = isShown }

  /// Draws how far the work is, at most ten times a second.
  mutating func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let now = ContinuousClock.now
    guard now - begin >= .seconds(1), now - last >= .milliseconds(100) else { return }
    last = now
    isOnScreen = true
    let part = Double(done) / Double(total)
    let filled = Int(part * 30)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    let seconds = (now - begin) / .seconds(1)
    let left = part > 0 ? seconds / part - seconds : 0
    Self.write("\r[\(bar)] \(done) of \(total), about \(Int(left.rounded(.up))) s left \u{1B}[K")
  }

  /// Takes the bar off the screen.
  mutating func clear() {
    if isOnScreen { Self.write("\r\u{1B}[K") }
    isOnScreen = false
  }

  private static func write(_ text: String) {
    // A bar that cannot be drawn is no reason to stop working.
    let output = Output(descriptor: STDERR_FILENO)
    try? output.write(text)
    try? output.flush()
  }
}
