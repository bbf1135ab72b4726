import Arithmetic
import GSL
import Glibc
import Scenarios
import Testing

@testable import Experiments

private let measured = "\nmeasure: [{name: n, of: game, value: r + s}]"

@Suite struct `Sampled designs` {
  private func design(_ text: String) throws -> Design {
    try Workplace().experiment(text + measured).series[0].design
  }

  @Test func `a Latin hypercube has one point in every stratum of every parameter`() throws {
    let design = try design(
      "vary: [{parameter: r}, {parameter: s, from: -4, to: 6}]\n"
        + "design: {kind: latin-hypercube, n: 97, seed: 5, replicates: 2}")
    #expect(design.rows == 194)
    for replicate in 0..<2 {
      let rows = (0..<97).map { design.values(in: 2 * $0 + replicate) }
      for (index, span) in [(0, (Rational.zero, Rational.one)), (1, (-4, 10))] {
        let strata = rows.map { (($0[index] - span.0) / span.1 * 97).floor.integer }
        #expect(Set(strata) == Set((0..<97).map { $0 as Int? }))
      }
    }
    #expect(design.values(in: 0) != design.values(in: 1))
  }

  @Test func `a Sobol design is GSL's sequence over the ranges, its replicates shifted`() throws {
    let design = try design(
      "vary: [{parameter: r}, {parameter: s, from: 0, to: 8}]\n"
        + "design: {kind: sobol, n: 100, replicates: 2}")
    #expect(design.values(in: 0) == [Rational(1, 2), 4])
    #expect(design.values(in: 2) == [Rational(3, 4), 2])
    #expect(design.values(in: 4) == [Rational(1, 4), 6])
    #expect(design.values(in: 5) != design.values(in: 4))
  }

  @Test func `the points of the sequence are the same by number as step by step`() throws {
    let points = try SobolPoints(dimensions: 40, count: 1000)
    var sequence = try SobolSequence(dimensions: 40)
    for number in 0..<1000 {
      let expected = try sequence.next()
      for dimension in [0, 1, 17, 39] {
        #expect(Double(points.coordinate(dimension, of: number)) * 0x1p-30 == expected[dimension])
      }
    }
  }

  @Test func `Saltelli's scheme goes from A to B one column at a time`() throws {
    let design = try design(
      "vary: [{parameter: r}, {parameter: s, from: 0, to: 1}]\ndesign: {kind: saltelli, n: 8}")
    #expect(design.rows == 8 * 4)
    for base in 0..<8 {
      let rows = (0..<4).map { design.values(in: 4 * base + $0) }
      let (a, b) = (rows[0], rows[3])
      #expect(rows[1] == [b[0], a[1]])
      #expect(rows[2] == [a[0], b[1]])
    }
  }

  @Test func `for pairs it goes from B to A too, the same points on the way there`() throws {
    let vary = "vary: [{parameter: r}, {parameter: s, from: 0, to: 1}]\n"
    let plain = try design(vary + "design: {kind: saltelli, n: 8}")
    let design = try design(vary + "design: {kind: saltelli, n: 8, second-order: true}")
    #expect(design.rows == 8 * 6)
    for base in 0..<8 {
      let rows = (0..<6).map { design.values(in: 6 * base + $0) }
      let (a, b) = (rows[0], rows[5])
      #expect(rows[1] == [b[0], a[1]] && rows[2] == [a[0], b[1]])
      #expect(rows[3] == [a[0], b[1]] && rows[4] == [b[0], a[1]])
      #expect((0..<3).map { plain.values(in: 4 * base + $0) } == Array(rows[..<3]))
      #expect(plain.values(in: 4 * base + 3) == b)
    }
  }

  @Test func `a Morris path moves one parameter a step, by half the levels`() throws {
    let design = try design(
      "vary: [{parameter: r}, {parameter: s, from: 0, to: 1}]\n"
        + "design: {kind: morris, n: 20, levels: 4, seed: 3}")
    #expect(design.rows == 60)
    for path in 0..<20 {
      let rows = (0..<3).map { design.values(in: 3 * path + $0) }
      var moved: [Int] = []
      for step in 0..<2 {
        for index in 0..<2 where rows[step][index] != rows[step + 1][index] {
          moved.append(index)
          #expect((rows[step][index] - rows[step + 1][index]).magnitude == Rational(2, 3))
        }
      }
      #expect(moved.sorted() == [0, 1])
    }
  }

  @Test func `one at a time: the base, then each parameter through its levels`() throws {
    let design = try design(
      "set: {s: 2}\nvary: [{parameter: r, list: [0, 1]}]\ndesign: {kind: one-at-a-time}")
    #expect((0..<3).map { design.values(in: $0) } == [[0], [0], [1]])
  }

  @Test func `distributions have the quantiles that books give`() {
    let half = Rational(1, 2)
    let triangular = Distribution.triangular(from: 0, to: 4, mode: 1)
    #expect(triangular.quantile(Rational(1, 4)) == 1)
    #expect(abs(triangular.quantile(half).double - (4 - 6.0.squareRoot())) < 1e-9)
    let normal = Distribution.normal(mean: 10, deviation: 2, from: nil, to: nil)
    #expect(abs(normal.quantile(half).double - 10) < 1e-8)
    #expect(abs(normal.quantile(Rational(975, 1000)).double - 13.919927969) < 1e-7)
    let cut = Distribution.normal(mean: 0, deviation: 1, from: 0, to: 1)
    #expect(cut.quantile(.zero) == 0)
    #expect(cut.quantile(.one) == 1)
    let spread = Distribution.logUniform(from: Rational(1, 100), to: 100)
    #expect(abs(spread.quantile(half).double - 1) < 1e-9)
    let discrete = Distribution.discrete(
      [3, 5, 7], weights: [Rational(1, 4), Rational(1, 2), Rational(1, 4)])
    #expect(
      [0.0, 0.24, 0.26, 0.74, 0.76, 1].map { discrete.quantile(Rational($0) ?? 0) }
        == [3, 3, 5, 5, 7, 7])
    #expect(Distribution.uniform(from: -1, to: 3).quantile(Rational(1, 3)) == Rational(1, 3))
  }

  @Test func `a permutation holds every place once`() {
    for count in [1, 2, 3, 17, 64, 1000] {
      let order = Permutation(of: count, seed: 99)
      #expect(Set((0..<count).map { order[$0] }) == Set(0..<count))
    }
    let (one, other) = (Permutation(of: 1000, seed: 1), Permutation(of: 1000, seed: 2))
    #expect((0..<1000).contains { one[$0] != other[$0] })
  }

  @Test func `noise beside a grid is drawn anew in every replicate, the same on any shard`() throws
  {
    let body = """
      vary:
        - {parameter: r, list: [0, 1/2, 1]}
        - {parameter: s, distribution: normal, mean: 1, deviation: 1/2}
      design: {kind: factorial, replicates: 50, seed: 7}
      """
    let place = try Workplace()
    let (summary, csv) = try place.run(body + measured, jobs: 2)
    let lines = csv.split(separator: "\n").map(String.init)
    #expect(lines[0] == "replicate,r,s,n,error")
    #expect(summary.rows == 150)
    #expect(lines[1].hasPrefix("1,0,"))
    #expect(lines[50].hasPrefix("50,0,"))
    let noise = lines.dropFirst().compactMap { Double($0.split(separator: ",")[2]) }
    #expect(Set(noise).count == 150)
    #expect(abs(noise.reduce(0, +) / 150 - 1) < 0.15)
    for index in 1...3 {
      _ = try place.experiment(body + measured).run(
        into: "\(place.directory.path)/\(index)", options: RunOptions(shard: Shard(index, of: 3)))
    }
    _ = try place.experiment(body + measured).merge(
      (1...3).map { "\(place.directory.path)/\($0)" }, into: place.directory.path + "/merged")
    #expect(place.directory.text("merged/results.csv") == csv)
  }

  @Test func `rows that a condition leaves out are not computed and keep their numbers`() throws {
    let body = """
      vary:
        - {parameter: r, list: [0, 1/2, 1]}
        - {parameter: s, list: [0, 1/2, 1]}
      where: "r < s"
      measure: [{name: n, of: game, value: r + s}]
      expect:
        - {claim: small, holds: "always(n < 3/2)"}
        - {claim: rises, holds: "nondecreasing(n, s)"}
      """
    let (summary, csv) = try Workplace().run(body)
    #expect(csv == "row,r,s,n,error\n2,0,0.5,0.5,\n3,0,1,1,\n6,0.5,1,1.5,\n")
    #expect(summary.rows == 3)
    #expect(summary.table?.rows.count == 3)
    #expect(summary.verdicts[0].description == "fails in row 6: r = 1/2, s = 1: n = 3/2")
    #expect(summary.verdicts[1].holds)
  }

  @Test func `a union runs one design after the other`() throws {
    let body = """
      vary: [{parameter: r, list: [0, 1]}, {parameter: s, list: [3]}]
      design:
        - {kind: factorial}
        - {kind: random, n: 2, seed: 4, vary: [{parameter: r}]}
      """
    let (summary, csv) = try Workplace().run(body + measured)
    let lines = csv.split(separator: "\n").map(String.init)
    #expect(lines[0] == "r,s,n,error")
    #expect(lines[1] == "0,3,3,")
    #expect(lines[2] == "1,3,4,")
    #expect(lines[3].contains(",1,"))
    #expect(summary.rows == 4)
  }

  @Test func `points come from a file as they stand there`() throws {
    let place = try Workplace()
    place.directory.write("s,\"r\"\r\n1/3,0.25\n-2, 1\n", to: "points.csv")
    let body = "design: {kind: file, file: points.csv}"
    let (_, csv) = try place.run(body + measured)
    #expect(csv == "s,r,n,error\n0.3333333333333333,0.25,0.5833333333333334,\n-2,1,-1,\n")
    place.directory.write("s,r\n1,0.25\n-2,1\n", to: "points.csv")
    let experiment = try place.experiment(body + measured)
    #expect(experiment.origin.tables.count == 1)
  }

  @Test(arguments: [
    ("s,r\n1\n", "points.csv:2:1: found 1 cells, expected 2"),
    ("s,q\n1,2\n", "points.csv:1:1: unknown parameter \"q\""),
    ("s,r\n1,x\n", "points.csv:2:1:"), ("s,r\n1,7\n", "r = 7 is out of its range"),
    ("s,s\n1,7\n", "stands twice"), ("s,r\n", "a line a point"),
  ])
  func `faults of a file are told by line`(content: String, message: String) throws {
    let place = try Workplace()
    place.directory.write(content, to: "points.csv")
    let error = try #require(throws: InputError.self) {
      try place.experiment("design: {kind: file, file: points.csv}" + measured)
    }
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test(arguments: [
    ("design: {kind: sobol}", "needs \"n\": write n: 1024"),
    ("design: {kind: sobl, n: 3}", "did you mean \"sobol\"?"),
    ("design: {kind: sobol, n: 0}", "write a whole number from 1"),
    ("design: {kind: sobol, n: 99999999}", "at most 16777216"),
    ("design: {kind: saltelli, n: 8, seed: 2}", "has no \"seed\""),
    ("design: {kind: sobol, n: 8, second-order: true}", "has no \"second-order\""),
    ("design: {kind: morris, n: 8, levels: 3}", "write levels: 4"),
    ("design: {kind: factorial, n: 8}", "has no \"n\""),
    ("design: []", "\"design\" is empty"),
    ("design: {kind: random, n: 5}\nwhere: \"r < q\"", "q"),
    ("design: {kind: saltelli, n: 5}\nwhere: \"r < s\"", "needs all of its points"),
    ("design: {kind: random, n: 5}\nexpect: [{claim: c, holds: \"nondecreasing(n, r)\"}]", "grid"),
    (
      "design: {kind: random, n: 5}\nfigures: [{kind: line, x: r, y: n}]",
      "no series varies"
    ),
  ])
  func `faults of a design say what to write`(body: String, message: String) throws {
    let error = try #require(throws: InputError.self) {
      try Workplace().experiment("vary: [{parameter: r}]\n" + body + measured)
    }
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test(arguments: [
    ("distribution: uniformly", "did you mean \"uniform\"?"),
    ("distribution: normal, mean: 1", "lacks \"deviation\""),
    ("distribution: normal, mean: 1, deviation: 0", "greater than 0"),
    ("distribution: log-uniform, from: 0, to: 1", "lies above 0"),
    ("distribution: triangular, from: 0, to: 1, mode: 2", "between 0 and 1"),
    ("distribution: discrete, list: [0, 1], weights: [1]", "write one a value"),
    ("distribution: uniform, list: [0, 1]", "has no \"list\""),
    ("distribution: uniform, from: 0, to: 3", "out of its range"),
    ("mode: 1/2, list: [0, 1]", "write distribution: triangular"),
  ])
  func `faults of a distribution say what to write`(entry: String, message: String) throws {
    let error = try #require(throws: InputError.self) {
      try Workplace().experiment(
        "vary: [{parameter: r, \(entry)}]\ndesign: {kind: random, n: 5}" + measured)
    }
    #expect("\(error)".contains(message), "\(error)")
  }

  @Test func `equal replicates are refused`() throws {
    let error = try #require(throws: InputError.self) {
      try Workplace().experiment(
        "vary: [{parameter: r, list: [0, 1]}]\ndesign: {kind: factorial, replicates: 3}" + measured)
    }
    #expect("\(error)".contains("would be equal"))
  }

  @Test func `a rehearsal tells rows, parts, and the first and last row`() throws {
    let experiment = try Workplace().experiment(
      "vary: [{parameter: r, list: [0, 1/2, 1]}, {parameter: s, list: [0, 1]}]\nwhere: \"r <= s\""
        + measured)
    let rehearsal = try experiment.rehearse()
    #expect(rehearsal.rows == 6)
    #expect(rehearsal.first == "1,0,0,0,")
    #expect(rehearsal.last == "6,1,1,2,")
    #expect(abs(rehearsal.share - 4.0 / 6) < 1e-9)
    #expect(rehearsal.rate > 0)
    #expect(rehearsal.designs == ["factorial, 6 points of r, s where r <= s"])
  }
}
