/// All stabilities of a conflict of four decision makers and 1,024 states, as a process: reading the
/// file, solving, writing the table. Promised: under 2 s.
struct ConflictBench {
  let runs: Int

  private static let promise = 2.0
  private static let options = [3, 3, 2, 2]

  func run(in folder: Folder, into report: inout Report) {
    let path = folder.write("conflict.yaml", Self.game)
    let times = (0..<runs).map { _ in
      Run(Run.tumen, ["solve", path, "--format", "csv"], output: "\(folder.path)/conflict.csv")
    }
    let lines = folder.read("conflict.csv")?.split(separator: "\n").count
    if times.contains(where: { $0.status != 0 }) || lines != 1025 {
      report.mistake("the conflict of 1,024 states: \(lines ?? 0) lines for 1,025")
    }
    let wall = times.map(\.wall).median
    report.line(
      "conflict of 4 actors and 1,024 states",
      "median \((wall * 1000).short) ms, \((wall / Self.promise).short) of the promise, "
        + "\(((times.map(\.peakMemory).max() ?? 0) >> 20)) MB")
  }

  /// Every combination of ten options is a state; each order is a shuffle of all states.
  private static var game: String {
    let count = options.reduce(0, +)
    // SplitMix64 (Vigna 2015).
    var state: UInt64 = 1993
    func draw(below limit: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
    func pattern(_ code: Int) -> String {
      (0..<count).map { code >> $0 & 1 == 1 ? "Y" : "N" }.joined()
    }
    var text = """
      format: 1
      id: conflict
      title: A conflict
      actors: {a0: {name: A}, a1: {name: B}, a2: {name: C}, a3: {name: D}}
      form: conflict
      options:

      """
    for (actor, own) in options.enumerated() {
      text += "  a\(actor): [\((0..<own).map { "o\(actor)\($0)" }.joined(separator: ", "))]\n"
    }
    text += "preferences:\n"
    for actor in options.indices {
      var order = Array(0..<(1 << count))
      for place in order.indices.reversed() { order.swapAt(place, draw(below: place + 1)) }
      text += "  a\(actor): [\(order.map(pattern).joined(separator: ", "))]\n"
    }
    return text
  }
}
