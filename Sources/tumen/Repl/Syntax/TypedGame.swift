import Laboratory
import Scenarios

/// Makes a game of what was typed through the decoder of game files, so that there is one.
enum TypedGame {
  /// The game of these actors whose form has these fields.
  ///
  /// - Throws: `UsageError` with the decoder's complaint.
  static func scenario(
    _ name: String, form: String, actors: [String], _ fields: [JSONValue.Member]
  ) throws(UsageError) -> Scenario {
    let document = JSONValue.object(
      [
        .init("format", 1), .init("id", .string(name)), .init("title", .string(name)),
        .init(
          "actors",
          .object(actors.map { .init($0, ["name": .string($0)]) })), .init("form", .string(form)),
      ] + fields)
    do {
      var scenario = try ScenarioReader.read(text: document.text, format: .json, file: name)
      scenario.title = ""
      return scenario
    } catch {
      // The place in a document that nobody wrote says nothing.
      throw UsageError(error.message)
    }
  }

  /// `{gains: {a: 1, b: 2}}` of numbers or expressions, one an actor.
  static func gains(_ texts: [String], _ actors: [String]) -> JSONValue {
    ["gains": .object(zip(actors, texts).map { .init($0, .string($1)) })]
  }

  /// The name at the start of words, and the rest; the default name where they start otherwise.
  static func name(
    _ words: inout ArraySlice<String>, default name: String, unless isOther: (String) -> Bool
  ) -> String {
    guard let first = words.first, !isOther(first) else { return name }
    words = words.dropFirst()
    return first
  }

  /// The names of `actors A,B` at the start of words; nil if they start otherwise.
  static func names(
    after option: String, in words: inout ArraySlice<String>
  ) throws(UsageError) -> [String]? {
    guard words.first == option else { return nil }
    words = words.dropFirst()
    guard let list = words.popFirst() else {
      throw UsageError("\(option) needs names: \(option) A,B")
    }
    return try names(in: list, of: option)
  }

  /// The names in `A,B`: none empty, none twice, none that another line could not name.
  static func names(in list: String, of option: String) throws(UsageError) -> [String] {
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
    if names.contains("") {
      throw UsageError("\(quoted(list)) has an empty name: \(option) A,B")
    }
    if Set(names).count < names.count {
      throw UsageError("\(quoted(list)) has a name twice: \(option) A,B")
    }
    if let odd = names.first(where: { $0.contains { "(){}:;=\"".contains($0) } }) {
      throw UsageError(
        "the name \(quoted(odd)) holds a sign that other lines use: write letters, digits and "
          + "hyphens")
    }
    return names
  }

  /// A number of the line, checked now so that the complaint names it.
  static func number(_ text: some StringProtocol, of what: String) throws(UsageError) -> String {
    try Typed.number(text, of: what).description
  }
}
