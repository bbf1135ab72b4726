public import Arithmetic

/// Exact regions of pure equilibria over two parameters: ``PlaneRegions`` of the profiles, each of
/// which is an equilibrium where no deviation gains. Ours.
public enum PureRegions {
  /// The map over the box; items are profile indices.
  ///
  /// - Parameters:
  ///   - shape: strategies of each actor.
  ///   - box: the ground, with an inside.
  ///   - payoffs: laid out as in `StrategicGame.payoffs`, for the two parameters as forms on a cell;
  ///     throws `QuantityError.signChangesAcross(_:)` where they are of one form only on parts.
  /// - Throws: what the closure throws, `QuantityError.notAffine` among it.
  public static func solve(
    shape: [Int], over box: ConvexPolygon,
    payoffs: @escaping (PlaneForm, PlaneForm) throws -> [PlaneForm]
  ) throws -> RegionMap {
    let deviations = UnilateralDeviations(shape: shape)
    return try PlaneRegions.solve(over: box) { try deviations.gains(in: payoffs($0, $1)) }
  }
}
