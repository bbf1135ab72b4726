import Glibc

/// The most bytes that a piece of work holds beyond what this process holds before it; nil where Linux
/// does not tell.
///
/// The peak is first set to what is held (`proc(5)`, `clear_refs`): otherwise earlier work would hide
/// it. What the allocator keeps of earlier work can still hide as much.
func furtherMemory(_ work: () -> Void) -> Double? {
  guard let file = fopen("/proc/self/clear_refs", "w") else { return nil }
  fputs("5", file)
  guard fclose(file) == 0, let before = kilobytes("VmHWM") else { return nil }
  work()
  return kilobytes("VmHWM").map { 1024 * ($0 - before) }
}

/// An entry of this process' status.
private func kilobytes(_ entry: String) -> Double? {
  contents(of: "/proc/self/status")?.split(separator: "\n").first { $0.hasPrefix(entry) }
    .flatMap { Double($0.filter(\.isNumber)) }
}
