import Arithmetic

/// Numbers and texts as bytes, to be read back as they were.
struct RecordWriter {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ cell: CellValue) {
    switch cell {
    case .empty: bytes.append(0)
    case .number(let number):
      if let words = number.words {
        bytes.append(1)
        append(words.numerator)
        append(words.denominator)
      } else {
        bytes.append(2)
        append(number.description)
      }
    case .text(let text):
      bytes.append(3)
      append(text)
    }
  }
}

/// Reads what ``RecordWriter`` wrote, in the same order; nil where the bytes end too early.
struct RecordReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func number() -> Int? {
    guard place + 8 <= bytes.count else { return nil }
    defer { place += 8 }
    return Int(
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)))
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, place + count <= bytes.count else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  mutating func cell() -> CellValue? {
    guard place < bytes.count else { return nil }
    place += 1
    switch bytes[place - 1] {
    case 0: return .empty
    case 1:
      guard let numerator = number(), let denominator = number(), denominator > 0 else {
        return nil
      }
      return .number(Rational(numerator, denominator))
    case 2: return text().flatMap { Rational($0) }.map { .number($0) }
    default: return text().map { .text($0) }
    }
  }
}
