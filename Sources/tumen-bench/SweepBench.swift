/// Rows a second of a sweep of a 3x3 game, pure equilibria only, written to disk.
///
/// Promised: 200,000 a second on one core, 1.8 times that on two with the same bytes, memory that
/// does not grow with the number of rows (judged to a quarter), and ten million rows on two cores in
/// under 30 seconds and 100 MB. Where other programs keep the cores busy, the seconds of computing
/// tell how much the second thread costs: as many as on one core mean that two free cores would halve
/// the time.
struct SweepBench {
  /// How many rows, one sweep for each entry.
  let rows: [Int]

  func run(in folder: Folder, into report: inout Report) {
    report.begin("sweep", "the whole process, by the clock; memory is the most that it held")
    let game = folder.write("sweep-game.yaml", Self.game)
    var memories: [Figure] = []
    for count in rows {
      let spec = folder.write("sweep-\(count).yaml", Self.spec(game: game, rows: count))
      let runs = [1, 2].map { jobs in
        Run(
          Run.tumen,
          ["sweep", spec, "--out", "\(folder.path)/out-\(jobs)", "--jobs", "\(jobs)", "--quiet"])
      }
      if runs.contains(where: { $0.status != 0 }) {
        report.mistake("a sweep of \(count) rows fails")
      }
      let files = [1, 2].map { "\(folder.path)/out-\($0)/results.csv" }
      if Run("cmp", files).status != 0 {
        report.mistake("\(count) rows: one core and two write different bytes")
      }
      // Start-up weighs on the rate of short sweeps: the longest is judged.
      let isLongest = count == rows.max()
      let rates = runs.map { Double(count) / $0.wall }
      let work = "sweep of \(count) rows"
      report.add(
        Figure(
          work: "\(work), one core", unit: .perSecond, ours: [rates[0]],
          promise: isLongest ? .median(.atLeast(200_000)) : nil))
      report.add(
        Figure(
          work: "\(work), two cores", unit: .perSecond, ours: [rates[1]],
          peer: .init(name: "tumen, one core", values: [rates[0]]),
          promise: isLongest ? .ratio(.atLeast(1.8)) : nil,
          note: "parallel efficiency \((rates[1] / rates[0] / 2).short), "
            + "computing \((runs[1].cpu / runs[0].cpu).short) times as long in all"))
      report.add(
        Figure(
          work: "\(work), two cores", ours: [runs[1].wall],
          promise: isLongest ? .median(.atMost(30)) : nil))
      let memory = Figure(
        work: "\(work), memory", unit: .bytes, ours: [Double(runs[1].peakMemory)],
        promise: .median(.atMost(100e6)))
      report.add(memory)
      memories.append(memory)
      _ = Run("rm", ["-rf", "\(folder.path)/out-1", "\(folder.path)/out-2"])
    }
    if memories.count > 1, let least = memories.first, let most = memories.last {
      report.add(
        Figure(
          work: most.work, unit: .bytes, ours: most.ours,
          peer: .init(name: least.work, values: least.ours), promise: .ratio(.atMost(1.25))))
    }
  }

  /// Every one of the eighteen payoffs depends on the parameter.
  static var game: String {
    let names = ["a", "b", "c"]
    var text = """
      format: 1
      id: sweep-game
      title: A game for timing sweeps
      family: textbook
      actors: {row: {name: Row}, column: {name: Column}}
      parameters:
        t: {default: 1/2, range: [0, 1], meaning: "what is varied", source: assumed}
      form: strategic
      strategies:
        row: {a: "first", b: "second", c: "third"}
        column: {a: "first", b: "second", c: "third"}
      payoffs:

      """
    for (i, row) in names.enumerated() {
      for (j, column) in names.enumerated() {
        text += "  - {row: \(row), column: \(column), "
        text += "gains: {row: \"\(i + 2 * j) + t * \(i - j + 1)\", "
        text += "column: \"\(2 * i - j) - t / \(i + j + 2)\"}, because: x, source: assumed}\n"
      }
    }
    return text
  }

  static func spec(game: String, rows: Int) -> String {
    """
    format: 1
    id: sweep-timing
    question: How many rows a second?
    game: \(game)
    vary:
      - {parameter: t, from: 0, to: 1, count: \(rows)}
    measure:
      - {name: equilibria, of: pure, value: "count"}

    """
  }
}
