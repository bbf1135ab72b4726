import Scenarios

/// What an experiment on a proposition shows, if its expectations hold, beside what its source said.
///
/// `finding: {source, author, verdict: holds | fails | holds only if, condition, assumptions}`.
public struct Finding: Hashable, Sendable {
  /// Where the proposition stands.
  public var source: String
  /// What its author concluded.
  public var author: String
  /// What the model shows.
  public var verdict: Verdict
  /// Under which condition, or how it fails.
  public var condition: String?
  /// What the model assumes.
  public var assumptions: [String]

  /// What can be found of a proposition in a model.
  public enum Verdict: String, CaseIterable, Sendable {
    /// It follows wherever the model is.
    case holds
    /// It does not follow, or its opposite does.
    case fails
    /// It follows in a part of the parameters that the condition names.
    case onlyIf = "holds only if"
  }

  /// The verdict with its condition.
  public var words: String {
    switch verdict {
    case .holds: "holds" + (condition.map { ": \($0)" } ?? "")
    case .fails: "fails" + (condition.map { ": \($0)" } ?? "")
    case .onlyIf: "holds only if \(condition ?? "")"
    }
  }

  static func decode(_ document: Document) throws(InputError) -> Finding {
    let fields = try Fields(
      document, of: "\"finding\"",
      keys: ["source", "author", "verdict", "condition", "assumptions"])
    let source = try fields.required("source", example: "source: AUTHOR, PAGE")
    let author = try fields.required("author", example: "author: what the author concluded")
    let named = try fields.required("verdict", example: "verdict: holds only if")
    let text = try named.text(fields.name("verdict"))
    guard let verdict = Verdict(rawValue: text) else {
      let known = Verdict.allCases.map(\.rawValue)
      throw InputError(
        "unknown verdict \(quoted(text))\(Suggestion.hint(for: text, in: known))",
        at: named.position)
    }
    let condition = try fields.text("condition")
    if verdict == .onlyIf, condition == nil {
      throw InputError(
        "\"holds only if\" needs a condition: write condition: the weight is above 1/3",
        at: named.position)
    }
    return Finding(
      source: try source.text(fields.name("source")),
      author: try author.text(fields.name("author")),
      verdict: verdict, condition: condition, assumptions: try fields.texts("assumptions"))
  }
}
