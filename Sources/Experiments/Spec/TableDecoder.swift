import Arithmetic
import Scenarios

/// Reads the points of a design from a file of comma-separated values: the heading names
/// parameters, every line is a point, numbers are decimals or fractions.
struct TableDecoder {
  let parameters: [Scenario.Parameter]
  let spec: String
  let fixed: [String]

  /// Most numbers of a file, which stay in memory.
  private static let mostNumbers = 4_000_000

  /// The factors and, row by row, their values.
  func decode(
    _ fields: Fields
  ) throws(InputError) -> (factors: [Experiment.Factor], values: [Rational], file: String) {
    let named = try fields.required("file", example: "file: points.csv")
    let name = try named.text(fields.name("file"))
    let path = Self.path(name, from: spec)
    let text: String
    do { text = try InputFile.text(of: path) } catch {
      throw InputError("the design's file: \(error.message)", at: named.position)
    }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.isEmpty == true { lines.removeLast() }
    let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let heading = cells.first, lines.count > 1 else {
      throw InputError(
        "\(path): a heading with names of parameters and a line a point, found \(lines.count) lines",
        at: named.position)
    }
    guard heading.count * (lines.count - 1) <= Self.mostNumbers else {
      throw InputError(
        "\(path): more than \(Self.mostNumbers) numbers: draw the points by kind: random or sobol",
        at: named.position)
    }
    let decoder = FactorDecoder(parameters: parameters)
    var factors: [Experiment.Factor] = []
    var columns: [Scenario.Parameter] = []
    for cell in heading {
      let name = Self.plain(cell)
      let place = Position(file: path, line: 1, column: 1)
      let parameter = try decoder.parameter(name, at: place)
      guard !columns.contains(where: { $0.name == name }), !fixed.contains(name) else {
        throw InputError("\(quoted(name)) stands twice, or is set by the spec", at: place)
      }
      columns.append(parameter)
      factors.append(Experiment.Factor(parameter: name, levels: .list([])))
    }
    var values: [Rational] = []
    values.reserveCapacity(heading.count * (lines.count - 1))
    for (number, line) in cells.enumerated().dropFirst() {
      let place = Position(file: path, line: number + 1, column: 1)
      guard line.count == heading.count else {
        throw InputError(
          "found \(line.count) cells, expected \(heading.count) as in the heading", at: place)
      }
      for (cell, parameter) in zip(line, columns) {
        let value = try Rational.reading(
          Self.plain(cell), as: "the value of \(quoted(parameter.name))", at: place)
        try decoder.check(value, in: parameter, at: place)
        values.append(value)
      }
    }
    return (factors, values, path)
  }

  /// The path of a file named in a spec: seen from the spec.
  static func path(_ name: String, from spec: String) -> String {
    guard !name.hasPrefix("/"), let slash = spec.lastIndex(of: "/") else { return name }
    return spec[...slash] + name
  }

  private static func plain(_ cell: Substring) -> String {
    var cell = cell[...]
    while let first = cell.first, first == " " { cell = cell.dropFirst() }
    while let last = cell.last, last == " " { cell = cell.dropLast() }
    if cell.count >= 2, cell.first == "\"", cell.last == "\"" { cell = cell.dropFirst().dropLast() }
    return String(cell)
  }
}
