import Glibc

/// The lines of a file of comma-separated values after RFC 4180, one at a time: a file of any size
/// takes little memory.
final class ResultLines {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var place = 0
  private var end = 0

  /// The lines of the file at `path`; nil where it cannot be read.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Puts the cells of the next line into `cells`; false at the end of the file.
  func next(_ cells: inout [[UInt8]]) -> Bool {
    guard peek() != nil else { return false }
    var column = 0
    var isQuoted = false
    Self.empty(column, of: &cells)
    while let byte = peek() {
      place += 1
      switch byte {
      case 0x22 where isQuoted:
        if peek() == 0x22 {
          cells[column].append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      case _ where isQuoted: cells[column].append(byte)
      case 0x22: isQuoted = true
      case 0x2C:
        column += 1
        Self.empty(column, of: &cells)
      case 0x0A:
        cells.removeLast(cells.count - column - 1)
        return true
      default: cells[column].append(byte)
      }
    }
    cells.removeLast(cells.count - column - 1)
    return true
  }

  private static func empty(_ column: Int, of cells: inout [[UInt8]]) {
    if column < cells.count {
      cells[column].removeAll(keepingCapacity: true)
    } else {
      cells.append([])
    }
  }

  /// The byte to come, nil at the end of the file.
  private func peek() -> UInt8? {
    if place < end { return buffer[place] }
    var count: Int
    repeat { count = read(descriptor, &buffer, buffer.count) } while count < 0 && errno == EINTR
    (place, end) = (0, max(count, 0))
    return end > 0 ? buffer[0] : nil
  }
}
