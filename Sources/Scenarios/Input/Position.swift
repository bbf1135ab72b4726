/// A place in a file: what an error points at.
public struct Position: Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it, or a name such as `<stdin>` or `<argument>`.
  public var file: String
  /// The line, from 1; 0 stands for the file as a whole.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// The place at `line` and `column`, both counted from 1.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The file as a whole.
  public init(file: String) { self.init(file: file, line: 0, column: 0) }

  /// `file:line:column`, or the file alone.
  public var description: String { line > 0 ? "\(file):\(line):\(column)" : file }

  /// `line 3, column 7`, to name a second place in the same file.
  public var inWords: String { "line \(line), column \(column)" }

  /// The place `count` scalars further on the same line.
  public func advanced(by count: Int) -> Position {
    Position(file: file, line: line, column: column + count)
  }
}
