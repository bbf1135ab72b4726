import ArgumentParser
import Laboratory

/// In which format a command answers.
struct FormatOption: ParsableArguments {
  /// The formats that every command with a table has.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, latex
  }

  @Option(help: "How to answer: text, json, csv or latex.")
  var format: Format = .text

  /// Writes the answer in the format asked for; the others are not made.
  func write(
    to output: Output, text: () -> String, json: () -> JSONValue, csv: () -> String,
    latex: () -> String
  ) throws {
    switch format {
    case .text: try output.write(text())
    case .json: try output.write(json().text + "\n")
    case .csv: try output.write(csv())
    case .latex: try output.write(latex())
    }
  }
}
