/// Which options are taken, which are not, and which may be either: `Y-N`.
public struct OptionPattern: Hashable, Sendable {
  /// The bits of the options that the pattern speaks of; the first option is the highest bit.
  public let mask: Int
  /// The bits of those that are taken.
  public let taken: Int
  /// How many options there are.
  public let options: Int

  /// The pattern of these bits.
  public init(mask: Int, taken: Int, options: Int) {
    self.mask = mask
    self.taken = taken & mask
    self.options = options
  }

  /// The pattern that only the combination `code` fits.
  public init(exactly code: Int, options: Int) {
    self.init(mask: 1 << options - 1, taken: code, options: options)
  }

  /// Whether a combination fits.
  public func fits(_ code: Int) -> Bool { code & mask == taken }

  /// One letter an option: `Y` taken, `N` not taken, `-` either.
  public var text: String {
    (0..<options).reversed().map { bit in
      mask >> bit & 1 == 0 ? "-" : taken >> bit & 1 == 1 ? "Y" : "N"
    }.joined()
  }
}
