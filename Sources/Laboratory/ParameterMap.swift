/// What is found along one parameter or over several, ready to be shown.
public protocol ParameterMap: Sendable {
  /// The map for people.
  func text(style: TextStyle) -> String
  /// The JSON object that `tumen help json` documents.
  var json: JSONValue { get }
  /// The map as one tidy table for machines.
  var csv: String { get }
  /// The map as one table.
  var table: ResultTable { get }
  /// Whether a limit cut it short.
  var isCutShort: Bool { get }
}

extension ParameterMap {
  /// Never.
  public var isCutShort: Bool { false }
}

extension Thresholds: ParameterMap {}
extension Regions: ParameterMap {}
extension AgreementThresholds: ParameterMap {}
extension ParameterRegions: ParameterMap {
  /// Whether cells were left unfinished.
  public var isCutShort: Bool { !map.unfinished.isEmpty }
}

/// What thresholds may be asked about.
public enum ThresholdConcept: String, CaseIterable, Sendable {
  /// Pure equilibria.
  case pure
  /// All equilibria of two actors.
  case nash
  /// Subgame-perfect equilibria of a tree.
  case subgamePerfect = "subgame-perfect"
  /// Whether a coalitional game has a core.
  case core
  /// The outcomes that everyone accepts.
  case zoneOfAgreement = "zone-of-agreement"

  /// The form of game that it is about.
  public var form: String {
    switch self {
    case .pure, .nash: "strategic"
    case .subgamePerfect: "extensive"
    case .core: "coalitional"
    case .zoneOfAgreement: "bargaining"
    }
  }

  /// What is asked of games of a form when nothing is said.
  public static func byDefault(forForm form: String) -> ThresholdConcept {
    allCases.first { $0.form == form } ?? .pure
  }
}
