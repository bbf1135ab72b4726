import Arithmetic
import Glibc
import Testing

@testable import Experiments

/// A sweep with everything that an end gathers: comparisons, conditions, a figure, errors.
private let body = """
  vary:
    - {parameter: s, from: -1, to: 3, count: 21}
    - {parameter: r, from: 0, to: 1, count: 15}
  measure:
    - {name: inverse, of: game, value: 1/s, exact: true}
    - {name: both, of: pure, value: "utility(Row) + utility(Col)"}
  expect:
    - {claim: falls, holds: "nonincreasing(inverse, s)"}
    - {claim: level, holds: "constant(inverse, r)"}
    - {claim: positive, holds: "always(inverse > 0)"}
  figures: [{kind: line, x: s, y: both, by: r}]
  """

@Suite struct `Resuming a run` {
  /// What a whole run left, but for the times in its manifest.
  private func undisturbed(_ place: Workplace) throws -> (csv: [UInt8], verdicts: [Verdict]) {
    let summary = try place.experiment(body).run(
      into: place.directory.path + "/whole", options: RunOptions(jobs: 2),
      draw: { "\($0.panels[0].cells)" })
    return (place.directory.bytes("whole/results.csv"), summary.verdicts)
  }

  /// The parts of a run that lack only their end, as a shard leaves them.
  private func partial(_ place: Workplace, in name: String = "out", shard: Shard? = Shard(1, of: 1))
    throws
  {
    _ = try place.experiment(body).run(
      into: place.directory.path + "/\(name)", options: RunOptions(shard: shard))
  }

  private func parts(_ place: Workplace, in name: String = "out") -> [String] {
    place.directory.names(in: "\(name)/parts")
  }

  @Test func `computes the missing and the damaged parts, and the bytes are the same`() throws {
    let place = try Workplace()
    let whole = try undisturbed(place)
    try partial(place)
    let names = parts(place)
    #expect(names.count > 250)
    let base = place.directory.path + "/out/parts/"
    unlink(base + names[7])
    truncate(base + names[9], 20)
    var bytes = place.directory.bytes("out/parts/" + names[11])
    bytes[3] ^= 1
    place.directory.write(String(decoding: bytes, as: UTF8.self), to: "out/parts/" + names[11])
    place.directory.write("half", to: "out/parts/\(names[13]).part")
    place.directory.write("", to: "out/parts/" + names[15])

    let summary = try place.experiment(body).run(
      into: place.directory.path + "/out", options: RunOptions(jobs: 2, earlier: .resume),
      draw: { "\($0.panels[0].cells)" })
    #expect(summary.parts.done == 4)
    #expect(summary.parts.count == names.count)
    #expect(summary.verdicts == whole.verdicts)
    #expect(summary.failures.count == 15)
    #expect(place.directory.bytes("out/results.csv") == whole.csv)
    #expect(place.directory.bytes("out/both.svg") == place.directory.bytes("whole/both.svg"))
    #expect(
      place.directory.names(in: "out") == ["both.svg", "manifest.json", "results.csv"])
  }

  @Test func `a run that is whole is left alone, its verdicts told from its manifest`() throws {
    let place = try Workplace()
    let whole = try undisturbed(place)
    let options = RunOptions(earlier: .resume)
    let path = place.directory.path + "/whole"
    let manifest = place.directory.bytes("whole/manifest.json")
    let again = try place.experiment(body).run(into: path, options: options)
    #expect(again.parts == (0, 0))
    #expect(again.verdicts == whole.verdicts)
    #expect(again.failures.count == 15)
    #expect(again.failures.first.first?.reason.contains("division by zero") == true)
    #expect(place.directory.bytes("whole/manifest.json") == manifest)

    place.directory.write("damaged", to: "whole/results.csv")
    let redone = try place.experiment(body).run(into: path, options: options)
    #expect(redone.parts.done > 250)
    #expect(place.directory.bytes("whole/results.csv") == whole.csv)
  }

  @Test func `an unfinished run is neither lost nor mixed with another`() throws {
    let place = try Workplace()
    try partial(place)
    let out = place.directory.path + "/out"
    let count = parts(place).count
    #expect(throws: RunRefusal.unfinished(directory: out, parts: count, of: count)) {
      try place.experiment(body).run(into: out)
    }
    let other = body.replacing("count: 21", with: "count: 22")
    let error = try #require(throws: RunRefusal.self) {
      try place.experiment(other).run(into: out, options: RunOptions(earlier: .resume))
    }
    #expect(error.description.contains("changed since: the spec ("))
    _ = try place.experiment(body)

    place.directory.write(dilemma.replacing("3*s", with: "7*s/2"), to: "dilemma.yaml")
    let game = try #require(throws: RunRefusal.self) {
      try place.experiment(body).run(into: out, options: RunOptions(earlier: .resume))
    }
    #expect(game.description.contains("changed since: the game ("))
    place.directory.write(dilemma, to: "dilemma.yaml")

    unlink(out + "/run.json")
    _ = try place.experiment(other).run(into: out, options: RunOptions(earlier: .restart))
    #expect(place.directory.text("out/results.csv").utf8.filter { $0 == 0x0A }.count == 22 * 15 + 1)
  }

  @Test func `parts of another run are known without a record`() throws {
    let place = try Workplace()
    try partial(place)
    let out = place.directory.path + "/out"
    place.directory.write("{ torn", to: "out/run.json")
    let other = body.replacing("count: 21", with: "count: 22")
    #expect(throws: RunRefusal.self) {
      try place.experiment(other).run(into: out, options: RunOptions(earlier: .resume))
    }
    let summary = try place.experiment(body).run(
      into: out, options: RunOptions(earlier: .resume))
    #expect(summary.parts.done == 0)
  }

  @Test func `the first error ends a run that fails fast, and parts with errors are tried again`()
    throws
  {
    let place = try Workplace()
    let out = place.directory.path + "/out"
    var options = RunOptions()
    options.failsFast = true
    let error = try #require(throws: RunRefusal.self) {
      try place.experiment(body).run(into: out, options: options)
    }
    guard case .failed(let row, let reason) = error else {
      Issue.record("\(error)")
      return
    }
    // s = 0 is the sixth of 21 levels, 15 rows each.
    #expect(row == 76)
    #expect(reason.contains("division by zero"))
    let kept = parts(place).count
    #expect(kept == 75)

    var again = RunOptions(earlier: .resume)
    let rest = try place.experiment(body).run(into: out, options: again)
    #expect(rest.parts.done == rest.parts.count - kept)
    try partial(place, in: "retry")
    again.retriesFailed = true
    let retried = try place.experiment(body).run(
      into: place.directory.path + "/retry", options: again)
    #expect(retried.parts.done == 15)
  }

  @Test func `a full disk costs the part in flight, and the rest goes on`() throws {
    let place = try Workplace()
    let whole = try undisturbed(place)
    let out = place.directory.path + "/out"
    mkdir(out, 0o755)
    mkdir(out + "/parts", 0o755)
    symlink("/dev/full", out + "/parts/part-0000150")
    let error = try #require(throws: OutputError.self) {
      try place.experiment(body).run(into: out, options: RunOptions(earlier: .resume))
    }
    #expect(error.description.contains("free some room"))
    #expect(parts(place).count >= 150)
    #expect(place.directory.names(in: "out") == ["parts", "run.json"])
    unlink(out + "/parts/part-0000150")
    let summary = try place.experiment(body).run(
      into: out, options: RunOptions(earlier: .resume))
    #expect(summary.parts.done < summary.parts.count)
    #expect(place.directory.bytes("out/results.csv") == whole.csv)
  }

  @Test func `two runs do not work in one directory at a time`() throws {
    let place = try Workplace()
    let folder = PartsFolder(in: place.directory.path)
    try folder.open()
    #expect(throws: RunRefusal.busy(directory: place.directory.path)) {
      try place.experiment(body).run(into: place.directory.path)
    }
  }
}

@Suite struct `Shards` {
  @Test func `merged in any order give the bytes of one run`() throws {
    let place = try Workplace()
    let base = place.directory.path
    let whole = try place.experiment(body).run(
      into: base + "/whole", draw: { "\($0.panels[0].cells)" })
    for index in 1...3 {
      let summary = try place.experiment(body).run(
        into: "\(base)/shard-\(index)", options: RunOptions(jobs: 2, shard: Shard(index, of: 3)))
      #expect(summary.files.isEmpty)
      #expect(place.directory.names(in: "shard-\(index)") == ["parts", "run.json"])
    }
    let experiment = try Experiment.read(shardIn: base + "/shard-2")
    let merged = try experiment.merge(
      [2, 3, 1].map { "\(base)/shard-\($0)" }, into: base + "/merged",
      draw: { "\($0.panels[0].cells)" })
    #expect(merged.verdicts == whole.verdicts)
    #expect(merged.failures == whole.failures)
    for name in ["results.csv", "both.svg"] {
      #expect(place.directory.bytes("merged/\(name)") == place.directory.bytes("whole/\(name)"))
    }
  }

  @Test func `missing and damaged parts are named with their shards`() throws {
    let place = try Workplace()
    let base = place.directory.path
    for index in [1, 3] {
      _ = try place.experiment(body).run(
        into: "\(base)/shard-\(index)", options: RunOptions(shard: Shard(index, of: 3)))
    }
    truncate(base + "/shard-1/parts/part-0000003", 100)
    let experiment = try place.experiment(body)
    let error = try #require(throws: RunRefusal.self) {
      try experiment.merge([base + "/shard-1", base + "/shard-3"], into: base + "/merged")
    }
    #expect(error.description.contains("missing: 1, 4, 7"))
    #expect(error.description.contains("damaged: 3"))
    #expect(error.description.hasSuffix("--shard 1/3, 2/3"))
    #expect(access(base + "/merged", F_OK) != 0)
    let wrong = try #require(throws: RunRefusal.self) {
      try experiment.merge([base], into: base + "/merged")
    }
    #expect(wrong == .noRun(directory: base))
  }

  @Test func `of another spec are refused`() throws {
    let place = try Workplace()
    let base = place.directory.path
    _ = try place.experiment(body).run(
      into: base + "/a", options: RunOptions(shard: Shard(1, of: 2)))
    let other = try place.experiment(body.replacing("count: 21", with: "count: 22"))
    let error = try #require(throws: RunRefusal.self) {
      try other.merge([base + "/a"], into: base + "/merged")
    }
    #expect(error.description.contains("something else"))
    #expect(error.description.contains("the spec ("))
  }

  @Test(arguments: ["0/3", "4/3", "1/0", "1", "a/b", "1/2/3", "", "-1/2"])
  func `are written i of n`(text: String) { #expect(Shard(text) == nil) }

  @Test func `share all parts among them`() throws {
    let shards = try (1...4).map { try #require(Shard($0, of: 4)) }
    for part in 0..<23 { #expect(shards.filter { $0.contains(part) }.count == 1) }
    #expect(Shard("2/8")?.description == "2/8")
  }
}

@Suite struct `xxHash` {
  // From the reference program, `xxhsum -H64`, over 0, 1, 2, ... mod 251.
  @Test(arguments: [
    (0, "ef46db3751d8e999"), (1, "e934a84adb052768"), (4, "ffced8604453cc1e"),
    (13, "13d17c4c779723a8"), (31, "c346d2b59b4d8ee1"), (32, "cbf59c5116ff32b4"),
    (33, "0c535d1acafb8ead"), (100, "6ac1e58032166597"), (1000, "f306f04aa88b54d3"),
  ])
  func `agrees with the reference program`(count: Int, digest: String) {
    let bytes = (0..<count).map { UInt8($0 % 251) }
    #expect(XXH64.hexadecimal(bytes.withUnsafeBytes { XXH64.digest(of: $0) }) == digest)
  }

  @Test func `does not hang on how the bytes come in`() {
    let bytes = (0..<1000).map { UInt8($0 % 251) }
    let whole = bytes.withUnsafeBytes { XXH64.digest(of: $0) }
    for step in [1, 7, 31, 32, 33, 100] {
      var hash = XXH64()
      for start in stride(from: 0, to: 1000, by: step) {
        Array(bytes[start..<min(1000, start + step)]).withUnsafeBytes { hash.update($0) }
      }
      #expect(hash.digest == whole)
    }
  }
}
