import Arithmetic
import Scenarios

/// A form that can be played around a table: what everyone may know, what one actor knows, and
/// what is written down.
protocol Playable: GameForm {
  /// The rules: who may do what. Nothing here says what anything is worth to anyone.
  func rules(in setting: Setting) -> [Sheet.Section]
  /// What one actor knows: what everything is worth to it, and nothing about the others' worth.
  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section]
  /// What is filled in while playing.
  func slips(in setting: Setting) -> [Sheet.Slip]
}

/// Words that the sheets of several forms share.
enum PlayWords {
  /// The heading over what an actor knows alone.
  static let worth = "What it is worth to you"
  /// Most rows of a table on a sheet of paper.
  static let mostRows = 60
  /// What a table that is too long for paper says instead.
  static func tooLong(_ count: Int, _ what: String) -> String {
    "There are \(count) \(what), too many for a sheet: ask the facilitator for yours."
  }

  /// `key: description`, or the key alone.
  static func item(_ key: String, _ description: String?) -> String {
    description.map { "\(key): \($0)" } ?? key
  }
}

extension Setting {
  /// What one cell of the form brings one actor, before the rule.
  func gain(of actor: Int, inCell index: Int) -> ResultTable.Cell {
    cell(evaluated.gains[index * scenario.actors.count + actor])
  }

  /// The value of an expression of the file here, nil where it has none.
  func value(of expression: Expression) -> Rational? {
    let values = expression.parameters.compactMap { name in
      parameters.first { $0.name == name }?.value
    }
    guard values.count == expression.parameters.count else { return nil }
    return try? expression.evaluate(values)
  }
}
