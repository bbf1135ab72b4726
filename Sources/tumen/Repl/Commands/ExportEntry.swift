import Experiments
import Laboratory
import Scenarios

extension ReplEntry {
  static let export = ReplEntry(
    "export", "export FILE [prepared]",
    "write the game: .yaml, .json, .nfg, .efg, or .tex for its tables in LaTeX", group: .keep,
    more: [
      "A Gambit file holds utilities at the values and under the rule set here.",
      "prepared writes a .yaml with a place for everything that a prepared game says, to be finished:",
      "look for \"to be written\", then tumen check FILE.",
    ],
    example: [
      "matrix pd 3,3 0,5 ; 5,0 1,1", "export /tmp/pd.nfg", "export /tmp/pd.tex",
      "export /tmp/pd.yaml prepared", "load /tmp/pd.yaml",
    ], completes: [.words(["prepared"])]
  ) { words, session in
    let setting = try session.setting()
    let parts = try QuotedWords.of(words)
    guard let path = parts.first else {
      let name = try session.game().name
      throw UsageError("export needs a file: export \(name).yaml")
    }
    guard parts.count == 1 || parts.dropFirst() == ["prepared"] else {
      throw UsageError(
        "\(quoted(parts[1...].joined(separator: " "))) is not understood: write export FILE, or "
          + "export FILE.yaml prepared")
    }
    let text: String
    if parts.count == 2 {
      guard ScenarioFormat(path: path) == .yaml else {
        throw UsageError("a prepared game is a .yaml file: export \(path).yaml prepared")
      }
      text = ScenarioWriter.yaml(GameExport.scenario(of: setting).draft)
    } else {
      text = try GameExport.text(of: setting, to: path)
    }
    let file = try OutputFile(path)
    try file.write(text)
    try file.commit()
    return parts.count == 2
      ? "\(path): write what says \"to be written\", then tumen check \(path)\n" : "\(path)\n"
  }
}
