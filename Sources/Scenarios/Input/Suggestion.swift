/// "Did you mean": the known name nearest to one that is not known.
public enum Suggestion {
  /// The candidate fewest edits away from `name`, if it is near enough to be meant.
  ///
  /// Edits are insertions, deletions, replacements and swaps of neighbours (restricted
  /// Damerau-Levenshtein distance), after both were put in lower case and `_` read as `-`. Near
  /// enough is a third of the longer name, at least one edit. The first of equals wins. Where none
  /// is near, the one candidate that goes on from `name`, or from a part of it after `/`, is meant.
  public static func nearest(to name: String, in candidates: [String]) -> String? {
    let wanted = folded(name)
    guard wanted.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate.utf8.count <= longest {
      let other = folded(candidate)
      let limit = max(1, max(wanted.count, other.count) / 3)
      let found = distance(wanted, other)
      if found <= limit, found < best?.distance ?? Int.max { best = (candidate, found) }
    }
    return best?.name ?? continuation(of: wanted, in: candidates)
  }

  /// The one candidate that begins as `wanted` does, whole or after its last `/`.
  private static func continuation(of wanted: [UInt8], in candidates: [String]) -> String? {
    guard wanted.count >= shortestBeginning else { return nil }
    let longer = candidates.filter { candidate in
      let other = folded(candidate)
      let last = other.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? other
      return other.starts(with: wanted) || last.starts(with: wanted)
    }
    guard let shortest = longer.min(by: { $0.utf8.count < $1.utf8.count }),
      longer.allSatisfy({ $0.hasSuffix(shortest) })
    else { return nil }
    return shortest
  }

  /// `; did you mean "x"?`, or the known names if none is near and they are few, or nothing.
  public static func hint(for name: String, in candidates: [String]) -> String {
    if let near = nearest(to: name, in: candidates) { return "; did you mean \(quoted(near))?" }
    guard !candidates.isEmpty, candidates.count <= mostListed else { return "" }
    return "; known: " + candidates.joined(separator: ", ")
  }

  private static let longest = 100
  private static let shortestBeginning = 3
  private static let mostListed = 16

  private static func folded(_ text: String) -> [UInt8] {
    text.lowercased().utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before = [Int]()
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(
          previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
