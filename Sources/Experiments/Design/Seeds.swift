import Arithmetic

/// Random numbers that hang on nothing but the seed of the design, the point and the replicate: no
/// order, no thread, no shard changes them.
///
/// - Source: the finaliser of G. L. Steele, D. Lea and C. H. Flood, SplitMix64, 2014.
public enum Seeds {
  /// The seed of one replicate of one point of a design.
  public static func seed(_ master: UInt64, point: Int, replicate: Int) -> UInt64 {
    mixed(
      mixed(mixed(master &+ step) ^ UInt64(bitPattern: Int64(point))) ^ UInt64(replicate)
        &* 0xD1B5_4A32_D192_ED03)
  }

  /// The number with this index in the stream of a seed.
  static func number(_ index: Int, of seed: UInt64) -> UInt64 {
    mixed(seed &+ UInt64(index + 1) &* step)
  }

  /// A fraction strictly between 0 and 1, one of 2^30.
  static func fraction(_ index: Int, of seed: UInt64) -> Rational {
    Rational(Int(number(index, of: seed) >> 34) * 2 + 1, 1 << 31)
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}

/// A random order of `0 ..< count`, computed place by place, so that a long one takes no memory.
///
/// - Source: M. Luby and C. Rackoff 1988, a Feistel network of four rounds; places past the end are
///   walked on from, after J. Black and P. Rogaway 2002.
struct Permutation {
  let count: Int
  private let halfBits: UInt64
  private let key: UInt64

  init(of count: Int, seed: UInt64) {
    self.count = count
    var bits = 1
    while bits < 31, 1 << (2 * bits) < count { bits += 1 }
    halfBits = UInt64(bits)
    key = seed
  }

  /// What stands at `place`.
  subscript(place: Int) -> Int {
    let mask = (UInt64(1) << halfBits) - 1
    var value = UInt64(place)
    repeat {
      var (left, right) = (value >> halfBits, value & mask)
      for round in 0..<4 {
        (left, right) = (right, left ^ (Seeds.number(round, of: key ^ right) & mask))
      }
      value = left << halfBits | right
    } while value >= UInt64(count)
    return Int(value)
  }
}
