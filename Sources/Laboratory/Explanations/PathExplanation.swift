import Arithmetic
import GameForms
import Scenarios

/// What each who moves on a path of a tree gives up by it, whatever follows elsewhere.
enum PathExplanation {
  static func of(_ subject: String?, _ form: ExtensiveForm, _ setting: Setting) throws
    -> Explanation
  {
    let path = try path(subject, form, setting)
    let keys = form.keys(of: path)
    let name = "(\(keys.joined(separator: ", ")))"
    guard let end = form.node(at: path), case .end(let cell) = form.nodes[end].kind else {
      let next = form.node(at: path).map { Words.list(form.actions(at: $0), "or") } ?? ""
      throw LaboratoryError.wrongSubject(
        keys.joined(separator: ", "), reason: "the game goes on from there: add \(next)")
    }
    let here = setting.utilities(ofCell: cell)
    var reasons: [Explanation.Reason] = []
    for place in path.indices {
      guard let node = form.node(at: Array(path[..<place])),
        case .decision(let set) = form.nodes[node].kind
      else { continue }
      let actor = form.sets[set].actor
      for other in form.actions(at: node).indices where other != path[place] {
        let range = reach(from: Array(path[..<place]) + [other], actor, form, setting)
        reasons.append(
          reason(
            actor, at: Array(keys[..<place]), chose: keys[place],
            instead: form.actions(at: node)[other], here[actor], range, setting))
      }
    }
    let verdict = try? form.verdict(on: path, setting.evaluated)
    let holds = verdict.map { $0 != "no" } ?? reasons.allSatisfy(\.stays)
    return Explanation(
      setting, subject: name, holds: holds,
      verdict: verdict.map { verdict in
        verdict == "no"
          ? "\(name) comes about in no equilibrium that the model expects."
          : "\(name) is predicted: \(verdict)."
      } ?? "\(name): what each who moves gives up.", reasons: reasons,
      notes: ["tumen solve --concept subgame-perfect says what everyone does at every point."])
  }

  /// The path that a text names, or the recorded one.
  private static func path(
    _ subject: String?, _ form: ExtensiveForm, _ setting: Setting
  ) throws(LaboratoryError) -> [Int] {
    guard let subject else {
      if let recorded = setting.scenario.outcome?.profile { return recorded }
      let first = form.nodes.indices.first {
        if case .end = form.nodes[$0].kind { true } else { false }
      }
      let keys = first.map { form.keys(of: form.path(to: $0)).joined(separator: ", ") } ?? ""
      throw Explanation.nothingNamed("a path", example: quoted(keys))
    }
    var path: [Int] = []
    for part in subject.filter({ !"()".contains($0) }).split(separator: ",") {
      let key = part.split(separator: " ").joined(separator: " ")
      let actions = form.node(at: path).map { form.actions(at: $0) } ?? []
      guard let action = actions.firstIndex(of: key) else {
        throw .wrongSubject(
          subject,
          reason: actions.isEmpty
            ? "the game is over before \(quoted(key))"
            : "there is no \(quoted(key)) here" + Suggestion.hint(for: key, in: actions))
      }
      path.append(action)
    }
    return path
  }

  /// The least and the most that an actor may have after a path.
  private static func reach(
    from path: [Int], _ actor: Int, _ form: ExtensiveForm, _ setting: Setting
  ) -> ClosedRange<Rational>? {
    var values: [Rational] = []
    for index in form.nodes.indices {
      guard case .end(let cell) = form.nodes[index].kind else { continue }
      if form.path(to: index).starts(with: path) {
        values.append(setting.utilities(ofCell: cell)[actor])
      }
    }
    guard let least = values.min(), let most = values.max() else { return nil }
    return least...most
  }

  private static func reason(
    _ actor: Int, at before: [String], chose: String, instead: String, _ here: Rational,
    _ range: ClosedRange<Rational>?, _ setting: Setting
  ) -> Explanation.Reason {
    let entry = setting.scenario.actors[actor]
    let when = before.isEmpty ? "" : "after \(before.joined(separator: ", ")), "
    let start =
      "\(entry.name), \(when)chooses \(chose) and ends with \(setting.number(here)); \(instead) "
    guard let range else {
      return .init(actor: entry.key, stays: true, sentence: start + "ends it.")
    }
    let (least, most) = (setting.number(range.lowerBound), setting.number(range.upperBound))
    let words: String
    if range.lowerBound > here {
      words =
        "would have brought at least \(least) whatever followed, "
        + "\(setting.number(range.lowerBound - here)) more."
    } else if range.upperBound <= here {
      words = "would have brought at most \(most) whatever followed."
    } else {
      words = "would have brought between \(least) and \(most), as the others went on."
    }
    return .init(
      actor: entry.key, stays: range.lowerBound <= here, sentence: start + words)
  }
}
