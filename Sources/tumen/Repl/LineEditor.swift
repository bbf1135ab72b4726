import CEditline
import Glibc

/// Lines typed at a terminal, with editing, history and completion by libedit.
///
/// The library is opened when the first line is asked for, not linked: linking it would add a tenth
/// to the start of every command, and only a person at a terminal has use for it.
final class LineEditor: LineSource {
  private let readline: tumen_readline
  private let addHistory: tumen_add_history
  private let bind: tumen_parse_and_bind
  private let historyFile: String?
  private let writeHistory: tumen_history_file?
  private var last = ""

  /// What the completion that libedit calls back for may draw on; a C function can carry nothing
  /// along, and there is one terminal.
  nonisolated(unsafe) private static var session: Session?
  nonisolated(unsafe) private static var isInterrupted = false
  nonisolated(unsafe) private static var candidates: [String] = []
  nonisolated(unsafe) private static var lineBuffer: UnsafePointer<UnsafeMutablePointer<CChar>?>?
  nonisolated(unsafe) private static var matches: tumen_completion_matches?

  /// Most lines that the history keeps.
  private static let mostLines: Int32 = 2000

  var showsPrompt: Bool { true }

  /// The editor, nil where libedit is not installed.
  init?() {
    guard let library = dlopen("libedit.so.2", RTLD_NOW) ?? dlopen("libedit.so", RTLD_NOW) else {
      return nil
    }
    func symbol<T>(_ name: String, as type: T.Type) -> T? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let readline = symbol("readline", as: tumen_readline.self),
      let addHistory = symbol("add_history", as: tumen_add_history.self),
      let bind = symbol("rl_parse_and_bind", as: tumen_parse_and_bind.self)
    else { return nil }
    self.readline = readline
    self.addHistory = addHistory
    self.bind = bind
    writeHistory = symbol("write_history", as: tumen_history_file.self)
    let home = Environment["HOME"]
    historyFile = home.isEmpty ? nil : home + "/.tumen_history"

    signal(SIGINT) { _ in LineEditor.isInterrupted = true }
    setlocale(LC_CTYPE, "")
    if let name = dlsym(library, "rl_readline_name") {
      // Settings for this program alone, in ~/.editrc.
      name.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self).pointee = strdup("tumen")
    }
    if let stifle = symbol("stifle_history", as: tumen_stifle_history.self) {
      stifle(Self.mostLines)
    }
    if let historyFile, let read = symbol("read_history", as: tumen_history_file.self) {
      _ = read(historyFile)
    }
    Self.matches = symbol("rl_completion_matches", as: tumen_completion_matches.self)
    Self.lineBuffer = dlsym(library, "rl_line_buffer").map {
      UnsafePointer($0.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self))
    }
    if let hook = dlsym(library, "rl_attempted_completion_function") {
      hook.assumingMemoryBound(to: tumen_completion_function?.self).pointee = Self.complete
    }
    if let breaks = dlsym(library, "rl_completer_word_break_characters") {
      breaks.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self).pointee = strdup(" \t,=(;")
    }
  }

  func next(prompt: String, session: Session?) -> LineReader.Line {
    Self.session = session
    // Inside a block a tab parts the cells of a pasted table.
    _ = bind("bind ^I \(session == nil ? "ed-insert" : "rl_complete")")
    Self.isInterrupted = false
    guard let typed = readline(prompt) else {
      // Ctrl-C leaves the line, not the conversation.
      guard Self.isInterrupted else { return .end }
      _ = Glibc.write(STDOUT_FILENO, "\n", 1)
      return .text("")
    }
    defer { free(typed) }
    let line = String(cString: typed)
    if !line.allSatisfy(\.isWhitespace), line != last {
      _ = addHistory(line)
      last = line
      if let historyFile, let writeHistory { _ = writeHistory(historyFile) }
    }
    return line.utf8.count > LineReader.longest ? .tooLong : .text(line)
  }

  /// What libedit calls at a tab: the words that may stand where the cursor is.
  private static var complete: tumen_completion_function {
    { word, start, _ in
      guard let session = LineEditor.session, let word, let matches = LineEditor.matches else {
        return nil
      }
      let line = LineEditor.lineBuffer?.pointee.map { String(cString: $0) } ?? ""
      let before = String(decoding: Array(line.utf8.prefix(Int(start))), as: UTF8.self)
      LineEditor.candidates = Completion.words(
        after: before, beginning: String(cString: word), in: session)
      return LineEditor.candidates.isEmpty ? nil : matches(word, LineEditor.candidate)
    }
  }

  /// The candidates one by one, as libedit asks for them; it frees each.
  private static var candidate: tumen_completion_generator {
    { _, _ in
      LineEditor.candidates.isEmpty ? nil : strdup(LineEditor.candidates.removeFirst())
    }
  }
}
