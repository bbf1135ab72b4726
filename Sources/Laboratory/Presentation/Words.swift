/// Words that nearly match, for messages that say what to write instead.
public enum Words {
  /// The candidate nearest to `word` if it is near enough to be meant, nil otherwise.
  ///
  /// Near is an edit distance of at most a third of the longer word, with neighbouring letters
  /// exchanged counting once, or a common beginning of at least three letters.
  ///
  /// - Source: optimal string alignment distance, Damerau 1964.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      var distance = editDistance(wanted, letters)
      if wanted.count >= 3, letters.starts(with: wanted) { distance = min(distance, 1) }
      guard distance <= max(1, max(wanted.count, letters.count) / 3) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// ` (did you mean 'x'?)` for the nearest candidate, nothing where none is near.
  public static func didYouMean(_ word: String, among candidates: [String]) -> String {
    nearest(to: word, among: candidates).map { " (did you mean '\($0)'?)" } ?? ""
  }

  /// `a, b and c`.
  public static func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// A text typed by a user, shortened and freed of control characters so that it fits a message.
  public static func quoted(_ text: String) -> String {
    var shown = ""
    for character in text.prefix(40) {
      let control = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
      shown.append(control ? "?" : character)
    }
    return text.dropFirst(40).isEmpty ? "'\(shown)'" : "'\(shown)...'"
  }

  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
