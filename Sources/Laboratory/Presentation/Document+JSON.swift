import Scenarios

extension Scenario {
  /// What happened as JSON, in the words of the file: `{"Row": "C", "Col": "D"}` of a profile.
  func json(outcome: [Int]) -> JSONValue {
    JSONValue(form.document(of: outcome, actors: actors))
  }
}

extension JSONValue {
  /// A document as JSON, scalars as strings.
  init(_ document: Document) {
    switch document {
    case .scalar(let scalar): self = scalar.isNull ? .null : .string(scalar.text)
    case .sequence(let items, _): self = .array(items.map(JSONValue.init))
    case .mapping(let entries, _):
      self = .object(entries.map { Member($0.key, JSONValue($0.value)) })
    }
  }
}
