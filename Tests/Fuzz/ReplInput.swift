import Glibc

@testable import tumen

/// What a conversation answers to the lines of a text. It may write files where it stands, so
/// it stands in a folder of its own.
func converse(_ text: String) {
  // A file elsewhere is the user's to name, not the fuzzer's; 1/2 is a number.
  guard !text.contains("~"), !text.contains(/\/\D/) else { return }
  chdir(folder)
  var repl = Repl(LineReader(text: text), Output(), Output(), isInteractive: true, patience: 0.1)
  _ = try? repl.run()
}

/// A folder that holds nothing but what `export` writes.
private let folder: String = {
  let path = "/tmp/tumen-fuzz-\(getpid())"
  mkdir(path, 0o700)
  return path
}()
