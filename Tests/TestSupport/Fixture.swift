import Arithmetic
import Foundation
import GameForms
import Testing

/// One recorded answer: the fields of a line of a file under `Tests/Fixtures`.
public struct Fixture: Sendable, CustomTestStringConvertible {
  /// The fields between the bars, trimmed.
  public let fields: [String]

  /// The name of the game.
  public var testDescription: String { fields[0] }

  /// The answers in `Tests/Fixtures/<name>.txt`; lines that begin with `#` explain the format.
  public static func read(_ name: String, file: StaticString = #filePath) -> [Fixture] {
    let folder = URL(filePath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.appending(path: "Fixtures/\(name).txt")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      preconditionFailure("no fixture at \(path.path)")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      Fixture(fields: line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
    }
  }

  /// The sizes in a field like `3x2x2`.
  public func shape(_ field: Int) -> [Int] {
    fields[field].split(separator: "x").compactMap { Int($0) }
  }

  /// The numbers in a field.
  public func numbers(_ field: Int) -> [Rational] { Self.numbers(fields[field]) }

  /// The numbers in a text, between blanks.
  public static func numbers(_ text: some StringProtocol) -> [Rational] {
    text.split(separator: " ").compactMap { Rational(String($0)) }
  }
}
