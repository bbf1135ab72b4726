import Glibc

/// Writes files that are whole or not there.
enum WholeFile {
  /// Writes `text` beside `path` and gives it that name only when all of it is on the disk.
  ///
  /// What is no regular file, such as `/dev/full`, is written in place.
  static func write(_ text: String, to path: String) throws(UsageError) {
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    let part = isSpecial ? path : path + ".part"
    func refuse() -> UsageError {
      let reason = String(cString: strerror(errno))
      if !isSpecial { unlink(part) }
      return UsageError("\(path): cannot write: \(reason)")
    }

    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw refuse() }
    let output = Output(descriptor: descriptor)
    do {
      try output.write(text)
      try output.flush()
    } catch {
      let refusal = refuse()
      close(descriptor)
      throw refusal
    }
    guard close(descriptor) == 0, isSpecial || rename(part, path) == 0 else { throw refuse() }
  }
}
