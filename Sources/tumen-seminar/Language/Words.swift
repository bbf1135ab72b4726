import Scenarios
import Seminar

/// The sentences of the pages in one language.
struct Words: Sendable {
  /// The language, as `lang` has it.
  let language: String
  private let others: [String: String]

  /// English.
  static let english = Words(language: "en", others: [:])

  private init(language: String, others: [String: String]) {
    self.language = language
    self.others = others
  }

  /// The languages that come with the program, by name, as files.
  static let shipped: [(name: String, text: String)] = [
    ("de", String(decoding: PackageResources.de_yaml, as: UTF8.self))
  ]

  /// A language by the name `en`, by that of one that comes with the program, or in a YAML file.
  ///
  /// - Throws: `InputError` for a file that is none.
  init(_ name: String) throws(InputError) {
    if name == Self.english.language {
      self = .english
    } else if let text = Self.shipped.first(where: { $0.name == name })?.text {
      try self.init(try Document.read(yaml: text, file: "\(name).yaml"))
    } else {
      try self.init(try Document.read(path: name))
    }
  }

  /// The language in a document that gives `language` and a sentence a name; English where it gives
  /// none.
  ///
  /// - Throws: `InputError` for an unknown name.
  init(_ document: Document) throws(InputError) {
    let fields = try Fields(
      document, of: "the language file",
      keys: ["language"] + Phrase.allCases.map { "\($0)" })
    var others: [String: String] = [:]
    for phrase in Phrase.allCases {
      if let entry = fields["\(phrase)"] { others["\(phrase)"] = try entry.text("\(phrase)") }
    }
    self.init(language: try fields["language"]?.text("language") ?? "en", others: others)
  }

  /// The sentence, with what belongs in its braces.
  func callAsFunction(_ phrase: Phrase, _ parts: String...) -> String {
    let sentence = others.isEmpty ? phrase.rawValue : others["\(phrase)"] ?? phrase.rawValue
    guard !parts.isEmpty else { return sentence }
    var result = ""
    var rest = Substring(sentence)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let place = Int(rest[rest.index(after: open)..<close])
      if let place, parts.indices.contains(place) { result += parts[place] }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A refusal in words.
  func sentence(for refusal: Refusal) -> String {
    switch refusal {
    case .wrongCode: self(.wrongCode)
    case .badName(let limit): self(.badName, "\(limit)")
    case .nameTaken: self(.nameTaken)
    case .full(let limit): self(.full, "\(limit)")
    case .notPlaying: self(.notPlaying)
    case .stillPlaying: self(.stillPlaying)
    case .paused: self(.paused)
    case .closed: self(.closed)
    case .replaced: self(.seatedBot)
    case .late: self(.late)
    case .notYourTurn: self(.notYourTurn)
    case .alreadyMoved: self(.alreadyMoved)
    case .unknown: self(.unknown)
    case .infeasible: self(.infeasible)
    case .badShares(let worth): self(.badShares, worth)
    case .badMessage(let limit): self(.badMessage, "\(limit)")
    case .tooManyMessages(let limit): self(.tooManyMessages, "\(limit)")
    case .badValue(let why): self(.badValue, why)
    case .notRatified(let name): self(.notRatifiedBy, name)
    case .notStored(let why): self(.notStored, why)
    }
  }

  /// All sentences in English, as a file to translate.
  static var template: String {
    "language: en\n"
      + Phrase.allCases.map { "\($0): \(quoted($0.rawValue))\n" }.joined()
  }
}
