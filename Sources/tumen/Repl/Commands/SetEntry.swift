import Arithmetic
import Laboratory
import Scenarios

extension ReplEntry {
  static let set = ReplEntry(
    "set", "set k=1 [r=1/2 ...]", "set parameters; alone, list them", group: .change,
    example: ["load zarubino-lease", "set", "set k=0 rajin=1/3", "pure"], completes: [.parameters]
  ) { words, session in
    if !words.isEmpty {
      let values = try assignments(words)
      try session.change { $0.set += values }
    }
    return try parameters(session)
  }

  private static func parameters(_ session: Session) throws -> String {
    let setting = try session.setting()
    guard !setting.parameters.isEmpty else { return "the game has no parameters\n" }
    return zip(setting.parameters, setting.scenario.parameters).map { set, parameter in
      let range = parameter.range.map { "  from \($0.lowerBound) to \($0.upperBound)" } ?? ""
      return "\(set.name) = \(set.value.readingText)\(range)\n"
    }.joined()
  }

  /// `k=1`, `k = 1`, `k 1`, several of the first two.
  private static func assignments(_ words: String) throws -> [Setting.ParameterValue] {
    let parts = withoutBlanksAroundEquals(words)
    if parts.count == 2, !parts.contains(where: { $0.contains("=") }) {
      return [.init(parts[0], try Typed.number(parts[1], of: parts[0]))]
    }
    let values = try parts.map { try Typed.assignment($0, example: "set k=1") }
    for (place, value) in values.enumerated()
    where values[..<place].contains(where: { $0.name == value.name }) {
      throw UsageError("\(quoted(value.name)) is set twice on one line: write it once")
    }
    return values
  }

  static func withoutBlanksAroundEquals(_ words: String) -> [String] {
    words.split(separator: "=", omittingEmptySubsequences: false)
      .map { trimmed($0) }.joined(separator: "=")
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
