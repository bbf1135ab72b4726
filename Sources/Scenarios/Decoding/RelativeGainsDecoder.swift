extension RelativeGainsBlock {
  /// Reads a `relative-gains:` block.
  ///
  /// - Parameters:
  ///   - document: the block: `rule`, and as the rule needs them `weights`, `among`,
  ///     `capabilities`, `scale`. `weights` is an expression for every actor towards every other,
  ///     `{actor: expression}`, or `{actor: {other: expression}}`.
  ///   - actors: the actors of the game.
  ///   - names: the parameters that its expressions may use.
  public static func decode(
    _ document: Document, actors: [Scenario.Actor], names: [String]
  ) throws(InputError) -> RelativeGainsBlock {
    throw InputError("not built yet")
  }
}
