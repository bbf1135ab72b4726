import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// Risk and payoff dominance between two strict equilibria.
  public static let selection = Concept(
    name: "selection",
    answers: "Of two strict equilibria, which is better for both, and which is the safer choice?",
    forms: ["strategic"], takes: "two actors with two strategies each, two strict equilibria",
    method: "products of the losses from leaving each equilibrium",
    source: "Harsanyi and Selten 1988", limits: nil
  ) { setting, _ in
    guard let selection = EquilibriumSelection.solve(setting.utilities) else {
      throw LaboratoryError.wrongSize(
        concept: "selection", takes: "a 2 x 2 game with two strict equilibria",
        found: setting.utilities.shape == [2, 2] ? "fewer than two" : setting.sizeText,
        instead: "use --concept nash or pure to see the equilibria there are")
    }
    return Solution(
      concept: "selection", method: "product of deviation losses", isExact: setting.isExact,
      answer: SelectionAnswer(selection: selection))
  }
}

/// Which equilibrium is selected by which argument.
struct SelectionAnswer: Answer {
  /// The comparison of the two.
  let selection: EquilibriumSelection

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = zip(selection.equilibria, selection.deviationLosses).map { index, losses in
      [
        "profile": setting.json(profile: index), "deviationLosses": setting.json(losses),
      ] as JSONValue
    }
    return [
      .init("strictEquilibria", .array(list)),
      .init("payoffDominant", selection.payoffDominant.map { setting.json(profile: $0) } ?? .null),
      .init("riskDominant", selection.riskDominant.map { setting.json(profile: $0) } ?? .null),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: setting.scenario.actors.map(\.name)
        + ["product of losses", "payoff-dominant", "risk-dominant"])
    for (index, losses) in zip(selection.equilibria, selection.deviationLosses) {
      table.rows.append(
        setting.cells(profile: index) + [
          setting.cell(losses), .text(selection.payoffDominant == index ? "yes" : "no"),
          .text(selection.riskDominant == index ? "yes" : "no"),
        ])
    }
    if selection.riskDominant == nil { table.notes.append("Neither is the safer choice.") }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable { tables(in: setting)[0] }
}
