/// The least of the ratios `values[k] / rates[k]` whose rate is at least so large, and what is tied
/// with it, four at a time and without branches: which rates are positive cannot be predicted.
struct RatioTest {
  /// Rates must be larger than this.
  let leastRate: Double
  private let values: UnsafeBufferPointer<Double>
  private let rates: UnsafeBufferPointer<Double>

  private typealias Four = SIMD4<Double>

  init(
    _ values: UnsafeBufferPointer<Double>, _ rates: UnsafeBufferPointer<Double>,
    leastRate: Double
  ) {
    precondition(values.count >= rates.count)
    (self.values, self.rates, self.leastRate) = (values, rates, leastRate)
  }

  /// The least ratio, negative values taken for 0; infinite where no rate is large enough.
  var leastRatio: Double {
    var least = Four(repeating: .infinity)
    let whole = rates.count & ~3
    for start in stride(from: 0, to: whole, by: 4) {
      let (value, rate) = (four(values, start), four(rates, start))
      let ratio = value.replacing(with: 0, where: value .< 0) / rate
      least.replace(with: ratio, where: (rate .> leastRate) .& (ratio .< least))
    }
    var result = least.min()
    for k in whole..<rates.count where rates[k] > leastRate {
      result = min(result, max(0, values[k]) / rates[k])
    }
    return result
  }

  /// How many values would be at most `slack` after falling that long at their rates, and the last
  /// of them.
  func tied(at ratio: Double, slack: Double) -> (count: Int, last: Int) {
    var counts = Four.zero
    var lasts = Four(repeating: -1)
    var places = Four(0, 1, 2, 3)
    let whole = rates.count & ~3
    for start in stride(from: 0, to: whole, by: 4) {
      let (value, rate) = (four(values, start), four(rates, start))
      let isTied = (rate .> leastRate) .& (value - ratio * rate .<= slack)
      counts += Four.zero.replacing(with: 1, where: isTied)
      lasts.replace(with: places, where: isTied)
      places += 4
    }
    var (count, last) = (Int(counts.sum()), Int(lasts.max()))
    for k in whole..<rates.count
    where rates[k] > leastRate && values[k] - ratio * rates[k] <= slack {
      (count, last) = (count + 1, k)
    }
    return (count, last)
  }

  private func four(_ numbers: UnsafeBufferPointer<Double>, _ start: Int) -> Four {
    UnsafeRawBufferPointer(numbers).loadUnaligned(fromByteOffset: start * 8, as: Four.self)
  }
}
