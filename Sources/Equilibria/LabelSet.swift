/// A set of labels: one bit for each pure strategy of the two actors, the row actor's first.
typealias LabelSet = UInt128

extension LabelSet {
  /// The most strategies, of both actors together, that a label set has room for.
  static let capacity = 128

  static func label(_ index: Int) -> LabelSet { 1 &<< LabelSet(truncatingIfNeeded: index) }

  func contains(_ index: Int) -> Bool { self & .label(index) != 0 }
}

/// A set of visited vertices, keyed by their labels: open addressing, nothing ever removed.
struct LabelTable: ~Copyable {
  private var slots: UnsafeMutablePointer<LabelSet>
  private var mask: Int
  private(set) var count = 0

  init() {
    mask = 1023
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit { slots.deallocate() }

  private func slot(of key: LabelSet) -> Int {
    let folded =
      UInt64(truncatingIfNeeded: key) ^ (UInt64(truncatingIfNeeded: key >> 64) &* 0x9E37_79B9)
    var mixed = folded &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    var index = Int(truncatingIfNeeded: mixed) & mask
    while slots[index] != 0, slots[index] != key { index = (index &+ 1) & mask }
    return index
  }

  /// Whether the set with these labels was inserted before. The empty set is never a member.
  func contains(_ key: LabelSet) -> Bool { slots[slot(of: key)] != 0 }

  /// Inserts the set; returns whether it was new.
  mutating func insert(_ key: LabelSet) -> Bool {
    let index = slot(of: key)
    guard slots[index] == 0 else { return false }
    slots[index] = key
    count += 1
    if count * 2 > mask { grow() }
    return true
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for index in 0..<oldCount where old[index] != 0 { slots[slot(of: old[index])] = old[index] }
    old.deallocate()
  }
}
