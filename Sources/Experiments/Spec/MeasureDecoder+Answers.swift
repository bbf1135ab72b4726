import Laboratory
import Scenarios

extension MeasureDecoder {
  /// What a measure looks at: a word of its own, or a solution concept.
  func subject(
    _ fields: Fields, _ what: String
  ) throws(InputError) -> (Measure.Subject, concept: String?) {
    guard let document = fields["of"] else {
      throw InputError("\(what) lacks \"of\": write of: pure", at: fields.position)
    }
    let text = try document.text(fields.name("of"))
    let isStrategic = scenario.form is StrategicForm
    if let own = Measure.Subject(rawValue: text), own != .concept,
      isStrategic || !Concept.names.contains(text)
    {
      return (own, nil)
    }
    guard let concept = Concept.all.first(where: { $0.name == text }) else {
      let known =
        Measure.Subject.allCases.filter { $0 != .concept }.map(\.rawValue) + Concept.names
      throw InputError(
        "\"of\" of \(what) cannot be \(quoted(text))\(Suggestion.hint(for: text, in: known))",
        at: document.position)
    }
    guard concept.forms.contains(scenario.form.name) || concept.forms.contains(StrategicForm.name)
    else {
      throw InputError(
        "\(what): \(text) takes games of form \(concept.forms.joined(separator: " or ")), and this "
          + "one is \(scenario.form.name)", at: document.position)
    }
    return (.concept, text)
  }

  /// `gap(actor, actor)`, `value(key.key)`, `size(key)`, `first(parameter)` and the like.
  func answer(_ call: MeasureCall, at position: Position) throws(InputError) -> Measure.Symbol {
    switch call.function {
    case "gap":
      let parts = call.parts(",")
      guard parts.count == 2 else {
        throw InputError(
          "\(quoted(call.text)) must name two actors: write gap(\(scenario.actors[0].key), "
            + "\(scenario.actors[scenario.actors.count - 1].key))", at: position)
      }
      return .gap(
        actor: try actor(parts[0], at: position), over: try actor(parts[1], at: position))
    case "value", "size":
      let keys = call.parts(".")
      guard keys.allSatisfy({ !$0.isEmpty }) else {
        throw InputError(
          "\(quoted(call.text)) must name keys of the answer's JSON: write value(KEY.KEY), with "
            + "numbers from 0 for the entries of lists", at: position)
      }
      return call.function == "value" ? .answer(keys) : .answerCount(keys)
    default:
      guard let place = parameters.firstIndex(of: call.argument) else {
        let hint = Suggestion.hint(for: call.argument, in: parameters)
        throw InputError("unknown parameter \(quoted(call.argument))\(hint)", at: position)
      }
      switch call.function {
      case "first": return .firstThreshold(place)
      case "last": return .lastThreshold(place)
      default: return .thresholds(place)
      }
    }
  }
}
