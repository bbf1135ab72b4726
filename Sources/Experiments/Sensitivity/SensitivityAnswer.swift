import Arithmetic
public import Laboratory

/// One number that answers a question about the parameters: a line of `sensitivity.csv`.
public struct SensitivityAnswer: Hashable, Sendable {
  /// The series; empty where it has no name.
  public let series: String
  /// The measure or the condition asked about.
  public let subject: String
  /// How it was found.
  public let method: Method
  /// The parameter, `a * b` of a pair; empty where it is about the answer as a whole.
  public let parameter: String
  /// Which number of the method it is: `first`, `total`, `second`; `mu`, `mu-star`, `sigma`; `from`,
  /// `to`, `coverage`, `density`, `mass`.
  public let index: String
  /// The number; nil where there is none.
  public let value: Double?
  /// The lower and upper end of its interval; nil without a bootstrap.
  public let interval: Interval?

  /// The ends of an interval.
  public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
  }

  /// How a number was found.
  public enum Method: String, Hashable, Sendable {
    /// ``SobolIndices``.
    case sobol
    /// ``MorrisScreening``.
    case morris
    /// ``RuleInduction``.
    case prim
  }

  /// The headings of the file.
  static let headings = [
    "series", "of", "method", "parameter", "index", "value", "low", "high",
  ]

  /// The table of some answers, one line each.
  public static func table(_ answers: [SensitivityAnswer]) -> ResultTable {
    func cell(_ number: Double?) -> ResultTable.Cell {
      number.flatMap { Rational($0) }.map { .number($0, exact: false) } ?? .text("")
    }
    return ResultTable(
      columns: headings,
      rows: answers.map { answer in
        [
          .text(answer.series), .text(answer.subject), .text(answer.method.rawValue),
          .text(answer.parameter), .text(answer.index), cell(answer.value),
          cell(answer.interval?.low), cell(answer.interval?.high),
        ]
      })
  }

  /// The answers in a file that a run wrote; nil where it cannot be read.
  static func read(_ path: String) -> [SensitivityAnswer]? {
    guard let lines = ResultLines(path) else { return nil }
    var cells: [[UInt8]] = []
    guard lines.next(&cells) else { return nil }
    var answers: [SensitivityAnswer] = []
    while lines.next(&cells) {
      let texts = cells.map { String(decoding: $0, as: UTF8.self) }
      guard texts.count == headings.count, let method = Method(rawValue: texts[2]) else {
        return nil
      }
      var interval: Interval?
      if let low = Double(texts[6]), let high = Double(texts[7]) {
        interval = Interval(low: low, high: high)
      }
      answers.append(
        SensitivityAnswer(
          series: texts[0], subject: texts[1], method: method, parameter: texts[3],
          index: texts[4], value: Double(texts[5]), interval: interval))
    }
    return answers
  }
}
