/// One of several shares of a run, each computed on its own: every `count`-th part from the
/// `index`-th on.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which share, from 1.
  public let index: Int
  /// Of how many.
  public let count: Int

  /// The share `index` of `count`; nil unless `1 <= index <= count`.
  public init?(_ index: Int, of count: Int) {
    guard (1...1_000_000).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `2/8`.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else { return nil }
    self.init(index, of: count)
  }

  /// `2/8`.
  public var description: String { "\(index)/\(count)" }

  /// Whether the part belongs to it.
  func contains(_ part: Int) -> Bool { part % count == index - 1 }
}
