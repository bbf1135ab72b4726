import TestSupport

extension SplitMix64 {
  /// The next number from 0 up to but not including `bound`.
  mutating func draw(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
