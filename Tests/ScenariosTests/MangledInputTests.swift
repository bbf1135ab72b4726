import Scenarios
import TestSupport
import Testing

@Suite struct `Mangled input` {
  private static let gambit = """
    NFG 1 R "t" { "A" "B" } { { "x" "y" } { "z" "w" } } "c"
    { { "o" 1, 2 } { "" 3/4 -5e1 } } 1 2 0 1
    """

  /// What mangling puts in: the signs that mean something in one of the formats.
  private static let pieces = [
    "[", "]", "{", "}", ":", ": ", ",", "- ", "? ", "\"", "'", "#", " #", "&a", "*a", "!", "|", ">",
    "%", "@", "\t", "\n", "\r", " ", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "\u{1F600}",
    "---", "...", "<<", "\\", "\\u", "\\ud800", "1e9999", "nan", "/0", "^", "(", ")", "-", "~",
  ]

  @Test(arguments: ScenarioFormat.allCases)
  func `is read or gets one line, and never brings the reader down`(format: ScenarioFormat) throws {
    let sample = try ScenarioReader.read(text: leaseYAML, format: .yaml, file: "f")
    let text =
      switch format {
      case .yaml: leaseYAML
      case .json: ScenarioWriter.json(sample)
      case .nfg: Self.gambit
      case .efg: FixtureFile.text("efg/along.efg")
      }
    let original = Array(text.unicodeScalars)
    var generator = SplitMix64(seed: 11)
    for _ in 0..<400 {
      var mangled = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = Int.random(in: 0..<mangled.count, using: &generator)
        let end = min(mangled.count, start + Int.random(in: 0...3, using: &generator))
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        mangled.replaceSubrange(start..<end, with: Array(piece.unicodeScalars))
      }
      if Int.random(in: 0..<8, using: &generator) == 0 {
        mangled.removeLast(Int.random(in: 0..<mangled.count, using: &generator))
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: mangled)
      guard let line = complaint(String(view), format) else { continue }
      #expect(line.hasPrefix("f:") && !line.contains { $0.isNewline })
      #expect(line.utf8.count < 600)
    }
  }
}
