import ArgumentParser
import Laboratory
import Scenarios

extension ReplEntry {
  /// The entry that asks one concept, with its options as `name=value` or `--name value`.
  static func entry(for concept: Concept) -> ReplEntry {
    let options = concept.options + ["seconds"]
    return ReplEntry(
      concept.name, concept.name + concept.options.map { " [\($0)=...]" }.joined(),
      concept.answers, group: .concept,
      more: [
        "Takes \(concept.takes); forms: \(concept.forms.joined(separator: ", ")).",
        "How: \(concept.method). Source: \(concept.source)."
          + (concept.limits.map { " Limits: \($0)." } ?? ""),
      ], example: ConceptExamples.lines(for: concept),
      completes: [.words(options.map { "\($0)=" })]
    ) { words, session in
      _ = try session.game()
      return try answer([concept], try optionsTyped(words, for: concept), session)
    }
  }

  private static func optionsTyped(
    _ words: String, for concept: Concept
  ) throws -> Concept.Options {
    var arguments: [String] = []
    var seconds: Double?
    var waits = false
    for word in try QuotedWords.of(words) {
      if waits {
        arguments.append(word)
        waits = false
        continue
      }
      let isLong = word.hasPrefix("--")
      let parts = (isLong ? word.dropFirst(2) : word[...])
        .split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let known = concept.options + ["seconds"]
      guard isLong || parts.count == 2 || (concept.options.contains("points") && word == "points")
      else {
        throw UsageError(
          concept.options.isEmpty
            ? "\(concept.name) stands alone: \(quoted(word)) is too much"
            : "\(quoted(word)) says nothing to \(concept.name): write \(concept.options[0])=...")
      }
      guard known.contains(parts[0]) else {
        throw UsageError(
          "\(concept.name) has no option \(quoted(parts[0]))"
            + Suggestion.hint(for: parts[0], in: known))
      }
      guard !arguments.contains("--" + parts[0]) else {
        throw UsageError("\(parts[0]) is given twice: write it once")
      }
      arguments.append("--" + parts[0])
      if parts.count == 2 { arguments.append(parts[1]) } else { waits = parts[0] != "points" }
    }
    if waits, let last = arguments.last?.dropFirst(2) {
      throw UsageError("\(last) needs a value: write \(last)=...")
    }
    if let place = arguments.firstIndex(of: "--seconds") {
      let text = arguments[place + 1]
      let number = try Typed.number(text, of: "seconds").double
      guard number > 0, number < 1e9 else {
        throw UsageError("seconds=\(text) is no time to work in: write a number above 0")
      }
      seconds = number
      arguments.removeSubrange(place...(place + 1))
    }
    do {
      return Concept.Options(seconds: seconds, texts: try ConceptOptions.parse(arguments).texts)
    } catch {
      throw UsageError(ConceptOptions.message(for: error))
    }
  }
}

/// Words parted by blanks, where what stands between quotation marks is one.
enum QuotedWords {
  static func of(_ text: String) throws(UsageError) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character.isWhitespace, !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard !isQuoted else {
      throw UsageError(
        "a quotation mark is not closed in \(quoted(text)): write another at the end")
    }
    return words + (word.map { [$0] } ?? [])
  }
}
