public import GameForms

extension DivisionForm {
  /// Reads a division as people type it: `island: north, strip: south 1/2 + north 1/2`, with `:`
  /// or `=`, every parcel named.
  ///
  /// - Throws: ``InputError`` with what is wrong.
  public func allocation(
    typed text: String, actors: [Scenario.Actor]
  ) throws(InputError) -> DivisionProblem.Allocation {
    let entries = text.filter { !"()".contains($0) }.split(separator: ",").map { entry in
      entry.split(maxSplits: 1) { ":=".contains($0) }.map { trimmed($0) }
    }
    for entry in entries where entry.count != 2 {
      throw InputError("\(quoted(entry.joined())) names no parcel and holder")
    }
    let written = Document.mapping(entries.map { ($0[0], Self.holders($0[1])) })
    let outcome = try outcome(written, of: "the division", actors: actors)
    guard let allocation = allocation(of: outcome) else {
      throw InputError("\(quoted(text)) names no parcel and holder")
    }
    return allocation
  }

  /// `north`, or `south 1/2 + north 1/2`.
  private static func holders(_ text: String) -> Document {
    let parts = text.split(separator: "+").map { part in
      part.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    guard parts.contains(where: { $0.count > 1 }) else { return .text(text) }
    return .mapping(
      parts.filter { !$0.isEmpty }.map { ($0[0], .plain($0.dropFirst().joined(separator: " "))) })
  }
}
