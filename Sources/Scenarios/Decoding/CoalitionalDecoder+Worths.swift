import Arithmetic
import GameForms

// Worths written coalition by coalition, or in an order that is named.
extension CoalitionalDecoder {
  func worths(_ document: Document) throws(InputError) -> CoalitionalForm.Content {
    if case .mapping = document { return try vector(document) }
    let items = try document.list("\"worths\"")
    if let first = items.first, case .scalar = first { throw ambiguous(items, at: first.position) }
    return try table(document, key: "worths", value: "worth")
  }

  /// A list of numbers that says not in which order coalitions come.
  private func ambiguous(_ items: [Document], at position: Position) -> InputError {
    let wanted = actors.count < 20 ? (1 << actors.count) - 1 : 0
    let readings = CoalitionalForm.Order.allCases.map { order -> String in
      guard items.count == wanted else { return order.rawValue }
      let coalitions = order.coalitions(of: min(actors.count, 16))
      let place = coalitions.indices.first {
        coalitions[$0]
          != CoalitionalForm.Order.allCases.first { $0 != order }?
          .coalitions(of: min(actors.count, 16))[$0]
      }
      let shown = (place ?? 0)..<min(coalitions.count, (place ?? 0) + 2)
      let words = shown.map { index -> String in
        let members = coalitions[index].members.map { actors[$0].key }
        var text = "..."
        if case .scalar(let scalar) = items[index] { text = scalar.text }
        return "{\(members.joined(separator: ", "))} = \(text)"
      }
      return "\(order.rawValue) (\(words.joined(separator: ", ")))"
    }
    return InputError(
      "a list of worths must say its order: write worths: {order: ORDER, values: [...]} with ORDER "
        + readings.joined(separator: " or "), at: position)
  }

  private func vector(_ document: Document) throws(InputError) -> CoalitionalForm.Content {
    let fields = try Fields(document, of: "\"worths\"", keys: ["order", "values"])
    let values = try fields.required("values", example: "values: [0, 0, 1]")
    let items = try values.list(fields.name("values"))
    guard let text = try fields.text("order") else {
      throw ambiguous(items, at: fields.position(of: "values") ?? document.position)
    }
    guard let order = CoalitionalForm.Order(rawValue: text) else {
      throw InputError(
        "\"order\" must be lexicographic or binary, found \(quoted(text))",
        at: fields["order"]?.position)
    }
    try limit(to: CoalitionalForm.mostListed, at: document.position)
    guard items.count == (1 << actors.count) - 1 else {
      throw InputError(
        "\(counted(actors.count, "actor")) form \((1 << actors.count) - 1) coalitions that are not "
          + "empty, found \(counted(items.count, "number")): write one for each",
        at: values.position)
    }
    var expressions: [Expression] = []
    for item in items { expressions.append(try item.expression("a worth", names: source.names)) }
    return .vector(expressions, order: order)
  }

  func limit(to most: Int, at position: Position) throws(InputError) {
    guard actors.count <= most else {
      throw InputError(
        "coalitions of \(actors.count) actors are too many to list, the limit is \(most): write "
          + "votes, bankruptcy, projects or costs: {largest-of: ...}", at: position)
    }
  }

  func table(
    _ document: Document, key: String, value: String
  ) throws(InputError) -> CoalitionalForm.Content {
    try limit(to: CoalitionalForm.mostListed, at: document.position)
    let what = "an entry of \(quoted(key))"
    var entries: [CoalitionalForm.Worth] = []
    for item in try document.list(quoted(key)) {
      let fields = try Fields(
        item, of: what, keys: ["coalition", value, "because", "source"])
      let members = try fields.required("coalition", example: "coalition: [\(actors[0].key)]")
      let coalition = try reader.coalition(members, of: fields.name("coalition"))
      if let first = entries.first(where: { $0.coalition == coalition })?.position {
        throw InputError(
          "the coalition stands here and at \(first.inWords): keep one", at: item.position)
      }
      let worth = try fields.required(value, example: "\(value): 1")
      entries.append(
        CoalitionalForm.Worth(
          coalition: coalition,
          worth: try worth.expression(fields.name(value), names: source.names),
          because: try fields.text("because"), source: try fields.text("source"),
          position: item.position))
    }
    let otherwise = try fields["otherwise"].map { (document) throws(InputError) in
      try document.expression("\"otherwise\"", names: source.names)
    }
    if otherwise == nil {
      let missing = (1..<(1 << actors.count)).map(Coalition.init(rawValue:)).filter { coalition in
        !entries.contains { $0.coalition == coalition }
      }
      if let first = missing.first {
        let members = first.members.map { actors[$0].key }.joined(separator: ", ")
        let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        throw InputError(
          "\(quoted(key)) lacks the coalition [\(members)]\(more): write entries, or \"otherwise: 0\" "
            + "below the list",
          at: document.position)
      }
    }
    return .table(entries, otherwise: otherwise, areCosts: key == "costs")
  }
}
