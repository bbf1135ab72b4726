import GSL

/// The points of GSL's Sobol sequence by their number, so that every thread and shard takes its
/// own.
///
/// The sequence is a sum modulo 2 of direction numbers over the digits of the point's Gray code
/// (Antonov and Saleev 1979); the direction numbers are read off GSL's own points.
struct SobolPoints: Sendable {
  /// The most points that are served.
  static let mostPoints = 1 << 24

  private let directions: [[UInt32]]

  /// The first `count` points in so many dimensions.
  init(dimensions: Int, count: Int) throws(GSLError) {
    var sequence = try SobolSequence(dimensions: dimensions)
    var directions = Array(repeating: [UInt32](), count: dimensions)
    var before = Array(repeating: UInt32(0), count: dimensions)
    for number in 1...max(1, count) {
      let point = try sequence.next().map { UInt32($0 * 0x1p30) }
      if number.nonzeroBitCount == 1 {
        for index in directions.indices { directions[index].append(point[index] ^ before[index]) }
        if number > count / 2 { break }
      }
      before = point
    }
    self.directions = directions
  }

  /// A coordinate of the point with this number, from 0, in units of 2^-30.
  func coordinate(_ dimension: Int, of point: Int) -> UInt32 {
    let number = point + 1
    var code = number ^ number >> 1
    var value: UInt32 = 0
    while code != 0 {
      value ^= directions[dimension][code.trailingZeroBitCount]
      code &= code - 1
    }
    return value
  }
}
