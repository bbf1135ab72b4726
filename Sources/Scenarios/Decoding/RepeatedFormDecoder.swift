/// Reads a repeated game: the blocks of a strategic form, `discount` and `periods`.
struct RepeatedFormDecoder {
  /// Most periods of a game that ends.
  static let mostPeriods = 1_000_000

  private let source: FormSource

  init(_ source: FormSource) { self.source = source }

  /// The form.
  func form() throws(InputError) -> RepeatedForm {
    let stage = try StrategicForm(decoding: source)
    guard !stage.ordinal else {
      throw InputError(
        "a repeated game adds payoffs up, which ranks do not allow: write gains, not ranks",
        at: source.fields["gains"]?.position)
    }
    return RepeatedForm(stage: stage, discounts: try discounts(), periods: try periods())
  }

  private func periods() throws(InputError) -> Int? {
    guard let number = try source.fields.integer("periods") else { return nil }
    guard (1...Self.mostPeriods).contains(number) else {
      throw InputError(
        "\"periods\" is \(number): write a number from 1 to \(Self.mostPeriods), or leave it out "
          + "for a game without end", at: source.fields["periods"]?.position)
    }
    return number
  }

  /// One factor for all, or one an actor.
  private func discounts() throws(InputError) -> [Expression] {
    let document = try source.fields.required("discount", example: "discount: 9/10")
    guard case .mapping = document else {
      let common = try document.expression("\"discount\"", names: source.names)
      return source.actors.map { _ in common }
    }
    var discounts: [Expression?] = source.actors.map { _ in nil }
    for entry in try document.entries("\"discount\"") {
      let actor = try source.actors.place(of: entry.key, at: entry.keyPosition)
      discounts[actor] = try entry.value.expression(
        "the discount factor of \(quoted(entry.key))", names: source.names)
    }
    if let missing = discounts.firstIndex(where: { $0 == nil }) {
      throw InputError(
        "\"discount\" lacks \(quoted(source.actors[missing].key)): write one factor for all, or "
          + "one for each", at: document.position)
    }
    return discounts.compactMap { $0 }
  }
}
