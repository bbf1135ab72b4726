import Scenarios

/// One game by absolute gains and under a relative-gains rule, side by side.
public struct Comparison: Sendable {
  private let sides: [(heading: String, setting: Setting, solutions: [Solution])]

  /// The comparison of a setting without its rule and with it.
  ///
  /// - Throws: ``LaboratoryError`` where a concept does not take the game.
  public init(_ absolute: Setting, _ relative: Setting, _ concepts: [Concept]) throws {
    let rule = relative.relativeGains.rule.rawValue
    sides = try [("absolute gains", absolute), ("rule \(rule)", relative)].map { heading, setting in
      (heading, setting, try concepts.map { try $0.solution(of: setting) })
    }
  }

  /// The two columns, or one below the other where the terminal is too narrow.
  public func text(style: TextStyle = .plain) -> String {
    let title = sides.last?.setting.title ?? ""
    var text = style.heading(title) + "\n\n"
    text += MatrixText.sideBySide(sides.map { game($0.heading, $0.setting) }, width: GamePage.width)
    for place in sides[0].solutions.indices {
      let blocks = sides.map { side in
        let solution = side.solutions[place]
        return "\(solution.concept), \(side.heading)\n"
          + solution.answer.tables(in: solution.seen ?? side.setting).map { $0.text() }
          .joined(separator: "\n")
      }
      text += "\n" + MatrixText.sideBySide(blocks, width: GamePage.width)
    }
    return text + "\n" + changes.map { $0 + "\n" }.joined()
  }

  private func game(_ heading: String, _ setting: Setting) -> String {
    guard let seen = try? setting.seenStrategically(), seen.utilities.profiles <= 64 else {
      return heading + "\n"
    }
    return MatrixText(setting: seen, game: seen.utilities).tables(caption: heading)
      .map { $0.text() }.joined(separator: "\n")
  }

  /// What the rule does to the pure equilibria, in a sentence each.
  private var changes: [String] {
    let seen = sides.compactMap { try? $0.setting.seenStrategically() }
    guard seen.count == 2, seen[0].utilities.profiles <= 4096 else { return [] }
    let names = seen.map { setting in
      (0..<setting.utilities.profiles).filter { setting.utilities.isPureEquilibrium($0) }
        .map { "(\(setting.text(profile: setting.utilities.profile(at: $0))))" }
    }
    let lost = names[0].filter { !names[1].contains($0) }
    let gained = names[1].filter { !names[0].contains($0) }
    guard !lost.isEmpty || !gained.isEmpty else {
      return ["The pure equilibria are the same."]
    }
    return (lost.isEmpty ? [] : ["No equilibrium any more: \(lost.joined(separator: " "))."])
      + (gained.isEmpty ? [] : ["An equilibrium now: \(gained.joined(separator: " "))."])
  }
}
