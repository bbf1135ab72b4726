import Arithmetic
import GameForms

extension CoalitionalForm: GameForm {
  /// `coalitional`.
  public static let name = "coalitional"
  /// How worths are told, and who stands with whom.
  public static let keys =
    CoalitionalDecoder.contents + ["otherwise", "unions", "links", "others"]
  /// `structure`.
  public static let outcomeKey = "structure"
  /// What entries hold besides actors.
  public static let reserved = ["gains", "because", "source", "size"]

  /// Reads the form.
  public init(decoding source: FormSource) throws(InputError) {
    self = try CoalitionalDecoder(source).form()
  }

  /// What projects bring.
  public var cells: [Cell] {
    guard case .projects(let projects) = content else { return [] }
    return projects.map(\.cell)
  }

  /// Worths, votes, claims or costs, those of the actors first.
  public var numbers: [Expression] {
    switch content {
    case .table(let entries, let otherwise, _):
      entries.map(\.worth) + (otherwise.map { [$0] } ?? [])
    case .vector(let values, _): values
    case .formula(_, let perCoalition): perCoalition
    case .projects: []
    case .votes(let weights, let quota): weights + [quota]
    case .bankruptcy(let claims, let estate): claims + [estate]
    case .largestCost(let costs): costs
    case .partitions(let partitions): partitions.flatMap(\.worths)
    }
  }

  /// `{a, b}`: those who work together.
  public func name(ofCell index: Int) -> String {
    guard case .projects(let projects) = content else { return "" }
    return name(of: projects[index].together)
  }

  /// `31 coalitions`.
  public var size: String {
    actors <= 20 ? "\((1 << actors) - 1) coalitions" : "2^\(actors) coalitions"
  }

  /// Negative votes, claims and costs, a quota that nobody needs votes for, and an estate that is
  /// none or enough for all.
  public func refuse(_ evaluated: EvaluatedGame, actors: [Scenario.Actor]) throws(InputError) {
    let (what, total): (String, String?)
    switch content {
    case .votes: (what, total) = ("weight", "quota")
    case .bankruptcy: (what, total) = ("claim", "estate")
    case .largestCost: (what, total) = ("cost", nil)
    default: return
    }
    for (actor, number) in zip(actors, evaluated.numbers) where number.signum < 0 {
      throw InputError(
        "the \(what) of \(actor.key) is \(number), and less than nothing is none: write 0 or more")
    }
    guard let total, let number = evaluated.numbers.last else { return }
    let sum = evaluated.numbers.dropLast().reduce(.zero, +)
    if total == "quota", number.signum <= 0 {
      throw InputError("the quota must be above 0, found \(number): nobody wins with no votes")
    }
    if total == "estate", number.signum < 0 || number > sum {
      throw InputError(
        "the estate is \(number) and the claims add up to \(sum): write an estate from 0 to that, "
          + "of which not all can have what they claim")
    }
  }

  /// Reads the blocks; actors that none names stand alone.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    try CoalitionReader(actors: actors).structure(document, of: what).blockOf
  }

  /// The blocks.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    document(of: structure(outcome))
  }

  /// `{a, b} {c}`.
  public func words(of outcome: [Int]) -> String { name(of: structure(outcome)) }

  /// The structure that an outcome is.
  public func structure(_ outcome: [Int]) -> CoalitionStructure {
    let blocks = Set(outcome).map { block in
      Coalition(outcome.indices.filter { outcome[$0] == block })
    }
    return CoalitionStructure(blocks, actors: actors) ?? .singletons(actors)
  }

  /// The form's keys.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    contentFields(actors) + [
      ("unions", unions.map(document)),
      (
        "links",
        links.map { .list($0.map { document(of: Coalition([$0.one, $0.other])) }) }
      ),
      ("others", others == .alone ? nil : .text(others.rawValue)),
    ]
  }

  private func contentFields(_ actors: [Scenario.Actor]) -> [(String, Document?)] {
    func perActor(_ expressions: [Expression]) -> Document {
      .mapping(zip(actors, expressions).map { ($0.key, .plain($1.text)) })
    }
    switch content {
    case .table(let entries, let otherwise, let areCosts):
      return [
        (
          areCosts ? "costs" : "worths",
          .list(
            entries.map { entry in
              .mapping([
                ("coalition", document(of: entry.coalition)),
                (areCosts ? "cost" : "worth", .plain(entry.worth.text)),
                ("because", entry.because.map(Document.text)),
                ("source", entry.source.map(Document.text)),
              ])
            })
        ), ("otherwise", otherwise.map { .plain($0.text) }),
      ]
    case .vector(let values, let order):
      return [
        (
          "worths",
          .mapping([
            ("order", .text(order.rawValue)), ("values", .list(values.map { .plain($0.text) })),
          ])
        )
      ]
    case .formula(let formula, _): return [("worth", .text(formula.text))]
    case .projects(let projects):
      return [
        (
          "projects",
          .list(
            projects.map { project in
              .mapping(
                [("together", document(of: project.together))]
                  + project.cell.fields(actors: actors))
            })
        )
      ]
    case .votes(let weights, let quota):
      return [
        ("votes", .mapping([("weights", perActor(weights)), ("quota", .plain(quota.text))]))
      ]
    case .bankruptcy(let claims, let estate):
      return [
        ("bankruptcy", .mapping([("claims", perActor(claims)), ("estate", .plain(estate.text))]))
      ]
    case .largestCost(let costs):
      return [("costs", .mapping([("largest-of", perActor(costs))]))]
    case .partitions(let partitions):
      return [
        (
          "partitions",
          .list(
            partitions.map { entry in
              .mapping([
                ("structure", document(of: entry.structure)),
                ("worths", .list(entry.worths.map { .plain($0.text) })),
                ("because", entry.because.map(Document.text)),
                ("source", entry.source.map(Document.text)),
              ])
            })
        )
      ]
    }
  }

  private func document(of coalition: Coalition) -> Document {
    .list(coalition.members.map { .text(keys[$0]) })
  }

  private func document(of structure: CoalitionStructure) -> Document {
    .list(structure.blocks.map(document))
  }
}
