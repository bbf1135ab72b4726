import ArgumentParser
import Laboratory
import Testing

@testable import tumen

@Suite struct `Help` {
  static let entries = ReplEntry.all.map(\.name)

  /// The inputs of an example: lines, with the blocks that some open.
  private static func inputs(_ lines: [String]) -> [String] {
    var inputs: [String] = []
    var open: (input: String, block: ReplEntry.Block)?
    for line in lines {
      if let block = open {
        if line == "end" || (line.isEmpty && block.block == .lines) {
          inputs.append(block.input)
          open = nil
        } else {
          open = (block.input + "\n" + line, block.block)
        }
        continue
      }
      let block = ReplEntry.block(openedBy: line)
      if block == .none { inputs.append(line) } else { open = (line, block) }
    }
    return inputs + (open.map { [$0.input] } ?? [])
  }

  @Test(arguments: entries)
  func `every example of the REPL runs, and through a pipe`(name: String) throws {
    _ = CommandRun.home
    let entry = try ReplEntry.named(name)
    #expect(!entry.example.isEmpty || name == "quit", "\(name) has no example")
    var session = Session()
    for input in Self.inputs(entry.example) {
      let answer = try ReplEntry.perform(input, &session)
      #expect(answer?.isEmpty == false, "\(input)")
    }
    let (output, messages) = (Output(), Output())
    var repl = Repl(
      LineReader(text: entry.example.joined(separator: "\n")), output, messages)
    let status = try repl.run()
    #expect(status == .done && messages.text.isEmpty, "\(messages.text)")
  }

  @Test(arguments: entries)
  func `every page of help says how to write it`(name: String) throws {
    var session = Session()
    let page = try ReplEntry.perform("help \(name)", &session) ?? ""
    #expect(page.contains(try ReplEntry.named(name).help))
  }

  @Test func `help is one screen`() throws {
    var session = Session()
    let lines = (try ReplEntry.perform("help", &session) ?? "").split(separator: "\n")
    #expect(lines.count <= 28, "\(lines.count) lines")
    for line in lines { #expect(line.count <= 112, "\(line)") }
  }

  @Test func `the version names the libraries that compute`() {
    let text = CommandRun("--version").output
    #expect(text.hasPrefix("tumen 0.1.0, GSL 2.") && text.contains(", GLPK "), "\(text)")
  }

  @Test func `the manual page has every command`() {
    let page = CommandRun("help", "man").output
    #expect(page.hasPrefix(".TH TUMEN 1"))
    for command in Tumen.commands {
      #expect(page.contains(".SS tumen \(command.configuration.commandName ?? "?")\n"))
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `shells complete commands and games`(shell: String) {
    let script = CommandRun("--generate-completion-script", shell)
    #expect(script.status == .done && script.output.contains("handout"), "\(script.messages)")
  }

  @Test func `completion knows commands, games, parameters, strategies and options`() throws {
    _ = CommandRun.home
    var session = Session()
    func words(_ before: String, _ beginning: String) -> [String] {
      Completion.words(after: before, beginning: beginning, in: session)
    }
    #expect(words("", "thr") == ["thresholds"])
    #expect(words("load ", "zarubino-l") == ["zarubino-lease"])
    #expect(words("set ", "") == [] && words("nonsense ", "") == [])
    _ = try ReplEntry.perform("load zarubino-lease", &session)
    #expect(words("set ", "raj") == ["rajin"])
    #expect(words("why ", "ask-l") == ["ask-long"])
    #expect(words("relative ", "sn") == ["snidal"])
    #expect(words("lemke-howson ", "la") == ["label="])
    #expect(words("help ", "pol") == ["polygon"])
  }
}
