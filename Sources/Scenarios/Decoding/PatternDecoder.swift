/// Reads patterns over the options of a conflict, and states by pattern or by name.
struct PatternDecoder {
  let options: [ConflictForm.Option]
  var named: [ConflictForm.NamedState] = []
  var codes: [Int] = []

  private var keys: [String] { options.map(\.key) }
  private var example: String {
    let letters = options.indices.map { $0 == 0 ? "Y" : $0 == 1 ? "N" : "-" }.joined()
    return "\(letters), one of Y, N, - for each of \(keys.joined(separator: ", "))"
  }

  /// Whether a text can only be meant as a pattern.
  static func isPattern(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { "YN- ".contains($0) }
  }

  /// Reads `Y-N` with or without blanks, the name of a state, or `{option: Y}`.
  func pattern(_ document: Document, of what: String) throws(InputError) -> OptionPattern {
    if case .mapping(let entries, _) = document { return try mapping(entries) }
    let scalar = try document.scalar(what)
    if let state = named.first(where: { $0.key == scalar.text })?.state {
      return OptionPattern(exactly: codes[state], options: options.count)
    }
    let letters = scalar.text.filter { $0 != " " }
    guard Self.isPattern(scalar.text) else {
      let hint = named.isEmpty ? "" : Suggestion.hint(for: scalar.text, in: named.map(\.key))
      throw InputError(
        "\(what) is no pattern: found \(quoted(scalar.text)), write \(example)\(hint)",
        at: document.position)
    }
    guard letters.count == options.count else {
      throw InputError(
        "\(what) has \(counted(letters.count, "letter")) for "
          + "\(counted(options.count, "option")): write \(example)", at: document.position)
    }
    var (mask, taken) = (0, 0)
    for letter in letters {
      mask = mask << 1 | (letter == "-" ? 0 : 1)
      taken = taken << 1 | (letter == "Y" ? 1 : 0)
    }
    return OptionPattern(mask: mask, taken: taken, options: options.count)
  }

  private func mapping(_ entries: [Document.Entry]) throws(InputError) -> OptionPattern {
    var (mask, taken) = (0, 0)
    for entry in entries {
      let bit = options.count - 1 - (try option(entry.key, at: entry.keyPosition))
      mask |= 1 << bit
      if try flag(entry.value, of: entry.key) { taken |= 1 << bit }
    }
    return OptionPattern(mask: mask, taken: taken, options: options.count)
  }

  /// The place of the option `key`.
  func option(_ key: String, at position: Position) throws(InputError) -> Int {
    guard let place = options.firstIndex(where: { $0.key == key }) else {
      throw InputError(
        "unknown option \(quoted(key))\(Suggestion.hint(for: key, in: keys))", at: position)
    }
    return place
  }

  /// `Y` or `N`.
  func flag(_ document: Document, of key: String) throws(InputError) -> Bool {
    switch try document.text("the option \(quoted(key))") {
    case "Y": return true
    case "N": return false
    default:
      throw InputError(
        "the option \(quoted(key)) must be Y or N, found \(document.kind)", at: document.position)
    }
  }

  /// The one state that a pattern or a name stands for.
  func state(_ document: Document, of what: String) throws(InputError) -> Int {
    let pattern = try pattern(document, of: what)
    let states = codes.indices.filter { pattern.fits(codes[$0]) }
    guard states.count == 1 else {
      throw InputError(
        states.isEmpty
          ? "\(what) is no state: \(pattern.text) is infeasible"
          : "\(what) must be one state, and \(pattern.text) fits \(states.count): write Y or N for "
            + "every option", at: document.position)
    }
    return states[0]
  }
}
