import TestSupport

/// All stabilities of a conflict of four decision makers and 1,024 states, as a process: reading the
/// file, solving, writing the table. Promised: under 2 s.
struct ConflictBench {
  let runs: Int

  private static let options = [3, 3, 2, 2]

  func run(in folder: Folder, into report: inout Report) {
    report.begin("conflicts", "the whole process, by the clock")
    let path = folder.write("conflict.yaml", Self.game)
    let times = (0..<runs).map { _ in
      Run(Run.tumen, ["solve", path, "--format", "csv"], output: "\(folder.path)/conflict.csv")
    }
    let lines = folder.read("conflict.csv")?.split(separator: "\n").count
    if times.contains(where: { $0.status != 0 }) || lines != 1025 {
      report.mistake("the conflict of 1,024 states: \(lines ?? 0) lines for 1,025")
    }
    let memory = Figure.Unit.bytes.text(Double(times.map(\.peakMemory).max() ?? 0))
    report.add(
      Figure(
        work: "conflict of 4 actors and 1,024 states", ours: times.map(\.wall),
        promise: .median(.atMost(2)), note: "all stabilities, \(memory)"))
  }

  /// Every combination of ten options is a state; each order is a shuffle of all states.
  private static var game: String {
    let count = options.reduce(0, +)
    var random = SplitMix64(seed: 1993)
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
      for place in order.indices.reversed() { order.swapAt(place, random.draw(below: place + 1)) }
      text += "  a\(actor): [\(order.map(pattern).joined(separator: ", "))]\n"
    }
    return text
  }
}
