import Arithmetic

extension Scenario {
  /// The scenario with a place for everything that a prepared game says, to be finished by hand:
  /// what is missing reads "to be written", and numbers without a source are assumed.
  public var draft: Scenario {
    let blank = "to be written"
    var draft = self
    if draft.title.isEmpty || title == id { draft.title = blank }
    draft.family = family ?? "textbook"
    draft.story = story ?? blank
    for place in draft.actors.indices {
      draft.actors[place].wants = actors[place].wants ?? blank
      draft.actors[place].fears = actors[place].fears ?? blank
    }
    for place in draft.parameters.indices {
      let parameter = parameters[place]
      let value = parameter.default
      draft.parameters[place].range =
        parameter.range ?? min(value, .zero)...max(value, .one)
      draft.parameters[place].meaning = parameter.meaning ?? blank
      draft.parameters[place].source = parameter.source ?? "assumed"
    }
    draft.form = draftForm(blank)
    draft.seminar =
      seminar
      ?? Seminar(
        minutes: 30, players: actors.count, purpose: blank, opening: blank,
        roles: actors.indices.map { Seminar.Role(actor: $0, text: blank) }, debrief: [blank])
    if draft.leavesOut.isEmpty { draft.leavesOut = [blank] }
    if draft.sources.isEmpty { draft.sources = [Source(short: "S", full: blank)] }
    return draft
  }

  /// The form with reasons and sources to be written.
  private func draftForm(_ blank: String) -> any GameForm {
    func explained(_ cell: Cell) -> Cell {
      var cell = cell
      cell.because = cell.because ?? blank
      cell.source = cell.source ?? "assumed"
      return cell
    }
    switch form {
    case var form as StrategicForm:
      for actor in form.strategies.indices {
        for place in form.strategies[actor].indices {
          form.strategies[actor][place].description =
            form.strategies[actor][place].description ?? blank
        }
      }
      form.cells = form.cells.map(explained)
      return form
    case let form as ExtensiveForm:
      return ExtensiveForm(
        nodes: form.nodes, sets: form.sets, cells: form.cells.map(explained),
        cellNames: form.cellNames)
    default: return form
    }
  }
}
