import ArgumentParser

/// Options that only some concepts take: one line each here, and its name in the concept's own
/// `options`.
struct ConceptOptions: ParsableArguments {
  /// The options given, by name.
  var texts: [(name: String, text: String)] {
    let given: [(String, String?)] = []
    return given.compactMap { name, text in text.map { (name, $0) } }
  }
}
