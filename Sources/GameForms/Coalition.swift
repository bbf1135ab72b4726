/// A set of actors: one bit each, actor 0 the lowest.
///
/// The raw value counts coalitions in *binary order*: none, {0}, {1}, {0, 1}, {2}, ...
public struct Coalition: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int

  /// The coalition with these bits.
  @inlinable public init(rawValue: Int) { self.rawValue = rawValue }

  /// The coalition of these actors.
  public init(_ members: some Sequence<Int>) {
    self.init(rawValue: members.reduce(0) { $0 | 1 << $1 })
  }

  /// The coalition of one actor.
  @inlinable public init(of actor: Int) { self.init(rawValue: 1 << actor) }

  /// The coalition of all of `actors` actors.
  @inlinable public static func all(_ actors: Int) -> Coalition {
    Coalition(rawValue: 1 << actors - 1)
  }

  /// How many actors it has.
  @inlinable public var count: Int { rawValue.nonzeroBitCount }

  /// Whether `actor` is a member.
  @inlinable public func has(_ actor: Int) -> Bool { rawValue >> actor & 1 == 1 }

  /// The members, lowest first.
  public var members: [Int] {
    var rest = rawValue
    var members: [Int] = []
    while rest != 0 {
      members.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return members
  }

  /// The coalition of those who are not members, of `actors` actors.
  @inlinable public func complement(of actors: Int) -> Coalition {
    Coalition(rawValue: ~rawValue & (1 << actors - 1))
  }

  /// Every coalition within this one, none and itself included, in binary order.
  public var subsets: some Sequence<Coalition> {
    let whole = rawValue
    return sequence(first: 0) { $0 == whole ? nil : (($0 | ~whole) &+ 1) & whole }
      .lazy.map(Coalition.init(rawValue:))
  }
}
