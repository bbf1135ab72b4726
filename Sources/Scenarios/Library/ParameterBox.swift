public import Arithmetic

/// The ranges of some parameters, as a box of values.
public struct ParameterBox: Sendable {
  private let parameters: [Scenario.Parameter]
  /// Most corners that ``sample`` takes.
  public static let mostCorners = 256
  /// How many points inside the box ``sample`` takes.
  public static let inside = 64

  /// The box of `parameters`; one without a range stays at its default.
  public init(_ parameters: [Scenario.Parameter]) { self.parameters = parameters }

  /// The defaults, the corners (the first ``mostCorners``), and points spread inside the box: an
  /// additive recurrence by the fractional parts of square roots, rounded to 1/64, the
  /// same on every machine.
  public var sample: [[Rational]] {
    var sample = [parameters.map(\.default)]
    let free = parameters.indices.filter { index in
      parameters[index].range.map { $0.lowerBound < $0.upperBound } ?? false
    }
    guard !free.isEmpty else { return sample }
    let corners = free.count < 8 ? 1 << free.count : Self.mostCorners
    for corner in 0..<corners {
      sample.append(point(free) { place in corner >> (place % Int.bitWidth) & 1 == 1 ? 64 : 0 })
    }
    for step in 1...Self.inside {
      sample.append(
        point(free) { place in
          let turn = Double(2 * place + 3).squareRoot() * Double(step)
          return Int((turn - turn.rounded(.down)) * 64)
        })
    }
    return sample
  }

  /// The point whose free coordinates lie `share(place)` 64ths up their ranges.
  private func point(_ free: [Int], share: (Int) -> Int) -> [Rational] {
    var values = parameters.map(\.default)
    for (place, index) in free.enumerated() {
      guard let range = parameters[index].range else { continue }
      values[index] =
        range.lowerBound + (range.upperBound - range.lowerBound) * Rational(share(place), 64)
    }
    return values
  }
}
