import Arithmetic
import Experiments
import Testing

@Suite struct `Levels of a factor` {
  @Test func `an even range takes both ends and exact values between`() {
    let levels = Levels.evenly(from: 0, to: 1, count: 4)
    #expect(levels.count == 4)
    #expect((0..<4).map { levels[$0] } == [0, Rational(1, 3), Rational(2, 3), 1])
  }

  @Test func `a range of one takes its lower end`() {
    let levels = Levels.evenly(from: Rational(1, 7), to: 3, count: 1)
    #expect(levels.count == 1)
    #expect(levels[0] == Rational(1, 7))
  }

  @Test func `ten million levels end exactly at the upper end`() {
    let levels = Levels.evenly(from: Rational(1, 5), to: 8, count: 10_000_000)
    #expect(levels[9_999_999] == 8)
    #expect(levels[1] - levels[0] == Rational(39, 5) / 9_999_999)
  }

  @Test func `steps stop at the last value within the range`() throws {
    let levels = try #require(Levels.stepping(from: 0, to: 1, by: Rational(3, 10)))
    #expect(
      (0..<levels.count).map { levels[$0] } == [
        0, Rational(3, 10), Rational(3, 5), Rational(9, 10),
      ])
    #expect(Levels.stepping(from: 2, to: 2, by: 1)?.count == 1)
    #expect(Levels.stepping(from: 0, to: 1, by: Rational(1, 10))?.count == 11)
  }

  @Test func `steps too many to count are refused`() {
    #expect(Levels.stepping(from: 0, to: 1, by: Rational(10).raised(to: -40)) == nil)
    #expect(Levels.stepping(from: 0, to: Rational(Int.max), by: 1) == nil)
  }

  @Test func `ascending is strictly ascending`() {
    #expect(Levels.list([0, Rational(1, 4), 2]).ascend)
    #expect(!Levels.list([0, 0]).ascend)
    #expect(!Levels.list([1, 0]).ascend)
    #expect(Levels.evenly(from: 0, to: 1, count: 3).ascend)
    #expect(!Levels.evenly(from: 1, to: 0, count: 3).ascend)
    #expect(Levels.evenly(from: 1, to: 1, count: 1).ascend)
  }
}

@Suite struct `Factorial design` {
  @Test func `counts every combination once, the last factor fastest`() throws {
    let levels = [Levels.list([1, 2]), .list([10, 20, 30]), .evenly(from: 0, to: 1, count: 2)]
    let design = try #require(FactorialDesign(levels))
    #expect(design.rows == 12)
    #expect(design.strides == [6, 2, 1])
    let rows = (0..<12).map { row in (0..<3).map { design.level(of: $0, in: row) } }
    #expect(rows[0] == [0, 0, 0])
    #expect(rows[1] == [0, 0, 1])
    #expect(rows[2] == [0, 1, 0])
    #expect(rows[11] == [1, 2, 1])
    #expect(Set(rows).count == 12)
  }

  @Test func `without factors there is one row`() throws {
    #expect(try #require(FactorialDesign([])).rows == 1)
  }

  @Test func `more rows than can be kept are refused`() {
    let wide = Levels.evenly(from: 0, to: 1, count: 1_000_000_000)
    #expect(FactorialDesign([wide, wide]) == nil)
    #expect(FactorialDesign([wide, wide, wide]) == nil)
  }
}
