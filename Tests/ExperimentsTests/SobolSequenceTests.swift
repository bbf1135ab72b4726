import GSL
import Testing

@Suite struct `Sobol sequence` {
  @Test func `starts with the points GSL documents`() throws {
    var sequence = try SobolSequence(dimensions: 2)
    #expect(try sequence.next() == [0.5, 0.5])
    #expect(try sequence.next() == [0.75, 0.25])
    #expect(try sequence.next() == [0.25, 0.75])
  }

  @Test func `skips to the same points that stepping reaches`() throws {
    var stepped = try SobolSequence(dimensions: 5)
    for _ in 0..<37 { _ = try stepped.next() }
    var skipped = try SobolSequence(dimensions: 5)
    try skipped.skip(37)
    #expect(try stepped.next() == skipped.next())
  }

  @Test func `has forty dimensions at most`() throws {
    var widest = try SobolSequence(dimensions: 40)
    let point = try widest.next()
    #expect(point.count == 40)
    #expect(point.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test(arguments: [-1, 0, 41, 1000])
  func `refuses other dimensions with a Swift error`(dimensions: Int) throws {
    let error = try #require(throws: GSLError.self) {
      _ = try SobolSequence(dimensions: dimensions)
    }
    #expect(error.description.contains("\(dimensions) dimensions (1 to 40)"))
    #expect(error.reason == "input domain error")
  }

  @Test func `the library says its version`() {
    #expect(GSLVersion.text.split(separator: ".").count >= 2)
  }
}
