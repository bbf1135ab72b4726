extension Scenario.Parameter {
  /// Reads a `parameters:` block: `{name: {default, range, meaning, source}}`.
  public static func decode(_ document: Document) throws(InputError) -> [Scenario.Parameter] {
    throw InputError("not built yet")
  }
}
