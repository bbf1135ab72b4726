import Laboratory
import Scenarios

extension ReplEntry {
  static let edit = ReplEntry(
    "edit", "edit C,D = 0,5", "change the payoffs of one profile, or of one actor in it",
    group: .change,
    more: [
      "edit C,D Row = 4 changes one payoff. Payoffs may be formulas over the parameters: 3 - k.",
      "In a tree name the path: edit in, fight = -2,-1. Of coalitions name the members, the claimant",
      "or the voter: edit a+b = 3, edit estate = 90.",
    ],
    example: ["matrix pd 3,3 0,5 ; 5,0 1,1", "edit 2,2 = 2,2", "edit 1,2 Row = 1/2", "undo"],
    completes: [.strategies, .actors]
  ) { words, session in
    let sides = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { trimmed($0) }
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
      throw UsageError("edit needs a profile and its payoffs: edit C,D = 0,5")
    }
    try session.change { game in
      let actors = game.scenario.actors
      if game.scenario.form is CoalitionalForm {
        try CoalitionEdit(sides[0], in: game.scenario).put(sides[1], into: &game.scenario)
        return
      }
      var place = sides[0]
      var only: Int?
      // A last word that names an actor, after a whole profile.
      if let blank = place.lastIndex(where: \.isWhitespace),
        let actor = actors.firstIndex(where: { $0.key == trimmed(place[blank...]) }),
        (try? EditPlace(trimmed(place[..<blank]), in: game.scenario)) != nil
      {
        only = actor
        place = trimmed(place[..<blank])
      }
      let edited = try EditPlace(place, in: game.scenario)
      let texts = sides[1].filter { !"()".contains($0) }
        .split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
      let count = only == nil ? actors.count : 1
      guard texts.count == count else {
        throw UsageError(
          "\(quoted(sides[1])) has \(Words.count(texts.count, "payoff")) and \(count) is right: write one "
            + "for each of \(only.map { actors[$0].key } ?? actors.map(\.key).joined(separator: ", "))"
        )
      }
      let names = game.scenario.parameters.map(\.name)
      let gains = try texts.map {
        try Expression.parse($0, at: Position(file: "payoff", line: 1, column: 1), names: names)
      }
      try edited.put(gains, of: only, into: &game.scenario)
    }
    return try page(session, brief: true)
  }
}

/// A cell that can be edited.
struct EditPlace {
  private let cell: Int

  init(_ text: String, in scenario: Scenario) throws {
    switch scenario.form {
    case let form as StrategicForm:
      cell = form.index(
        of: try Setting.profile(text, actors: scenario.actors, strategies: form.strategies))
    case let form as ExtensiveForm:
      let keys = text.filter { !"()".contains($0) }.split(separator: ",").map { trimmed($0) }
      let node = form.nodes.indices.first { form.keys(of: form.path(to: $0)) == keys }
      guard let node, case .end(let cell) = form.nodes[node].kind else {
        throw UsageError(
          "no end is reached by \(quoted(text)): write the whole path, as in edit in, fight = 0,0")
      }
      self.cell = cell
    default:
      throw UsageError(
        "edit takes strategic games, trees and coalitions, and this one is \(scenario.form.name): make it again, or "
          + "export it to .yaml, change that and load it")
    }
  }

  /// Puts gains in the place: all actors', or those of one.
  func put(_ gains: [Expression], of actor: Int?, into scenario: inout Scenario) throws {
    func changed(_ cell: Cell) -> Cell {
      var cell = cell
      if let actor { cell.gains[actor] = gains[0] } else { cell.gains = gains }
      return cell
    }
    if var form = scenario.form as? StrategicForm {
      form.cells[cell] = changed(form.cells[cell])
      scenario.form = form
    } else if let form = scenario.form as? ExtensiveForm {
      var cells = form.cells
      cells[cell] = changed(cells[cell])
      scenario.form = ExtensiveForm(
        nodes: form.nodes, sets: form.sets, cells: cells, cellNames: form.cellNames)
    }
  }
}
