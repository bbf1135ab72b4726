/// All solutions of the equations of one pair of supports, each enclosed and proved unique there.
///
/// Boxes of probabilities are excluded by ranges, proved to hold one solution by Krawczyk's
/// operator on the box blown up a little, shrunk by it, or split. What is still open when a box is
/// tiny stays open: there solutions are not isolated, or touch the border of the simplex.
///
/// - Source: Krawczyk 1969; Moore 1977; Neumaier 1990, Interval Methods for Systems of Equations.
struct KrawczykSearch {
  /// What was found.
  struct Found {
    /// The probabilities of every strategy played, a box a solution that is an equilibrium.
    var equilibria: [[Interval]] = []
    /// Tiny boxes that could not be decided.
    var undecided = 0
    /// Boxes looked at.
    var boxes = 0
    /// Whether the search came to its end.
    var isFinished = true
  }

  /// Boxes narrower than this are not split.
  private static let leastWidth = 1e-7
  let equations: SupportEquations
  private var found = Found()
  /// The unknowns' boxes in which a found solution is the only one, and where it is in them.
  private var claimed: [(domain: [Interval], root: [Interval])] = []

  init(_ equations: SupportEquations) { self.equations = equations }

  /// Looks at no more than `limit` boxes, and stops at so many undecided ones: proof enough that
  /// solutions are not isolated.
  mutating func run(limit: Int, undecided: Int = 32, shouldStop: () -> Bool) -> Found {
    var open = [Array(repeating: Interval(0, 1), count: equations.unknowns.count)]
    while let box = open.popLast() {
      if found.boxes >= limit || found.undecided >= undecided || shouldStop() {
        found.isFinished = false
        break
      }
      found.boxes += 1
      open += step(box)
    }
    return found
  }

  /// The equilibrium to which Newton's method leads from a point, enclosed; nil where it leads to
  /// none, or none that can be proved.
  mutating func equilibrium(near start: [Double]) -> [Interval]? {
    var point = start
    for _ in 0..<40 {
      guard let image = krawczyk(point.map { Interval($0) }) else { return nil }
      let next = image.map(\.middle)
      let step = zip(point, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      guard step < 1 else { return nil }
      point = next
      if step < 1e-14 { break }
    }
    for margin in [1e-11, 1e-8, 1e-6] {
      let domain = point.map { Interval($0 - margin, $0 + margin) }
      if let image = krawczyk(domain), zip(domain, image).allSatisfy({ $0.surrounds($1) }) {
        settle(domain, image)
        return found.equilibria.first
      }
    }
    return nil
  }

  /// Decides a box, or returns what is left of it in parts.
  private mutating func step(_ start: [Interval]) -> [[Interval]] {
    var free = start
    for _ in 0..<20 {
      guard let box = clipped(free), !equations.isExcluded(box) else { return [] }
      let domain = free.map { side in
        let margin = side.width * 0.1 + 1e-12
        return Interval(side.low - margin, side.high + margin)
      }
      guard let image = krawczyk(domain) else { break }
      if zip(domain, image).allSatisfy({ $0.surrounds($1) }) {
        settle(domain, image)
        return []
      }
      let before = free.reduce(0) { max($0, $1.width) }
      var shrunk: [Interval] = []
      for (side, part) in zip(free, image) {
        guard let common = side.intersection(part) else { return [] }
        shrunk.append(common)
      }
      free = shrunk
      if free.reduce(0, { max($0, $1.width) }) > 0.8 * before { break }
    }
    let widest = free.indices.max { free[$0].width < free[$1].width } ?? 0
    guard free[widest].width > Self.leastWidth else {
      found.undecided += 1
      return []
    }
    // Not in the middle: probabilities of a half are common, and a solution on a border costs.
    let cut = free[widest].low + free[widest].width * 0.4871
    var (lower, upper) = (free, free)
    lower[widest].high = cut
    upper[widest].low = cut
    return [upper, lower]
  }

  /// All probabilities where none is negative, nil where that leaves nothing of the box.
  private func clipped(_ free: [Interval]) -> SupportEquations.Box? {
    var box = equations.completed(free)
    for place in box.indices {
      guard let part = box[place].intersection(Interval(0, 1)) else { return nil }
      box[place] = part
    }
    return box
  }

  /// Krawczyk's operator: it holds every solution of the box, and where it is inside the box there
  /// is exactly one. Nil where the derivatives in the middle have no inverse.
  private func krawczyk(_ domain: [Interval]) -> [Interval]? {
    let middle = domain.map(\.middle)
    let atMiddle = equations.completed(middle.map { Interval($0) })
    guard
      let inverse = Self.inverse(equations.derivatives(atMiddle).map { $0.map(\.middle) })
    else { return nil }
    let residuals = equations.residuals(atMiddle)
    let slopes = equations.derivatives(equations.completed(domain))
    let size = domain.count
    return (0..<size).map { row in
      var image = Interval(middle[row])
      for k in 0..<size { image = image - inverse[row][k] * residuals[k] }
      for column in 0..<size {
        var entry = row == column ? Interval.one : .zero
        for k in 0..<size { entry = entry - inverse[row][k] * slopes[k][column] }
        image += entry * (domain[column] - Interval(middle[column]))
      }
      return image
    }
  }

  /// Encloses the one solution of a box narrowly and keeps it if it is an equilibrium.
  private mutating func settle(_ domain: [Interval], _ image: [Interval]) {
    var root = image
    for _ in 0..<50 {
      guard let next = krawczyk(root) else { break }
      let narrower = zip(root, next).compactMap { $0.intersection($1) }
      guard narrower.count == root.count else { break }
      let (before, after) = [root, narrower].map { $0.reduce(0) { $0 + $1.width } }.pair
      root = narrower
      if after > 0.9 * before { break }
    }
    // Boxes are blown up before they are looked at, so that one solution may be met twice.
    let isKnown = claimed.contains { known in
      zip(domain, known.root).allSatisfy { $0.contains($1) }
        || zip(known.domain, root).allSatisfy { $0.contains($1) }
    }
    guard !isKnown else { return }
    claimed.append((domain, root))
    let box = equations.completed(root)
    guard !box.contains(where: { $0.high < 0 }), !equations.isExcluded(box) else { return }
    if box.allSatisfy({ $0.low > 0 }), equations.isStrict(box) {
      found.equilibria.append(box)
    } else {
      found.undecided += 1
    }
  }

  /// The inverse of a small matrix by Gauss-Jordan elimination; approximate is good enough.
  static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    let size = matrix.count
    var rows = matrix.enumerated().map { index, row in
      row + (0..<size).map { $0 == index ? 1.0 : 0.0 }
    }
    for head in 0..<size {
      guard let pivot = (head..<size).max(by: { abs(rows[$0][head]) < abs(rows[$1][head]) }),
        abs(rows[pivot][head]) > 1e-300
      else { return nil }
      rows.swapAt(head, pivot)
      let scale = 1 / rows[head][head]
      for k in rows[head].indices { rows[head][k] *= scale }
      for other in 0..<size where other != head && rows[other][head] != 0 {
        let factor = rows[other][head]
        for k in head..<(2 * size) { rows[other][k] -= factor * rows[head][k] }
      }
    }
    return rows.map { Array($0[size...]) }
  }
}

extension Array {
  fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
