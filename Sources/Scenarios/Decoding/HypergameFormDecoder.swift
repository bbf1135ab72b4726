/// Reads a hypergame: the blocks of a strategic form, and under `perceived` what each actor takes to
/// be otherwise.
struct HypergameFormDecoder {
  private let source: FormSource

  init(_ source: FormSource) { self.source = source }

  /// The form.
  func form() throws(InputError) -> HypergameForm {
    let truth = try StrategicForm(decoding: source)
    guard !truth.ordinal else {
      throw InputError(
        "\"perceived\" changes gains, and this game has ranks: write gains",
        at: source.fields["gains"]?.position)
    }
    let document = try source.fields.required(
      "perceived", example: "perceived: {\(source.actors[0].key): [...]}")
    var views: [HypergameForm.View] = []
    for entry in try document.entries("\"perceived\"") {
      let actor = try source.actors.place(of: entry.key, at: entry.keyPosition)
      for item in try entry.value.list("what \(quoted(entry.key)) perceives") {
        let view = try self.view(item, of: actor, truth)
        if views.contains(where: { $0.actor == actor && $0.cell == view.cell }) {
          throw InputError(
            "\(quoted(entry.key)) perceives \(truth.name(ofCell: view.cell)) twice: keep one entry",
            at: item.position)
        }
        views.append(view)
      }
    }
    return HypergameForm(truth: truth, views: views, actors: source.actors.map(\.key))
  }

  private func view(
    _ document: Document, of actor: Int, _ truth: StrategicForm
  ) throws(InputError) -> HypergameForm.View {
    let what = "an entry of what \(quoted(source.actors[actor].key)) perceives"
    let fields = try Fields(
      document, of: what, keys: source.actors.map(\.key) + ["gains", "because", "source"])
    let profiles = ProfileDecoder(actors: source.actors, strategies: truth.strategies)
    var profile: [Int?] = []
    for (place, named) in source.actors.enumerated() {
      guard let strategy = fields[named.key] else {
        profile.append(nil)
        continue
      }
      profile.append(try profiles.strategy(strategy, of: place))
    }
    let cell = truth.index(of: try profiles.complete(profile, of: what, at: document.position))
    var gains = truth.cells[cell].gains
    var named: [Int] = []
    let written = try fields.required("gains", example: "gains: {\(source.actors[0].key): 0}")
    for entry in try written.entries(fields.name("gains")) {
      let other = try source.actors.place(of: entry.key, at: entry.keyPosition)
      gains[other] = try entry.value.expression(
        "the gain of \(quoted(entry.key))", names: source.names)
      named.append(other)
    }
    return HypergameForm.View(
      actor: actor, cell: cell,
      seen: Cell(
        gains: gains, because: try fields.text("because"), source: try fields.text("source"),
        position: document.position), named: named)
  }
}
