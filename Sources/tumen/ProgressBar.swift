import Glibc
import Laboratory

/// How far work is, on standard error once it has lasted a second: a bar on a terminal, a line every
/// half minute in a log.
struct ProgressBar {
  private let isShown: Bool
  private let isTerminal: Bool
  private let unit: String
  private let begin = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isOnScreen = false

  /// A bar that counts in `unit`; one that is not shown does nothing.
  init(isShown: Bool, unit: String = "rows") {
    self.isShown = isShown
    self.unit = unit
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  /// Draws how far the work is, at most ten times a second.
  mutating func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let now = ContinuousClock.now
    guard now - begin >= .seconds(1), now - last >= (isTerminal ? .milliseconds(100) : .seconds(30))
    else { return }
    last = now
    let part = Double(done) / Double(total)
    let seconds = (now - begin) / .seconds(1)
    let rate = Double(done) / seconds
    var text = "\(done) of \(total) \(unit), \(rate.text(digits: 3)) a second"
    if rate > 0 {
      text += ", about \(Self.duration(Double(total - done) / rate)) left"
    }
    guard isTerminal else { return Self.write("tumen: \(text)\n") }
    isOnScreen = true
    let filled = Int(part * 30)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
    Self.write("\r[\(bar)] \(text) \u{1B}[K")
  }

  /// Takes the bar off the screen.
  mutating func clear() {
    if isOnScreen { Self.write("\r\u{1B}[K") }
    isOnScreen = false
  }

  /// `40 s`, `12 min` or `3.5 h`.
  static func duration(_ seconds: Double) -> String {
    if seconds < 120 { return "\(Int(seconds.rounded(.up))) s" }
    if seconds < 7200 { return "\(Int((seconds / 60).rounded())) min" }
    return "\((seconds / 3600).text(digits: 2)) h"
  }

  private static func write(_ text: String) {
    // A bar that cannot be drawn is no reason to stop working.
    let output = Output(descriptor: STDERR_FILENO)
    try? output.write(text)
    try? output.flush()
  }
}
