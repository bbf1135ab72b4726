import Arithmetic

/// Cuts a box into quarters until everything is decided or the finest squares are reached.
struct RegionRefinement {
  let conditions: (ConvexPolygon) throws -> [[PlaneForm]]
  var cells: [RegionCell] = []
  var undecided: [ConvexPolygon] = []

  init(conditions: @escaping (ConvexPolygon) throws -> [[PlaneForm]]) {
    self.conditions = conditions
  }

  /// The box cut along the borders that run straight up or across, which squares would only meet
  /// by chance; not further where there are very many.
  func rectangles(of box: ConvexPolygon) throws -> [ConvexPolygon] {
    var found: [ConvexPolygon] = []
    var pending = [box]
    while let rectangle = pending.popLast() {
      do {
        found += Self.parts(of: rectangle, cutBy: try conditions(rectangle).joined())
      } catch QuantityError.signChangesAcross(let border) {
        guard border.isAffine, border.x.isZero != border.y.isZero, found.count + pending.count < 64
        else {
          found.append(rectangle)
          continue
        }
        pending += [border, PlaneForm(.zero) - border].map { rectangle.clipped(where: $0) }
      }
    }
    return found
  }

  private static func parts(
    of box: ConvexPolygon, cutBy forms: some Sequence<PlaneForm>
  ) -> [ConvexPolygon] {
    let (low, high) = (box.vertices[0], box.vertices[2])
    var (xs, ys): (Set<Rational>, Set<Rational>) = ([low.x, high.x], [low.y, high.y])
    for form in forms where form.isAffine && form.x.isZero != form.y.isZero {
      let root = -form.intercept / (form.x + form.y)
      if form.y.isZero, low.x < root, root < high.x { xs.insert(root) }
      if form.x.isZero, low.y < root, root < high.y { ys.insert(root) }
    }
    guard xs.count * ys.count <= 64 else { return [box] }
    let (columns, rows) = (xs.sorted(), ys.sorted())
    return zip(rows, rows.dropFirst()).flatMap { bottom, top in
      zip(columns, columns.dropFirst()).map { ConvexPolygon(x: $0...$1, y: bottom...top) }
    }
  }

  mutating func refine(_ square: ConvexPolygon, parts: Int) throws {
    if let items = try decided(square) {
      cells.append(RegionCell(polygon: square, items: items))
      return
    }
    guard parts < PlaneRegions.finest else {
      undecided.append(square)
      return
    }
    let before = cells.count
    let undecidedBefore = undecided.count
    for quarter in square.quarters { try refine(quarter, parts: 2 * parts) }
    // Quarters that agree are one again.
    if undecided.count == undecidedBefore, cells.count == before + 4,
      cells[before...].allSatisfy({ $0.items == cells[before].items })
    {
      cells[before...] = [RegionCell(polygon: square, items: cells[before].items)]
    }
  }

  /// What holds all over a square; nil where it changes or may change.
  private func decided(_ square: ConvexPolygon) throws -> [Int]? {
    let forms: [[PlaneForm]]
    do {
      forms = try conditions(square)
    } catch QuantityError.signChangesAcross {
      return nil
    }
    var items: [Int] = []
    for (item, forms) in forms.enumerated() {
      guard let holds = square.holds(forms) else { return nil }
      if holds { items.append(item) }
    }
    return items
  }
}
