/// What thresholds may be asked about.
public enum ThresholdConcept: String, CaseIterable, Sendable {
  /// Pure equilibria.
  case pure
  /// All equilibria of two actors.
  case nash
  /// What may come about in pure strategies where actors see different games.
  case hypergame
  /// Subgame-perfect equilibria of a tree.
  case subgamePerfect = "subgame-perfect"
  /// Whether a coalitional game has a core.
  case core
  /// The outcomes that everyone accepts.
  case zoneOfAgreement = "zone-of-agreement"
  /// Whether everyone accepts some lottery over outcomes.
  case lotteries

  /// The form of game that it is about.
  public var form: String {
    switch self {
    case .pure, .nash: "strategic"
    case .hypergame: "hypergame"
    case .subgamePerfect: "extensive"
    case .core: "coalitional"
    case .zoneOfAgreement, .lotteries: "bargaining"
    }
  }

  /// What is asked of games of a form when nothing is said.
  public static func byDefault(forForm form: String) -> ThresholdConcept {
    allCases.first { $0.form == form } ?? .pure
  }

  /// Whether it can be certified part by part where numbers are not affine.
  public var hasBounds: Bool {
    [.pure, .hypergame, .zoneOfAgreement, .lotteries].contains(self)
  }

  /// What is found, in a few words.
  public var found: String {
    switch self {
    case .pure: "pure equilibria"
    case .nash: "equilibria"
    case .hypergame: "what may come about where each solves the game it sees,"
    case .subgamePerfect: "subgame-perfect equilibria"
    case .core: "whether there is a core"
    case .zoneOfAgreement: "outcomes that everyone accepts"
    case .lotteries: "whether everyone accepts some lottery over outcomes"
    }
  }

  /// The heading of a column with what is found.
  var heading: String {
    switch self {
    case .pure, .subgamePerfect, .nash: found
    case .hypergame: "may come about"
    case .core: "core"
    case .zoneOfAgreement, .lotteries: "accepted"
    }
  }

  /// What is said where nothing is found.
  var nothing: String {
    switch self {
    case .pure: "no pure equilibrium"
    case .nash: "no equilibrium"
    case .hypergame: "nothing in pure strategies"
    case .subgamePerfect: "none in pure strategies"
    case .core: "the core is empty"
    case .zoneOfAgreement: "nothing that everyone accepts"
    case .lotteries: "no lottery is accepted by all"
    }
  }
}
