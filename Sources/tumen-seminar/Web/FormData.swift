/// The fields of a form as browsers send them.
struct FormData {
  private let fields: [(name: String, value: String)]

  /// Most fields of one form.
  private static let mostFields = 100

  /// Reads `a=b&c=d`; nil for what is none or holds too many fields.
  init?(_ bytes: some Collection<UInt8>) {
    var fields: [(String, String)] = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard fields.count < Self.mostFields, let name = Self.decoded(halves[0]),
        let value = Self.decoded(halves.count > 1 ? halves[1] : halves[0].prefix(0))
      else { return nil }
      fields.append((name, value))
    }
    self.fields = fields
  }

  /// The first value of a field, nil where it is not there.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The first value as a whole number.
  func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
    var result: [UInt8] = []
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
          return nil
        }
        result.append(high << 4 | low)
      default: result.append(byte)
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
