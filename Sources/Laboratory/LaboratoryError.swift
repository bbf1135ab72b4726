import Scenarios

/// Why a question about a game is not answered.
public enum LaboratoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No concept has this name.
  case unknownConcept(String)
  /// What was asked is not defined for games of this form.
  case wrongForm(asked: String, takes: [String], found: String)
  /// The concept takes games of `takes`, this one is `found`; `instead` may serve.
  case wrongSize(concept: String, takes: String, found: String, instead: String)
  /// The work would take too long, or the game is past a fixed limit.
  case tooLarge(concept: String, size: String, limit: String, instead: String)
  /// The seconds given were over before there was anything to show.
  case outOfTime(concept: String, seconds: Double)
  /// The user interrupted before there was anything to show.
  case interrupted(concept: String)
  /// A rule needs weights and the game's file has none.
  case needsWeights(rule: String)
  /// A rule needs numbers that only a game file can give.
  case needsFile(rule: String, missing: String)
  /// The question needs a parameter and the game has none, or has several and none was named.
  case nameAParameter(known: [String])
  /// An interval with its ends in the wrong order.
  case emptyInterval(from: String, to: String)
  /// A claim that is not understood.
  case wrongClaim(String, reason: String)
  /// Something to explain that the game does not have; nil where nothing is named.
  case wrongSubject(String?, reason: String)
  /// A map needs two different parameters.
  case sameParameter(String)
  /// An interval was not given and the parameter has no range.
  case noRange(parameter: String)
  /// Exact thresholds need payoffs affine in the parameter; these are not.
  case notAffine(parameter: String, reason: String)
  /// An option that the concept needs, with an example.
  case needsOption(concept: String, option: String, example: String)
  /// An option that none of the concepts asked takes; `takers` do.
  case uselessOption(option: String, takers: [String])
  /// An option whose text is not what was expected.
  case wrongOption(option: String, found: String, expected: String)
  /// A solver returned something that its own check refutes; it is not shown.
  case failedCheck(concept: String)

  /// Whether a limit the user set was met: nothing is wrong with what was asked.
  public var isLimit: Bool { if case .outOfTime = self { true } else { false } }

  /// One line: what was found, what was expected, what to write instead.
  public var description: String {
    switch self {
    case .unknownConcept(let name):
      "there is no concept \(quoted(name))" + Suggestion.hint(for: name, in: Concept.names)
    case .wrongForm(let asked, let takes, let found):
      "\(asked) takes a game of form \(Words.list(takes, "or")), and this one is \(found): "
        + "tumen concepts lists what takes which"
    case .wrongSize(let concept, let takes, let found, let instead):
      "\(concept) takes \(takes), and this game has \(found): \(instead)"
    case .tooLarge(let concept, let size, let limit, let instead):
      "\(concept) of this game is not started: \(size), and the limit is \(limit); \(instead)"
    case .outOfTime(let concept, let seconds):
      "\(concept) has nothing to show after \(seconds.text(digits: 6)) seconds: give more --seconds, "
        + "or ask a concept with less work"
    case .interrupted(let concept):
      "\(concept) was interrupted before it had anything to show"
    case .needsWeights(let rule):
      "the game has no relative-gains weights for rule \(quoted(rule)): add --weight, for example "
        + "--weight 1/4"
    case .needsFile(let rule, let missing):
      "rule \(quoted(rule)) needs \(missing), which only the relative-gains block of a game file "
        + "can give"
    case .nameAParameter(let known):
      known.isEmpty
        ? "the game has no parameters, so there is nothing to vary"
        : "the game has several parameters: name one of \(known.joined(separator: ", "))"
    case .emptyInterval(let from, let to):
      "the interval from \(from) to \(to) is empty: give the smaller end first"
    case .wrongClaim(let text, let reason):
      "the claim \(quoted(text)) is not understood: \(reason)"
    case .wrongSubject(let text, let reason):
      text.map { "\(quoted($0)) is nothing in this game: \(reason)" }
        ?? "the game records no outcome: \(reason)"
    case .sameParameter(let name):
      "\(quoted(name)) cannot run both ways: name another parameter"
    case .noRange(let parameter):
      "parameter \(quoted(parameter)) has no range: say from where to where"
    case .notAffine(let parameter, let reason):
      "exact thresholds need payoffs that are affine in \(quoted(parameter)): \(reason)"
    case .needsOption(let concept, let option, let example):
      "\(concept) needs --\(option): write --\(option) \(example)"
    case .uselessOption(let option, let takers):
      "--\(option) is for --concept \(Words.list(takers, "or"))"
    case .wrongOption(let option, let found, let expected):
      "--\(option) \(found) is not understood: write \(expected)"
    case .failedCheck(let concept):
      "a result of \(concept) failed its own exact check and is not shown: please report this"
    }
  }
}
