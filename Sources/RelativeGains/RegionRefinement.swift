import Arithmetic

/// Cuts a box into quarters until every profile is decided or the finest squares are reached.
struct RegionRefinement {
  let deviations: UnilateralDeviations
  let payoffs: (ConvexPolygon) throws -> [PlaneForm]
  var cells: [RegionCell] = []
  var undecided: [ConvexPolygon] = []

  init(
    deviations: UnilateralDeviations, payoffs: @escaping (ConvexPolygon) throws -> [PlaneForm]
  ) {
    self.deviations = deviations
    self.payoffs = payoffs
  }

  /// The box cut along the borders that run straight up or across, which squares would only meet
  /// by chance; the box alone where there are very many.
  func rectangles(of box: ConvexPolygon) throws -> [ConvexPolygon] {
    let (low, high) = (box.vertices[0], box.vertices[2])
    let forms: [PlaneForm]
    do {
      forms = try payoffs(box)
    } catch QuantityError.signChangesAcross {
      return [box]
    }
    var (xs, ys): (Set<Rational>, Set<Rational>) = ([low.x, high.x], [low.y, high.y])
    for (deviating, obeying) in deviations.pairs.joined() {
      let gain = forms[deviating] - forms[obeying]
      guard gain.isAffine, gain.x.isZero != gain.y.isZero else { continue }
      let root = -gain.intercept / (gain.x + gain.y)
      if gain.y.isZero, low.x < root, root < high.x { xs.insert(root) }
      if gain.x.isZero, low.y < root, root < high.y { ys.insert(root) }
    }
    guard xs.count * ys.count <= 64 else { return [box] }
    let (columns, rows) = (xs.sorted(), ys.sorted())
    return zip(rows, rows.dropFirst()).flatMap { bottom, top in
      zip(columns, columns.dropFirst()).map { ConvexPolygon(x: $0...$1, y: bottom...top) }
    }
  }

  mutating func refine(_ square: ConvexPolygon, parts: Int) throws {
    if let equilibria = try decided(square) {
      cells.append(RegionCell(polygon: square, equilibria: equilibria))
      return
    }
    guard parts < PureRegions.finest else {
      undecided.append(square)
      return
    }
    let (low, middle, high) = (square.vertices[0], square.centre, square.vertices[2])
    let before = cells.count
    let undecidedBefore = undecided.count
    for y in [low.y...middle.y, middle.y...high.y] {
      for x in [low.x...middle.x, middle.x...high.x] {
        try refine(ConvexPolygon(x: x, y: y), parts: 2 * parts)
      }
    }
    // Quarters that agree are one again.
    if undecided.count == undecidedBefore, cells.count == before + 4,
      cells[before...].allSatisfy({ $0.equilibria == cells[before].equilibria })
    {
      cells[before...] = [RegionCell(polygon: square, equilibria: cells[before].equilibria)]
    }
  }

  /// The equilibria all over a square; nil where they change or may change.
  private func decided(_ square: ConvexPolygon) throws -> [Int]? {
    let forms: [PlaneForm]
    do {
      forms = try payoffs(square)
    } catch QuantityError.signChangesAcross {
      return nil
    }
    var equilibria: [Int] = []
    for profile in 0..<deviations.profiles {
      guard let holds = deviations.holds(profile, forms, in: square) else { return nil }
      if holds { equilibria.append(profile) }
    }
    return equilibria
  }
}
