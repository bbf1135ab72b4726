import Arithmetic
import Scenarios

/// Reads one number for each strategy of each actor, from a file or as typed.
///
/// `{Row: {C: 12, D: 30}, Col: {C: 9, D: 33}}`, in YAML or JSON; an actor's strategies that are left
/// out count 0, and one strategy alone, as in `{Row: C}`, stands for 1.
struct MixedInput {
  private let setting: Setting
  private let option: String
  private let document: Document

  /// What the option `option` gives: the text itself where it starts with a brace, else the file of
  /// that name.
  ///
  /// - Throws: `InputError` for a file or text that cannot be read.
  init(_ text: String, option: String, in setting: Setting) throws(InputError) {
    self.setting = setting
    self.option = option
    let isTyped = text.first { !$0.isWhitespace } == "{"
    document =
      isTyped
      ? try Document.read(yaml: text, file: "--\(option)") : try Document.read(path: text)
  }

  /// `numbers[actor][strategy]`: none negative, some positive for at least one actor.
  func frequencies() throws(InputError) -> [[Double]] {
    let numbers = try numbers(actorsNeeded: false)
    guard numbers.contains(where: { $0.contains { $0 > 0 } }) else {
      throw InputError("nothing was observed: write how often each strategy was", at: place)
    }
    return numbers
  }

  /// `probabilities[actor][strategy]`: each actor's numbers divided by their sum.
  func profile() throws(InputError) -> [[Double]] {
    let numbers = try numbers(actorsNeeded: true)
    var profile: [[Double]] = []
    for (actor, row) in numbers.enumerated() {
      let sum = row.reduce(0, +)
      guard sum > 0 else {
        throw InputError(
          "the numbers of \(quoted(setting.scenario.actors[actor].key)) add to 0: write "
            + "probabilities", at: place)
      }
      profile.append(row.map { $0 / sum })
    }
    return profile
  }

  private var place: Position { document.position }

  private func numbers(actorsNeeded: Bool) throws(InputError) -> [[Double]] {
    let actors = setting.scenario.actors
    let strategies = setting.strategies.map { $0.map(\.key) }
    let fields = try Fields(document, of: "--\(option)", keys: actors.map(\.key))
    var numbers = strategies.map { $0.map { _ in 0.0 } }
    for (actor, named) in actors.enumerated() {
      guard let entry = fields[named.key] else {
        guard !actorsNeeded else {
          throw InputError(
            "--\(option) says nothing of \(quoted(named.key)): write "
              + "\(named.key): {\(strategies[actor].first ?? "..."): 1}", at: place)
        }
        continue
      }
      if case .scalar = entry {
        let key = try entry.text("the strategy of \(quoted(named.key))")
        guard let strategy = strategies[actor].firstIndex(of: key) else {
          throw Self.unknown(key, of: named.key, in: strategies[actor], at: entry.position)
        }
        numbers[actor][strategy] = 1
        continue
      }
      for item in try entry.entries("the strategies of \(quoted(named.key))") {
        guard let strategy = strategies[actor].firstIndex(of: item.key) else {
          throw Self.unknown(item.key, of: named.key, in: strategies[actor], at: item.keyPosition)
        }
        let number = try item.value.number("the number of \(quoted(item.key))")
        guard number.signum >= 0 else {
          throw InputError(
            "the number of \(quoted(item.key)) is negative: write 0 or more",
            at: item.value.position)
        }
        numbers[actor][strategy] = number.double
      }
    }
    return numbers
  }

  private static func unknown(
    _ key: String, of actor: String, in strategies: [String], at position: Position
  ) -> InputError {
    InputError(
      "\(quoted(actor)) has no strategy \(quoted(key))" + Suggestion.hint(for: key, in: strategies),
      at: position)
  }
}
