import Arithmetic

/// Makes a document of a scenario: the game file that ``ScenarioDecoder`` reads back.
struct ScenarioEncoder {
  let scenario: Scenario

  /// The whole game file.
  var document: Document {
    var fields: [(String, Document?)] = [
      ("format", plain(String(ScenarioDecoder.format))), ("id", text(scenario.id)),
      ("title", text(scenario.title)), ("family", scenario.family.map(text)),
      ("when", scenario.when.map(text)), ("story", scenario.story.map(text)),
      ("actors", mapping(scenario.actors.map { ($0.key, actor($0)) })),
      ("parameters", unlessEmpty(scenario.parameters.map { ($0.name, parameter($0)) })),
      ("form", text(scenario.form.name)),
    ]
    switch scenario.form {
    case .strategic(let form): fields += strategic(form)
    }
    fields += [
      ("relative-gains", relativeGains),
      ("cooperation", scenario.cooperation.map(profile)),
      ("punishment", scenario.punishment.map(profile)),
      ("outcome", scenario.outcome.map(outcome)),
      ("contradictions", texts(scenario.contradictions)),
      ("leaves-out", texts(scenario.leavesOut)),
      ("seminar", scenario.seminar.map(seminar)),
      ("sources", unlessEmpty(scenario.sources.map { ($0.short, text($0.full)) })),
    ]
    return mapping(fields)
  }

  private static let position = Position(file: "<written>")

  private func text(_ text: String) -> Document {
    .scalar(Document.Scalar(text, style: .quoted, position: Self.position))
  }

  /// A number or an expression.
  private func plain(_ text: String) -> Document {
    .scalar(Document.Scalar(text, position: Self.position))
  }

  private func mapping(_ fields: [(String, Document?)]) -> Document {
    .mapping(
      fields.compactMap { key, value in
        value.map { Document.Entry(key: key, keyPosition: Self.position, value: $0) }
      }, Self.position)
  }

  private func unlessEmpty(_ fields: [(String, Document?)]) -> Document? {
    fields.isEmpty ? nil : mapping(fields)
  }

  private func texts(_ texts: [String]) -> Document? {
    texts.isEmpty ? nil : .sequence(texts.map(text), Self.position)
  }

  private func actor(_ actor: Scenario.Actor) -> Document {
    mapping([
      ("name", text(actor.name)), ("wants", actor.wants.map(text)),
      ("fears", actor.fears.map(text)),
    ])
  }

  private func parameter(_ parameter: Scenario.Parameter) -> Document {
    mapping([
      ("default", plain(parameter.default.description)),
      (
        "range",
        parameter.range.map {
          .sequence(
            [plain($0.lowerBound.description), plain($0.upperBound.description)], Self.position)
        }
      ),
      ("meaning", parameter.meaning.map(text)), ("source", parameter.source.map(text)),
    ])
  }

  private func strategic(_ form: StrategicForm) -> [(String, Document?)] {
    let strategies = zip(scenario.actors, form.strategies).map { actor, list in
      let described = list.contains { $0.description != nil }
      return (
        actor.key,
        described
          ? mapping(list.map { ($0.key, $0.description.map(text) ?? plain("null")) })
          : Document.sequence(list.map { text($0.key) }, Self.position) as Document?
      )
    }
    let payoffs = form.cells.indices.map { index in
      let cell = form.cells[index]
      let gains = zip(scenario.actors, cell.gains).map { ($0.key, plain($1.text) as Document?) }
      return mapping(
        strategyFields(form.profile(at: index)) + [
          (form.ordinal ? "ranks" : "gains", mapping(gains)),
          ("because", cell.because.map(text)), ("source", cell.source.map(text)),
        ])
    }
    return [
      ("gains", form.ordinal ? text("ordinal") : nil), ("strategies", mapping(strategies)),
      ("payoffs", .sequence(payoffs, Self.position)),
    ]
  }

  private func strategyFields(_ profile: [Int]) -> [(String, Document?)] {
    switch scenario.form {
    case .strategic(let form):
      zip(profile.indices, profile).map {
        (scenario.actors[$0].key, text(form.strategies[$0][$1].key))
      }
    }
  }

  private func profile(_ profile: [Int]) -> Document { mapping(strategyFields(profile)) }

  private func outcome(_ outcome: RecordedOutcome) -> Document {
    mapping([
      ("profile", profile(outcome.profile)), ("source", outcome.source.map(text)),
      ("note", outcome.note.map(text)),
    ])
  }

  private func seminar(_ seminar: Seminar) -> Document {
    let roles = seminar.roles.map { (scenario.actors[$0.actor].key, text($0.text) as Document?) }
    return mapping([
      ("minutes", seminar.minutes.map { plain(String($0)) }),
      ("players", seminar.players.map { plain(String($0)) }),
      ("purpose", seminar.purpose.map(text)), ("roles", unlessEmpty(roles)),
      ("debrief", texts(seminar.debrief)),
    ])
  }

  private var relativeGains: Document? {
    let block = scenario.relativeGains
    guard block.rule != .none else { return nil }
    func expression(_ expression: Expression?) -> Document? {
      expression.map { plain($0.text) }
    }
    let weights = zip(scenario.actors, block.weights).map { actor, weight in
      let value: Document? =
        switch weight {
        case .none: nil
        case .all(let all): expression(all)
        case .towards(let row):
          mapping(zip(scenario.actors, row).map { ($0.key, expression($1)) })
        }
      return (actor.key, value)
    }
    let capabilities = zip(scenario.actors, block.capabilities).map {
      ($0.key, expression($1))
    }
    return mapping([
      ("rule", text(block.rule.rawValue)), ("weights", mapping(weights)),
      ("among", expression(block.among)),
      ("capabilities", block.rule == .power ? mapping(capabilities) : nil),
      ("scale", expression(block.scale)),
    ])
  }
}
