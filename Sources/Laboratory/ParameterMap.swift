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
