import Glibc

/// What a piece of work gives, and how many seconds it takes: of computing in this process, or by the
/// clock (`CLOCK_MONOTONIC`).
func timed<Answer>(
  by clock: clockid_t = CLOCK_PROCESS_CPUTIME_ID, _ work: () throws -> Answer
) rethrows -> (answer: Answer, seconds: Double) {
  func now() -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  let answer = try work()
  return (answer, now() - start)
}
