/// How what a Gambit file names is called here.
enum GambitNames {
  /// The name of the file without folder and ending.
  static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return stem.isEmpty || stem.hasPrefix("<") ? "game" : stem
  }

  /// The labels if each is there and differs from the others, else `1`, `2`, ...
  static func keys(_ labels: [String], besides reserved: [String] = []) -> [String] {
    let keys = labels.map { trimmed($0) }
    guard Set(keys).count == keys.count, !keys.contains(where: { $0.isEmpty }),
      !keys.contains(where: reserved.contains)
    else { return labels.indices.map { String($0 + 1) } }
    return keys
  }

  /// The players of a file.
  static func actors(_ players: [String], besides reserved: [String]) -> [Scenario.Actor] {
    zip(keys(players, besides: reserved), players).map { key, label in
      Scenario.Actor(key: key, name: trimmed(label).isEmpty ? key : trimmed(label))
    }
  }

  /// A text between quotation marks.
  static func marked(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }
}
