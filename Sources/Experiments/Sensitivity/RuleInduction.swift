/// A box of the parameters in which a condition mostly holds: which ranges bring it about.
///
/// From the whole sample the slice is peeled off that leaves the condition most frequent, again and
/// again; ends are then pasted back while that does not make it rarer.
///
/// - Source: J. H. Friedman and N. I. Fisher, Bump hunting in high-dimensional data, Statistics and
///   Computing 9, 1999 (PRIM); for scenarios B. P. Bryant and R. J. Lempert 2010.
public struct RuleInduction: Hashable, Sendable {
  /// The ends of the box in each parameter; nil where it is not cut there.
  public let ends: [(low: Double?, high: Double?)]
  /// The share of the rows in which the condition holds that lie in the box.
  public let coverage: Double
  /// The share of the rows in the box in which the condition holds.
  public let density: Double
  /// The share of all rows that lie in the box.
  public let mass: Double

  /// Finds the box.
  ///
  /// - Parameters:
  ///   - points: the parameters of each row.
  ///   - holds: whether the condition holds there.
  ///   - goal: the density at which peeling ends.
  ///   - least: the mass below which no box goes.
  ///   - slice: the share of the rows in the box that is peeled at a time.
  /// - Returns: nil where the condition holds nowhere.
  public init?(
    _ points: [[Double]], _ holds: [Bool], goal: Double = 0.8, least: Double = 0.05,
    slice: Double = 0.05
  ) {
    let all = Array(points.indices)
    let wanted = holds.count { $0 }
    guard wanted > 0, let width = points.first?.count else { return nil }
    func density(_ rows: [Int]) -> Double {
      rows.isEmpty ? 0 : Double(rows.count { holds[$0] }) / Double(rows.count)
    }
    var ends = Array(
      repeating: (low: Double?.none, high: Double?.none), count: width)
    var rows = all
    while density(rows) < goal {
      var best: (rows: [Int], density: Double, factor: Int, isLow: Bool, end: Double)?
      for factor in 0..<width {
        let sorted = rows.map { points[$0][factor] }.sorted()
        let cut = max(1, Int(Double(sorted.count) * slice))
        guard cut < sorted.count else { continue }
        for isLow in [true, false] {
          let edge = isLow ? sorted[cut - 1] : sorted[sorted.count - cut]
          let rest = rows.filter { isLow ? points[$0][factor] > edge : points[$0][factor] < edge }
          guard !rest.isEmpty, Double(rest.count) >= least * Double(all.count) else { continue }
          let found = density(rest)
          if best.map({ found > $0.density || found == $0.density && rest.count > $0.rows.count })
            ?? true
          {
            let values = rest.map { points[$0][factor] }
            let end = (isLow ? values.min() : values.max()) ?? edge
            best = (rest, found, factor, isLow, end)
          }
        }
      }
      guard let best, best.density > density(rows) else { break }
      rows = best.rows
      if best.isLow { ends[best.factor].low = best.end } else { ends[best.factor].high = best.end }
    }
    func inside(_ ends: [(low: Double?, high: Double?)]) -> [Int] {
      all.filter { row in
        ends.indices.allSatisfy { factor in
          (ends[factor].low.map { points[row][factor] >= $0 } ?? true)
            && (ends[factor].high.map { points[row][factor] <= $0 } ?? true)
        }
      }
    }
    // Ends that the box does not need go again.
    for factor in 0..<width {
      for isLow in [true, false] {
        var wider = ends
        if isLow { wider[factor].low = nil } else { wider[factor].high = nil }
        let larger = inside(wider)
        if density(larger) >= density(rows) { (ends, rows) = (wider, larger) }
      }
    }
    self.ends = ends
    coverage = Double(rows.count { holds[$0] }) / Double(wanted)
    self.density = density(rows)
    mass = Double(rows.count) / Double(all.count)
  }

  /// Whether all numbers are equal.
  public static func == (a: RuleInduction, b: RuleInduction) -> Bool {
    a.coverage == b.coverage && a.density == b.density && a.mass == b.mass
      && a.ends.elementsEqual(b.ends) { $0.low == $1.low && $0.high == $1.high }
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(coverage)
    hasher.combine(mass)
  }
}
