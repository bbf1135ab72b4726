/// A division of the actors into blocks, each actor in one.
public struct CoalitionStructure: Hashable, Sendable {
  /// The block of each actor; blocks are counted in the order of their lowest members.
  public let blockOf: [Int]

  /// The structure with these blocks, in any order.
  ///
  /// - Returns: nil where an actor is in no block or in two, or a block is empty.
  public init?(_ blocks: [Coalition], actors: Int) {
    var owner = [Int?](repeating: nil, count: actors)
    for (place, block) in blocks.enumerated() {
      guard !block.isEmpty, block.isSubset(of: .all(actors)) else { return nil }
      for actor in block.members {
        guard owner[actor] == nil else { return nil }
        owner[actor] = place
      }
    }
    guard !owner.contains(nil) else { return nil }
    var order: [Int] = []
    for place in owner.compactMap(\.self) where !order.contains(place) { order.append(place) }
    blockOf = owner.compactMap { place in order.firstIndex { $0 == place } }
  }

  /// The structure in which actor i belongs to block `blockOf[i]`, blocks counted as they appear.
  init(canonical blockOf: [Int]) { self.blockOf = blockOf }

  /// Everyone by itself.
  public static func singletons(_ actors: Int) -> CoalitionStructure {
    CoalitionStructure(canonical: Array(0..<actors))
  }

  /// Everyone together.
  public static func together(_ actors: Int) -> CoalitionStructure {
    CoalitionStructure(canonical: Array(repeating: 0, count: actors))
  }

  /// One coalition, all others by themselves; the coalition may be empty.
  public static func alone(but coalition: Coalition, of actors: Int) -> CoalitionStructure {
    var next = 0
    var joint: Int?
    var blockOf: [Int] = []
    for actor in 0..<actors {
      if coalition.has(actor), let joint {
        blockOf.append(joint)
        continue
      }
      if coalition.has(actor) { joint = next }
      blockOf.append(next)
      next += 1
    }
    return CoalitionStructure(canonical: blockOf)
  }

  /// Every structure of `actors` actors, from all together to all alone; as many as Bell's number.
  public static func all(_ actors: Int) -> [CoalitionStructure] {
    var prefixes: [[Int]] = [[]]
    for _ in 0..<actors {
      prefixes = prefixes.flatMap { prefix in
        (0...((prefix.max() ?? -1) + 1)).map { prefix + [$0] }
      }
    }
    return prefixes.map { CoalitionStructure(canonical: $0) }
  }

  /// How many actors there are.
  public var actors: Int { blockOf.count }

  /// The blocks, in the order of their lowest members.
  public var blocks: [Coalition] {
    var blocks: [Coalition] = []
    for (actor, place) in blockOf.enumerated() {
      if place == blocks.count { blocks.append([]) }
      blocks[place].formUnion(Coalition(of: actor))
    }
    return blocks
  }
}
