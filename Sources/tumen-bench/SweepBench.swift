/// Rows a second of a sweep of a 3x3 game, pure equilibria only, written to disk.
///
/// Promised: 200,000 a second on one core, 1.8 times that on two with the same bytes, memory that
/// does not grow with the number of rows, and ten million rows on two cores in under 30 seconds and
/// 100 MB. Where other programs keep the cores busy, the seconds of computing tell how much the
/// second thread costs: as many as on one core mean that two free cores would halve the time.
struct SweepBench {
  /// How many rows, one sweep for each entry.
  let rows: [Int]

  func run(in folder: Folder, into report: inout Report) {
    let game = folder.write("sweep-game.yaml", Self.game)
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
      report.line(
        "sweep of \(count) rows, one core",
        "\((Double(count) / runs[0].wall).short) rows/s, \(runs[0].peakMemory >> 20) MB")
      report.line(
        "sweep of \(count) rows, two cores",
        "\(runs[1].wall.short) s, \((Double(count) / runs[1].wall).short) rows/s, "
          + "\(runs[1].peakMemory >> 20) MB, \((runs[0].wall / runs[1].wall).short) times one core, "
          + "computing \((runs[1].cpu / runs[0].cpu).short) times as long in all")
      _ = Run("rm", ["-rf", "\(folder.path)/out-1", "\(folder.path)/out-2"])
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
