import Arithmetic

extension Scenario.Parameter {
  /// Reads a `parameters:` block: `{name: {default, range, meaning, source}}`, or `{name: default}`.
  public static func decode(_ document: Document) throws(InputError) -> [Scenario.Parameter] {
    var parameters: [Scenario.Parameter] = []
    for entry in try document.entries("\"parameters\"") {
      guard ExpressionLexer.isName(entry.key) else {
        let reserved = ExpressionLexer.reserved.contains(entry.key)
        throw InputError(
          "\(quoted(entry.key)) cannot name a parameter: "
            + (reserved
              ? "it is a word of the expression language"
              : "write a letter, then letters, digits, - or _"),
          at: entry.keyPosition)
      }
      parameters.append(try parameter(entry))
    }
    return parameters
  }

  private static func parameter(_ entry: Document.Entry) throws(InputError) -> Self {
    let what = "parameter \(quoted(entry.key))"
    if case .scalar(let scalar) = entry.value, !scalar.isNull {
      return Self(
        name: entry.key, default: try entry.value.number(what), position: entry.keyPosition)
    }
    let fields = try Fields(
      entry.value, of: what, keys: ["default", "range", "meaning", "source"])
    let range = try fields["range"].map { (document) throws(InputError) in
      try self.range(document, of: what)
    }
    let standard = try fields.required("default", example: "default: 1/2")
    let value = try standard.number("\"default\" of \(what)")
    if let range, !range.contains(value) {
      throw InputError(
        "\"default\" of \(what) is \(brief(value)), outside its range "
          + "[\(brief(range.lowerBound)), \(brief(range.upperBound))]", at: standard.position)
    }
    return Self(
      name: entry.key, default: value, range: range, meaning: try fields.text("meaning"),
      source: try fields.text("source"), position: entry.keyPosition)
  }

  private static func range(
    _ document: Document, of what: String
  ) throws(InputError) -> ClosedRange<Rational> {
    let ends = try document.list("\"range\" of \(what)")
    guard ends.count == 2 else {
      throw InputError(
        "\"range\" of \(what) needs two numbers, found \(ends.count): write [lowest, highest]",
        at: document.position)
    }
    let lower = try ends[0].number("the lower end of \"range\" of \(what)")
    let upper = try ends[1].number("the upper end of \"range\" of \(what)")
    guard lower <= upper else {
      throw InputError(
        "\"range\" of \(what) runs downwards: write [\(brief(upper)), \(brief(lower))]",
        at: document.position)
    }
    return lower...upper
  }
}
