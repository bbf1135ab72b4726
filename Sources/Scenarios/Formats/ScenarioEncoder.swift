import Arithmetic

/// Makes a document of a scenario: the game file that ``ScenarioDecoder`` reads back.
struct ScenarioEncoder {
  let scenario: Scenario

  /// The whole game file.
  var document: Document {
    var fields: [(String, Document?)] = [
      ("format", .plain(String(ScenarioDecoder.format))), ("id", .text(scenario.id)),
      ("title", .text(scenario.title)), ("family", scenario.family.map(Document.text)),
      ("when", scenario.when.map(Document.text)),
      ("situations", .texts(scenario.situations)), ("story", scenario.story.map(Document.text)),
      ("actors", .mapping(scenario.actors.map { ($0.key, actor($0)) })),
      ("parameters", .mappingUnlessEmpty(scenario.parameters.map { ($0.name, parameter($0)) })),
      ("form", .text(scenario.form.name)),
    ]
    fields += scenario.form.fields(actors: scenario.actors)
    fields += [
      ("relative-gains", relativeGains),
      ("cooperation", scenario.cooperation.map(profile)),
      ("punishment", scenario.punishment.map(profile)),
      ("outcome", scenario.outcome.map(outcome)),
      ("contradictions", .texts(scenario.contradictions)),
      ("leaves-out", .texts(scenario.leavesOut)),
      ("seminar", scenario.seminar.map(seminar)),
      ("sources", .mappingUnlessEmpty(scenario.sources.map { ($0.short, .text($0.full)) })),
    ]
    return .mapping(fields)
  }

  private func actor(_ actor: Scenario.Actor) -> Document {
    .mapping([
      ("name", .text(actor.name)), ("wants", actor.wants.map(Document.text)),
      ("fears", actor.fears.map(Document.text)),
    ])
  }

  private func parameter(_ parameter: Scenario.Parameter) -> Document {
    .mapping([
      ("default", .plain(parameter.default.description)),
      (
        "range",
        parameter.range.map {
          .list([.plain($0.lowerBound.description), .plain($0.upperBound.description)])
        }
      ),
      ("meaning", parameter.meaning.map(Document.text)),
      ("source", parameter.source.map(Document.text)),
    ])
  }

  private func profile(_ profile: [Int]) -> Document {
    scenario.form.document(of: profile, actors: scenario.actors)
  }

  private func outcome(_ outcome: RecordedOutcome) -> Document {
    .mapping([
      (type(of: scenario.form).outcomeKey, profile(outcome.profile)),
      ("source", outcome.source.map(Document.text)),
      ("note", outcome.note.map(Document.text)),
    ])
  }

  private func seminar(_ seminar: Seminar) -> Document {
    let roles = seminar.roles.map { (scenario.actors[$0.actor].key, .text($0.text) as Document?) }
    return .mapping([
      ("minutes", seminar.minutes.map { .plain(String($0)) }),
      ("players", seminar.players.map { .plain(String($0)) }),
      ("purpose", seminar.purpose.map(Document.text)),
      ("opening", seminar.opening.map(Document.text)), ("roles", .mappingUnlessEmpty(roles)),
      ("debrief", .texts(seminar.debrief)),
    ])
  }

  private var relativeGains: Document? {
    let block = scenario.relativeGains
    guard block.rule != .none else { return nil }
    func expression(_ expression: Expression?) -> Document? {
      expression.map { .plain($0.text) }
    }
    let weights = zip(scenario.actors, block.weights).map { actor, weight in
      let value: Document? =
        switch weight {
        case .none: nil
        case .all(let all): expression(all)
        case .towards(let row):
          .mapping(zip(scenario.actors, row).map { ($0.key, expression($1)) })
        }
      return (actor.key, value)
    }
    let capabilities = zip(scenario.actors, block.capabilities).map {
      ($0.key, expression($1))
    }
    return .mapping([
      ("rule", .text(block.rule.rawValue)), ("weights", .mapping(weights)),
      ("among", expression(block.among)),
      ("capabilities", block.rule == .power ? .mapping(capabilities) : nil),
      ("scale", expression(block.scale)),
    ])
  }
}
