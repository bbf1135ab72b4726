/// The situations that the casebook's sources describe, as `Games/situations.yaml` lists them.
public struct SituationList: Sendable {
  /// One source, or one part of a long one, with its situations in the order of the file.
  public struct Part: Sendable {
    /// What the part is, for people.
    public let title: String
    /// Its situations.
    public let situations: [Situation]
  }

  /// Something that happened between actors and that a game can be about.
  public struct Situation: Hashable, Sendable {
    /// The id that games cite under `situations`, such as `C2`.
    public let id: String
    /// A few words.
    public let title: String
    /// Where it stands in the source.
    public let place: String
    /// Why there is no game of it; nil where there is to be one.
    public let none: String?
  }

  /// The parts, in the order of the file.
  public let parts: [Part]

  /// All situations, in the order of the file.
  public var situations: [Situation] { parts.flatMap(\.situations) }

  /// The list in the file at `path`.
  ///
  /// - Throws: ``InputError`` for what cannot be read, and for an id that stands twice.
  public init(path: String) throws(InputError) {
    try self.init(Document.read(path: path))
  }

  /// The list that `document` holds.
  ///
  /// - Throws: ``InputError`` as for a file.
  public init(_ document: Document) throws(InputError) {
    let fields = try Fields(document, of: "the list of situations", keys: ["format", "parts"])
    var parts: [Part] = []
    for item in try fields.list("parts") {
      let part = try Fields(item, of: "a part", keys: ["title", "situations"])
      let title = try part.required("title", example: "title: the source").text("\"title\"")
      let entries = try part.required("situations", example: "situations: {A1: {...}}")
      var situations: [Situation] = []
      for entry in try entries.entries("\"situations\"") {
        let known = parts.flatMap(\.situations)
        guard !known.contains(where: { $0.id == entry.key }) else {
          throw InputError("the situation \(quoted(entry.key)) stands twice", at: entry.keyPosition)
        }
        situations.append(try Self.situation(entry))
      }
      parts.append(Part(title: title, situations: situations))
    }
    self.parts = parts
  }

  private static func situation(_ entry: Document.Entry) throws(InputError) -> Situation {
    let what = "situation \(quoted(entry.key))"
    let fields = try Fields(entry.value, of: what, keys: ["title", "place", "none"])
    return Situation(
      id: entry.key,
      title: try fields.required("title", example: "title: a few words").text("\"title\""),
      place: try fields.required("place", example: "place: SOURCE, PAGE").text("\"place\""),
      none: try fields.text("none"))
  }
}
