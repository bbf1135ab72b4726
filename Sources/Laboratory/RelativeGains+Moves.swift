import Arithmetic
import RelativeGains

extension RelativeGains {
  /// Whether a number of the rule depends on a parameter that runs.
  var moves: Bool {
    let numbers: [Number] =
      switch self {
      case .none: []
      case .grieco(let k), .lead(let k), .convex(let k): k.flatMap(\.self)
      case .snidal(let w): w.flatMap(\.self)
      case .ally(let e): e.flatMap(\.self)
      case .power(let weights, let capabilities, let scale): weights + capabilities + [scale]
      }
    return numbers.contains { $0.constant == nil }
  }
}
