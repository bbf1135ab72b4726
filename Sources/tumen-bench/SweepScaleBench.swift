import Glibc

/// What a long sweep costs beyond its rows: going on with a run of which 99 in 100 parts are there,
/// and putting shards together, against `cat` of the same bytes.
///
/// Promised: a resume in under two seconds, a merge at the speed of the disk (judged to a quarter).
struct SweepScaleBench {
  /// How many rows.
  let rows: Int

  func run(in folder: Folder, into report: inout Report) {
    let game = folder.write("sweep-game.yaml", SweepBench.game)
    let spec = folder.write("sweep-scale.yaml", SweepBench.spec(game: game, rows: rows))
    let (whole, resumed) = ("\(folder.path)/scale-whole", "\(folder.path)/scale-resumed")
    let (shards, merged) = ("\(folder.path)/scale-shards", "\(folder.path)/scale-merged")
    func sweep(_ words: [String]) -> Run {
      let run = Run(Run.tumen, ["sweep", spec, "--quiet"] + words)
      if run.status != 0 { report.mistake("sweep \(words.joined(separator: " ")) fails") }
      return run
    }
    let full = sweep(["--out", whole])

    // One shard of one leaves its parts, of which every hundredth goes.
    _ = sweep(["--out", resumed, "--shard", "1/1"])
    _ = Run("sh", ["-c", "ls \(resumed)/parts/part-* | sed -n '1~100p' | xargs rm"])
    let rest = sweep(["--out", resumed, "--resume"])
    compare("a resumed run", whole, resumed, &report)
    report.add(
      Figure(
        work: "resume of \(rows) rows, 99 % there", ours: [rest.wall],
        peer: .init(name: "tumen, the whole run", values: [full.wall]),
        promise: .median(.atMost(2))))

    for shard in 1...4 {
      _ = sweep(["--out", "\(shards)/\(shard)", "--shard", "\(shard)/4"])
    }
    let words = (1...4).map { "\(shards)/\($0)" }
    let merge = Run(Run.tumen, ["merge"] + words + ["--out", merged, "--quiet"])
    if merge.status != 0 { report.mistake("merge fails") }
    compare("a merged run", whole, merged, &report)
    let copy = Run(
      "sh", ["-c", "cat \(shards)/*/parts/part-* > \(folder.path)/scale-copy"])
    report.add(
      Figure(
        work: "merge of \(rows) rows in 4 shards", ours: [merge.wall],
        peer: .init(name: "cat", values: [copy.wall]), promise: .ratio(.atMost(1.25)),
        note: "\(Figure.Unit.seconds.text(merge.cpu)) of it computing"))
    for path in [whole, resumed, shards, merged, "\(folder.path)/scale-copy"] {
      _ = Run("rm", ["-rf", path])
    }
  }

  private func compare(_ what: String, _ whole: String, _ other: String, _ report: inout Report) {
    if Run("cmp", ["\(whole)/results.csv", "\(other)/results.csv"]).status != 0 {
      report.mistake("\(what) has other bytes")
    }
  }
}
