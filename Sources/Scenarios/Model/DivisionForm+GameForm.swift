import Arithmetic
import GameForms

extension DivisionForm: GameForm {
  /// `division`.
  public static let name = "division"
  /// What is divided, and what there is without an agreement.
  public static let keys = ["parcels", "disagreement"]
  /// `shares`.
  public static let outcomeKey = "shares"
  /// What to write where the record does not say who has what.
  static let unknown = "unknown"

  /// Reads the form.
  public init(decoding source: FormSource) throws(InputError) {
    self = try DivisionDecoder(source).form()
  }

  /// `5 parcels, 2 of them whole`.
  public var size: String {
    let whole = parcels.count { !$0.divisible }
    return counted(parcels.count, "parcel") + (whole == 0 ? "" : ", \(whole) of them whole")
  }

  /// `island to north`, or `disagreement`.
  public func name(ofCell index: Int) -> String {
    guard index < parcels.count * actors.count else { return "disagreement" }
    return "\(parcels[index / actors.count].key) to \(actors[index % actors.count])"
  }

  /// Reads `{parcel: actor}` or `{parcel: {actor: share, ...}}` for every parcel, or `unknown`.
  ///
  /// The numbers are, parcel by parcel, the shares of all actors over a common denominator, and
  /// that denominator; none where the shares are not known.
  public func outcome(
    _ document: Document, of what: String, actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    if case .scalar(let scalar) = document, scalar.text == Self.unknown { return [] }
    var rows: [[Int]?] = parcels.map { _ in nil }
    for entry in try document.entries(what) {
      guard let parcel = parcels.firstIndex(where: { $0.key == entry.key }) else {
        throw InputError(
          "\(what) names an unknown parcel \(quoted(entry.key))"
            + Suggestion.hint(for: entry.key, in: parcels.map(\.key)), at: entry.keyPosition)
      }
      rows[parcel] = try row(entry, actors)
    }
    for (parcel, row) in zip(parcels, rows) where row == nil {
      throw InputError(
        "\(what) lacks \(quoted(parcel.key)): write \(parcel.key): \(actors[0].key)",
        at: document.position)
    }
    return rows.flatMap { $0 ?? [] }
  }

  private func row(
    _ entry: Document.Entry, _ actors: [Scenario.Actor]
  ) throws(InputError) -> [Int] {
    if case .scalar = entry.value {
      let holder = try actors.place(
        of: try entry.value.text("the holder of \(quoted(entry.key))"), at: entry.value.position)
      return actors.indices.map { $0 == holder ? 1 : 0 } + [1]
    }
    var shares = actors.map { _ in Rational.zero }
    for part in try entry.value.entries("the shares of \(quoted(entry.key))") {
      let actor = try actors.place(of: part.key, at: part.keyPosition)
      shares[actor] = try part.value.number("the share of \(quoted(part.key))")
    }
    guard shares.allSatisfy({ $0.signum >= 0 }), shares.reduce(.zero, +) == .one else {
      throw InputError(
        "the shares of \(quoted(entry.key)) do not add up to 1: write {\(actors[0].key): 1/2, "
          + "\(actors[actors.count - 1].key): 1/2}", at: entry.value.position)
    }
    guard let whole = Self.whole(shares) else {
      throw InputError(
        "the shares of \(quoted(entry.key)) have too many digits: write simple fractions",
        at: entry.value.position)
    }
    return whole
  }

  /// Shares over a common denominator, and that denominator; nil where they are too fine.
  private static func whole(_ shares: [Rational]) -> [Int]? {
    let denominator = shares.reduce(Rational.one) { $0 * $1.denominatorPart }
    let whole = (shares.map { $0 * denominator } + [denominator]).compactMap(\.integer)
    return whole.count == shares.count + 1 ? whole : nil
  }

  /// An allocation as ``outcome(_:of:actors:)`` gives it; none where its shares are too fine.
  public func outcome(of allocation: DivisionProblem.Allocation) -> [Int] {
    let rows = allocation.compactMap(Self.whole)
    return rows.count == allocation.count ? rows.flatMap(\.self) : []
  }

  /// The allocation that ``outcome(_:of:actors:)`` read; nil where the shares are not known.
  public func allocation(of outcome: [Int]) -> DivisionProblem.Allocation? {
    let width = actors.count + 1
    guard outcome.count == parcels.count * width else { return nil }
    return parcels.indices.map { parcel in
      let row = outcome[(parcel * width)..<((parcel + 1) * width)]
      return row.dropLast().map { Rational($0, row.last ?? 1) }
    }
  }

  /// As ``outcome(_:of:actors:)`` reads it.
  public func document(of outcome: [Int], actors: [Scenario.Actor]) -> Document {
    guard let allocation = allocation(of: outcome) else { return .text(Self.unknown) }
    return .mapping(
      zip(parcels, allocation).map { parcel, shares in
        if let holder = shares.firstIndex(of: .one) {
          return (parcel.key, .text(actors[holder].key))
        }
        return (
          parcel.key, .mapping(zip(actors, shares).map { ($0.key, .plain($1.description)) })
        )
      })
  }

  /// `island: north`, parcel by parcel.
  public func words(of outcome: [Int]) -> String {
    allocation(of: outcome).map { words(of: $0) } ?? "divided, shares not known"
  }

  /// The same of an allocation.
  public func words(of allocation: DivisionProblem.Allocation) -> String {
    zip(parcels, allocation).map { parcel, shares in
      let holders = zip(actors, shares).filter { !$0.1.isZero }
        .map { $0.1 == .one ? $0.0 : "\($0.0) \($0.1)" }
      return "\(parcel.key): \(holders.joined(separator: " + "))"
    }.joined(separator: ", ")
  }

  /// `parcels` and `disagreement`.
  public func fields(actors: [Scenario.Actor]) -> [(String, Document?)] {
    let listed = parcels.map { parcel in
      (
        parcel.key,
        Document.mapping(
          [
            ("meaning", parcel.meaning.map(Document.text)),
            ("divisible", .plain(parcel.divisible ? "true" : "false")),
            ("held-by", parcel.heldBy.map { .text(actors[$0].key) }),
            ("benchmark", parcel.benchmark.map { .text(actors[$0].key) }),
          ] + parcel.worth.fields(actors: actors)) as Document?
      )
    }
    return [
      ("parcels", .mapping(listed)),
      ("disagreement", disagreement.map { .mapping($0.fields(actors: actors)) }),
    ]
  }

  /// Parcels that say not what they are.
  public func problems(actors: [Scenario.Actor]) -> [InputError] {
    parcels.filter { $0.meaning == nil }.map { parcel in
      InputError(
        "the parcel \(quoted(parcel.key)) says not what it is: write meaning: \"...\"",
        at: parcel.worth.position)
    }
  }
}

/// Reads the block of a division.
struct DivisionDecoder {
  private let source: FormSource

  init(_ source: FormSource) { self.source = source }

  func form() throws(InputError) -> DivisionForm {
    let cells = CellDecoder(source)
    let actors = source.actors
    guard actors.count >= 2 else {
      throw InputError("a division takes two actors or more", at: source.fields.position)
    }
    let document = try source.fields.required(
      "parcels", example: "parcels: {island: {gains: {\(actors[0].key): 1, ...}}}")
    var parcels: [DivisionForm.Parcel] = []
    for entry in try document.entries("\"parcels\"") {
      let fields = try Fields(
        entry.value, of: "parcel \(quoted(entry.key))",
        keys: ["meaning", "divisible", "held-by", "benchmark"] + CellDecoder.keys)
      func actor(_ key: String) throws(InputError) -> Int? {
        guard let value = fields[key] else { return nil }
        return try actors.place(of: try value.text(fields.name(key)), at: value.position)
      }
      parcels.append(
        DivisionForm.Parcel(
          key: entry.key, meaning: try fields.text("meaning"),
          divisible: try fields.flag("divisible") ?? true, heldBy: try actor("held-by"),
          benchmark: try actor("benchmark"), worth: try cells.cell(fields)))
    }
    guard !parcels.isEmpty else {
      throw InputError("\"parcels\" is empty: name at least one", at: document.position)
    }
    let disagreement = try source.fields["disagreement"].map { (document) throws(InputError) in
      try cells.cell(Fields(document, of: "\"disagreement\"", keys: CellDecoder.keys))
    }
    return DivisionForm(parcels: parcels, disagreement: disagreement, actors: actors)
  }
}
