import Arithmetic
import Laboratory
import Scenarios

/// Reads the small things that users type after options and in the REPL.
enum Typed {
  /// Reads `name=value`.
  static func assignment(
    _ text: some StringProtocol, example: String
  ) throws(UsageError) -> Setting.ParameterValue {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw UsageError("\(quoted(text)) sets nothing: write name=value, as in \(example)")
    }
    return .init(String(parts[0]), try number(parts[1], of: String(parts[0])))
  }

  /// Reads a number for the thing called `name`.
  static func number(_ text: some StringProtocol, of name: String) throws(UsageError) -> Rational {
    do {
      return try Rational.read(text)
    } catch {
      let reason =
        switch error {
        case .notANumber: "is not a number"
        case .zeroDenominator: "divides by zero"
        case .tooLong: "has too many digits"
        }
      throw UsageError(
        "\(quoted(text)) \(reason): write a value of \(quoted(name)) as 3, -2.75, 7/3 or 1e-3")
    }
  }

  /// Reads `name` or `name=from..to`.
  static func interval(_ text: String) throws(UsageError) -> Regions.Request {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard parts.count == 2 else { return Regions.Request(name) }
    let ends = parts[1].split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, !name.isEmpty else {
      throw UsageError("\(quoted(text)) is no interval: write name=from..to, as in k=0..3")
    }
    return Regions.Request(
      name, from: try number(ends[0], of: name), to: try number(ends[1], of: name))
  }
}
