import Arithmetic
import GameForms
import Laboratory
import Scenarios

/// A number of a game of coalitions that can be edited: a worth, a claim, a vote, the estate, the
/// quota.
struct CoalitionEdit {
  private let form: CoalitionalForm
  private let members: Coalition
  /// The word that names no actor, such as `estate`.
  private let other: String?

  init(_ text: String, in scenario: Scenario) throws(UsageError) {
    guard let form = scenario.form as? CoalitionalForm else { throw Self.outOfReach(scenario) }
    let total: String? =
      switch form.content {
      case .table: "otherwise"
      case .votes: "quota"
      case .bankruptcy: "estate"
      default: nil
      }
    guard let total else { throw Self.outOfReach(scenario) }
    self.form = form
    var members: Coalition = []
    other = text == total ? total : nil
    if other == nil {
      let known = scenario.actors.map(\.key)
      for key in text.split(separator: "+").map({ trimmed($0) }) {
        guard let actor = known.firstIndex(of: key) else {
          throw UsageError(
            "there is nothing called \(quoted(key)) to edit"
              + Suggestion.hint(for: key, in: known + [total]))
        }
        members.insert(Coalition(of: actor))
      }
    }
    self.members = members
  }

  /// Puts one number, which may be a formula over the parameters.
  func put(_ text: String, into scenario: inout Scenario) throws {
    let number = try Expression.parse(
      text, at: Position(file: "number", line: 1, column: 1),
      names: scenario.parameters.map(\.name))
    var form = form
    switch form.content {
    case .table(var worths, let otherwise, let areCosts):
      if let place = worths.firstIndex(where: { $0.coalition == members }) {
        worths[place].worth = number
      } else if other == nil {
        worths.append(.init(coalition: members, worth: number))
      }
      form.content = .table(
        worths, otherwise: other == nil ? otherwise : number, areCosts: areCosts)
    case .votes(var weights, let quota):
      if other == nil { weights[try actor()] = number }
      form.content = .votes(weights, quota: other == nil ? quota : number)
    case .bankruptcy(var claims, let estate):
      if other == nil { claims[try actor()] = number }
      form.content = .bankruptcy(claims, estate: other == nil ? estate : number)
    default: throw Self.outOfReach(scenario)
    }
    scenario.form = form
  }

  /// The one actor that is named.
  private func actor() throws(UsageError) -> Int {
    guard members.members.count == 1 else {
      throw UsageError("\(form.name(of: members)) has no number of its own here: name one actor")
    }
    return members.members[0]
  }

  private static func outOfReach(_ scenario: Scenario) -> UsageError {
    UsageError(
      "edit takes worths, votes and claims, and this game tells what coalitions have in another way: "
        + "export it to .yaml, change that and load it")
  }
}
