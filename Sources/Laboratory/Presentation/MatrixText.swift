import Arithmetic
import Equilibria
import GameForms

/// The payoff table of a game as rows and columns, best replies and the recorded outcome marked.
struct MatrixText {
  let setting: Setting
  let game: StrategicGame

  /// The marks' key.
  static func legend(hasOutcome: Bool) -> String {
    "* best reply" + (hasOutcome ? "   [ ] recorded outcome" : "")
  }

  /// One table for each choice of the third and further actors; captions name the choice.
  func tables(caption: String) -> [ResultTable] {
    let strategies = setting.strategies
    guard game.actors >= 2 else { return [singleActor(caption)] }
    let rest = StrategicGame.profiles(of: Array(game.shape.dropFirst(2)))
    return rest.map { choice in
      var title = caption
      for (offset, strategy) in choice.enumerated() {
        title +=
          "; \(setting.scenario.actors[offset + 2].name): \(strategies[offset + 2][strategy].key)"
      }
      let names = setting.scenario.actors.map(\.name)
      var table = ResultTable(
        caption: title, columns: ["\(names[0]) \\ \(names[1])"] + strategies[1].map(\.key))
      for row in 0..<game.shape[0] {
        let cells = (0..<game.shape[1]).map { column in
          ResultTable.Cell.text(cell(game.index(of: [row, column] + choice)))
        }
        table.rows.append([.text(strategies[0][row].key)] + cells)
      }
      return table
    }
  }

  private func singleActor(_ caption: String) -> ResultTable {
    ResultTable(
      caption: caption, columns: [setting.scenario.actors[0].name, "payoff"],
      rows: (0..<game.profiles).map {
        [.text(setting.strategies[0][$0].key), .text(cell($0))]
      })
  }

  /// `3*, 0`, in brackets for the recorded outcome.
  private func cell(_ index: Int) -> String {
    let payoffs = (0..<game.actors).map { actor in
      let payoff = game.payoff(at: index, of: actor)
      let number = setting.isExact ? payoff.shortText : "~" + payoff.double.text(digits: 5)
      return number + (game.isBestReply(of: actor, at: index) ? "*" : "")
    }.joined(separator: ", ")
    let isRecorded = setting.scenario.outcome?.profile == game.profile(at: index)
    return isRecorded ? "[\(payoffs)]" : payoffs
  }

  /// Texts next to each other where the width allows it, below each other where not.
  static func sideBySide(_ blocks: [String], width: Int) -> String {
    let lines = blocks.map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
    let widths = lines.map { $0.map { String($0).displayWidth }.max() ?? 0 }
    guard widths.reduce(4 * (blocks.count - 1), +) <= width else {
      return blocks.joined(separator: "\n")
    }
    var text = ""
    for index in 0..<(lines.map(\.count).max() ?? 0) {
      var line = ""
      for (column, block) in lines.enumerated() {
        let part = index < block.count ? String(block[index]) : ""
        line += column == lines.count - 1 ? part : part.padded(to: widths[column] + 4)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}

extension StrategicGame {
  /// Every profile of the given shape, the last place varying fastest; one empty profile if the
  /// shape is empty.
  static func profiles(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { profiles, count in
      profiles.flatMap { profile in (0..<count).map { profile + [$0] } }
    }
  }
}
