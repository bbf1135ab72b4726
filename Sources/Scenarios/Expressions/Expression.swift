public import Arithmetic

/// A formula over named parameters, read once and evaluated exactly as often as needed.
///
/// Numbers (`3`, `2.75`, `1e-3`; a fraction is a division), names, `+ - * / ^`, comparisons
/// (`< <= > >= == !=`, worth 1 or 0), `and or not`, parentheses, and `min max abs sqrt exp log
/// if(condition, then, else)`. `^` binds tightest and to the right, then the sign, then `* /`,
/// `+ -`, comparisons, `not`, `and`, `or`. Only the branch that `if` takes is evaluated, and
/// `and` and `or` stop as soon as the answer is known.
///
/// A name starts with a letter and goes on with letters, digits and `_`. A hyphen between two
/// letters or digits with no blanks belongs to the name if a parameter so named is declared, the
/// longest such name winning; otherwise it subtracts. With `a`, `b` and `a-b` declared, `a-b` is
/// the parameter and `a - b` the difference.
public struct Expression: Sendable {
  /// The formula as written.
  public let text: String
  /// Where its first letter stands.
  public let position: Position
  /// The names it uses, each once, in the order of their first use.
  public let parameters: [String]
  /// Whether letters can be counted from ``position``: not in a text of several lines.
  let isOnOneLine: Bool
  /// What to compute; parameter operands count in ``parameters``.
  let program: Program

  /// Longest text, in bytes.
  public static let longest = 10_000
  /// Most parentheses, functions and powers inside one another.
  public static let deepest = 200

  init(
    text: String, position: Position, parameters: [String], program: Program,
    isOnOneLine: Bool = true
  ) {
    self.text = text
    self.isOnOneLine = isOnOneLine
    self.position = position
    self.parameters = parameters
    self.program = program
  }

  /// The constant `value`.
  public init(_ value: Rational, at position: Position = Position(file: "<game>")) {
    self.init(
      text: value.description, position: position, parameters: [],
      program: Program(constant: value))
  }

  /// Reads a formula.
  ///
  /// - Parameters:
  ///   - text: the formula.
  ///   - position: where it stands, for errors.
  ///   - names: the parameters that may occur.
  ///   - calls: further functions whose call, as `probability(row: up)`, stands for one
  ///     number that the caller knows how to get: the whole call becomes a name among
  ///     ``parameters``, its blanks made single.
  /// - Throws: ``InputError`` at the offending letter.
  public static func parse(
    _ text: String, at position: Position, names: [String], calls: [String] = []
  ) throws(InputError) -> Expression {
    var parser = try ExpressionParser(text, at: position, names: names, calls: calls)
    return try parser.expression()
  }

  /// The value if no parameter is needed.
  public var constant: Rational? { program.constant }

  /// The exact value.
  ///
  /// - Parameter values: one for each of ``parameters``.
  /// - Throws: ``InputError`` for a division by zero, a root or logarithm that is not real, or a
  ///   number that grows past 20,000 bits.
  public func evaluate(_ values: [Rational]) throws(InputError) -> Rational {
    var exact = true
    return try evaluate(values, exact: &exact)
  }

  /// The value, and whether it is exact.
  ///
  /// - Parameters:
  ///   - values: one for each of ``parameters``.
  ///   - exact: set to false if a root, exponential or logarithm had to be rounded to a double.
  public func evaluate(_ values: [Rational], exact: inout Bool) throws(InputError) -> Rational {
    do {
      return try evaluate(quantities: values, exact: &exact)
    } catch {
      throw InputError(evaluating: error, of: self)
    }
  }

  /// The value over any kind of number.
  ///
  /// - Parameters:
  ///   - values: one for each of ``parameters``.
  ///   - exact: set to false if the value had to be rounded.
  /// - Throws: ``InputError`` as above, and `QuantityError` where the formula is not affine or
  ///   its sign changes.
  public func evaluate<Number: Quantity>(
    quantities values: [Number], exact: inout Bool
  ) throws -> Number {
    precondition(values.count == parameters.count, "one value for each parameter")
    do {
      return try program.run(values, exact: &exact)
    } catch let trouble as Program.Trouble {
      throw InputError(trouble, in: self)
    }
  }
}
