import Experiments
import Scenarios

/// A prisoner's dilemma 4, 3, 2, 1 with a Snidal weight r and a parameter that only scales.
let dilemma = """
  format: 1
  id: dilemma
  title: The dilemma
  family: textbook
  actors:
    Row: {name: Row}
    Col: {name: Col}
  parameters:
    r: {default: 0, range: [0, 1], meaning: weight on the other's gain, source: assumed}
    s: {default: 1, range: [-10, 10], meaning: size of the stakes, source: assumed}
  form: strategic
  strategies:
    Row: {C: cooperate, D: defect}
    Col: {C: cooperate, D: defect}
  payoffs:
    - {Row: C, Col: C, gains: {Row: 3*s, Col: 3*s}}
    - {Row: C, Col: D, gains: {Row: 1*s, Col: 4*s}}
    - {Row: D, Col: C, gains: {Row: 4*s, Col: 1*s}}
    - {Row: D, Col: D, gains: {Row: 2*s, Col: 2*s}}
  relative-gains: {rule: snidal, weights: r}
  outcome: {profile: {Row: D, Col: D}, source: assumed}
  """

/// A stag hunt, a prisoner's dilemma from r = 1/3 on.
let stagHunt = """
  format: 1
  id: hunt
  title: The hunt
  family: textbook
  actors:
    Row: {name: Row}
    Col: {name: Col}
  parameters:
    r: {default: 0, range: [0, 1], meaning: weight on the other's gain, source: assumed}
    k: {default: 0, range: [0, 4], meaning: nothing at all, source: assumed}
  form: strategic
  strategies:
    Row: {C: cooperate, D: defect}
    Col: {C: cooperate, D: defect}
  payoffs:
    - {Row: C, Col: C, gains: {Row: 4, Col: 4}}
    - {Row: C, Col: D, gains: {Row: 1, Col: 3}}
    - {Row: D, Col: C, gains: {Row: 3, Col: 1}}
    - {Row: D, Col: D, gains: {Row: 2, Col: 2}}
  relative-gains: {rule: snidal, weights: r}
  """

/// A directory with the two games, in which specs can be written and run.
struct Workplace {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    directory.write(dilemma, to: "dilemma.yaml")
    directory.write(stagHunt, to: "hunt.yaml")
  }

  /// The experiment of a spec; `body` follows the id and the game.
  func experiment(_ body: String, game: String = "dilemma") throws -> Experiment {
    let text = "format: 1\nid: trial\nquestion: What if?\ngame: \(game).yaml\n" + body + "\n"
    return try Experiment.read(directory.write(text, to: "spec.yaml"))
  }

  /// Runs a spec and returns what it left.
  func run(
    _ body: String, game: String = "dilemma", jobs: Int = 1, draw: ((FigureData) -> String)? = nil
  ) throws -> (summary: RunSummary, csv: String) {
    let experiment = try experiment(body, game: game)
    let summary = try experiment.run(
      into: directory.path + "/out", options: RunOptions(jobs: jobs), draw: draw)
    return (summary, directory.text("out/results.csv"))
  }
}
