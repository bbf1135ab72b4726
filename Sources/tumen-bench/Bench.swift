import Arithmetic
import Equilibria
import GameForms
import Glibc

@main struct Main {
  static func main() {
    var state: UInt64 = 7
    func draw() -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % 1000)
    }
    for n in [4, 8, 10, 12, 14, 16] {
      for _ in 0..<3 {
        let a = (0..<n).map { _ in (0..<n).map { _ in draw() } }
        let b = (0..<n).map { _ in (0..<n).map { _ in draw() } }
        var text = "\(n) \(n)\n\n"
        for m in [a, b] { text += m.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "\n") + "\n\n" }
        let f = fopen("/tmp/bench-\(n).txt", "w"); fputs(text, f); fclose(f)
        let game = StrategicGame(rows: a.map { $0.map { Rational($0) } }, columns: b.map { $0.map { Rational($0) } })
        let start = clock()
        let result = try? EquilibriumEnumeration().solve(game)
        let mine = Double(clock() - start) / 1e6
        var before = rusage(); getrusage(RUSAGE_CHILDREN.rawValue == 0 ? 0 : -1, &before)
        _ = lrs(n)
        var after = rusage(); getrusage(RUSAGE_CHILDREN.rawValue == 0 ? 0 : -1, &after)
        func s(_ r: rusage) -> Double { Double(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + Double(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6 }
        print(n, result?.extreme.count ?? -1, result?.maximalSubsets.count ?? -1, mine, "lrs", s(after) - s(before))
      }
    }
  }
  static func lrs(_ n: Int) -> Int32 {
    var pid = pid_t()
    let args = (["lrsnash", "/tmp/bench-\(n).txt"] as [String]).map { strdup($0) } + [nil]
    var fa = posix_spawn_file_actions_t(); posix_spawn_file_actions_init(&fa)
    posix_spawn_file_actions_addopen(&fa, 1, "/tmp/lrs.out", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawnp(&pid, "lrsnash", &fa, nil, args, environ)
    var st: Int32 = 0; waitpid(pid, &st, 0); 
    _ = system("grep 'Number of eq' /tmp/lrs.out")
    return st
  }
}
