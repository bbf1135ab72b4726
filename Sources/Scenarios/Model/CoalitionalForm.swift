import Arithmetic
public import GameForms

/// Actors who may cooperate in any coalition, and what each coalition is worth.
public struct CoalitionalForm: Sendable {
  /// How worths are told.
  public var content: Content
  /// Unions formed beforehand, nil where nothing is said.
  public var unions: CoalitionStructure?
  /// Pairs who can talk, nil where nothing is said.
  public var links: [Link]?
  /// How those outside a coalition stand, where that matters to it.
  public var others: Others
  /// How many actors there are.
  public let actors: Int
  /// The keys of the actors, for words.
  public var keys: [String]

  /// How worths are told.
  public enum Content: Sendable {
    /// Entries for coalitions; those without an entry are worth `otherwise`. As costs, they count
    /// against the coalition.
    case table([Worth], otherwise: Expression?, areCosts: Bool)
    /// One number a coalition, in a stated order.
    case vector([Expression], order: Order)
    /// A formula over the parameters, `size`, and each actor's key, worth 1 for members.
    case formula(Expression, perCoalition: [Expression])
    /// What comes about where all of some actors work together, for each actor, outsiders included.
    case projects([Project])
    /// Votes and the quota that wins.
    case votes([Expression], quota: Expression)
    /// Claims on an estate too small for them.
    case bankruptcy([Expression], estate: Expression)
    /// Each actor's own cost; together the largest one is enough.
    case largestCost([Expression])
    /// What each block of each structure has.
    case partitions([Partition])
  }

  /// What a coalition is worth, and why.
  public struct Worth: Sendable {
    /// The coalition.
    public var coalition: Coalition
    /// What it is worth.
    public var worth: Expression
    /// Why.
    public var because: String?
    /// Where from, or `assumed`.
    public var source: String?
    /// Where the entry stands.
    public var position: Position?

    /// The entry of these parts.
    public init(
      coalition: Coalition, worth: Expression, because: String? = nil, source: String? = nil,
      position: Position? = nil
    ) {
      self.coalition = coalition
      self.worth = worth
      self.because = because
      self.source = source
      self.position = position
    }
  }

  /// What comes about where all of some actors are in one coalition.
  public struct Project: Sendable {
    /// Those who are needed.
    public var together: Coalition
    /// What it brings every actor.
    public var cell: Cell
  }

  /// What the blocks of a structure have.
  public struct Partition: Sendable {
    /// The structure.
    public var structure: CoalitionStructure
    /// One worth a block, in the order of its blocks.
    public var worths: [Expression]
    /// Why.
    public var because: String?
    /// Where from, or `assumed`.
    public var source: String?
    /// Where the entry stands.
    public var position: Position?
  }

  /// Two actors who can talk.
  public struct Link: Hashable, Sendable {
    /// The lower of the two.
    public var one: Int
    /// The other.
    public var other: Int
  }

  /// The order of a list of worths.
  public enum Order: String, CaseIterable, Sendable {
    /// By size, and within a size by members: a, b, c, ab, ac, bc, abc.
    case lexicographic
    /// As binary numbers, the first actor lowest: a, b, ab, c, ac, bc, abc.
    case binary

    /// The coalitions in this order, the empty one left out.
    public func coalitions(of actors: Int) -> [Coalition] {
      let all = (1..<(1 << actors)).map(Coalition.init(rawValue:))
      guard self == .lexicographic else { return all }
      return all.map { ($0, $0.members) }.sorted { one, other in
        one.1.count == other.1.count
          ? one.1.lexicographicallyPrecedes(other.1) : one.1.count < other.1.count
      }.map(\.0)
    }
  }

  /// How those outside a coalition stand.
  public enum Others: String, CaseIterable, Sendable {
    /// Each by itself.
    case alone
    /// All in one coalition of their own.
    case together
  }

  /// Most actors whose coalitions are listed one by one.
  public static let mostListed = 16

  /// Whether worths are costs, so that a value is what an actor pays.
  public var areCosts: Bool {
    switch content {
    case .largestCost, .table(_, _, areCosts: true): true
    default: false
    }
  }

  /// Whether what a coalition has depends on how the others stand.
  public var hasExternalities: Bool {
    switch content {
    case .partitions: true
    case .projects(let projects):
      projects.contains { project in
        project.cell.gains.indices.contains {
          !project.together.has($0) && project.cell.gains[$0].constant?.isZero != true
        }
      }
    default: false
    }
  }

  /// `{a, b}`.
  public func name(of coalition: Coalition) -> String {
    "{\(coalition.members.map { keys[$0] }.joined(separator: ", "))}"
  }

  /// `{a, b} {c}`.
  public func name(of structure: CoalitionStructure) -> String {
    structure.blocks.map(name).joined(separator: " ")
  }
}
