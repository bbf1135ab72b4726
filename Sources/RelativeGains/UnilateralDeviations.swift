import Arithmetic
import GameForms

/// Every profile's unilateral deviations.
struct UnilateralDeviations {
  let profiles: Int
  /// `pairs[profile]`: places in the list of payoffs, of a deviation and of obeying.
  let pairs: [[(deviating: Int, obeying: Int)]]

  init(shape: [Int]) {
    let profiles = shape.reduce(1, *)
    let actors = shape.count
    let layout = StrategicGame(
      shape: shape, payoffs: Array(repeating: .zero, count: profiles * actors))
    self.profiles = profiles
    pairs = (0..<profiles).map { profile in
      (0..<actors).flatMap { actor in
        (0..<shape[actor]).filter { $0 != layout.strategy(of: actor, at: profile) }.map {
          let other = layout.deviation(from: profile, of: actor, to: $0)
          return (other * actors + actor, profile * actors + actor)
        }
      }
    }
  }

  /// Where in a cell the profile is an equilibrium; nil where a border of that is curved.
  func ground(
    of profile: Int, _ payoffs: [PlaneForm], in cell: ConvexPolygon
  ) -> ConvexPolygon? {
    var ground = cell
    var curved = false
    for (deviating, obeying) in pairs[profile] {
      let gain = payoffs[deviating] - payoffs[obeying]
      if gain.isAffine {
        ground = ground.clipped(where: gain)
        if ground.isEmpty { return ground }
      } else if let sign = gain.sign(inside: ground) {
        if sign > 0 { return ConvexPolygon([]) }
      } else {
        curved = true
      }
    }
    return curved ? nil : ground
  }

  /// Whether the profile is an equilibrium all over the inside of a cell: nil if neither that nor
  /// the opposite is certain.
  func holds(_ profile: Int, _ payoffs: [PlaneForm], in cell: ConvexPolygon) -> Bool? {
    var isCertain = true
    for (deviating, obeying) in pairs[profile] {
      guard let sign = (payoffs[deviating] - payoffs[obeying]).sign(inside: cell) else {
        isCertain = false
        continue
      }
      if sign > 0 { return false }
    }
    return isCertain ? true : nil
  }
}
