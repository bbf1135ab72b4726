import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// One equilibrium by iterated polymatrix approximation.
  public static let iteratedPolymatrix = Concept(
    name: "ipa",
    answers:
      "Which mixed profile leaves no actor a better reply? One of them, fast where it works.",
    forms: ["strategic"],
    takes: "any number of actors; --start for a first profile other than even chances",
    method: "equilibria of polymatrix approximations by Lemke's algorithm, then Newton's method, "
      + "proved by Krawczyk's operator",
    source: "Govindan and Wilson 2004",
    limits:
      "some 300 strategies together, or a million profiles, in a minute; may wander, and then "
      + "says so",
    arithmetic: "floating", options: ["start"]
  ) { setting, options in
    try refuseLong("ipa", setting, options)
    let start = try options.text("start").map { (text) throws(InputError) in
      try MixedInput(text, option: "start", in: setting).profile()
    }
    let method = IteratedPolymatrix(setting.utilities, seconds: options.seconds)
    let found = method.solve(start: start)
    return Solution(
      concept: "ipa", method: "iterated polymatrix approximation", isExact: false,
      status: found.limit.map { .limit($0) } ?? .sample,
      answer: EnclosedEquilibriaAnswer(found, in: setting))
  }
}
