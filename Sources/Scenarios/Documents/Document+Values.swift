public import Arithmetic

// What a decoder asks of a document. `what` names the value in errors, as in `"default" of "k"`.
extension Document {
  /// The scalar that stands here.
  ///
  /// - Throws: ``InputError`` for a list, a mapping, or nothing at all.
  public func scalar(_ what: String) throws(InputError) -> Scalar {
    guard case .scalar(let scalar) = self else {
      throw InputError("\(what) must be a single value, found \(kind)", at: position)
    }
    guard !scalar.isNull else {
      throw InputError("\(what) is empty: write a value or leave the key out", at: position)
    }
    return scalar
  }

  /// The text that stands here, without blanks at either end.
  public func text(_ what: String) throws(InputError) -> String {
    let text = trimmed(try scalar(what).text)
    guard !text.isEmpty else {
      throw InputError("\(what) is empty: write a text or leave the key out", at: position)
    }
    return text
  }

  /// The exact number that stands here: `3`, `-2.75`, `1e-3`, `7/3`.
  public func number(_ what: String) throws(InputError) -> Rational {
    let scalar = try scalar(what)
    return try Rational.reading(scalar.text, as: what, at: scalar.textPosition)
  }

  /// The integer that stands here.
  public func integer(_ what: String) throws(InputError) -> Int {
    guard let integer = try number(what).integer else {
      throw InputError("\(what) must be a whole number, found \(kind)", at: position)
    }
    return integer
  }

  /// The truth value that stands here: `true` or `false`.
  public func flag(_ what: String) throws(InputError) -> Bool {
    switch try scalar(what).text {
    case "true": return true
    case "false": return false
    default: throw InputError("\(what) must be true or false, found \(kind)", at: position)
    }
  }

  /// The list that stands here.
  public func list(_ what: String) throws(InputError) -> [Document] {
    guard case .sequence(let items, _) = self else {
      throw InputError("\(what) must be a list, found \(kind): write [a, b]", at: position)
    }
    return items
  }

  /// The keys and values that stand here.
  public func entries(_ what: String) throws(InputError) -> [Entry] {
    guard case .mapping(let entries, _) = self else {
      throw InputError("\(what) must be a mapping, found \(kind): write key: value", at: position)
    }
    return entries
  }
}

extension Rational {
  /// Reads an exact number that a user wrote.
  ///
  /// - Parameters:
  ///   - text: what was written; blanks at either end do not matter.
  ///   - what: what the number is, for the error.
  ///   - position: where it stands.
  /// - Throws: `InputError` if it is not a number; NaN and infinities are not.
  public static func reading(
    _ text: String, as what: String, at position: Position?
  ) throws(InputError) -> Rational {
    do {
      return try Rational.read(trimmed(text))
    } catch {
      switch error {
      case .notANumber:
        throw InputError(
          "\(what) must be a number such as 3, -2.75, 1e-3 or 7/3, found \(quoted(text))",
          at: position)
      case .zeroDenominator:
        throw InputError("\(what) divides by zero: \(quoted(text))", at: position)
      case .tooLong:
        throw InputError(
          "\(what) has more than \(Rational.mostDigits) digits: write a shorter number",
          at: position)
      }
    }
  }
}

/// `text` without blanks and line ends at either end.
public func trimmed(_ text: some StringProtocol) -> String {
  func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }) else { return "" }
  var end = scalars.endIndex
  while end > first, isBlank(scalars[scalars.index(before: end)]) {
    end = scalars.index(before: end)
  }
  return String(text[first..<end])
}
