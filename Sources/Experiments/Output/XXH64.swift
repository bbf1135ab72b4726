/// The 64-bit digest xxHash, by which a run knows its own files again: damage shows, at the speed
/// of reading. `xxhsum -H64` computes the same.
///
/// It guards against accidents, not against forgery; specs and games are named by ``SHA256``.
///
/// - Source: Y. Collet, xxHash fast digest algorithm, specification 0.1.1, XXH64 with seed 0.
struct XXH64 {
  private static let p1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let p3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let p4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let p5: UInt64 = 0x27D4_EB2F_1656_67C5

  // The four lanes, and what did not yet fill a stripe of 32 bytes.
  private var a = p1 &+ p2
  private var b = p2
  private var c: UInt64 = 0
  private var d = 0 &- p1
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  /// The digest of these bytes.
  static func digest(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = XXH64()
    hash.update(bytes)
    return hash.digest
  }

  /// The digest of a text.
  static func digest(of text: String) -> UInt64 {
    Array(text.utf8).withUnsafeBytes { digest(of: $0) }
  }

  /// 16 hexadecimal digits.
  static func hexadecimal(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Takes in bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      let missing = min(32 - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<missing])
      start = missing
      guard rest.count == 32 else { return }
      let full = rest
      full.withUnsafeBytes { stripe($0, 0) }
      rest.removeAll(keepingCapacity: true)
    }
    while start + 32 <= bytes.count {
      stripe(bytes, start)
      start += 32
    }
    if start < bytes.count { rest.append(contentsOf: bytes[start...]) }
  }

  /// The digest of all bytes taken in.
  var digest: UInt64 {
    var hash: UInt64
    if length >= 32 {
      hash =
        Self.rotated(a, 1) &+ Self.rotated(b, 7) &+ Self.rotated(c, 12) &+ Self.rotated(d, 18)
      for lane in [a, b, c, d] {
        hash = (hash ^ Self.round(0, lane)) &* Self.p1 &+ Self.p4
      }
    } else {
      hash = Self.p5
    }
    hash &+= length
    var place = 0
    while place + 8 <= rest.count {
      let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(rest[place + $1]) << (8 * UInt64($1)) }
      hash = Self.rotated(hash ^ Self.round(0, word), 27) &* Self.p1 &+ Self.p4
      place += 8
    }
    if place + 4 <= rest.count {
      let word = (0..<4).reduce(UInt64(0)) { $0 | UInt64(rest[place + $1]) << (8 * UInt64($1)) }
      hash = Self.rotated(hash ^ word &* Self.p1, 23) &* Self.p2 &+ Self.p3
      place += 4
    }
    while place < rest.count {
      hash = Self.rotated(hash ^ UInt64(rest[place]) &* Self.p5, 11) &* Self.p1
      place += 1
    }
    hash = (hash ^ hash >> 33) &* Self.p2
    hash = (hash ^ hash >> 29) &* Self.p3
    return hash ^ hash >> 32
  }

  private mutating func stripe(_ bytes: UnsafeRawBufferPointer, _ start: Int) {
    func word(_ index: Int) -> UInt64 {
      UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8 * index, as: UInt64.self))
    }
    a = Self.round(a, word(0))
    b = Self.round(b, word(1))
    c = Self.round(c, word(2))
    d = Self.round(d, word(3))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotated(lane &+ word &* p2, 31) &* p1
  }

  private static func rotated(_ word: UInt64, _ places: UInt64) -> UInt64 {
    word << places | word >> (64 - places)
  }
}
