public import Arithmetic

/// The parts of the plane of two parameters on which every question about a sign has one answer.
public struct PlanePieces<Payoffs> {
  /// Convex pieces that share no inside, and what was computed for each.
  public let pieces: [(polygon: ConvexPolygon, payoffs: Payoffs)]
  /// Squares in which a sign changes along a curve.
  public let undecided: [ConvexPolygon]
  /// Into how many parts each side of the box was cut where borders are curved; nil where all are
  /// lines.
  public let resolution: Int?

  /// Cuts the box along the lines on which signs change, or where these are curves into quarters
  /// until none crosses.
  ///
  /// - Parameters:
  ///   - box: the ground, a rectangle with an inside.
  ///   - evaluate: what is asked for, from the two parameters as forms on a cell; throws
  ///     `QuantityError.signChangesAcross(_:)` where a sign is not the same all over it.
  /// - Throws: what the closure throws, and `QuantityError.notAffine` where there are too many
  ///   pieces.
  public init(
    over box: ConvexPolygon, _ evaluate: (PlaneForm, PlaneForm) throws -> Payoffs
  ) throws {
    func onCell(_ cell: ConvexPolygon) throws -> Payoffs {
      try evaluate(.first(on: cell), .second(on: cell))
    }
    if let exact = try Self.exact(over: box, onCell) {
      (pieces, undecided, resolution) = (exact, [], nil)
      return
    }
    var found: [(polygon: ConvexPolygon, payoffs: Payoffs)] = []
    var unknown: [ConvexPolygon] = []
    var pending = [(square: box, parts: 1)]
    while let (square, parts) = pending.popLast() {
      do {
        found.append((square, try onCell(square)))
      } catch QuantityError.signChangesAcross {
        if parts >= PlaneRegions.finest {
          unknown.append(square)
        } else {
          pending += square.quarters.map { ($0, 2 * parts) }
        }
      }
    }
    (pieces, undecided, resolution) = (found, unknown, PlaneRegions.finest)
  }

  /// The pieces between lines; nil where a border is curved.
  static func exact(
    over box: ConvexPolygon, _ evaluate: (ConvexPolygon) throws -> Payoffs
  ) throws -> [(polygon: ConvexPolygon, payoffs: Payoffs)]? {
    var pending = [box]
    var pieces: [(polygon: ConvexPolygon, payoffs: Payoffs)] = []
    while let piece = pending.popLast() {
      do {
        pieces.append((piece, try evaluate(piece)))
      } catch QuantityError.signChangesAcross(let border) {
        guard border.isAffine else { return nil }
        pending += [PlaneForm(.zero) - border, border].map { piece.clipped(where: $0) }
        guard pieces.count + pending.count < PlaneRegions.mostPieces else {
          throw QuantityError.notAffine
        }
      }
    }
    return pieces
  }
}

extension ConvexPolygon {
  /// The four quarters of a rectangle, row by row from below.
  var quarters: [ConvexPolygon] {
    let (low, middle, high) = (vertices[0], centre, vertices[2])
    return [low.y...middle.y, middle.y...high.y].flatMap { y in
      [low.x...middle.x, middle.x...high.x].map { ConvexPolygon(x: $0, y: y) }
    }
  }
}
