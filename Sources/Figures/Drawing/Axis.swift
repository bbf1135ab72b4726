import Glibc
import Laboratory

/// A number line laid over pixels, with ticks at round numbers.
struct Axis {
  /// The lower end, in numbers.
  let lower: Double
  /// The upper end, in numbers; above the lower.
  let upper: Double
  /// Where the lower end lies, in pixels.
  var start: Double
  /// Where the upper end lies, in pixels.
  var end: Double
  /// The round numbers between the ends.
  let ticks: [Double]
  /// Whether equal steps are equal ratios.
  private var isLogarithmic = false

  /// Numbers from here on are not drawn.
  static let largest = 1e300

  /// An axis from the least to the greatest of `values`.
  ///
  /// - Parameters:
  ///   - padded: whether to go on to the next tick on either side; otherwise the axis ends exactly
  ///     with the values.
  ///   - whole: whether only whole numbers mean anything, as with counts.
  init(
    over values: [Double], start: Double, end: Double, ticks wanted: Int, padded: Bool,
    whole: Bool = false
  ) {
    let finite = values.filter { abs($0) < Self.largest }
    var lower = finite.min() ?? 0
    var upper = finite.max() ?? 1
    if lower == upper {
      // A single value stands in the middle of a line of its own size.
      let reach = lower == 0 ? 1 : abs(lower) / 2
      (lower, upper) = (lower - reach, upper + reach)
    }
    var step = Self.roundStep((upper - lower) / Double(max(wanted, 1)))
    guard step.isNormal else {
      // Neighbouring doubles leave no room for a round number.
      (self.lower, self.upper, self.start, self.end) = (lower, max(upper, lower.nextUp), start, end)
      ticks = [self.lower]
      return
    }
    if whole { step = step == 2.5 ? 5 : max(step, 1) }
    if padded {
      lower = (lower / step + 1e-9).rounded(.down) * step
      upper = (upper / step - 1e-9).rounded(.up) * step
    }
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    self.lower = lower
    self.upper = upper
    self.start = start
    self.end = end
    ticks = first <= last ? (first...last).map { Double($0) * step } : [lower, upper]
  }

  /// An axis on which equal steps are equal ratios.
  ///
  /// - Precondition: `0 < lower < upper`.
  init(logarithmicFrom lower: Double, to upper: Double, start: Double, end: Double) {
    precondition(0 < lower && lower < upper, "ratios need numbers above 0")
    (self.lower, self.upper, self.start, self.end) = (lower, upper, start, end)
    let factors = upper / lower > 200 ? [1.0] : [1, 2, 5]
    let powers = Int(floor(log10(lower)))...Int(ceil(log10(upper)))
    ticks = powers.flatMap { power in
      factors.map { power < 0 ? $0 / pow(10, Double(-power)) : $0 * pow(10, Double(power)) }
    }.filter { lower <= $0 && $0 <= upper }
    isLogarithmic = true
  }

  /// Whether all of these are whole numbers.
  static func areWhole(_ values: [Double]) -> Bool {
    values.allSatisfy { $0 == $0.rounded() }
  }

  /// The pixel of a number.
  func pixel(_ value: Double) -> Double {
    isLogarithmic
      ? start + log(max(value, lower) / lower) / log(upper / lower) * (end - start)
      : start + (value - lower) / (upper - lower) * (end - start)
  }

  /// The tick's number in words: at most six digits.
  static func label(_ value: Double) -> String {
    let text = value.text(digits: 6)
    return text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text
  }

  /// The nearest of 1, 2, 2.5, 5 and 10 times a power of ten that is not less than `step`.
  private static func roundStep(_ step: Double) -> Double {
    let power = pow(10, floor(log10(step)))
    let factor = [1, 2, 2.5, 5, 10].first { $0 * power >= step * (1 - 1e-9) } ?? 10
    // 2 * 0.1 is exact enough; 1 / 10 is nearer to a decimal than 10 to the -1 times 1.
    return factor * power
  }
}

extension Axis {
  /// Draws a level axis at this height, its ticks numbered where there is room, and its label.
  func drawBelow(_ bottom: Double, label: String, on canvas: inout Canvas) {
    canvas.line(start, bottom, end, bottom, Canvas.Stroke())
    var lastEnd = -Double.infinity
    for tick in ticks {
      let pixel = pixel(tick)
      canvas.line(pixel, bottom, pixel, bottom + 5, Canvas.Stroke())
      let number = Self.label(tick)
      let half = TextSize.width(number, size: TextSize.small) / 2
      guard pixel - half > lastEnd + 4 else { continue }
      lastEnd = pixel + half
      canvas.text(number, pixel, bottom + 19, size: TextSize.small, anchor: .middle)
    }
    canvas.text(label, (start + end) / 2, bottom + 39, anchor: .middle)
  }
}
