import Arithmetic
import TestSupport
import Testing

@testable import RelativeGains

@Suite struct `Refinement of boxes` {
  /// Random polynomials of degree two in each parameter.
  private static func polynomial<Number: Quantity>(
    _ numbers: [Rational], _ t: [Number]
  ) throws -> Number {
    var sum = Number(numbers[0])
    for (place, t) in t.enumerated() {
      sum = try sum + Number(numbers[2 * place + 1]) * t * t
      sum = try sum + Number(numbers[2 * place + 2]) * t
    }
    return try sum + Number(numbers[2 * t.count + 1]) * t.dropFirst().reduce(t[0]) { try $0 * $1 }
  }

  @Test(arguments: [1, 2, 3, 4])
  func `is certain wherever it tells something`(parameters: Int) throws {
    var generator = SplitMix64(seed: 5)
    let ranges = (0..<parameters).map { _ in Rational(-1)...Rational(2) }
    for _ in 0..<4 {
      let items = (0..<3).map { _ in
        (0..<2).map { _ in
          (0..<(2 * parameters + 2)).map { _ in
            Rational(Int.random(in: -3...3, using: &generator))
          }
        }
      }
      let map = try BoxRefinement(over: ranges) { t in
        try items.map { try $0.map { try Self.polynomial($0, t) } }
      }
      func holding(_ point: [Rational]) throws -> [Int] {
        try items.indices.filter { item in
          try items[item].allSatisfy { try Self.polynomial($0, point).signum <= 0 }
        }
      }
      func volume(_ box: [ClosedRange<Rational>]) -> Rational {
        box.reduce(.one) { $0 * ($1.upperBound - $1.lowerBound) }
      }
      let filled = (map.cells.map(\.ranges) + map.undecided).reduce(Rational.zero) {
        $0 + volume($1)
      }
      #expect(filled == volume(ranges))
      #expect(!map.isCutShort)
      for cell in map.cells {
        let inside = cell.ranges.map { range in
          let share = Rational(Int.random(in: 1...96, using: &generator), 97)
          return range.lowerBound + share * (range.upperBound - range.lowerBound)
        }
        #expect(try holding(inside) == cell.items)
      }
    }
  }

  @Test func `brackets the roots of a square within its finest part`() throws {
    // x squared less 2 is not positive up to the root of 2.
    let map = try BoxRefinement(over: [0...2]) { [[try $0[0] * $0[0] - RatioForm(2)]] }
    let below = map.cells.filter { $0.items == [0] }.compactMap { $0.ranges[0].upperBound }.max()
    let above = map.cells.filter { $0.items.isEmpty }.compactMap { $0.ranges[0].lowerBound }.min()
    let (low, high) = (try #require(below), try #require(above))
    #expect(low * low < 2 && high * high > 2)
    #expect(high - low <= Rational(4, 1 << 20))
  }

  @Test func `asks no further where a divisor may be zero`() throws {
    // 1/x is above 1 on (0, 1); at zero itself nothing can be told.
    let map = try BoxRefinement(over: [-1...1]) {
      [[try RatioForm(.one).divided(by: $0[0]) - RatioForm(.one)]]
    }
    #expect(map.cells.allSatisfy { $0.items == ($0.ranges[0].upperBound <= 0 ? [0] : []) })
    #expect(map.undecided.contains { $0[0].contains(0) })
  }

  @Test func `refuses too many parameters, and says when the seconds are up`() throws {
    #expect(throws: SpaceRefusal.self) {
      try BoxRefinement(over: Array(repeating: 0...1, count: 7)) { _ in [] }
    }
    let cut = try BoxRefinement(over: [0...1], seconds: 0) {
      [[try $0[0] * $0[0] - RatioForm(Rational(1, 3))]]
    }
    #expect(cut.isCutShort && cut.cells.isEmpty && cut.undecided == [[0...1]])
  }

  @Test func `of ratios keeps what is equal equal`() throws {
    let x = RatioForm.parameter(0, of: 2, on: 1...3)
    let y = RatioForm.parameter(1, of: 2, on: 0...1)
    let ratio = try (x * x - y * y).divided(by: x + y)
    #expect(try (ratio - (x - y)).sign() == 0)
    #expect(try (x - y).sign() == 1 && (y - x).sign() == -1)
    #expect(throws: QuantityError.signUnknown) { try (x - RatioForm(2)).sign() }
    #expect(throws: QuantityError.signUnknown) { try x.divided(by: y) }
    #expect(throws: QuantityError.divisionByZero) { try x.divided(by: RatioForm(0)) }
    #expect(
      try (x - x).constant == 0 && RatioForm(3).divided(by: RatioForm(2)).constant == Rational(3, 2)
    )
    #expect(throws: QuantityError.notAffine) {
      try (0..<40).reduce(x + y) { power, _ in try power * (x + y) }
    }
  }
}
