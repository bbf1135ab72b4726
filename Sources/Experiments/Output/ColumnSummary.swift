/// What stands in one column of the results, in brief.
public struct ColumnSummary: Sendable {
  /// The heading.
  public let name: String
  /// How many rows have a value.
  public private(set) var values = 0
  /// How many rows have none.
  public private(set) var empty = 0
  /// The least number; nil where there is none.
  public private(set) var least: Double?
  /// The greatest number; nil where there is none.
  public private(set) var greatest: Double?
  /// The texts of a column of texts and how often each stands there, in the order of their first
  /// appearance; at most ``mostTexts``.
  public private(set) var texts: [(text: String, count: Int)] = []
  /// How many rows hold other texts than ``texts``.
  public private(set) var otherTexts = 0

  // Neumaier's sum: the part that rounding lost is carried beside it.
  private var sum = 0.0
  private var lost = 0.0
  private var numbers = 0

  /// Most texts that are counted one by one.
  public static let mostTexts = 12

  init(_ name: String) { self.name = name }

  /// The mean of the numbers, computed in floating point; nil where there are none.
  public var mean: Double? { numbers == 0 ? nil : (sum + lost) / Double(numbers) }

  /// Takes in a cell.
  mutating func take(_ cell: [UInt8]) {
    guard !cell.isEmpty else {
      empty += 1
      return
    }
    values += 1
    let text = String(decoding: cell, as: UTF8.self)
    guard let number = Double(text) else {
      count(text)
      return
    }
    numbers += 1
    least = min(least ?? number, number)
    greatest = max(greatest ?? number, number)
    let total = sum + number
    lost += abs(sum) >= abs(number) ? (sum - total) + number : (number - total) + sum
    sum = total
  }

  private mutating func count(_ text: String) {
    if let known = texts.firstIndex(where: { $0.text == text }) {
      texts[known].count += 1
    } else if texts.count < Self.mostTexts {
      texts.append((text, 1))
    } else {
      otherTexts += 1
    }
  }
}
