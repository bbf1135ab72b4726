import Glibc

/// A chunk as a file: its lines of the results, what else the end of a run wants to know of it, and
/// a seal over both.
///
/// The seal, 48 bytes at the end, holds a mark, the fingerprint of the run, the part's number, the
/// lengths of lines and record, and the ``XXH64`` digest of all that comes before. A part is
/// written beside its name and takes it when it is whole; one whose seal fits needs no log to be
/// trusted.
struct Part {
  /// What is wrong with a part.
  enum Fault: Error, Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It is cut short or its bytes have changed.
    case damaged
    /// It belongs to a run of another spec, game or program.
    case foreign
  }

  private static let mark: UInt64 = 0x3174_7261_506E_7554
  private static let sealLength = 48

  /// The name of a part's file.
  static func name(_ index: Int) -> String {
    let digits = String(index)
    return "part-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  /// Writes a chunk to `path`.
  static func write(_ chunk: Chunk, fingerprint: UInt64, to path: String) throws(OutputError) {
    var record = RecordWriter()
    chunk.encode(into: &record)
    var hash = XXH64()
    var seal: [UInt8] = []
    func add(_ number: UInt64) {
      withUnsafeBytes(of: number.littleEndian) { seal.append(contentsOf: $0) }
    }
    for number in [
      mark, fingerprint, UInt64(chunk.index), UInt64(chunk.text.bytes.count),
      UInt64(record.bytes.count),
    ] { add(number) }
    for bytes in [chunk.text.bytes, record.bytes, seal] {
      bytes.withUnsafeBytes { hash.update($0) }
    }
    add(hash.digest)
    let file = try OutputFile(path)
    for bytes in [chunk.text.bytes, record.bytes, seal] { try file.write(bytes) }
    try file.commit()
  }

  /// Reads a part and hands over its lines and its record if its seal fits.
  ///
  /// - Parameter buffer: room that is used again from part to part.
  static func read(
    _ path: String, index: Int, fingerprint: UInt64, buffer: inout [UInt8]
  ) throws(Fault) -> (text: Range<Int>, record: Range<Int>) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .missing }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= sealLength else { throw .damaged }
    let length = Int(status.st_size)
    if buffer.count < length {
      buffer.append(contentsOf: repeatElement(0, count: length - buffer.count))
    }
    let isWhole = buffer.withUnsafeMutableBytes { bytes in
      var done = 0
      while done < length, let base = bytes.baseAddress {
        let count = Glibc.read(descriptor, base + done, length - done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    guard isWhole else { throw .damaged }
    let seal = buffer.withUnsafeBytes { bytes in
      (0..<6).map { place in
        UInt64(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: length - sealLength + 8 * place, as: UInt64.self))
      }
    }
    let digest = buffer.withUnsafeBytes { bytes in
      XXH64.digest(of: UnsafeRawBufferPointer(rebasing: bytes[..<(length - 8)]))
    }
    guard seal[0] == mark, seal[5] == digest else { throw .damaged }
    guard seal[1] == fingerprint else { throw .foreign }
    let (text, record) = (Int(seal[3]), Int(seal[4]))
    guard seal[2] == UInt64(index), text + record + sealLength == length else { throw .damaged }
    return (0..<text, text..<(text + record))
  }
}

extension Chunk {
  /// Everything but the lines.
  func encode(into record: inout RecordWriter) {
    record.append(skipped.count)
    for row in skipped { record.append(row) }
    record.append(failures)
    record.append(firstFailures.count)
    for failure in firstFailures {
      record.append(failure.row)
      record.append(failure.text)
    }
    record.append(findings.count)
    for finding in findings {
      guard let finding else {
        record.append(-1)
        continue
      }
      record.append(finding.tested)
      record.append(finding.passed)
      record.append(finding.failure?.row ?? -1)
      record.append(finding.failure?.text ?? "")
    }
    record.append(cells.count)
    for cell in cells { record.append(cell) }
  }

  /// Takes in what ``encode(into:)`` wrote; false where the bytes make no sense.
  func decode(_ record: inout RecordReader) -> Bool {
    guard let left = record.number() else { return false }
    for _ in 0..<left {
      guard let row = record.number() else { return false }
      skipped.append(row)
    }
    guard let failures = record.number(), let failed = record.number() else { return false }
    self.failures = failures
    for _ in 0..<failed {
      guard let row = record.number(), let text = record.text() else { return false }
      firstFailures.append((row, text))
    }
    guard let checks = record.number() else { return false }
    for _ in 0..<checks {
      guard let tested = record.number() else { return false }
      guard tested >= 0 else {
        findings.append(nil)
        continue
      }
      guard let passed = record.number(), let row = record.number(), let text = record.text()
      else { return false }
      findings.append(
        RowCheck.Finding(
          tested: tested, passed: passed, failure: row < 0 ? nil : (row: row, text: text)))
    }
    guard let count = record.number() else { return false }
    cells.reserveCapacity(count)
    for _ in 0..<count {
      guard let cell = record.cell() else { return false }
      cells.append(cell)
    }
    return true
  }
}
