import Arithmetic

/// What each parameter does to a measure while all others stay at their base: the rows of a run in
/// which at most one parameter differs from it, whatever the design.
public struct OneAtATime: Sendable {
  /// The series, if it has a name.
  public let series: String?
  /// The measure.
  public let measure: String
  /// Its value at the base: every parameter at its default, or where the series sets it.
  public let base: Double
  /// What each parameter does, in the order of the columns.
  public let effects: [Effect]

  /// The measure at the least and the greatest value of a parameter.
  public struct Effect: Sendable {
    /// The parameter.
    public let parameter: String
    /// Its least value, and the measure there.
    public let low: (value: Double, result: Double)
    /// Its greatest value, and the measure there.
    public let high: (value: Double, result: Double)
  }
}

extension OneAtATime {
  /// How many parameters have an effect.
  public var moving: Int { effects.count { $0.low.result != $0.high.result } }

  /// What the lines of a file of results tell; empty where it cannot be read.
  static func read(_ path: String, _ experiment: Experiment) -> [OneAtATime] {
    var cells: [[UInt8]] = []
    guard let lines = ResultLines(path), lines.next(&cells) else { return [] }
    var gathering = OneAtATimeGathering(
      experiment, cells.map { String(decoding: $0, as: UTF8.self) })
    while lines.next(&cells) { gathering.take(cells) }
    return gathering.found
  }
}

/// Finds those rows among the lines of `results.csv`.
struct OneAtATimeGathering {
  private let seriesColumn: Int?
  private let parameters: [(name: String, column: Int)]
  private let measures: [(name: String, column: Int)]
  private var strands: [Strand]

  /// What is known of one series.
  private struct Strand {
    let name: String?
    let base: [[UInt8]]
    var atBase: [Double?]?
    /// `ends[parameter]`: its least and greatest value so far, with all measures there.
    var ends: [(low: End, high: End)?]
  }

  private struct End {
    let value: Double
    let results: [Double?]
  }

  init(_ experiment: Experiment, _ headings: [String]) {
    seriesColumn = experiment.hasNamedSeries ? headings.firstIndex(of: "series") : nil
    let parameters = experiment.columns.compactMap { name in
      headings.firstIndex(of: name).map { (name: name, column: $0) }
    }
    self.parameters = parameters
    measures = experiment.measures.filter { !$0.isText }.compactMap { measure in
      headings.lastIndex(of: measure.name).map { (name: measure.name, column: $0) }
    }
    var names: [String?] = []
    let series = experiment.series.filter { series in
      // Parts of a union share a name.
      defer { names.append(series.name) }
      return !names.contains(series.name)
    }
    strands = series.map { series in
      let base = parameters.map { parameter -> [UInt8] in
        let value =
          series.settings.last { $0.parameter == parameter.name }?.value
          ?? experiment.parameters.first { $0.name == parameter.name }?.default ?? .zero
        return Array(NumberText.text(value).utf8)
      }
      return Strand(name: series.name, base: base, ends: parameters.map { _ in nil })
    }
  }

  /// Takes in a line.
  mutating func take(_ cells: [[UInt8]]) {
    for index in strands.indices {
      if let seriesColumn, cells[seriesColumn] != Array((strands[index].name ?? "").utf8) {
        continue
      }
      var changed: Int?
      var isNear = true
      for (place, parameter) in parameters.enumerated()
      where cells[parameter.column] != strands[index].base[place] {
        isNear = changed == nil
        changed = place
        if !isNear { break }
      }
      guard isNear else { continue }
      let results = measures.map { Self.number(cells[$0.column]) }
      guard let changed else {
        strands[index].atBase = results
        continue
      }
      guard let value = Self.number(cells[parameters[changed].column]) else { continue }
      let end = End(value: value, results: results)
      guard let known = strands[index].ends[changed] else {
        strands[index].ends[changed] = (end, end)
        continue
      }
      strands[index].ends[changed] = (
        value < known.low.value ? end : known.low, value > known.high.value ? end : known.high
      )
    }
  }

  private static func number(_ cell: [UInt8]) -> Double? {
    Double(String(decoding: cell, as: UTF8.self))
  }

  /// What was found, for each series and measure.
  var found: [OneAtATime] {
    strands.flatMap { strand -> [OneAtATime] in
      guard let atBase = strand.atBase else { return [] }
      return measures.indices.compactMap { measure -> OneAtATime? in
        guard let base = atBase[measure] else { return nil }
        let effects = parameters.indices.compactMap { place -> OneAtATime.Effect? in
          guard let ends = strand.ends[place], let own = Self.number(strand.base[place]),
            let low = ends.low.results[measure], let high = ends.high.results[measure]
          else { return nil }
          return OneAtATime.Effect(
            parameter: parameters[place].name,
            low: ends.low.value < own ? (ends.low.value, low) : (own, base),
            high: ends.high.value > own ? (ends.high.value, high) : (own, base))
        }
        guard !effects.isEmpty else { return nil }
        return OneAtATime(
          series: strand.name, measure: measures[measure].name, base: base, effects: effects)
      }
    }
  }
}
